/** The policy section: the recommended rule in words, and in the form of each program that can enforce it. */
import type { CatalogServer, CatalogTool } from '../catalog.ts';
import type { Transport } from '../domain.ts';
import { describeRule } from '../policy/describe.ts';
import { type GatewayEntry, gatewayEntry } from '../snippets/gateway-entry.ts';
import { snippets } from '../snippets/list.ts';
import { render } from '../snippets/render.ts';
import { type Grade, type ServerRules, type Snippet, serverKeyOf } from '../snippets/snippet.ts';
import { gradeOf, gradeWords, losesRule, says } from '../snippets/words.ts';
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
export type Target = {
  id: string;
  name: string;
  file: string;
  note: string;
  grade: { id: Grade; word: string };
  /** How to start the gateway in this program, where that holds more of the rule. */
  entry: GatewayEntry | undefined;
} & ({ code: string /** The name of a downloaded file. */; saveAs: string } | { why: string });

export function policyBox(server: CatalogServer, tool: CatalogTool): PolicyBox {
  const targets = snippets.map((snippet) => target(snippet, tool, server.declared.transport));
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

function target(snippet: Snippet, { server, definition, rule }: CatalogTool, transport: Transport): Target {
  const rules = { server, serverKey: serverKeyOf(server), tools: new Map([[definition.name, rule]]) };
  const made = render(snippet, [rules]);
  const entry = snippet.entry && (!made.ok || losesRule(snippet, rule)) ? snippet.entry : undefined;
  const grade = made.ok ? gradeOf(snippet, rule) : 'cannot';
  const about = {
    id: snippet.id,
    name: snippet.title,
    file: snippet.file,
    note: says(snippet, rule),
    grade: { id: grade, word: gradeWords[grade] },
    entry: entry && gatewayEntry(entry, { ...rules, transport }),
  };
  if (!made.ok) return { ...about, why: made.why };
  return { ...about, code: made.text, saveAs: savedName(server, snippet) };
}

/** `notes.policy.yaml`, `notes.codex.toml`. */
const savedName = (server: string, { id, language }: Snippet) =>
  `${server}.${id === 'policy-json' ? 'policy' : id}.${language}`;

/** A server's whole recommended policy, for every format. */
export const serverRules = ({ id, policy }: CatalogServer): ServerRules => ({
  server: id,
  serverKey: serverKeyOf(id),
  default: policy.default,
  ...(policy.reason === undefined ? {} : { reason: policy.reason }),
  tools: policy.tools,
});
