/** Reads one rule of a policy file. */
import { isMap, type ParsedNode, type YAMLMap } from 'yaml';
import type { Json } from '../domain.ts';
import { argumentFaults } from './arguments.ts';
import { type Fields, fieldReader, type Report } from './fields.ts';
import { policyFile, rateLimit, rule as ruleForms } from './file-schema.ts';
import type { RateLimit, Rule } from './grammar.ts';
import { jsonOf } from './yaml-json.ts';

const { passing, refusing } = ruleForms;
const withCallsOnly = Object.keys(passing.shape).filter((key) => !(key in refusing.shape));

/** The rule below a tool's name. */
export function readRule(node: ParsedNode, path: string, report: Report): Rule | undefined {
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

export const readReason = (fields: Fields) =>
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
