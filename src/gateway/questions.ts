/** Puts the question to the person at the client whether one call may be made, in the way of the client's revision. */
import { approvalQuestion, isYes } from './approval.ts';
import type { Judged } from './judged.ts';
import type { JsonObject } from './message.ts';
import type { OwnRequests } from './own-requests.ts';
import { resultReply } from './replies.ts';
import type { Tickets } from './tickets.ts';

export type QuestionsOptions = {
  server: () => string;
  askClient: OwnRequests;
  tickets: Tickets;
  /** Milliseconds that a person has. */
  patience: number;
  monotonic: () => number;
  /** Answers the call with the question itself: it comes again with the person's answer. */
  answer: (call: Judged, reply: string) => void;
};

export type Outcomes = { yes: () => void; no: (reason: string) => void };

const mostQuestions = 20;

/** Neither outcome follows where the call was taken back, or where the question is the answer. */
export function askPeople({ server, askClient, tickets, patience, monotonic, answer }: QuestionsOptions) {
  let questions = 0;

  return (call: Judged, { yes, no }: Outcomes): void => {
    if (!call.caller.canBeAsked) {
      no('It needs a person, and this client has no way to ask one.');
      return;
    }
    if (questions >= mostQuestions) {
      no('It needs a person, and too many calls wait for one already.');
      return;
    }
    const shown = call.request.isLossy ? call.argumentsText : JSON.stringify(call.given, null, 2);
    const question = approvalQuestion(server(), call.tool, shown);
    if (!question.ok) no(question.reason);
    else if (call.caller.isModern) askByAnswer(call, question.params, no);
    else askByRequest(call, question.params, { yes, no });
  };

  function askByRequest({ signal }: Judged, params: JsonObject, { yes, no }: Outcomes): void {
    questions++;
    askClient
      .ask('elicitation/create', params, patience, signal)
      .finally(() => {
        questions--;
      })
      .then(
        (result) => {
          if (signal.aborted) return;
          if (isYes(result)) yes();
          else no('It needs a person, and the person did not say yes.');
        },
        (error: Error) => signal.aborted || no(`It needs a person, and none said yes. ${error.message}`),
      );
  }

  /** What the client sends back is for us alone, so an answer for the server in the same call would be lost. */
  function askByAnswer(call: Judged, params: JsonObject, no: Outcomes['no']): void {
    const { id, params: given } = call.request;
    if (given['requestState'] !== undefined || 'inputResponses' in given) {
      no('It needs a person, which can be asked in the first round alone.');
      return;
    }
    const ticket = tickets.issue(call, monotonic());
    if (ticket === undefined) {
      no('It needs a person, and too many calls wait for one.');
      return;
    }
    const inputRequests = { approval: { method: 'elicitation/create', params: { mode: 'form', ...params } } };
    answer(call, resultReply(id, { resultType: 'input_required', inputRequests, requestState: ticket }));
  }
}
