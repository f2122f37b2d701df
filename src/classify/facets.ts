/** The facets of a tool: each yes, no or unknown, each with what it rests on. Independent of the category but for a few that follow from it. */
import type { Category } from '../domain.ts';
import type { Act } from './act.ts';
import type { FacetRule } from './facet-rule.ts';
import type { Reading } from './facts.ts';
import { type Evidence, type Facet, type FacetId, facetIds } from './label.ts';
import type { Parameter } from './parameters.ts';
import type { Resolution } from './resolve.ts';
import { facetRules } from './rules/facets.ts';

export type FacetTool = {
  reading: Reading;
  /** As much of the description as is looked at, and the same in lower case. */
  text: string;
  lower: string;
  resolution: Resolution;
  /** What it is said to do, and of that what the label speaks of. */
  acts: readonly Act[];
  decisive: readonly Act[];
  verbs: ReadonlySet<string>;
  objects: ReadonlySet<string>;
};
/** What a facet rests on: at most one of a parameter, an act, a passage of the description, and a word. */
export type FacetFinding = { value: Facet['value']; parameter?: Parameter; act?: Act; pattern?: RegExp; word?: string };

const textLength = 8000;

export function facetsOf(reading: Reading, resolution: Resolution): Record<FacetId, Facet> {
  const { votes: all } = resolution.verdict;
  // A word that may be a noun speaks only where no verb does: `resolve_comment` comments on nothing.
  const verbs = all.filter(({ isNoun }) => !isNoun);
  const votes = verbs.some(({ ambiguous }) => !ambiguous) ? verbs : all;
  const acts = votes.map(({ act }) => act);
  const deciding = votes.filter(({ category }) => category === resolution.category).map(({ act }) => act);
  const text = reading.description.slice(0, textLength);
  const tool: FacetTool = {
    reading,
    text,
    lower: text.toLowerCase(),
    resolution,
    acts,
    decisive: deciding.length > 0 ? deciding : acts,
    verbs: new Set(acts.map(({ verb }) => verb)),
    objects: new Set([...acts.flatMap(({ object, context }) => [...object, ...context]), ...reading.facts.nameWords]),
  };
  const facets = {} as Record<FacetId, Facet>;
  for (const [id, rules] of rulesByFacet) facets[id] = facetBy(rules, tool);
  return facets;
}

const rulesByFacet = facetIds.map((id): [FacetId, FacetRule[]] => [id, facetRules.filter(({ facet }) => facet === id)]);
const unknown: Facet = { value: 'unknown', evidence: [] };

/** By the first row that finds something. */
function facetBy(rules: readonly FacetRule[], tool: FacetTool): Facet {
  for (const rule of rules) {
    const found = rule.test(tool);
    if (!found) continue;
    const { value, act } = found;
    const isShown = value === 'yes' || act !== undefined;
    return {
      value,
      evidence: isShown ? evidenceOf(tool.reading, rule.id, rule.note, tool.resolution.category, found) : [],
    };
  }
  return unknown;
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
    const match = pattern.exec(description.slice(0, textLength));
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
    const at = description.slice(0, textLength).toLowerCase().indexOf(word);
    if (at >= 0)
      return [
        { ...base, place: 'description', span: [at, at + word.length], quote: description.slice(at, at + word.length) },
      ];
  }
  return [];
}
