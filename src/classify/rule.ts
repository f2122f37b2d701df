/** The shape of a rule. Rules are rows: the engine, the tests and the methodology page all read the same ones. */
import type { Category } from '../domain.ts';
import type { Act } from './act.ts';

export type Rule = {
  id: string;
  category: Category;
  /** A whole sentence that a reader understands without the rubric. */
  why: string;
  /** Follows a quotation in a sentence: `which removes something for good`. */
  note: string;
  /** Definitions, as `name` or `name: description`, that this rule sees, and ones that it must not. */
  matches: readonly string[];
  misses: readonly string[];
};

/** A rule on a verb and what it is done to. The first row that fits an act decides. */
export type ActRule = Rule & {
  verbs: readonly string[];
  /** The noun that the object is about is one of these. */
  head?: readonly string[];
  /** Some word of the object is one of these. */
  object?: readonly string[];
  /** Some word of the object, or of what follows a preposition, is one of these. */
  near?: readonly string[];
  /** No word of object or context is one of these. */
  unless?: readonly string[];
  unlessHead?: readonly string[];
  /** No word of the object is one of these; the context may hold them. */
  unlessObject?: readonly string[];
  when?: (act: Act) => boolean;
  /** The verb alone tells little: another witness that does tell decides. */
  ambiguous?: true;
};

const lists = new Map<string, readonly string[]>();

/** Words of a row, written as one string. Split once, whoever asks. */
export function words(text: string): readonly string[] {
  const before = lists.get(text);
  if (before) return before;
  const list = text.trim().split(/\s+/);
  lists.set(text, list);
  return list;
}
