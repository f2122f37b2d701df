/** Keeps every usable tool of a list and says why another was not: one bad definition never costs its neighbours. */
import type { ToolDefinition } from '../domain.ts';
import { plainLine } from './plain-text.ts';
import type { Dropped } from './server-answer.ts';
import { type Foreign, isObject } from './wire.ts';

const maxTools = 10_000;
const maxDepth = 200;
const maxToolBytes = 1024 * 1024;
const maxReasons = 100;

/** Fields whose kind pages rely on. A tool without one of them is still a tool. */
const kinds: { field: string; kind: string; is: (value: unknown) => boolean }[] = [
  { field: 'title', kind: 'a string', is: (value) => typeof value === 'string' },
  { field: 'description', kind: 'a string', is: (value) => typeof value === 'string' },
  { field: 'annotations', kind: 'an object', is: isObject },
];

/** Sorted by name, code point by code point; tools of one name stay in the server's order. */
export function keepTools(entries: readonly unknown[]): { tools: ToolDefinition[]; dropped: Dropped[] } {
  const tools: ToolDefinition[] = [];
  const dropped: Dropped[] = [];
  for (const [index, entry] of entries.slice(0, maxTools).entries()) {
    const name = isObject(entry) && typeof entry['name'] === 'string' ? plainLine(entry['name']) : '';
    const fault = faultOf(entry);
    if (fault === undefined) tools.push(keepFields(entry as Foreign, (reason) => dropped.push({ name, reason })));
    else dropped.push({ name: name || `entry ${index + 1}`, reason: fault });
  }
  const beyond = entries.length - maxTools;
  if (beyond > 0)
    dropped.push({ name: 'tools/list', reason: 'There were more than 10,000 tools: the rest was left out.' });
  return { tools: tools.sort((a, b) => byCodePoint(a.name, b.name)), dropped: shortened(dropped) };
}

function faultOf(entry: unknown): string | undefined {
  if (!isObject(entry)) return 'It is not an object.';
  if (typeof entry['name'] !== 'string') return 'It has no name.';
  if (entry['name'] === '') return 'Its name is empty.';
  if (deeperThan(entry, maxDepth)) return `It is nested more than ${maxDepth} levels deep.`;
  if (Buffer.byteLength(JSON.stringify(entry)) > maxToolBytes) return 'Its definition is larger than 1 MiB.';
  return undefined;
}

function keepFields(entry: Foreign, drop: (reason: string) => void): ToolDefinition {
  const wrong = kinds.filter(({ field, is }) => Object.hasOwn(entry, field) && !is(entry[field]));
  for (const { field, kind } of wrong) if (entry[field] !== null) drop(`Its ${field} was left out: not ${kind}.`);
  if (wrong.length === 0) return entry as ToolDefinition;
  const fields = new Set(wrong.map(({ field }) => field));
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !fields.has(key))) as ToolDefinition;
}

/** With a stack of its own: what a server nests could overflow ours. */
function deeperThan(value: unknown, max: number): boolean {
  const open: [unknown, number][] = [[value, 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [each, depth] = next;
    if (typeof each !== 'object' || each === null) continue;
    if (depth > max) return true;
    for (const inner of Object.values(each)) open.push([inner, depth + 1]);
  }
  return false;
}

/** UTF-16 order differs from code point order beyond the basic plane. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function shortened(dropped: Dropped[]): Dropped[] {
  if (dropped.length <= maxReasons) return dropped;
  const more = dropped.length - maxReasons;
  return [...dropped.slice(0, maxReasons), { name: 'tools/list', reason: `${more} more were left out likewise.` }];
}
