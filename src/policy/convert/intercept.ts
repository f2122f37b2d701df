/** PolicyLayer's Intercept YAML: https://github.com/policylayer/intercept */
import { z } from 'zod';
import type { Json } from '../../domain.ts';
import { argumentFaults } from '../arguments.ts';
import type { Policy, Rule } from '../grammar.ts';
import { type Converted, oneLimitNote, reasonOf, strictest, windows } from './converted.ts';

const condition = z.strictObject({ path: z.string(), op: z.string(), value: z.unknown().optional() });
const interceptRule = z.strictObject({
  name: z.string().optional(),
  action: z.string().optional(),
  on_deny: z.string().optional(),
  rate_limit: z
    .string()
    .regex(/^[0-9]{1,7}\/(?:minute|hour|day)$/, 'must be a number per minute, hour or day: 5/hour')
    .optional(),
  conditions: z.array(condition).optional(),
});
const entry = z.strictObject({ rules: z.array(interceptRule).default([]) });
export const interceptFile = z.strictObject({
  version: z.string(),
  description: z.string().optional(),
  // As Intercept has it where the key is left out.
  default: z.enum(['allow', 'deny']).default('allow'),
  hide: z.array(z.string()).default([]),
  tools: z.record(z.string(), entry).default({}),
});
type InterceptRule = z.infer<typeof interceptRule>;

export function fromIntercept(file: z.infer<typeof interceptFile>, server: string): Converted {
  const notes: string[] = [];
  const everyTool = file.tools['*']?.rules ?? [];
  if (everyTool.some((rule) => rule.action !== 'deny')) {
    return {
      ok: false,
      problems: ['tools.*: a limit or condition on all tools together cannot be said here; give each tool its own'],
    };
  }
  const tools = new Map<string, Rule>();
  for (const [tool, { rules }] of Object.entries(file.tools)) {
    if (tool !== '*') tools.set(tool, everyTool.length > 0 ? { action: 'deny' } : ruleOf(tool, rules, notes));
  }
  const hidesAll = file.hide.includes('*');
  if (hidesAll) for (const tool of tools.keys()) tools.set(tool, { action: 'hide' });
  for (const tool of file.hide) if (tool !== '*') tools.set(tool, { action: 'hide' });
  const fallback = hidesAll ? 'hide' : everyTool.length > 0 ? 'deny' : file.default;
  const policy: Policy = { version: 1, server, default: fallback, tools };
  return { ok: true, policy, notes };
}

function ruleOf(tool: string, rules: readonly InterceptRule[], notes: string[]): Rule {
  const reason = reasonOf(rules.find(({ on_deny }) => on_deny !== undefined)?.on_deny);
  const because = reason === undefined ? {} : { reason };
  const deny = (note?: string): Rule => {
    if (note !== undefined) notes.push(`tools.${tool}: ${note}, so the tool is denied`);
    return { action: 'deny', ...because };
  };
  if (rules.some(({ action, conditions }) => action === 'deny' && !conditions)) return deny();
  if (rules.some(({ action }) => action !== undefined && action !== 'evaluate')) {
    return deny('an action beside conditions is not read');
  }
  const limits = rules.flatMap(({ rate_limit }) => {
    const [max, window] = rate_limit?.split('/') ?? [];
    return max && window ? [{ max: Number(max), window: windows[window as 'minute' | 'hour' | 'day'] }] : [];
  });
  const limit = strictest(limits);
  if (limits.length > 1) notes.push(oneLimitNote(tool));
  if (limit && (limit.max < 1 || limit.max > 1_000_000)) return deny('its limit is out of range');
  if (limit) notes.push(`tools.${tool}: the limit of all sessions became one of an identity, in a window that slides`);

  const schemas: Json[] = [];
  for (const each of rules.flatMap(({ conditions = [] }) => conditions)) {
    const schema = schemaOf(each);
    if (!schema) return deny(`the condition \`${each.path} ${each.op}\` cannot be said here`);
    schemas.push(schema);
  }
  const [first] = schemas;
  const all = schemas.length > 1 ? { allOf: schemas } : (first as { [key: string]: Json } | undefined);
  if (all && argumentFaults(all).length > 0) return deny('a condition cannot be said here');
  return {
    action: 'allow',
    ...(limit ? { rate_limit: { ...limit, per: 'identity' as const } } : {}),
    ...(all ? { arguments: all } : {}),
    ...because,
  };
}

const numeric = { lt: 'exclusiveMaximum', lte: 'maximum', gt: 'exclusiveMinimum', gte: 'minimum' } as const;

/** What must hold. A value must be there, and of the right kind: else a comparison would pass it. */
function schemaOf({ path, op, value }: z.infer<typeof condition>): Json | undefined {
  const names = path.split('.');
  if (names.shift() !== 'args' || names.length === 0 || names.some((name) => name === '')) return undefined;
  const wanted = wantedOf(op, value as Json | undefined);
  if (wanted === undefined) return undefined;
  if (op === 'exists' && value === false) {
    if (names.length > 1) return undefined;
    return { not: { required: names } };
  }
  return names.reduceRight<Json>(
    (inner, name) => ({ type: 'object', properties: { [name]: inner }, required: [name] }),
    wanted,
  );
}

function wantedOf(op: string, value: Json | undefined): Json | undefined {
  if (op === 'exists') return true;
  if (value === undefined) return undefined;
  if (op === 'eq') return { const: value };
  if (op === 'neq') return { not: { const: value } };
  if (op === 'in') return Array.isArray(value) ? { enum: value } : undefined;
  if (op === 'not_in') return Array.isArray(value) ? { not: { enum: value } } : undefined;
  if (op === 'regex') return typeof value === 'string' ? { type: 'string', pattern: value } : undefined;
  if (Object.hasOwn(numeric, op) && typeof value === 'number') {
    return { type: 'number', [numeric[op as keyof typeof numeric]]: value };
  }
  return undefined;
}
