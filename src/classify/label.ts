/** What the classifier says of one tool. Plain data: printed on pages, written as JSON, compared in golden files. */
import type { Category, Risk } from '../domain.ts';
import type { EvidencePattern } from './evidence-pattern.ts';

/** Where in a definition a quote stands: a field of the tool, or a JSON Pointer into it such as `/inputSchema/properties/force`. */
export type Place = 'name' | 'title' | 'description' | `/${string}`;

export type Evidence = {
  /** The id of the rule that saw it. */
  rule: string;
  place: Place;
  /** UTF-16 offsets into the text at `place`, end exclusive. */
  span: [start: number, end: number];
  quote: string;
  /** `supports` the label; `opposes` it (an argument for another category); `restricts` an effect ("read-only", "moved to trash"). */
  effect: 'supports' | 'opposes' | 'restricts';
  /** The category that this piece of evidence speaks for. */
  category: Category;
  /** One clause that follows the quote in a sentence: `the name's verb, which makes a record`. */
  note: string;
};

export const facetIds = [
  'idempotent',
  'open-world',
  'secrets-in',
  'secrets-out',
  'cost-bearing',
  'private-data',
  'untrusted-content',
  'exfiltration-sink',
  'code-execution',
  'free-path',
  'free-url',
  'free-shell',
  'free-code',
  'free-query',
  'permission-change',
  'irreversible-communication',
  'bulk',
  'long-running',
  'physical',
  'public-publish',
  'two-step',
  'dry-run',
] as const;
export type FacetId = (typeof facetIds)[number];
export type Facet = { value: 'yes' | 'no' | 'unknown'; evidence: Evidence[] };

export const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const;
export type Hint = (typeof hints)[number];

/** One annotation: what the server declared, what the specification assumes when it is silent, and what we derive. */
export type Claim = {
  hint: Hint;
  declared: boolean | undefined;
  specDefault: boolean;
  derived: boolean | undefined;
  verdict: 'agrees' | 'contradicts' | 'stricter' | 'silent' | 'undetermined';
};

/** An optional parameter, or one value of an enum, that raises the label above what the tool does without it. */
export type RaisingOption = {
  /** Property names from the root of inputSchema. */
  path: string[];
  /** The values that raise; absent for a flag, where `true` raises. */
  values?: string[];
  category: Category;
  otherwise: Category;
};

export type Label = {
  category: Category;
  risk: Risk;
  confidence: 'high' | 'medium' | 'low';
  /** What the confidence rests on. */
  pattern: EvidencePattern;
  /** Nothing to go on: shown as "Unclear", never as Read. */
  unclear: boolean;
  /** The id of the rule that decided. */
  rule: string;
  /** Why, in one or two whole sentences of plain text built from the evidence. */
  why: string;
  /** Strongest first. */
  evidence: Evidence[];
  facets: Record<FacetId, Facet>;
  /** One row a value of an action enum ("manage_x"); empty for a tool of one action. */
  actions: { parameter: string; value: string; category: Category }[];
  raisedBy: RaisingOption[];
  claims: Claim[];
  /** The version of the labelling rubric. */
  rubric: string;
};

/** What the classifier may know besides the definition. Never the server's annotations or description. */
export type ServerContext = {
  id: string;
  title?: string | undefined;
  /** Names of all the server's tools, this one included. */
  toolNames: readonly string[];
};
