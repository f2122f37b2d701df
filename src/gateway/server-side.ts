/** What comes from the server: answers to somebody, questions, and news; nothing else goes further. */
import type { Policy } from '../policy/grammar.ts';
import { withListChanged, withoutHidden } from './answers.ts';
import type { Calls } from './calls.ts';
import { type Flight, type InFlight, mostInFlight } from './flights.ts';
import { cancelledKey, idsIn } from './ids.ts';
import type { LineFault } from './lines.ts';
import { isObject, type Malformed, type Notification, type Request, type Response, readMessage } from './message.ts';
import type { OwnRequests } from './own-requests.ts';
import type { Refuse } from './records.ts';
import { errorReply } from './replies.ts';
import { type KnownTools, toolsOf } from './tools.ts';

export type ServerSideOptions = {
  policy: () => Policy;
  flights: InFlight;
  calls: Calls;
  /** Its answers may be to us. */
  asked: OwnRequests;
  tools: KnownTools;
  toClient: (text: string) => void;
  refuse: Refuse;
};

export type ServerSide = {
  receive: (text: string) => void;
  /** A line that could not be read at all: whose answer it was cannot be told. */
  fault: (fault: LineFault) => void;
};

export function serverSide({ policy, flights, calls, asked, tools, toClient, refuse }: ServerSideOptions): ServerSide {
  const open = flights.fromClient;

  return {
    receive(text) {
      const message = readMessage(text);
      if (message.kind === 'request') request(message);
      else if (message.kind === 'notification') notification(message);
      else if (message.kind === 'response') response(message);
      else malformed(message, text);
    },
    fault(fault) {
      for (const flight of [...open.values()]) giveUp(flight, `The server sent a line that is ${fault}.`);
    },
  };

  function response(message: Response): void {
    if (asked.settle(message)) return;
    const flight = open.get(message.key);
    if (!flight || flight.stop) {
      refuse('server', 'An answer that nobody asked for.');
      return;
    }
    open.delete(message.key);
    toClient(answerFor(flight, message));
  }

  function answerFor(
    { request: { id, method, params }, request, edition }: Flight,
    { result, text }: Response,
  ): string {
    if (result === undefined) return text;
    if (method === 'initialize') return withListChanged(text, result);
    if (method === 'tools/call') calls.answered(request, result);
    if (method !== 'tools/list') return text;
    const listed = toolsOf(result);
    if (!listed) return errorReply(id, -32603, 'The server answered tools/list with something else.');
    const isWhole = params['cursor'] === undefined && isObject(result) && result['nextCursor'] === undefined;
    if (edition === tools.edition()) tools.learn(listed, isWhole);
    return withoutHidden(text, policy());
  }

  function request({ key, text }: Request): void {
    if (flights.fromServer.has(key) || flights.fromServer.size >= mostInFlight) {
      refuse('server', 'An id that is in use.');
      return;
    }
    flights.fromServer.add(key);
    toClient(text);
  }

  function notification({ method, params, text }: Notification): void {
    if (method === 'notifications/tools/list_changed') tools.forget();
    if (method === 'notifications/cancelled') flights.fromServer.delete(cancelledKey(params['requestId'], text));
    toClient(text);
  }

  /** The client must not wait for an answer that was thrown away. */
  function malformed({ fault }: Malformed, text: string): void {
    refuse('server', fault);
    for (const key of idsIn(text)) {
      const flight = open.get(key);
      if (flight) giveUp(flight, `The server's answer was refused by the gateway: ${fault}.`);
    }
  }

  /** What was not sent yet still has its answer before it. */
  function giveUp({ request: { key, id }, stop }: Flight, reason: string): void {
    if (stop) return;
    open.delete(key);
    toClient(errorReply(id, -32603, reason));
  }
}
