/** Turns rules into the text of a format. A name that a format cannot carry is never written, and never dropped unsaid. */
import type { Rule } from '../policy/grammar.ts';
import type { ServerRules, Snippet, Told, WritableServer } from './snippet.ts';

export type LeftOut = { server: string; tool: string; why: string };

export type Rendered =
  | {
      ok: true;
      text: string;
      /** Rules that the text does not carry, and why. */
      leftOut: LeftOut[];
    }
  | { ok: false; why: string };

/** A text ready to paste for these servers, or why there is none. `servers` is one where the format speaks of one. */
export function render(snippet: Snippet, servers: readonly ServerRules[]): Rendered {
  if (servers.length === 0) return { ok: false, why: 'There is no rule to write.' };
  if (snippet.servers === 'one' && servers.length > 1) {
    return { ok: false, why: `${snippet.title} keeps one file for each server.` };
  }
  const keys = servers.map(({ serverKey }) => serverKey);
  if (new Set(keys).size < keys.length) {
    return { ok: false, why: 'Two of these servers would have one name in the client: name them otherwise.' };
  }
  const leftOut: LeftOut[] = [];
  const writable: WritableServer[] = [];
  for (const server of servers) {
    const made = carried(snippet, server, leftOut);
    if (made.tools.length > 0 || server.tools.size === 0) writable.push(made);
    // Under a default that allows, a rule that is not written would be weaker in silence.
    if (server.default === 'allow' && leftOut.length > 0) return { ok: false, why: leftOut[0]?.why ?? '' };
  }
  if (writable.length === 0) return { ok: false, why: leftOut[0]?.why ?? 'There is no rule to write.' };
  return { ok: true, text: snippet.write(writable), leftOut };
}

/** What the program is told of a rule: never something weaker, as far as it can be told. */
export function toldOf(snippet: Snippet, { action, arguments: schema }: Rule): Told {
  if (action === 'deny' || action === 'hide') return 'deny';
  const needsPerson = action === 'require_approval' || (schema !== undefined && !snippet.can.arguments);
  if (!needsPerson) return 'allow';
  return snippet.can.ask ? 'ask' : 'deny';
}

function carried(snippet: Snippet, server: ServerRules, leftOut: LeftOut[]): WritableServer {
  const tools: { name: string; rule: Rule; told: Told }[] = [];
  for (const [name, rule] of server.tools) {
    const why = snippet.refuses?.(server.serverKey, name, server.default !== undefined);
    if (why === undefined) tools.push({ name, rule, told: toldOf(snippet, rule) });
    else leftOut.push({ server: server.server, tool: name, why });
  }
  return { ...server, tools: strictestOfEachName(snippet, server.serverKey, tools) };
}

const strictness = { allow: 0, ask: 1, deny: 2 } as const satisfies Record<Told, number>;

/** Two tools that the program cannot tell apart are told the stricter of their rules. */
function strictestOfEachName(snippet: Snippet, serverKey: string, tools: WritableServer['tools']) {
  const { fold } = snippet;
  if (!fold) return tools;
  const strictest = new Map<string, Told>();
  for (const { name, told } of tools) {
    const folded = fold(serverKey, name);
    const before = strictest.get(folded) ?? 'allow';
    strictest.set(folded, strictness[told] > strictness[before] ? told : before);
  }
  const seen = new Set<string>();
  return tools.flatMap((tool) => {
    const folded = fold(serverKey, tool.name);
    if (seen.has(folded)) return [];
    seen.add(folded);
    return [{ ...tool, told: strictest.get(folded) ?? tool.told }];
  });
}
