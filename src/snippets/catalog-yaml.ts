/** The catalog's own grammar, which the gateway obeys. */
import type { Policy } from '../policy/grammar.ts';
import { printPolicy } from '../policy/print.ts';
import { defaultReason } from '../policy/recommend.ts';
import type { Snippet, WritableServer } from './snippet.ts';

export const catalogYaml: Snippet = {
  id: 'policy',
  title: 'Gateway policy',
  file: 'policy.yaml',
  language: 'yaml',
  names: 'Exactly as the server gives it.',
  servers: 'many',
  can: { ask: true, limit: true, arguments: true, pin: true, reason: true },
  does: {
    allow: 'The gateway enforces all of it, and refuses every tool that the file does not list.',
    ask: 'The gateway lets a call through when a person says yes, and refuses every tool that the file does not list.',
    deny: 'The gateway refuses each call and says why, and refuses every tool that the file does not list.',
  },
  holds: { allow: 'enforced', ask: 'enforced', deny: 'enforced' },
  others: (fallback) => (fallback === 'allow' ? 'allow' : 'deny'),
  write: (servers) => servers.map((server) => printPolicy(policyOf(server))).join('---\n'),
};

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
