/**
 * One client and one server with a policy between them. It knows messages, not wires: lines come in by `fromClient` and
 * `fromServer`, and go out by what it is given.
 */
import { randomUUID } from 'node:crypto';
import type { Policy } from '../policy/grammar.ts';
import type { Counters } from '../policy/window.ts';
import { withListChanged, withoutHidden } from './answers.ts';
import { canBeAsked } from './approval.ts';
import type { AuditEntry } from './audit.ts';
import { type Caller, judgeCalls } from './calls.ts';
import type { LineFault } from './lines.ts';
import { isObject, type Malformed, type Notification, type Request, type Response, readMessage } from './message.ts';
import { isKnownNotification, isKnownRequest, needsHandshake } from './methods.ts';
import { ownRequests } from './own-requests.ts';
import { errorReply } from './replies.ts';
import { knownTools, toolsOf } from './tools.ts';

export type SessionOptions = {
  /** The policy in force now. */
  policy: () => Policy;
  counters: Counters;
  /** Who the client is, over all its sessions. */
  identity: string;
  toClient: (text: string) => void;
  toServer: (text: string) => void;
  /** Throws where it cannot be written. */
  audit: (entry: AuditEntry) => void;
  /** Milliseconds that a person has to answer, and that a server has to list its tools. */
  patience?: { approval: number; listing: number };
};

export type Session = {
  fromClient: (text: string) => void;
  fromServer: (text: string) => void;
  /** A line that could not be read at all. */
  fault: (from: 'client' | 'server', fault: LineFault) => void;
  /** To be called once another policy is in force. */
  policyChanged: () => void;
  /** Requests of the client that wait for an answer. */
  inFlight: () => number;
  close: () => void;
};

/** A client's request on its way. `stop` takes it back while it has not been sent. */
type Flight = { request: Request; stop?: () => void };

const mostInFlight = 10_000;

export function openSession(options: SessionOptions, { monotonic = () => performance.now() } = {}): Session {
  const { policy, toClient, toServer, patience = { approval: 300_000, listing: 30_000 } } = options;
  const id = randomUUID();
  const flights = new Map<string, Flight>();
  const serverAsks = new Set<string>();
  const askServer = ownRequests(toServer);
  const askClient = ownRequests(toClient);
  const tools = knownTools();
  let handshake: 'none' | 'asked' | 'done' = 'none';
  let client: Caller = { canBeAsked: false, isModern: false };

  const record = (entry: Partial<AuditEntry> & Pick<AuditEntry, 'outcome'>) => {
    const auditId = randomUUID();
    const { server } = policy();
    options.audit({ time: new Date().toISOString(), id: auditId, session: id, server, ...entry });
    return auditId;
  };
  const calls = judgeCalls({
    policy,
    tools,
    counters: options.counters,
    session: id,
    identity: options.identity,
    patience,
    monotonic,
    record,
    askServer,
    askClient,
    forward: (request) => {
      flights.set(request.key, { request });
      toServer(request.text);
    },
    answer: ({ key }, reply) => {
      flights.delete(key);
      toClient(reply);
    },
  });

  /** Refuses what is no call. Nothing depends on it, so a full disk must not end the session. */
  const refuse = (from: 'client' | 'server', reason: string, more: Partial<AuditEntry> = {}) => {
    try {
      record({ outcome: 'refuse', rule: 'malformed', reason, from, ...more });
    } catch {}
  };
  const refuseRequest = ({ id: asked, method }: Request, code: number, reason: string) => {
    refuse('client', reason, { method });
    toClient(errorReply(asked, code, reason));
  };
  const refuseMalformed = (malformed: Malformed) => {
    refuse('client', malformed.fault);
    toClient(errorReply(malformed.id, malformed.code, `Refused by the gateway: ${malformed.fault}.`));
  };

  function clientRequest(request: Request): void {
    const { key, method, params } = request;
    if (!isKnownRequest(method)) {
      refuseRequest(request, -32601, 'The gateway does not let this method through.');
      return;
    }
    if (flights.has(key)) {
      refuseRequest(request, -32600, 'This id is in use by a request without an answer.');
      return;
    }
    if (flights.size >= mostInFlight) {
      refuseRequest(request, -32600, 'Too many requests wait for an answer.');
      return;
    }
    const modern = modernCaller(params);
    if (method === 'initialize') {
      if (handshake !== 'none') {
        refuseRequest(request, -32600, 'The session is initialized already.');
        return;
      }
      handshake = 'asked';
      client = { canBeAsked: canBeAsked(params['capabilities']), isModern: false };
    } else if (needsHandshake(method) && handshake === 'none' && !modern) {
      refuseRequest(request, -32600, 'The session must be initialized first.');
      return;
    }
    const flight: Flight = { request };
    flights.set(key, flight);
    if (method === 'tools/call') {
      const controller = new AbortController();
      flight.stop = () => controller.abort();
      calls.judge(request, modern ?? client, controller.signal);
    } else toServer(request.text);
  }

  function clientNotification(notification: Notification): void {
    const { method, params, text } = notification;
    if (!isKnownNotification(method)) {
      refuse('client', 'A notification that is not let through.', { method });
      return;
    }
    if (method === 'notifications/cancelled') {
      const cancelled = flights.get(keyOf(params['requestId'], text));
      if (!cancelled) return;
      flights.delete(cancelled.request.key);
      if (cancelled.stop) {
        cancelled.stop();
        refuse('client', 'Taken back by the client.', { outcome: 'cancelled', method: 'tools/call' });
        return;
      }
    }
    if (method === 'notifications/initialized' && handshake === 'asked') handshake = 'done';
    toServer(text);
  }

  function clientResponse(response: Response): void {
    if (askClient.settle(response)) return;
    if (serverAsks.delete(response.key)) toServer(response.text);
    else refuse('client', 'An answer that nobody asked for.');
  }

  function serverResponse(response: Response): void {
    if (askServer.settle(response)) return;
    const flight = flights.get(response.key);
    if (!flight || flight.stop) {
      refuse('server', 'An answer that nobody asked for.');
      return;
    }
    flights.delete(response.key);
    toClient(answerFor(flight.request, response));
  }

  function answerFor({ id: asked, method, params }: Request, { result, text }: Response): string {
    if (result === undefined) return text;
    if (method === 'initialize') return withListChanged(text, result);
    if (method !== 'tools/list') return text;
    const listed = toolsOf(result);
    if (!listed) return errorReply(asked, -32603, 'The server answered tools/list with something else.');
    const isWhole = params['cursor'] === undefined && isObject(result) && result['nextCursor'] === undefined;
    tools.learn(listed, isWhole);
    return withoutHidden(text, policy());
  }

  function serverRequest({ key, text }: Request): void {
    if (serverAsks.has(key) || serverAsks.size >= mostInFlight) {
      refuse('server', 'An id that is in use.');
      return;
    }
    serverAsks.add(key);
    toClient(text);
  }

  function serverNotification({ method, params, text }: Notification): void {
    if (method === 'notifications/tools/list_changed') tools.forget();
    if (method === 'notifications/cancelled') serverAsks.delete(keyOf(params['requestId'], text));
    toClient(text);
  }

  return {
    fromClient(text) {
      const message = readMessage(text);
      if (message.kind === 'malformed') refuseMalformed(message);
      else if (message.kind === 'request') clientRequest(message);
      else if (message.kind === 'notification') clientNotification(message);
      else clientResponse(message);
    },
    fromServer(text) {
      const message = readMessage(text);
      if (message.kind === 'request') serverRequest(message);
      else if (message.kind === 'notification') serverNotification(message);
      else if (message.kind === 'response') serverResponse(message);
      else refuseFromServer(message, text);
    },
    fault(from, fault) {
      refuse(from, `a line that is ${fault}`);
      if (from === 'client') {
        toClient(errorReply(undefined, -32700, `Refused by the gateway: the message is ${fault}.`));
        return;
      }
      // Whose answer it was cannot be told.
      for (const { request, stop } of [...flights.values()]) {
        if (stop) continue;
        flights.delete(request.key);
        toClient(errorReply(request.id, -32603, `The server sent a line that is ${fault}.`));
      }
    },
    policyChanged() {
      if (handshake === 'done') toClient('{"jsonrpc":"2.0","method":"notifications/tools/list_changed"}');
    },
    inFlight: () => flights.size,
    close() {
      for (const { stop } of flights.values()) stop?.();
      flights.clear();
      askServer.close();
      askClient.close();
    },
  };

  /** The client must not wait for an answer that was thrown away. */
  function refuseFromServer({ fault }: Malformed, text: string): void {
    refuse('server', fault);
    for (const key of idsIn(text)) {
      const flight = flights.get(key);
      if (!flight || flight.stop) continue;
      flights.delete(key);
      toClient(errorReply(flight.request.id, -32603, `The server's answer was refused by the gateway: ${fault}.`));
    }
  }
}

/** From 2026-07-28 on each request says for itself who asks. */
function modernCaller(params: { [name: string]: unknown }): Caller | undefined {
  const meta = params['_meta'];
  if (!isObject(meta) || typeof meta['io.modelcontextprotocol/protocolVersion'] !== 'string') return undefined;
  const named = Object.entries(meta).filter(([key]) => key.startsWith('io.modelcontextprotocol/'));
  const asked = canBeAsked(meta['io.modelcontextprotocol/clientCapabilities']);
  return { canBeAsked: asked, isModern: true, meta: Object.fromEntries(named) };
}

function keyOf(id: unknown, text: string): string {
  if (typeof id === 'string') return JSON.stringify(id);
  return /"requestId"\s*:\s*(-?[0-9]+)/.exec(text)?.[1] ?? '';
}

/** Ids in a message that could not be read; a wrong guess costs one request its answer. */
function idsIn(text: string): string[] {
  return [...text.slice(0, 1_000_000).matchAll(/"id"\s*:\s*(-?[0-9]+|"(?:[^"\\]|\\.)*")/g)].map(([, id]) => id ?? '');
}
