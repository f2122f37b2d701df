/** What becomes of each tools/call: decided, perhaps asked about, decided again, and sent or refused. */
import { type Call, decide } from '../policy/decide.ts';
import type { Policy } from '../policy/grammar.ts';
import type { Counters } from '../policy/window.ts';
import { isYes } from './approval.ts';
import type { Caller } from './caller.ts';
import { auditOf, type Judged, readCall } from './judged.ts';
import { isObject, type Request } from './message.ts';
import type { OwnRequests } from './own-requests.ts';
import { askPeople } from './questions.ts';
import type { Record } from './records.ts';
import { errorReply, refusalReply, type Stop } from './replies.ts';
import { type Tickets, ticketOffice, withoutAnswer } from './tickets.ts';
import type { KnownTools } from './tools.ts';

export type CallsOptions = {
  policy: () => Policy;
  tools: KnownTools;
  counters: Counters;
  session: string;
  identity: string;
  patience: { approval: number; listing: number };
  monotonic: () => number;
  record: Record;
  askServer: OwnRequests;
  askClient: OwnRequests;
  forward: (request: Request) => void;
  answer: (request: Request, reply: string) => void;
};

export type Calls = {
  /** `signal` takes a call back while it has not been sent. */
  judge: (request: Request, caller: Caller, signal: AbortSignal) => void;
  /**
   * The server's answer to a call that was sent. Where it asks back, the call comes again with what it asked for: one
   * call in two rounds, asked about once and counted once, though the policy is looked at in each.
   */
  answered: (request: Request, result: unknown) => void;
};

/** How a call stands before it is decided: what a person has said, and what an earlier round of it has paid for. */
type Standing = { isApproved: boolean; isCounted: boolean };

const fresh: Standing = { isApproved: false, isCounted: false };
const mostTickets = { approval: 20, rounds: 1_000 };
/** Milliseconds for a client to come again with what the server asked for. */
const nextRound = 60 * 60_000;

export function judgeCalls(options: CallsOptions): Calls {
  const { policy, tools, record, answer, patience, monotonic } = options;
  const approvals = ticketOffice(patience.approval, mostTickets.approval);
  const rounds = {
    approved: ticketOffice(nextRound, mostTickets.rounds),
    allowed: ticketOffice(nextRound, mostTickets.rounds),
  };
  const approved = new WeakSet<Request>();
  const askPerson = askPeople({
    server: () => policy().server,
    askClient: options.askClient,
    tickets: approvals,
    patience: patience.approval,
    monotonic,
    answer: ({ request }, reply) => answer(request, reply),
  });

  return {
    judge(request, caller, signal) {
      const call = readCall(request, caller, signal);
      if ('fault' in call) {
        malformed(request, call.fault);
        return;
      }
      const redeems = (tickets: Tickets) => tickets.redeem(request.params['requestState'], call, monotonic());
      if (redeems(approvals)) withAnswer(call);
      else if (redeems(rounds.approved)) whenListed(call, { isApproved: true, isCounted: true });
      else if (redeems(rounds.allowed)) whenListed(call, { isApproved: false, isCounted: true });
      else whenListed(call, fresh);
    },
    answered(request, result) {
      if (!isObject(result) || result['resultType'] !== 'input_required') return;
      const { requestState } = result;
      const call = readCall(request, { canBeAsked: false, isModern: true }, new AbortController().signal);
      if (typeof requestState !== 'string' || 'fault' in call) return;
      rounds[approved.has(request) ? 'approved' : 'allowed'].adopt(requestState, call, monotonic());
    },
  };

  /** Settled at once where the tool is known; else once the server has listed its tools, unless it was taken back. */
  function whenListed(call: Judged, standing: Standing): void {
    if (tools.definitions(call.tool).length > 0 || tools.isComplete()) {
      settle(call, standing);
      return;
    }
    const { caller, signal } = call;
    const ask = (cursor: string | undefined) =>
      options.askServer.ask(
        'tools/list',
        { ...(cursor !== undefined && { cursor }), ...(caller.meta && { _meta: caller.meta }) },
        patience.listing,
      );
    tools.complete(ask).then(
      () => signal.aborted || settle(call, standing),
      (error: Error) =>
        signal.aborted ||
        stopped(call, { rule: 'trouble', reason: `The server's tools could not be listed. ${error.message}` }),
    );
  }

  /** A call that comes again with the answer of the person. */
  function withAnswer(call: Judged): void {
    const { inputResponses } = call.request.params;
    const request = { ...call.request, text: withoutAnswer(call.request.text) };
    if (isObject(inputResponses) && isYes(inputResponses['approval'])) {
      whenListed({ ...call, request }, { ...fresh, isApproved: true });
    } else stopped(call, { rule: 'approval', reason: 'It needs a person, and the person did not say yes.' });
  }

  /** From the decision to the sending there is no await: the slot that was taken is the slot that is used. */
  function settle(call: Judged, standing: Standing): void {
    const decision = decide(policy(), factsOf(call, standing), options.counters);
    if (decision.outcome === 'refuse') {
      stopped(call, decision);
      return;
    }
    try {
      record({ outcome: decision.outcome, ...auditOf(call) });
    } catch {
      stopped(call, { rule: 'trouble', reason: 'The decision could not be recorded, so nothing passes.' });
      return;
    }
    if (decision.outcome === 'allow') {
      if (standing.isApproved) approved.add(call.request);
      options.forward(call.request);
    } else {
      askPerson(call, {
        yes: () => whenListed(call, { ...standing, isApproved: true }),
        no: (reason) => stopped(call, { rule: 'approval', reason }),
      });
    }
  }

  function factsOf({ request, tool, given }: Judged, standing: Standing): Call {
    return {
      tool,
      arguments: given as Call['arguments'],
      isLossy: request.isLossy,
      definitions: tools.definitions(tool),
      session: options.session,
      identity: options.identity,
      ...standing,
      now: monotonic(),
    };
  }

  function stopped(call: Judged, stop: Stop): void {
    const { rule, reason, retryAfter } = stop;
    const auditId = recorded({
      outcome: 'refuse',
      rule,
      reason,
      ...(retryAfter !== undefined && { retryAfter }),
      ...auditOf(call),
    });
    answer(call.request, refusalReply(call.request.id, call.tool, stop, { auditId, isModern: call.caller.isModern }));
  }

  function malformed(request: Request, fault: string): void {
    recorded({ outcome: 'refuse', rule: 'malformed', reason: fault, method: request.method, from: 'client' });
    answer(request, errorReply(request.id, -32602, `Refused by the gateway: ${fault}.`));
  }

  /** A refusal stands whether or not it can be written down. */
  function recorded(entry: Parameters<Record>[0]): string {
    try {
      return record(entry);
    } catch {
      return 'unrecorded';
    }
  }
}
