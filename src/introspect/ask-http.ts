/** Asks a server at an address: the stateless protocol first, then the handshake, then the old event stream. */
import { StreamableHTTPClientTransport as ModernHttp } from '@modelcontextprotocol/client';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport as LegacyHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '../domain.ts';
import type { Asking, Heard } from './ask-server.ts';
import { boundedFetch, type Seen } from './bounded-fetch.ts';
import { expand } from './environment.ts';
import { explainHttp } from './explain-http.ts';
import { Failure } from './failure.ts';
import type { Generation } from './generation.ts';
import { legacy } from './legacy.ts';
import { readAnswer } from './listing.ts';
import { modern } from './modern.ts';
import { replacementsFor, scrubJson, scrubText } from './scrub.ts';
import { untilAborted } from './until-aborted.ts';
import type { Wire } from './wire.ts';

type HttpWire = Wire & { terminateSession?: () => Promise<void> };
type Way = {
  generation: Generation;
  wire: (url: URL, options: { fetch: typeof fetch; requestInit: RequestInit }) => HttpWire;
  /** The part of the time that an old server may spend on a question that it does not know. */
  share: number;
};

/** In this order. Each SDK's transport follows redirects within the origin alone, so headers go nowhere else. */
const ways: Way[] = [
  { generation: modern, wire: (url, options) => new ModernHttp(url, options) as Wire, share: 0.25 },
  { generation: legacy, wire: (url, options) => new LegacyHttp(url, options) as HttpWire, share: 1 },
  { generation: legacy, wire: (url, options) => new SSEClientTransport(url, options) as Wire, share: 1 },
];

export async function askHttp(transport: Transport & { type: 'http' }, asking: Asking): Promise<Heard> {
  const { values: headers, secrets } = expand(transport.headers, process.env);
  const replacements = replacementsFor({}, secrets);
  asking.report({ state: 'asking' });
  const seen: Seen = { refusals: [], pages: 0 };
  const deadline = AbortSignal.any([asking.signal, AbortSignal.timeout(asking.milliseconds)]);
  let failure: Failure | undefined;
  for (const way of ways) {
    const outcome = await talk(new URL(transport.url), headers, way, { asking, deadline, seen });
    if ('answer' in outcome) return { answer: scrubJson(outcome.answer, replacements), strayLines: 0 };
    failure = outcome.failure;
    if (outcome.final) break;
  }
  throw new Failure(failure?.why ?? 'not-mcp', scrubText(failure?.message ?? '', replacements), { cause: failure });
}

type Talk = { answer: Heard['answer'] } | { failure: Failure; final: boolean };

async function talk(
  url: URL,
  headers: { [name: string]: string },
  way: Way,
  { asking, deadline, seen }: { asking: Asking; deadline: AbortSignal; seen: Seen },
): Promise<Talk> {
  const milliseconds = asking.milliseconds * way.share;
  const signal = AbortSignal.any([deadline, AbortSignal.timeout(milliseconds)]);
  const ended = new AbortController();
  const wire = way.wire(url, {
    fetch: boundedFetch(seen, AbortSignal.any([deadline, ended.signal])),
    requestInit: { headers },
  });
  let opened = false;
  try {
    const conversation = await untilAborted(way.generation(wire, { signal, milliseconds }), signal);
    opened = true;
    return { answer: await untilAborted(readAnswer(conversation), deadline) };
  } catch (error) {
    asking.signal.throwIfAborted();
    const evidence = { url: url.href, timedOut: signal.aborted, seconds: milliseconds / 1000, opened };
    const failure = explainHttp(error, seen, evidence);
    const final = opened || deadline.aborted || ['unreachable', 'too-large'].includes(failure.why);
    return { failure, final };
  } finally {
    await close(wire);
    ended.abort();
  }
}

const goodbyeMilliseconds = 1_000;

/** A session is the server's memory: it is told when we leave, and not waited for. */
async function close(wire: HttpWire): Promise<void> {
  const patience = AbortSignal.timeout(goodbyeMilliseconds);
  await untilAborted(wire.terminateSession?.() ?? Promise.resolve(), patience).catch(() => undefined);
  await wire.close().catch(() => undefined);
}
