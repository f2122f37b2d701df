/** What comes from the client: let through, judged as a call, or refused. */
import { canBeAsked } from './approval.ts';
import type { Caller } from './caller.ts';
import { modernCaller } from './caller.ts';
import type { Calls } from './calls.ts';
import { type Flight, type InFlight, mostInFlight } from './flights.ts';
import { cancelledKey } from './ids.ts';
import { type Malformed, type Notification, type Request, type Response, readMessage } from './message.ts';
import { isKnownNotification, isKnownRequest, needsHandshake } from './methods.ts';
import type { OwnRequests } from './own-requests.ts';
import type { Refuse } from './records.ts';
import { errorReply } from './replies.ts';

export type ClientSideOptions = {
  flights: InFlight;
  calls: Calls;
  /** Its answers may be to us. */
  asked: OwnRequests;
  /** The edition of the list of tools that a request sent now asks for. */
  edition: () => number;
  toClient: (text: string) => void;
  toServer: (text: string) => void;
  refuse: Refuse;
};

export type ClientSide = {
  receive: (text: string) => void;
  /** The handshake is over, so that it may be told things. */
  isReady: () => boolean;
};

export function clientSide({
  flights,
  calls,
  asked,
  edition,
  toClient,
  toServer,
  refuse,
}: ClientSideOptions): ClientSide {
  const open = flights.fromClient;
  let handshake: 'none' | 'asked' | 'done' = 'none';
  let client: Caller = { canBeAsked: false, isModern: false };

  return {
    receive(text) {
      const message = readMessage(text);
      if (message.kind === 'malformed') refuseMalformed(message);
      else if (message.kind === 'request') request(message);
      else if (message.kind === 'notification') notification(message);
      else response(message);
    },
    isReady: () => handshake === 'done',
  };

  function request(message: Request): void {
    const { key, method, params } = message;
    const modern = modernCaller(params);
    const fault = faultOf(message, modern !== undefined);
    if (fault) {
      refuse('client', fault.reason, { method });
      toClient(errorReply(message.id, fault.code, fault.reason));
      return;
    }
    if (method === 'initialize') {
      handshake = 'asked';
      client = { canBeAsked: canBeAsked(params['capabilities']), isModern: false };
    }
    const flight: Flight = { request: message, edition: edition() };
    open.set(key, flight);
    if (method === 'tools/call') {
      const controller = new AbortController();
      flight.stop = () => controller.abort();
      calls.judge(message, modern ?? client, controller.signal);
    } else toServer(message.text);
  }

  /** Why a request goes no further, whatever the policy says. */
  function faultOf({ key, method }: Request, isModern: boolean): { code: number; reason: string } | undefined {
    if (!isKnownRequest(method)) return { code: -32601, reason: 'The gateway does not let this method through.' };
    if (open.has(key)) return { code: -32600, reason: 'This id is in use by a request without an answer.' };
    if (open.size >= mostInFlight) return { code: -32600, reason: 'Too many requests wait for an answer.' };
    if (method === 'initialize' && handshake !== 'none') {
      return { code: -32600, reason: 'The session is initialized already.' };
    }
    if (needsHandshake(method) && handshake === 'none' && !isModern) {
      return { code: -32600, reason: 'The session must be initialized first.' };
    }
    return undefined;
  }

  function notification({ method, params, text }: Notification): void {
    if (!isKnownNotification(method)) {
      refuse('client', 'A notification that is not let through.', { method });
      return;
    }
    if (method === 'notifications/cancelled') {
      const cancelled = open.get(cancelledKey(params['requestId'], text));
      if (!cancelled) return;
      open.delete(cancelled.request.key);
      if (cancelled.stop) {
        cancelled.stop();
        refuse('client', 'Taken back by the client.', { outcome: 'cancelled', method: 'tools/call' });
        return;
      }
    }
    if (method === 'notifications/initialized' && handshake === 'asked') handshake = 'done';
    toServer(text);
  }

  function response(message: Response): void {
    if (asked.settle(message)) return;
    if (flights.fromServer.delete(message.key)) toServer(message.text);
    else refuse('client', 'An answer that nobody asked for.');
  }

  function refuseMalformed({ id, code, fault }: Malformed): void {
    refuse('client', fault);
    toClient(errorReply(id, code, `Refused by the gateway: ${fault}.`));
  }
}
