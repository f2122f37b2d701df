/** The facets of a tool: each yes, no or unknown, each with what it rests on. Independent of the category but for a few that follow from it. */
import type { Category } from '../domain.ts';
import type { Act } from './act.ts';
import type { Reading } from './facts.ts';
import { type Evidence, type Facet, type FacetId, facetIds } from './label.ts';
import type { Parameter } from './parameters.ts';
import type { Resolution } from './resolve.ts';
import { facetRules } from './rules/facets.ts';

export type FacetTool = {
  reading: Reading;
  resolution: Resolution;
  /** What it is said to do, and of that what the label speaks of. */
  acts: readonly Act[];
  decisive: readonly Act[];
  verbs: ReadonlySet<string>;
  objects: ReadonlySet<string>;
};
/** What a facet rests on: at most one of a parameter, an act, a passage of the description, and a word. */
export type FacetFinding = { value: Facet['value']; parameter?: Parameter; act?: Act; pattern?: RegExp; word?: string };

export function facetsOf(reading: Reading, resolution: Resolution): Record<FacetId, Facet> {
  const { votes: all } = resolution.verdict;
  // A word that may be a noun speaks only where no verb does: `resolve_comment` comments on nothing.
  const verbs = all.filter(({ isNoun }) => !isNoun);
  const votes = verbs.some(({ ambiguous }) => !ambiguous) ? verbs : all;
  const acts = votes.map(({ act }) => act);
  const deciding = votes.filter(({ category }) => category === resolution.category).map(({ act }) => act);
  const tool: FacetTool = {
    reading,
    resolution,
    acts,
    decisive: deciding.length > 0 ? deciding : acts,
    verbs: new Set(acts.map(({ verb }) => verb)),
    objects: new Set([...acts.flatMap(({ object, context }) => [...object, ...context]), ...reading.facts.nameWords]),
  };
  const facets = Object.fromEntries(
    facetIds.map((id): [FacetId, Facet] => [id, { value: 'unknown', evidence: [] }]),
  ) as Record<FacetId, Facet>;
  for (const rule of facetRules) {
    const facet = facets[rule.facet];
    if (facet.value !== 'unknown') continue;
    const found = rule.test(tool);
    if (!found) continue;
    facets[rule.facet] = {
      value: found.value,
      evidence:
        found.value === 'yes' || found.act ? evidenceOf(reading, rule.id, rule.note, resolution.category, found) : [],
    };
  }
  return facets;
}

function evidenceOf(
  { definition, description, name }: Reading,
  rule: string,
  note: string,
  category: Category,
  { parameter, act, pattern, word }: FacetFinding,
): Evidence[] {
  const base = { rule, effect: 'supports' as const, category, note };
  if (parameter) return [{ ...base, place: parameter.place, span: [0, parameter.name.length], quote: parameter.name }];
  if (act) {
    const text = act.place === 'name' ? definition.name : act.place === 'description' ? description : '';
    const quote = text.slice(...act.span);
    if (quote !== '') return [{ ...base, place: act.place, span: act.span, quote }];
  }
  if (pattern) {
    const match = pattern.exec(description.slice(0, 8000));
    if (match)
      return [{ ...base, place: 'description', span: [match.index, match.index + match[0].length], quote: match[0] }];
  }
  const inName = name.words.find(({ text }) => word !== undefined && (text === word || text.startsWith(word)));
  if (inName)
    return [
      {
        ...base,
        place: 'name',
        span: [inName.start, inName.end],
        quote: definition.name.slice(inName.start, inName.end),
      },
    ];
  if (word) {
    const at = description.slice(0, 8000).toLowerCase().indexOf(word);
    if (at >= 0)
      return [
        { ...base, place: 'description', span: [at, at + word.length], quote: description.slice(at, at + word.length) },
      ];
  }
  return [];
}
