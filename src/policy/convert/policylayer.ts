/** PolicyLayer's hosted `policy.json`: https://policylayer.com/docs/writing-policies */
import { z } from 'zod';
import type { Policy, Rule } from '../grammar.ts';
import { type Converted, oneLimitNote, strictest, windows } from './converted.ts';

const limits = z.array(
  z.strictObject({
    counter: z.string(),
    window: z.enum(['minute', 'hour', 'day']),
    max: z.int().min(0).max(1_000_000),
    scope: z.literal('grant'),
  }),
);
export const policylayerFile = z.strictObject({
  version: z.literal('1'),
  default: z.enum(['allow', 'deny']),
  hide: z.array(z.string()).default([]),
  all_tools: z.strictObject({ limits: limits.optional() }).default({}),
  tools: z
    .record(
      z.string(),
      z.strictObject({ limits: limits.default([]), require: z.unknown().optional(), deny_if: z.unknown().optional() }),
    )
    .default({}),
});

export function fromPolicylayer(file: z.infer<typeof policylayerFile>, server: string): Converted {
  if ((file.all_tools.limits ?? []).length > 0) {
    return {
      ok: false,
      problems: ['all_tools.limits: a limit over all tools together cannot be said here; give each tool its own limit'],
    };
  }
  const notes: string[] = [];
  const tools = new Map<string, Rule>();
  for (const [tool, entry] of Object.entries(file.tools)) tools.set(tool, ruleOf(tool, entry, notes));
  const hidesAll = file.hide.includes('*');
  if (hidesAll) for (const tool of tools.keys()) tools.set(tool, { action: 'hide' });
  for (const tool of file.hide) if (tool !== '*') tools.set(tool, { action: 'hide' });
  const policy: Policy = { version: 1, server, default: hidesAll ? 'hide' : file.default, tools };
  return { ok: true, policy, notes };
}

function ruleOf(tool: string, entry: z.infer<typeof policylayerFile>['tools'][string], notes: string[]): Rule {
  if (entry.require !== undefined || entry.deny_if !== undefined) {
    notes.push(
      `tools.${tool}: conditions on arguments are not read, so the tool is denied; write them as \`arguments\``,
    );
    return { action: 'deny' };
  }
  const limit = strictest(entry.limits.map(({ max, window }) => ({ max, window: windows[window] })));
  if (entry.limits.length > 1) notes.push(oneLimitNote(tool));
  if (limit?.max === 0) return { action: 'deny' };
  if (!limit) return { action: 'allow' };
  notes.push(`tools.${tool}: the limit of a grant became one of an identity, in a window that slides`);
  return { action: 'allow', rate_limit: { ...limit, per: 'identity' } };
}
