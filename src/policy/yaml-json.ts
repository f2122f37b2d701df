/** YAML nodes as JSON, with a report of all that JSON does not have. */
import { isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import type { Json } from '../domain.ts';
import type { Report } from './fields.ts';

/** Plain JSON; every key is an own property, `__proto__` included. */
export function jsonOf(node: unknown, path: string, report: Report): Json {
  if (isMap(node)) return Object.fromEntries(entriesOf(node as YAMLMap.Parsed, path, report));
  if (isSeq(node)) return node.items.map((item) => jsonOf(item, path, report));
  const value = isScalar(node) ? node.value : null;
  const isJson = value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  if (!isJson) report(node as ParsedNode, path, 'holds a value that JSON does not have');
  return isJson ? (value as Json) : null;
}

function entriesOf({ items }: YAMLMap.Parsed, path: string, report: Report): [string, Json][] {
  const seen = new Set<string>();
  return items.map(({ key, value }) => {
    const name = isScalar(key) ? String(key.source ?? key.value) : '';
    if (seen.has(name)) report(key, path, `holds \`${name}\` twice`);
    seen.add(name);
    return [name, jsonOf(value, path, report)];
  });
}
