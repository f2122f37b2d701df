/** One thing that a definition says the tool does: a verb, what it is done to, and where that stands. */
import type { Place } from './label.ts';
import type { Parameter } from './parameters.ts';

export type Act = {
  verb: string;
  /** The verb that the text has, where it means another: the `confirm` of `Confirm that it exists`. */
  said?: string;
  /** The words between the verb and the next preposition, in the singular. */
  object: readonly string[];
  /** The nouns that the object is about: the last word before a preposition or an `and`. */
  heads: readonly string[];
  /** The first of them, or nothing. */
  head: string;
  /** What follows the preposition: `from a playlist`. */
  context: readonly string[];
  /** What it is taken out of. */
  from: readonly string[];
  source: 'name' | 'description' | 'action';
  place: Place;
  span: [start: number, end: number];
  facts: Facts;
};

/** What rules may look at besides the act itself. */
export type Facts = {
  name: string;
  /** The name's words in the singular, without the server's prefix. */
  nameWords: readonly string[];
  /** All words of the first part of the description, and of parameter names, in the singular. */
  textWords: ReadonlySet<string>;
  parameters: readonly Parameter[];
  /** Their keys: lower case, without separators. */
  parameterNames: ReadonlySet<string>;
  /** The text speaks of SQL or another query language that can write. */
  isSql: boolean;
  /** The text says that source comes back, and not that it is written anywhere. */
  givesSource: boolean;
  /** The text says that what is set counts for the calls of this session. */
  isForSession: boolean;
  /** The text says that no payment is taken. */
  saysUnpaid: boolean;
  /** The text says that an address or a code comes back for a person to sign in with. */
  givesLoginAddress: boolean;
};
