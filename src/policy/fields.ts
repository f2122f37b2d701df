/** Reads the named fields of one YAML mapping and reports every other key, with the nearest right word. */
import { closest, distance } from 'fastest-levenshtein';
import { isMap, isScalar, type Pair, type ParsedNode } from 'yaml';
import type { z } from 'zod';

export type Report = (node: ParsedNode | null | undefined, path: string, message: string) => void;

export type Fields = {
  has: (key: string) => boolean;
  node: (key: string) => ParsedNode | undefined;
  /** A scalar's value; undefined where the key is missing, null where it holds no scalar. */
  value: (key: string) => unknown;
  choice: <T extends string>(key: string, words: readonly T[]) => T | undefined;
  text: (key: string, form: z.ZodString, message: string) => string | undefined;
  /** A whole number from 1 to `most`; the key must be there. */
  integer: (key: string, most: number) => number | undefined;
};

/** Keys that begin with `x-` are the owner's own and are passed over. */
export function fieldReader(
  node: ParsedNode,
  path: string,
  known: readonly string[],
  report: Report,
): Fields | undefined {
  if (!isMap(node)) {
    report(node, path, `must be a list of keys and values: ${known.join(', ')}`);
    return undefined;
  }
  const values = new Map<string, ParsedNode>();
  for (const { key, value } of node.items as Pair<ParsedNode, ParsedNode | null>[]) {
    const name = isScalar(key) ? String(key.value) : '';
    if (name.startsWith('x-')) continue;
    if (values.has(name)) report(key, at(path, name), 'stands here twice; keep one');
    if (!known.includes(name)) report(key, at(path, name), `is not a key of this grammar; ${suggestion(name, known)}`);
    else values.set(name, value ?? key);
  }

  const scalar = (key: string) => {
    const found = values.get(key);
    if (found === undefined) return undefined;
    return isScalar(found) ? found.value : null;
  };
  return {
    has: (key) => values.has(key),
    node: (key) => values.get(key),
    value: scalar,
    choice: (key, words) => {
      const value = scalar(key);
      const found = words.find((word) => word === value);
      if (value !== undefined && !found) {
        report(
          values.get(key),
          at(path, key),
          `must be one of ${words.join(', ')}; ${suggestion(String(value), words)}`,
        );
      }
      return found;
    },
    text: (key, form, message) => {
      const value = scalar(key);
      if (typeof value === 'string' && form.safeParse(value).success) return value;
      if (value !== undefined) report(values.get(key), at(path, key), message);
      return undefined;
    },
    integer: (key, most) => {
      const value = scalar(key);
      if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most) return value as number;
      report(values.get(key) ?? node, at(path, key), `must be a whole number from 1 to ${most.toLocaleString('en')}`);
      return undefined;
    },
  };
}

const at = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

export function suggestion(word: string, known: readonly string[]): string {
  const nearest = closest(word.slice(0, 60), [...known]);
  const isNear = distance(word.slice(0, 60), nearest) <= Math.max(2, nearest.length / 3);
  if (isNear) return `did you mean \`${nearest}\`?`;
  return known.length <= 12 ? `there are ${known.join(', ')}` : 'check its spelling';
}
