/** The policy section: the recommended rule in words, and in the form of each program that can enforce it. */
import type { CatalogServer, CatalogTool } from '../catalog.ts';
import { describeRule } from '../policy/describe.ts';
import { type Snippet, snippetsFor } from '../snippets/snippets.ts';
import { count } from './words.ts';

export type PolicyBox = {
  /** `Allow, 60 a minute`. */
  rule: string;
  /** What the rule does to a call, in a sentence. */
  effect: string;
  /** `3 programs`. */
  targets: string;
  /** The catalog's own grammar first. */
  snippets: Snippet[];
  /** The element that holds the first one, and what copying it is called. */
  first: string;
  firstName: string;
};

export function policyBox(server: CatalogServer, tool: CatalogTool): PolicyBox {
  const snippets = snippetsFor(server, tool);
  const { headline, sentence } = describeRule(tool.rule);
  return {
    rule: headline,
    effect: sentence,
    targets: `For ${count(snippets.length, 'program')}`,
    snippets,
    first: `snippet-${snippets[0]?.id}`,
    firstName: `for ${snippets[0]?.name}`,
  };
}
