/** What was found in a definition's texts. A finding is an observation with its exact place, never a judgement of intent. */
import type { ToolDefinition } from '../domain.ts';

export const severities = ['alert', 'notice', 'info'] as const;
export type Severity = (typeof severities)[number];

export type Finding = {
  /** The id of the row that saw it. */
  id: string;
  severity: Severity;
  /** The tool's name; absent for a finding on the server as a whole. */
  tool?: string;
  /** A field of the tool, or a JSON Pointer into it such as `/inputSchema/properties/force/description`. */
  place: string;
  /** UTF-16 offsets into the text at `place`, end exclusive; absent where the finding is on all that stands there. */
  span?: [start: number, end: number];
  /** At most 120 UTF-16 units of what stands there. */
  quote: string;
  /** The characters that the eye cannot see or cannot tell apart, as `U+200B`; at most 24. */
  codePoints: string[];
  /** One whole sentence of plain text: `Found … in …`. Unseen characters in it stand as `[U+200B]`. */
  sentence: string;
};

export type Found = {
  /** The gravest first, then in the order of the definition. */
  findings: Finding[];
  /** How many were found beyond those. */
  more: number;
  /** More may be there than were counted. */
  atLeast: boolean;
};

/** One text of a definition. A property's name has the property's own pointer as its place, and `key`. */
export type Text = { place: string; text: string; key?: true };

export type Hit = {
  span: [start: number, end: number];
  /** Where it differs from the row's. */
  severity?: Severity;
  /** Follows `Found `; without it the row's title and the quote stand there. */
  what?: string;
};

/** What a row may look at besides the text itself. */
export type Surroundings = {
  /** The words of the tool's name and title, in lower case: what the tool is about. */
  about: ReadonlySet<string>;
  /** Names of all tools of the server, lower case. */
  siblings: ReadonlySet<string>;
  /** Names of all tools of the catalog, lower case. */
  catalogNames: ReadonlySet<string>;
};

type Row = {
  id: string;
  /** A noun phrase in lower case that follows `Found `. */
  title: string;
  /** A whole sentence: why a reader should look. */
  why: string;
  severity: Severity;
};

/** A row on one text at a time. `find` takes linear time. */
export type TextRow = Row & {
  in: 'names' | 'texts' | 'all';
  find: (text: string, surroundings: Surroundings, place: Text) => Iterable<Hit>;
  /** Texts of a description, or of a name where `in` is names. */
  matches: readonly string[];
  misses: readonly string[];
};

/** A row on a whole definition. `quote` is what stands at the place, where the place is that of a text. */
export type ToolRow = Row & {
  find: (definition: ToolDefinition) => { place: string; quote?: string; what: string; severity?: Severity }[];
  matches: readonly ToolDefinition[];
  misses: readonly ToolDefinition[];
};

/** A row on the names of one server. */
export type ServerRow = Row & {
  find: (names: readonly string[]) => { name: string; what: string; severity?: Severity }[];
  matches: readonly (readonly string[])[];
  misses: readonly (readonly string[])[];
};

/** A row on what differs from an earlier answer. */
export type ChangeRow = Row;

/** Every place where a pattern with the flag g matches, as hits. */
export function* hitsOf(pattern: RegExp, text: string): Generator<Hit & { match: RegExpExecArray }> {
  for (const match of text.matchAll(pattern)) {
    yield { span: [match.index, match.index + match[0].length], match: match as RegExpExecArray };
  }
}
