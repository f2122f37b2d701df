/** What happens to one call. Pure but for the counters that it is given: no wire, no clock, no person. */
import type { Json } from '../domain.ts';
import { compileArguments } from './check-arguments.ts';
import { limitWords } from './describe.ts';
import type { Policy, Rule } from './grammar.ts';
import type { Counters, Slot } from './window.ts';

export type Call = {
  tool: string;
  arguments: { [name: string]: Json };
  /** Numbers in the arguments mean more than a double holds, so a schema would look at another value. */
  isLossy: boolean;
  /** `sha256:…` of each definition that the server lists under this name now; none: it lists no such tool. */
  definitions: readonly string[];
  /** Whom `per: session` and `per: identity` count. */
  session: string;
  identity: string;
  /** A person has said yes to exactly this call. */
  isApproved: boolean;
  /** An earlier round of the same call has taken its slot. */
  isCounted: boolean;
  /** Milliseconds of a monotonic clock. */
  now: number;
};

/** Which step refused: the word that an agent and the audit see. */
export type RefusingRule = 'unknown' | 'hide' | 'deny' | 'definition' | 'arguments' | 'rate_limit' | 'trouble';

export type Refusal = {
  outcome: 'refuse';
  rule: RefusingRule;
  /** Whole sentences for the agent. */
  reason: string;
  /** Seconds until the same call may pass; absent where waiting does not help. */
  retryAfter?: number;
};

/** `allow`: the slot is taken, and the call must now be sent. `ask`: nothing is taken; ask, then decide again. */
export type Decision = { outcome: 'allow' } | { outcome: 'ask' } | Refusal;

/** The first refusal answers. Whatever goes wrong on the way is a refusal too. */
export function decide(policy: Policy, call: Call, counters: Counters): Decision {
  try {
    return decided(policy, call, counters);
  } catch {
    return refuse('trouble', 'The policy could not be applied, so nothing passes. Ask the owner of this gateway.');
  }
}

function decided(policy: Policy, call: Call, counters: Counters): Decision {
  if (call.definitions.length === 0) return refuse('unknown', `The server has no tool named "${call.tool}".`);
  const rule = effectiveRule(policy, call.tool);
  const because = rule.reason === undefined ? '' : ` ${rule.reason}`;

  if (rule.action === 'hide') return refuse('hide', `The server has no tool named "${call.tool}".`);
  if (rule.action === 'deny') return refuse('deny', rule.reason ?? 'The policy does not allow this tool.');
  if (rule.definition !== undefined && call.definitions.some((digest) => digest !== rule.definition)) {
    return refuse('definition', `The tool is not what it was when it was allowed: its definition differs.${because}`);
  }
  const fault = argumentFault(rule, call);
  if (fault !== undefined) return refuse('arguments', `The arguments are not allowed: ${fault}.${because}`);

  const needsPerson = rule.action === 'require_approval' && !call.isApproved;
  const slot = call.isCounted ? undefined : slotOf(policy, rule, call);
  const wait = slot ? counters[needsPerson ? 'wait' : 'take'](slot, call.now) : 0;
  // Also where a counter answers nonsense: only a clear zero is a free slot.
  if (wait !== 0 && rule.rate_limit) {
    const retryAfter = Math.max(1, Math.ceil(wait / 1000));
    const limit = `At most ${limitWords(rule.rate_limit)}: try again in ${retryAfter} s.`;
    return Number.isFinite(wait)
      ? { ...refuse('rate_limit', `${limit}${because}`), retryAfter }
      : refuse('trouble', `The calls could not be counted.${because}`);
  }
  return needsPerson ? { outcome: 'ask' } : { outcome: 'allow' };
}

const refuse = (rule: RefusingRule, reason: string): Refusal => ({ outcome: 'refuse', rule, reason });

/** What holds for a tool, listed or not. */
export const effectiveRule = ({ tools, default: action, reason }: Policy, tool: string): Rule =>
  tools.get(tool) ?? { action, ...(reason === undefined ? {} : { reason }) };

function argumentFault({ arguments: schema }: Rule, call: Call): string | undefined {
  if (!schema) return undefined;
  if (call.isLossy) return 'a number in them is too large or too exact to be checked';
  const compiled = compileArguments(schema);
  return compiled.ok ? compiled.check(call.arguments) : `the rule's schema ${compiled.fault}`;
}

/** Kept apart by server, tool and whom it counts; a changed limit goes on with the calls already counted. */
function slotOf({ server }: Policy, { rate_limit }: Rule, call: Call): Slot | undefined {
  if (!rate_limit) return undefined;
  const who = rate_limit.per === 'identity' ? ['identity', call.identity] : ['session', call.session];
  return {
    key: JSON.stringify([server, call.tool, ...who]),
    max: rate_limit.max,
    window: rate_limit.window * 1000,
  };
}
