/**
 * One client and one server with a policy between them. It knows messages, not wires: lines come in by `fromClient` and
 * `fromServer`, and go out by what it is given.
 */
import { randomUUID } from 'node:crypto';
import type { Policy } from '../policy/grammar.ts';
import type { Counters } from '../policy/window.ts';
import type { AuditEntry } from './audit.ts';
import { judgeCalls } from './calls.ts';
import { clientSide } from './client-side.ts';
import { inFlight } from './flights.ts';
import type { LineFault } from './lines.ts';
import { ownRequests } from './own-requests.ts';
import { sessionRecords } from './records.ts';
import { errorReply } from './replies.ts';
import { serverSide } from './server-side.ts';
import { knownTools } from './tools.ts';

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

export function openSession(options: SessionOptions, { monotonic = () => performance.now() } = {}): Session {
  const { policy, toClient, toServer, patience = { approval: 300_000, listing: 30_000 } } = options;
  const id = randomUUID();
  const flights = inFlight();
  const tools = knownTools();
  const askServer = ownRequests(toServer);
  const askClient = ownRequests(toClient);
  const { record, refuse } = sessionRecords(id, () => policy().server, options.audit);
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
      flights.fromClient.set(request.key, { request });
      toServer(request.text);
    },
    answer: ({ key }, reply) => {
      flights.fromClient.delete(key);
      toClient(reply);
    },
  });
  const both = { flights, calls, toClient, refuse };
  const client = clientSide({ ...both, asked: askClient, edition: tools.edition, toServer });
  const server = serverSide({ ...both, asked: askServer, policy, tools });

  return {
    fromClient: client.receive,
    fromServer: server.receive,
    fault(from, fault) {
      refuse(from, `a line that is ${fault}`);
      if (from === 'server') server.fault(fault);
      else toClient(errorReply(undefined, -32700, `Refused by the gateway: the message is ${fault}.`));
    },
    policyChanged() {
      if (client.isReady()) toClient('{"jsonrpc":"2.0","method":"notifications/tools/list_changed"}');
    },
    inFlight: () => flights.fromClient.size,
    close() {
      for (const { stop } of flights.fromClient.values()) stop?.();
      flights.fromClient.clear();
      askServer.close();
      askClient.close();
    },
  };
}
