/** Reads policies that people wrote: strict, with the place of every fault and what to do about it. */
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  type ParsedNode,
  parseAllDocuments,
  visit,
  type YAMLMap,
} from 'yaml';
import { idPattern, type Json } from '../domain.ts';
import { argumentFaults } from './arguments.ts';
import { type Fields, fieldReader, type Report } from './fields.ts';
import { policyFile, rateLimit, rule as ruleForms } from './file-schema.ts';
import type { Policy, RateLimit, Rule } from './grammar.ts';

type Finding = {
  /** From 1; both 0 where a fault has no place. */
  line: number;
  column: number;
  /** `tools.create_playlist.rate_limit`; empty for the whole file. */
  path: string;
  message: string;
};

export type ParsedPolicies = { ok: true; policies: Policy[] } | { ok: false; findings: Finding[] };

/** In UTF-16 units: room for tens of thousands of tools. */
const longest = 16 * 1024 * 1024;
/** A broken bracket can make a thousand faults; nobody reads them all. */
const mostFindings = 200;

/** Several YAML documents make several policies; JSON is YAML. Never throws; every fault of the text is found. */
export function parsePolicies(text: string): ParsedPolicies {
  if (text.length > longest) return fail(`is longer than ${longest / 1024 / 1024} MB; split it`);
  const lines = new LineCounter();
  try {
    return readDocuments(text, lines);
  } catch (error) {
    return fail(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const fail = (message: string): ParsedPolicies => ({
  ok: false,
  findings: [{ line: 0, column: 0, path: '', message }],
});

function readDocuments(text: string, lines: LineCounter): ParsedPolicies {
  const findings: Finding[] = [];
  const reportAt = (offset: number, path: string, message: string) => {
    const { line, col } = lines.linePos(offset);
    findings.push({ line, column: col, path, message });
  };
  const report: Report = (node, path, message) => reportAt(node?.range?.[0] ?? 0, path, message);

  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const documents = Array.isArray(parsed)
    ? parsed.filter(({ contents, errors }) => errors.length > 0 || !isEmpty(contents))
    : [];
  const policies: Policy[] = [];
  for (const document of documents) {
    const { contents, errors, warnings } = document;
    for (const { pos, message } of [...errors, ...warnings]) reportAt(pos[0], '', firstLine(message));
    if (errors.length > 0 || !contents) continue;
    const before = findings.length;
    refuseAliases(contents, report);
    if (findings.length > before) continue;
    const policy = readPolicy(contents, report);
    if (findings.length > before || !policy) continue;
    if (policies.some(({ server }) => server === policy.server)) {
      report(contents, 'server', `"${policy.server}" has a policy above; keep one document for each server`);
    }
    policies.push(policy);
  }
  if (documents.length === 0) reportAt(0, '', 'holds no policy; begin with `version: 1`');
  findings.sort((a, b) => a.line - b.line || a.column - b.column);
  return findings.length > 0 ? { ok: false, findings: findings.slice(0, mostFindings) } : { ok: true, policies };
}

const isEmpty = (contents: Node | null) => contents === null || (isScalar(contents) && contents.value === null);

const firstLine = (message: string) => message.split('\n', 1)[0] ?? message;

/** An alias can stand for a million nodes; a policy is read by people, who should see what applies. */
function refuseAliases(contents: Node, report: Report): void {
  visit(contents, {
    Alias: (_, node) => report(node as ParsedNode, '', `write the value out instead of \`*${node.source}\``),
  });
}

function readPolicy(contents: ParsedNode, report: Report): Policy | undefined {
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

const { passing, refusing } = ruleForms;
const withCallsOnly = Object.keys(passing.shape).filter((key) => !(key in refusing.shape));

function readRule(node: ParsedNode, path: string, report: Report): Rule | undefined {
  const fields = fieldReader(node, path, Object.keys(passing.shape), report);
  if (!fields) return undefined;
  const action = fields.choice('action', [...passing.shape.action.options, ...refusing.shape.action.options]);
  if (!fields.has('action')) report(node, path, 'has no action; write `action: deny`, or another');
  if (action === 'deny' || action === 'hide') {
    for (const key of withCallsOnly) {
      if (fields.has(key))
        report(fields.node(key), `${path}.${key}`, `can never act beside \`action: ${action}\`; remove it`);
    }
  }
  const limit = readLimit(fields, `${path}.rate_limit`, report);
  const schema = readArguments(fields, `${path}.arguments`, report);
  const reason = readReason(fields);
  const definition = fields.text(
    'definition',
    passing.shape.definition.unwrap(),
    'must be `sha256:` and 64 hex digits',
  );
  if (!action) return undefined;
  return {
    action,
    ...(limit ? { rate_limit: limit } : {}),
    ...(schema ? { arguments: schema } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(definition === undefined ? {} : { definition }),
  };
}

const readReason = (fields: Fields) =>
  fields.text('reason', policyFile.shape.reason.unwrap(), 'must be one line of 1 to 500 characters');

function readLimit(fields: Fields, path: string, report: Report): RateLimit | undefined {
  const node = fields.node('rate_limit');
  if (!node) return undefined;
  const limit = fieldReader(node, path, Object.keys(rateLimit.shape), report);
  const max = limit?.integer('max', rateLimit.shape.max.maxValue ?? 0);
  const window = limit?.integer('window', rateLimit.shape.window.maxValue ?? 0);
  const per = limit?.has('per') ? limit.choice('per', rateLimit.shape.per.unwrap().options) : undefined;
  if (max === undefined || window === undefined) return undefined;
  return { max, window, ...(per ? { per } : {}) };
}

function readArguments(fields: Fields, path: string, report: Report): { [key: string]: Json } | undefined {
  const node = fields.node('arguments');
  if (!node) return undefined;
  if (!isMap(node)) {
    report(node, path, 'must be a JSON Schema for the arguments, such as `{ properties: { type: { const: audio } } }`');
    return undefined;
  }
  const schema = jsonOf(node as YAMLMap.Parsed, path, report) as { [key: string]: Json };
  for (const fault of argumentFaults(schema)) report(node, path + fault.path, fault.message);
  return schema;
}

/** Plain JSON; every key is an own property, `__proto__` included. */
function jsonOf(node: unknown, path: string, report: Report): Json {
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
