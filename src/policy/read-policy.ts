/** Reads one document of a policy file: its head, and its tools by name. */
import { isMap, isScalar, type Pair, type ParsedNode } from 'yaml';
import { idPattern } from '../domain.ts';
import { type Fields, fieldReader, type Report } from './fields.ts';
import { policyFile } from './file-schema.ts';
import type { Policy, Rule } from './grammar.ts';
import { readReason, readRule } from './read-rule.ts';

/** Every fault is reported; undefined where there is too little to go on with. */
export function readPolicy(contents: ParsedNode, report: Report): Policy | undefined {
  const fields = fieldReader(contents, '', Object.keys(policyFile.shape), report);
  if (!fields) return undefined;
  const version = fields.value('version');
  if (version === undefined) report(contents, 'version', 'is missing; write `version: 1`');
  else if (version !== 1) report(fields.node('version'), 'version', 'must be the number 1, the only version there is');

  const server = fields.value('server');
  if (server === undefined) report(contents, 'server', 'is missing; write the id that the catalog gives the server');
  else if (typeof server !== 'string' || !idPattern.test(server)) {
    report(fields.node('server'), 'server', 'must be an id: lower-case letters, digits, `-` and `_`; quote a number');
  }
  const fallback = fields.choice('default', policyFile.shape.default.options);
  if (!fields.has('default')) report(contents, 'default', 'is missing; write `default: deny`');
  const reason = readReason(fields);
  const tools = readTools(fields, report);
  if (typeof server !== 'string' || !fallback) return undefined;
  return { version: 1, server, default: fallback, ...(reason === undefined ? {} : { reason }), tools };
}

function readTools(fields: Fields, report: Report): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  const seen = new Set<string>();
  const tools = fields.node('tools');
  if (tools === undefined) return rules;
  if (!isMap(tools)) {
    report(tools, 'tools', 'must list tools by name, each with its rule below');
    return rules;
  }
  for (const pair of tools.items as Pair<ParsedNode, ParsedNode | null>[]) {
    const { key, value } = pair;
    if (!isScalar(key) || typeof key.value !== 'string' || key.value === '') {
      const written = isScalar(key) ? String(key.source ?? key.value) : '';
      report(key, 'tools', `a tool's name is text; quote it: "${written}"`);
      continue;
    }
    const path = pathOf('tools', key.value);
    if (seen.has(key.value)) report(key, path, 'stands here twice; keep one rule for each tool');
    seen.add(key.value);
    const rule = readRule(value ?? key, path, report);
    if (rule) rules.set(key.value, rule);
  }
  return rules;
}

const pathOf = (parent: string, name: string) =>
  /^[A-Za-z0-9_-]+$/.test(name) ? `${parent}.${name}` : `${parent}[${JSON.stringify(name)}]`;
