/** How often facets were right: what people say holds of a tool, beside what the engine says. */
import { type FacetId, facetIds, type Label } from '../classify/label.ts';
import type { Verdict } from './verdicts.ts';

/** Facets that hold of a tool, and those that the rubric leaves open, which are not counted. Nothing else holds. */
type ExpectedFacets = { holds: ReadonlySet<FacetId>; open: ReadonlySet<FacetId> };

type FacetVerdict = { server: string; tool: string; expected: ExpectedFacets; label: Label };

const isFacet = (id: string): id is FacetId => (facetIds as readonly string[]).includes(id);

/** From `idempotent` and `open-world?`, where the question mark says that the rubric leaves it open. */
export function expectedFacets(
  names: readonly string[],
): { ok: true; expected: ExpectedFacets } | { ok: false; unknown: string[] } {
  const unknown = names.filter((name) => !isFacet(name.replace(/\?$/, '')));
  if (unknown.length > 0) return { ok: false, unknown };
  const open = names.filter((name) => name.endsWith('?')).map((name) => name.slice(0, -1));
  return { ok: true, expected: { holds: new Set(names.filter(isFacet)), open: new Set(open.filter(isFacet)) } };
}

type FacetError = { server: string; tool: string; facet: FacetId; kind: 'missed' | 'denied' | 'wrong' };

type FacetFigures = {
  facet: FacetId;
  /** Tools of which people say that it holds. */
  n: number;
  /** Of the tools of which the engine says yes, the share of which it holds; null where there are none. */
  precision: number | null;
  /** Of the tools of which it holds, the share of which the engine says yes; null where there are none. */
  recall: number | null;
};

export type FacetEvaluation = { tools: number; figures: FacetFigures[]; errors: FacetError[] };

/** `missed`: it holds and is unknown; `denied`: it holds and the engine says no; `wrong`: it does not hold and is said to. */
export function evaluateFacets(given: readonly Verdict[]): FacetEvaluation {
  const verdicts = given.flatMap(withExpected);
  const errors: FacetError[] = [];
  const figures = facetIds.map((facet): FacetFigures => {
    let n = 0;
    let said = 0;
    let right = 0;
    for (const { server, tool, expected, label } of verdicts) {
      // A Read is idempotent by definition: counting those would measure the category again.
      if (expected.open.has(facet) || (facet === 'idempotent' && label.category === 'read')) continue;
      const { value } = label.facets[facet];
      const holds = expected.holds.has(facet);
      if (holds) n += 1;
      if (value === 'yes') said += 1;
      if (holds && value === 'yes') right += 1;
      else if (holds) errors.push({ server, tool, facet, kind: value === 'no' ? 'denied' : 'missed' });
      else if (value === 'yes') errors.push({ server, tool, facet, kind: 'wrong' });
    }
    return { facet, n, precision: said === 0 ? null : right / said, recall: n === 0 ? null : right / n };
  });
  return { tools: verdicts.length, figures, errors };
}

/** Those whose facets somebody looked at. */
function withExpected({ server, tool, label, facets }: Verdict): FacetVerdict[] {
  const read = facets && expectedFacets(facets);
  return read?.ok ? [{ server, tool, label, expected: read.expected }] : [];
}
