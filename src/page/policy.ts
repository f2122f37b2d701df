/** The policy section: the recommended rule in words, and in the form of each program that can enforce it. */
import type { CatalogTool } from '../catalog.ts';
import { describeRule } from '../policy/describe.ts';
import { snippets } from '../snippets/list.ts';
import { serverKeyOf } from '../snippets/snippet.ts';
import { count } from './words.ts';

export type PolicyBox = {
  /** `Allow, 60 a minute`. */
  rule: string;
  /** Too long for the large type of the band. */
  long: boolean;
  /** What the rule does to a call, in whole sentences. */
  effect: string;
  /** `For 3 programs`. */
  targets: string;
  /** The catalog's own grammar first. */
  snippets: Target[];
  /** The element that holds the first one, and what copying it is called. */
  first: string;
  firstName: string;
};

/** One program: the text for it, or why it cannot be told this rule. */
export type Target = { id: string; name: string; file: string; note: string } & ({ code: string } | { why: string });

export function policyBox(tool: CatalogTool): PolicyBox {
  const input = {
    server: tool.server,
    serverKey: serverKeyOf(tool.server),
    tool: tool.definition.name,
    rule: tool.rule,
  };
  const targets = snippets.map(({ id, title, file, render, says }): Target => {
    const made = render(input);
    const about = { id, name: title, file, note: says(tool.rule) };
    return made.ok ? { ...about, code: made.text } : { ...about, why: made.why };
  });
  const { headline, sentence } = describeRule(tool.rule);
  return {
    rule: headline,
    long: headline.length > 26,
    effect: sentence,
    targets: `For ${count(targets.filter((target) => 'code' in target).length, 'program')}`,
    snippets: targets,
    first: `snippet-${targets[0]?.id}`,
    firstName: `the rule as a ${targets[0]?.name.toLowerCase()}`,
  };
}
