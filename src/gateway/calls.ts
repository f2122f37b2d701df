/** What becomes of each tools/call: decided, perhaps asked about, decided again, and sent or refused. */
import { digestOf } from '../digest.ts';
import { type Call, decide } from '../policy/decide.ts';
import type { Policy } from '../policy/grammar.ts';
import type { Counters } from '../policy/window.ts';
import { approvalQuestion, isYes } from './approval.ts';
import type { AuditEntry } from './audit.ts';
import { spanAt } from './json-text.ts';
import { isObject, type JsonObject, type Request } from './message.ts';
import type { OwnRequests } from './own-requests.ts';
import { errorReply, refusalReply, resultReply, type Stop } from './replies.ts';
import { ticketOffice, withoutAnswer } from './tickets.ts';
import type { KnownTools } from './tools.ts';

/** Who calls, by what it says of itself. `meta` goes with requests of the revisions without a handshake. */
export type Caller = { canBeAsked: boolean; isModern: boolean; meta?: JsonObject };

export type CallsOptions = {
  policy: () => Policy;
  tools: KnownTools;
  counters: Counters;
  session: string;
  identity: string;
  patience: { approval: number; listing: number };
  monotonic: () => number;
  /** Returns the id of the audit line. */
  record: (entry: Partial<AuditEntry> & Pick<AuditEntry, 'outcome'>) => string;
  askServer: OwnRequests;
  askClient: OwnRequests;
  forward: (request: Request) => void;
  answer: (request: Request, reply: string) => void;
};

export type Calls = {
  /** `signal` takes a call back while it has not been sent. */
  judge: (request: Request, caller: Caller, signal: AbortSignal) => void;
};

const mostQuestions = 20;

export function judgeCalls(options: CallsOptions): Calls {
  const { policy, tools, record, answer, patience } = options;
  const tickets = ticketOffice(patience.approval);
  let questions = 0;

  return {
    judge(request, caller, signal) {
      const { name, arguments: given = {} } = request.params;
      if (typeof name !== 'string' || name === '') {
        malformed(request, 'name must be the name of a tool');
        return;
      }
      if (!isObject(given)) {
        malformed(request, 'arguments must be an object');
        return;
      }
      const span = spanAt(request.text, 'params', 'arguments');
      const argumentsText = span ? request.text.slice(span.start, span.end) : '{}';
      const call = { request, caller, signal, tool: name, given, argumentsText };
      const { requestState } = request.params;
      if (tickets.redeem(requestState, call, options.monotonic())) {
        answered(call);
        return;
      }
      whenListed(call, () => settle(call, false));
    },
  };

  /** At once where the tool is known; else once the server has listed its tools, unless the call was taken back. */
  function whenListed(call: Judged, then: () => void): void {
    if (tools.definitions(call.tool).length > 0 || tools.isComplete()) {
      then();
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
      () => signal.aborted || then(),
      (error: Error) =>
        signal.aborted ||
        stopped(call, { rule: 'trouble', reason: `The server's tools could not be listed. ${error.message}` }),
    );
  }

  /** A call that comes again with the answer of the person. */
  function answered(call: Judged): void {
    const { inputResponses } = call.request.params;
    const request = { ...call.request, text: withoutAnswer(call.request.text) };
    if (isObject(inputResponses) && isYes(inputResponses['approval'])) {
      whenListed(call, () => settle({ ...call, request }, true));
    } else stopped(call, { rule: 'approval', reason: 'It needs a person, and the person did not say yes.' });
  }

  /** From the decision to the sending there is no await: the slot that was taken is the slot that is used. */
  function settle(call: Judged, isApproved: boolean): void {
    const decision = decide(policy(), factsOf(call, isApproved), options.counters);
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
    if (decision.outcome === 'allow') options.forward(call.request);
    else askPerson(call);
  }

  function askPerson(call: Judged): void {
    const { request, caller, signal } = call;
    const stop = (reason: string) => stopped(call, { rule: 'approval', reason });
    if (!caller.canBeAsked) {
      stop('It needs a person, and this client has no way to ask one.');
      return;
    }
    if (questions >= mostQuestions) {
      stop('It needs a person, and too many calls wait for one already.');
      return;
    }
    const shown = request.isLossy ? call.argumentsText : JSON.stringify(call.given, null, 2);
    const question = approvalQuestion(policy().server, call.tool, shown);
    if (!question.ok) {
      stop(question.reason);
      return;
    }
    if (caller.isModern) {
      askByAnswer(call, question.params);
      return;
    }
    questions++;
    options.askClient
      .ask('elicitation/create', question.params, patience.approval, signal)
      .finally(() => {
        questions--;
      })
      .then(
        (result) => {
          if (signal.aborted) return;
          if (isYes(result)) whenListed(call, () => settle(call, true));
          else stop('It needs a person, and the person did not say yes.');
        },
        (error: Error) => signal.aborted || stop(`It needs a person, and none said yes. ${error.message}`),
      );
  }

  function askByAnswer(call: Judged, params: JsonObject): void {
    const { request } = call;
    const isSecondRound = request.params['requestState'] !== undefined || 'inputResponses' in request.params;
    const ticket = isSecondRound ? undefined : tickets.issue(call, options.monotonic());
    if (ticket === undefined) {
      const why = isSecondRound ? 'which can be asked in the first round alone' : 'and too many calls wait for one';
      stopped(call, { rule: 'approval', reason: `It needs a person, ${why}.` });
      return;
    }
    const inputRequests = { approval: { method: 'elicitation/create', params: { mode: 'form', ...params } } };
    answer(request, resultReply(request.id, { resultType: 'input_required', inputRequests, requestState: ticket }));
  }

  function factsOf({ request, tool, given }: Judged, isApproved: boolean): Call {
    return {
      tool,
      arguments: given as Call['arguments'],
      isLossy: request.isLossy,
      definitions: tools.definitions(tool),
      session: options.session,
      identity: options.identity,
      isApproved,
      now: options.monotonic(),
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
  function recorded(entry: Parameters<CallsOptions['record']>[0]): string {
    try {
      return record(entry);
    } catch {
      return 'unrecorded';
    }
  }
}

type Judged = {
  request: Request;
  caller: Caller;
  signal: AbortSignal;
  tool: string;
  given: JsonObject;
  argumentsText: string;
};

const auditOf = ({ request, tool, given }: Judged) => ({
  method: request.method,
  tool: tool.slice(0, 500),
  argumentsDigest: digestOfArguments(given, request.text),
});

/** A number like 1e400 has no canonical form; the message as it came stands for it. */
function digestOfArguments(given: JsonObject, text: string): string {
  try {
    return digestOf(given);
  } catch {
    return digestOf(text);
  }
}
