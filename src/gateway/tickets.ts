/**
 * Calls that come again, in revisions where a server may not ask: the call is answered with a question, and comes again
 * with the answer. A ticket ties it to exactly the call that went before, and is good once.
 */
import { randomUUID } from 'node:crypto';
import { membersOf, replaceSpan, spanAt } from './json-text.ts';

export type Tickets = {
  /** What the client sends back with the answer; undefined while too many are open. */
  issue: (call: TicketedCall, now: number) => string | undefined;
  /** A ticket that the server itself has issued. Where too many are open it is good for nothing. */
  adopt: (ticket: string, call: TicketedCall, now: number) => void;
  /** Whether the ticket was issued for this call, and then it is used up. For another call it stays good. */
  redeem: (ticket: unknown, call: TicketedCall, now: number) => boolean;
};
/** `argumentsText`: as it was sent, so that what runs is what was shown. */
type TicketedCall = { tool: string; argumentsText: string };

export function ticketOffice(milliseconds: number, mostOpen: number): Tickets {
  const open = new Map<string, TicketedCall & { until: number }>();
  const hasRoom = (now: number) => {
    for (const [ticket, { until }] of open) if (until <= now) open.delete(ticket);
    return open.size < mostOpen;
  };
  const keep = (ticket: string, { tool, argumentsText }: TicketedCall, now: number) =>
    open.set(ticket, { tool, argumentsText, until: now + milliseconds });
  return {
    issue(call, now) {
      if (!hasRoom(now)) return undefined;
      const ticket = `gateway-${randomUUID()}`;
      keep(ticket, call, now);
      return ticket;
    },
    adopt(ticket, call, now) {
      if (hasRoom(now)) keep(ticket, call, now);
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
