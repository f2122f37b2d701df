/**
 * The policy grammar: one form, printed by the pages and obeyed by the gateway. Unknown keys are errors so that a
 * typo never opens a tool; `x-…` keys are the owner's own.
 */
import type { Json } from '../domain.ts';

export type RateLimit = { max: number; window: number; per?: 'session' | 'identity' };

/** What may be done with one tool. `rate_limit` and `arguments` go with allow and require_approval only. */
export type Rule = {
  action: 'allow' | 'require_approval' | 'deny' | 'hide';
  rate_limit?: RateLimit;
  /** A JSON Schema (2020-12) that the call's arguments must satisfy. */
  arguments?: { [key: string]: Json };
  /** One line; goes to the agent on every refusal of this tool. */
  reason?: string;
  /** `sha256:…`: the tool is refused once its definition differs. */
  definition?: string;
};

/** The policy of one server. */
export type Policy = {
  version: 1;
  server: string;
  default: 'deny' | 'hide' | 'allow';
  reason?: string;
  /** By exact tool name. A Map in memory: a tool may be called `__proto__`. */
  tools: Map<string, Rule>;
};

/** Said by a gateway of every tool that a policy does not list, unless its owner says something else. */
export const defaultReason = 'Only the tools listed in this policy are open to agents.';
