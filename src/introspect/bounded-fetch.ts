/** fetch for foreign servers: bodies are bounded over a whole conversation, and refusals are kept to tell causes from. */
import http from 'node:http';
import { maxBytes, tooLarge } from './failure.ts';

export type Refusal = { status: number; body: string; signIn: boolean };
export type Seen = {
  refusals: Refusal[];
  /** Answers that were web pages. */
  pages: number;
  failure?: Error;
};

const bodyExcerpt = 4 * 1024;

export function boundedFetch(seen: Seen, signal: AbortSignal): typeof fetch {
  useProxies();
  let received = 0;
  return async (input, init) => {
    const ours = init?.signal ? AbortSignal.any([signal, init.signal]) : signal;
    const response = await fetch(input, { ...init, signal: ours }).catch((error: Error) => {
      if (!ours.aborted) seen.failure = error;
      throw error;
    });
    if (response.headers.get('content-type')?.includes('text/html')) seen.pages++;
    const bounded = response.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          received += chunk.byteLength;
          if (received <= maxBytes) {
            controller.enqueue(chunk);
            return;
          }
          seen.failure = tooLarge();
          controller.error(seen.failure);
        },
      }),
    );
    const { status, statusText, headers } = response;
    // A redirect is left to the SDK, which stays within the origin.
    if (status < 400) return new Response(nullBody(status) ? null : (bounded ?? null), { status, statusText, headers });
    const body = bounded ? await new Response(bounded).text() : '';
    seen.refusals.push({ status, body: body.slice(0, bodyExcerpt), signIn: headers.has('www-authenticate') });
    return new Response(body, { status, statusText, headers });
  };
}

const nullBody = (status: number) => [204, 205, 304].includes(status);

let proxied = false;
/** fetch ignores HTTPS_PROXY until it is told to look. */
function useProxies(): void {
  if (proxied) return;
  proxied = true;
  http.setGlobalProxyFromEnv?.();
}
