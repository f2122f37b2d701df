/** What a gateway says in its own name. */
import type { Refusal, RefusingRule } from '../policy/decide.ts';
import type { Id } from './message.ts';

/** What stops a call besides the policy's own steps. */
type StoppedBy = RefusingRule | 'approval';

export type Stop = Omit<Refusal, 'outcome' | 'rule'> & { rule: StoppedBy };

/** The key in `_meta` under which a client finds the decision as data. */
export const metaKey = 'mcp-tool-catalog/policy';

export const errorReply = (id: Id | undefined, code: number, message: string) =>
  `{"jsonrpc":"2.0","id":${id?.raw ?? 'null'},"error":${JSON.stringify({ code, message })}}`;

export const resultReply = (id: Id, result: unknown) =>
  `{"jsonrpc":"2.0","id":${id.raw},"result":${JSON.stringify(result)}}`;

/** A hidden tool and one that the server does not have are answered in the same words. */
export function refusalReply(
  id: Id,
  tool: string,
  stop: Stop,
  { auditId, isModern }: { auditId: string; isModern: boolean },
): string {
  if (stop.rule === 'unknown' || stop.rule === 'hide') return unknownTool(id, tool);
  const { rule, reason, retryAfter } = stop;
  return resultReply(id, {
    ...(isModern && { resultType: 'complete' }),
    content: [{ type: 'text', text: `Refused by policy: ${reason}` }],
    isError: true,
    _meta: {
      [metaKey]: {
        decision: 'refused',
        rule,
        reason,
        retryable: retryAfter !== undefined,
        ...(retryAfter !== undefined && { retryAfterSeconds: retryAfter }),
        auditId,
      },
    },
  });
}

const unknownTool = (id: Id, tool: string) => errorReply(id, -32602, `Unknown tool: ${tool.slice(0, 200)}`);
