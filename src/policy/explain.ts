/** What a policy would do with a call of each tool, and why: by the same `decide` that a gateway obeys. */
import type { ToolDefinition } from '../domain.ts';
import { decide, effectiveRule } from './decide.ts';
import { describeRule } from './describe.ts';
import type { Policy } from './grammar.ts';
import { slidingCounters } from './window.ts';

export type Explanation = {
  tool: string;
  /** For a call with arguments that the rule allows, while its limit is not used up. */
  outcome: 'allow' | 'ask' | 'refuse';
  /** What decides: the tool's entry, the default, or that the server has no such tool. */
  by: 'entry' | 'default' | 'no such tool';
  headline: string;
  why: string;
};

/** Tools in the server's order, then entries of the policy for tools that the server does not have. */
export function explainPolicy(
  policy: Policy,
  tools: readonly ToolDefinition[],
  digest: (tool: ToolDefinition) => string,
): Explanation[] {
  const digests = new Map<string, string[]>();
  for (const tool of tools) digests.set(tool.name, [...(digests.get(tool.name) ?? []), digest(tool)]);
  const listed = [...digests].map(([tool, definitions]) => explainTool(policy, tool, definitions));
  const missing = [...policy.tools.keys()].filter((tool) => !digests.has(tool));
  return [...listed, ...missing.map((tool) => explainTool(policy, tool, []))];
}

function explainTool(policy: Policy, tool: string, definitions: string[]): Explanation {
  const entry = policy.tools.get(tool);
  const rule = effectiveRule(policy, tool);
  const { arguments: _, ...unconditional } = rule;
  const decision = decide(
    { ...policy, tools: new Map([[tool, unconditional]]) },
    {
      tool,
      arguments: {},
      isLossy: false,
      definitions,
      session: '',
      identity: '',
      isApproved: false,
      isCounted: false,
      now: 0,
    },
    slidingCounters(),
  );
  const { headline, sentence } = describeRule(rule);
  if (decision.outcome === 'refuse' && decision.rule === 'unknown') {
    return { tool, outcome: 'refuse', by: 'no such tool', headline, why: 'The server has no tool of this name.' };
  }
  const isChanged = decision.outcome === 'refuse' && decision.rule === 'definition';
  const counted = rule.rate_limit ? ' Each start of the gateway counts anew.' : '';
  const reason = rule.reason === undefined ? '' : ` ${rule.reason}`;
  return {
    tool,
    outcome: decision.outcome,
    by: entry ? 'entry' : 'default',
    headline: isChanged ? 'Deny: its definition differs' : headline,
    why: isChanged ? decision.reason : `${sentence}${counted}${reason}`,
  };
}
