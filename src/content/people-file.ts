/** Reads a YAML file that a person wrote: strict, every fault at once, each with its place and what to do. */
import { closest, distance } from 'fastest-levenshtein';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';

export type Read<T> = { ok: true; value: T } | { ok: false; problems: string[] };

/** In UTF-16 units. */
const longest = 1024 * 1024;

/** `file` is how problems name it: `content/servers/plex.yaml:3:1: titel: …`. An empty file is an empty mapping. */
export function readPeopleFile<T>(schema: z.ZodType<T>, text: string, file: string): Read<T> {
  if (text.length > longest) return { ok: false, problems: [`${file}: is longer than 1 MB; is it the right file?`] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.slice(0, 20).map(({ pos, message }) => `${at(pos[0])}: ${message.split('\n')[0]}`),
    };
  }
  const lost = lostKeys(document);
  if (lost.length > 0) {
    return {
      ok: false,
      problems: lost.map((offset) => `${at(offset)}: __proto__: a key of this name would be lost. Take it out.`),
    };
  }
  const value = toValue(document);
  if (!value.ok) return { ok: false, problems: [`${file}: ${value.why}`] };
  const parsed = schema.safeParse(value.value ?? {});
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, schema, document, at)) };
}

/** Where keys stand that schemas pass over: what a person wrote there would seem to hold, and not. */
function lostKeys(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && key.value === '__proto__') offsets.push(key.range?.[0] ?? 0);
    },
  });
  return offsets;
}

function toValue(document: Document): { ok: true; value: unknown } | { ok: false; why: string } {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    return { ok: false, why: `cannot be read (${error instanceof Error ? error.message : error}). Write it out.` };
  }
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, document: Document, at: (offset: number) => string) {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') {
    return [`${at(offsetOf(document, path))}: ${path.join('.') || 'the file'}: ${issue.message}`];
  }
  const known = keysAt(schema, path);
  return issue.keys.map((key) => {
    const name = [...path, key].join('.');
    return `${at(offsetOf(document, [...path, key]))}: ${name}: is not known here. ${suggestion(key, known)}`;
  });
}

/** Where the key that ends the path stands, or the nearest thing above it that is there. */
function offsetOf(document: Document, path: readonly string[]): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const key of path) {
    const pair = isMap(node) && node.items.find((each) => isScalar(each.key) && String(each.key.value) === key);
    const next: unknown = pair ? pair.key : isNode(node) && 'get' in node ? node.get(Number(key), true) : undefined;
    if (!isNode(next)) break;
    offset = next.range?.[0] ?? offset;
    node = pair ? pair.value : next;
  }
  return offset;
}

/** The keys that the schema knows at a path; of a union, those of every option. */
function keysAt(schema: z.core.$ZodType, path: readonly string[]): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [first, ...rest] = path;
  switch (def.type) {
    case 'object': {
      if (first === undefined) return Object.keys(def.shape);
      const below = def.shape[first];
      return below ? keysAt(below, rest) : [];
    }
    case 'record':
      return first === undefined ? [] : keysAt(def.valueType, rest);
    case 'union':
      return [...new Set(def.options.flatMap((option) => keysAt(option, path)))];
    case 'default':
    case 'optional':
      return keysAt(def.innerType, path);
    default:
      return [];
  }
}

/** `Did you mean "title"?`, or every word that there is. */
export function suggestion(word: string, known: readonly string[]): string {
  const short = word.slice(0, 60);
  const nearest = known.length > 0 ? closest(short, [...known]) : '';
  if (nearest && distance(short, nearest) <= Math.max(2, nearest.length / 3)) return `Did you mean "${nearest}"?`;
  if (known.length === 0) return 'Take it out.';
  return known.length <= 20 ? `Known here: ${known.join(', ')}.` : 'Check its spelling.';
}
