/** The shape of a row on a facet, and what such rows ask of a tool. */
import type { Act } from './act.ts';
import type { FacetFinding, FacetTool } from './facets.ts';
import type { FacetId } from './label.ts';
import type { Parameter } from './parameters.ts';

export type FacetRule = {
  id: string;
  facet: FacetId;
  /** A whole sentence that a reader understands without the rubric. */
  why: string;
  /** Follows a quotation in a sentence. */
  note: string;
  test: (tool: FacetTool) => FacetFinding | undefined;
  /** Definitions, as `name` or `name: description`, of which the facet holds, and ones that this row passes over. */
  matches: readonly string[];
  misses: readonly string[];
};

export const no: FacetFinding = { value: 'no' };
export const yes = (found: Omit<FacetFinding, 'value'>): FacetFinding => ({ value: 'yes', ...found });

/** Holds by a parameter, where there is one. */
export const byParameter = (parameter: Parameter | undefined): FacetFinding | undefined =>
  parameter && yes({ parameter });

/** Holds by what it is said to do, where it is said. */
export const byAct = (act: Act | undefined): FacetFinding | undefined => act && yes({ act });

/** Holds by what the description says. `hints` are pieces, in lower case, without one of which the pattern never fits. */
export const byText = (tool: FacetTool, pattern: RegExp, hints?: readonly string[]): FacetFinding | undefined =>
  (!hints || hints.some((hint) => tool.lower.includes(hint))) && says(tool, pattern) ? yes({ pattern }) : undefined;

export const says = ({ text }: FacetTool, pattern: RegExp) => pattern.test(text);

/** The first parameter of one of these names that nothing bounds. */
export const free = ({ reading }: FacetTool, keys: ReadonlySet<string>): Parameter | undefined =>
  reading.parameters.find(({ key, isFree, path }) => isFree && path.length <= 3 && keys.has(key));

/** The first of the words that is in the set. */
export const any = (set: ReadonlySet<string>, list: readonly string[]) => list.find((word) => set.has(word));

export const isEffect = ({ resolution }: FacetTool) => resolution.category !== 'read';

/** The last row of a facet on parameters: a schema without such a one says no, and no schema says nothing. */
export const noneSuch = (facet: FacetId, id: string, why: string): FacetRule => ({
  id,
  facet,
  note: '',
  why,
  test: ({ reading }) => (reading.definition.inputSchema === undefined ? undefined : no),
  matches: [],
  misses: [],
});
