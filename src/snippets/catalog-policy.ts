/** The catalog's own grammar, which the gateway obeys: what its two forms, YAML and JSON, have in common. */
import { defaultReason, type Policy } from '../policy/grammar.ts';
import type { Snippet, WritableServer } from './snippet.ts';

export const catalogPolicy = {
  names: 'Exactly as the server gives it.',
  can: { ask: true, limit: true, arguments: true, pin: true, reason: true },
  does: {
    allow: 'The gateway enforces all of it, and refuses every tool that the file does not list.',
    ask: 'The gateway lets a call through when a person says yes, and refuses every tool that the file does not list.',
    deny: 'The gateway refuses each call and says why, and refuses every tool that the file does not list.',
  },
  isGateway: true,
  holds: { allow: 'enforced', ask: 'enforced', deny: 'enforced' },
  proven: { by: 'gateway' },
  others: (fallback) => (fallback === 'allow' ? 'allow' : 'deny'),
} as const satisfies Partial<Snippet>;

/** Without a default it is the smallest whole policy with these rules: valid by itself, refusing every other tool. */
export function policyOf({ server, default: fallback, reason, tools }: WritableServer): Policy {
  const because = fallback === undefined ? defaultReason : reason;
  return {
    version: 1,
    server,
    default: fallback ?? 'deny',
    ...(because === undefined ? {} : { reason: because }),
    tools: new Map(tools.map(({ name, rule }) => [name, rule])),
  };
}
