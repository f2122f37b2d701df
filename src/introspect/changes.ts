/** What changed of a server's tools between two answers, and how much of it is kept. */
import { definitionDigest, digestOf } from '../digest.ts';
import { type Change, type ChangeLog, definitionParts, type ToolDefinition } from '../domain.ts';

/** Of one server; older ones are dropped. */
const mostChanges = 300;
/** In UTF-16 units of JSON. A longer definition is kept as its digest alone. */
const longestDefinition = 32_000;
/** All definitions of one server together; the oldest give way. */
const mostDefinitions = 512_000;

/** Removed, added and changed tools, by name. Tools of one name are told apart by their order. */
export function changesBetween(
  before: readonly ToolDefinition[],
  after: readonly ToolDefinition[],
  at: Date,
): Change[] {
  const old = byNameAndOrder(before);
  const now = byNameAndOrder(after);
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  return keys.flatMap((key): Change[] => {
    const was = old.get(key);
    const is = now.get(key);
    const change = changeOf(was, is, at.toISOString());
    return change ? [change] : [];
  });
}

/** The log with more changes at its end. What the log has at its end already, from a run that was cut short, is not repeated. */
export function withChanges({ server, changes }: ChangeLog, more: readonly Change[]): ChangeLog {
  const last = new Map(changes.map((change) => [change.tool, change]));
  const news = more.filter((change) => !isSame(last.get(change.tool), change));
  return { server, changes: bounded([...changes, ...news]) };
}

function changeOf(was: ToolDefinition | undefined, is: ToolDefinition | undefined, at: string): Change | undefined {
  const before = was && { digest: definitionDigest(was), definition: was };
  const after = is && { digest: definitionDigest(is) };
  if (was && is) {
    if (before?.digest === after?.digest) return undefined;
    const parts = definitionParts.filter((part) => digestOf([was[part] ?? null]) !== digestOf([is[part] ?? null]));
    return { at, tool: is.name, kind: 'changed', parts, ...(before && { before }), ...(after && { after }) };
  }
  if (is && after) return { at, tool: is.name, kind: 'added', after };
  return was && before ? { at, tool: was.name, kind: 'removed', before } : undefined;
}

function byNameAndOrder(tools: readonly ToolDefinition[]): Map<string, ToolDefinition> {
  const times = new Map<string, number>();
  return new Map(
    tools.map((tool) => {
      const nth = (times.get(tool.name) ?? 0) + 1;
      times.set(tool.name, nth);
      return [JSON.stringify([tool.name, nth]), tool];
    }),
  );
}

const isSame = (one: Change | undefined, other: Change) =>
  one?.kind === other.kind && one.before?.digest === other.before?.digest && one.after?.digest === other.after?.digest;

function bounded(changes: readonly Change[]): Change[] {
  let left = mostDefinitions;
  return changes
    .slice(-mostChanges)
    .reverse()
    .map((change): Change => {
      const { before } = change;
      if (!before?.definition) return change;
      const size = JSON.stringify(before.definition).length;
      left -= size;
      return size > longestDefinition || left < 0 ? { ...change, before: { digest: before.digest } } : change;
    })
    .reverse();
}
