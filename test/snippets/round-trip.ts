/** Renders, reads back and compares: what a program would do with each tool against what the rules ask of it. */
import { isDeepStrictEqual } from 'node:util';
import type { Rule } from '../../src/policy/grammar.ts';
import { render } from '../../src/snippets/render.ts';
import type { ServerRules, Snippet, Told } from '../../src/snippets/snippet.ts';
import { type Reading, readers } from './readers.ts';

/** What a program must do of a rule, from what it can do; written apart from the code under test. */
function wanted(snippet: Snippet, rule: Rule): Told {
  if (rule.action === 'deny' || rule.action === 'hide') return snippet.id === 'vscode' ? 'ask' : 'deny';
  const asksFor = rule.action === 'require_approval' || (rule.arguments !== undefined && !isCatalog(snippet));
  const cannotAsk = ['policylayer', 'intercept', 'docker'].includes(snippet.id);
  return asksFor ? (cannotAsk ? 'deny' : 'ask') : 'allow';
}

const isCatalog = ({ isGateway }: Snippet) => isGateway === true;

export type Compared = { text: string; differing: string[]; refused: string[]; compared: number };

/** `differing` names each tool whose decision is not the one wanted, and each rule too many. */
export function roundTrip(snippet: Snippet, servers: readonly ServerRules[]): Compared {
  const made = render(snippet, servers);
  const all = servers.flatMap(({ tools }) => [...tools.keys()]);
  if (!made.ok) return { text: '', differing: [], refused: all, compared: 0 };
  const reading = readers[snippet.id]?.(made.text);
  if (!reading) throw new Error(`no reader for ${snippet.id}`);
  const differing: string[] = [];
  let compared = 0;
  for (const server of servers) {
    const left = new Set(made.leftOut.filter((out) => out.server === server.server).map(({ tool }) => tool));
    for (const [name, rule] of server.tools) {
      if (left.has(name)) continue;
      compared++;
      differing.push(...differs(snippet, server, { name, rule }, reading));
    }
    if (server.default) differing.push(...othersDiffer(snippet, server, server.default, reading));
  }
  return { text: made.text, differing, refused: made.leftOut.map(({ tool }) => tool), compared };
}

/** The catalog's own grammar names a server by its id. */
export const keyIn = (snippet: Snippet, { server, serverKey }: ServerRules) =>
  isCatalog(snippet) ? server : serverKey;

/** What a program makes of names, where two tools may become one to it. */
const folds: { [id: string]: (name: string) => string } = {
  'claude-code': (name) => name.replaceAll(/[^A-Za-z0-9_-]/g, '_'),
  'copilot-cli': (name) => name.replaceAll('.', '-'),
  vscode: (name) => name.replaceAll('.', '_'),
  opencode: (name) => name.replaceAll(/[^A-Za-z0-9_-]/g, '_'),
};

const strictness = { allow: 0, ask: 1, deny: 2 } as const;

function differs(
  snippet: Snippet,
  server: ServerRules,
  tool: { name: string; rule: Rule },
  reading: Reading,
): string[] {
  const limit = reading.limit?.(keyIn(snippet, server), tool.name);
  const spent = reading.limit && wanted(snippet, tool.rule) === 'allow' ? namedLimit(tool.rule) : undefined;
  const expected = wantedOf(snippet, server, tool.name, tool.rule);
  const decided = reading.decide(keyIn(snippet, server), tool.name);
  const place = `${snippet.id} ${server.server} ${JSON.stringify(tool.name)}`;
  const whole = reading.whole?.(keyIn(snippet, server), tool.name);
  return [
    ...(reading.whole && !isDeepStrictEqual(whole, tool.rule)
      ? [`${place}: another rule, ${JSON.stringify(whole)}`]
      : []),
    ...(decided === expected ? [] : [`${place}: ${decided}, not ${expected}`]),
    ...(spent && spent.max > 0 && (limit?.max !== spent.max || limit.window !== spent.window)
      ? [`${place}: limit ${JSON.stringify(limit)}, not ${JSON.stringify(spent)}`]
      : []),
  ];
}

/** What a program must do with a tool: the strictest of what is wanted of all the tools that are one to it. */
export function wantedOf(snippet: Snippet, server: ServerRules, tool: string, own: Rule): Told {
  const fold = folds[snippet.id];
  const sharing = fold ? (byFoldedName(server.tools, fold).get(fold(tool)) ?? [own]) : [own];
  const told = sharing.map((rule) => wanted(snippet, rule)).reduce((a, b) => (strictness[a] >= strictness[b] ? a : b));
  return snippet.can.limit && !isCatalog(snippet) && told === 'allow' && namedLimit(own)?.max === 0 ? 'deny' : told;
}

const folded = new WeakMap<object, Map<(name: string) => string, Map<string, Rule[]>>>();

/** Made once for each server and fold: one of them has thousands of tools. */
function byFoldedName(tools: ServerRules['tools'], fold: (name: string) => string): Map<string, Rule[]> {
  const made = folded.get(tools) ?? new Map<(name: string) => string, Map<string, Rule[]>>();
  folded.set(tools, made);
  const rules = made.get(fold) ?? new Map<string, Rule[]>();
  if (rules.size === 0)
    for (const [name, rule] of tools) rules.set(fold(name), [...(rules.get(fold(name)) ?? []), rule]);
  made.set(fold, rules);
  return rules;
}

/** The limit in a window with a name, never looser. */
export function namedLimit({ rate_limit }: Rule): { max: number; window: string } | undefined {
  if (!rate_limit) return undefined;
  const { max, window } = rate_limit;
  if (window <= 60) return { max, window: 'minute' };
  if (window <= 3600) return { max, window: 'hour' };
  if (window <= 86_400) return { max, window: 'day' };
  return { max: Math.floor(max / Math.ceil(window / 86_400)), window: 'day' };
}

/** A name that no rule holds, and that no program folds into one that a rule holds. */
const unlisted = 'no-rule-holds-this-name';

function othersDiffer(
  snippet: Snippet,
  server: ServerRules,
  fallback: NonNullable<ServerRules['default']>,
  reading: Reading,
) {
  const expected = snippet.others(fallback);
  const decided = reading.decide(keyIn(snippet, server), unlisted) ?? (fallback === 'allow' ? 'allow' : undefined);
  if (fallback !== 'allow' && expected === 'allow') return [`${snippet.id}: allows what has no rule`];
  return decided === expected ? [] : [`${snippet.id} ${server.server}: others ${decided}, not ${expected}`];
}
