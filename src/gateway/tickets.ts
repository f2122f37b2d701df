/**
 * Approval where a server may not ask: since 2026-07-28 the call is answered with the question, and comes again with
 * the answer. A ticket ties that answer to exactly the call that was asked about, and is good once.
 */
import { randomUUID } from 'node:crypto';
import { membersOf, replaceSpan, spanAt } from './json-text.ts';

export type Tickets = {
  /** What the client sends back with the answer; undefined while too many are open. */
  issue: (call: TicketedCall, now: number) => string | undefined;
  /** Whether the ticket was issued for this call, and then it is used up. For another call it stays good. */
  redeem: (ticket: unknown, call: TicketedCall, now: number) => boolean;
};
/** `argumentsText`: as it was sent, so that what runs is what was shown. */
type TicketedCall = { tool: string; argumentsText: string };

const mostOpen = 20;

export function ticketOffice(milliseconds: number): Tickets {
  const open = new Map<string, TicketedCall & { until: number }>();
  return {
    issue(call, now) {
      for (const [ticket, { until }] of open) if (until <= now) open.delete(ticket);
      if (open.size >= mostOpen) return undefined;
      const ticket = `gateway-${randomUUID()}`;
      open.set(ticket, { ...call, until: now + milliseconds });
      return ticket;
    },
    redeem(ticket, { tool, argumentsText }, now) {
      const found = typeof ticket === 'string' ? open.get(ticket) : undefined;
      if (!found || found.tool !== tool || found.argumentsText !== argumentsText || found.until <= now) return false;
      return open.delete(ticket as string);
    },
  };
}

/** The call without the answer that was for us. */
export function withoutAnswer(text: string): string {
  const span = spanAt(text, 'params');
  if (!span) return text;
  const kept = membersOf(text, span).filter(({ key }) => key !== 'inputResponses' && key !== 'requestState');
  const members = kept.map(({ key, start, end }) => `${JSON.stringify(key)}:${text.slice(start, end)}`);
  return replaceSpan(text, span, `{${members.join(',')}}`);
}
