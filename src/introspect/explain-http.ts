/** Says why an address gave no tool list. */

import type { Refusal, Seen } from './bounded-fetch.ts';
import { Failure } from './failure.ts';
import { plainLine } from './plain-text.ts';

export function explainHttp(
  error: unknown,
  seen: Seen,
  evidence: { url: string; timedOut: boolean; seconds: number; opened: boolean },
): Failure {
  if (error instanceof Failure) return error;
  if (seen.failure instanceof Failure) return seen.failure;
  const { host } = new URL(evidence.url);
  if (evidence.timedOut) {
    return new Failure(
      'timed-out',
      `${host} sent no complete tool list within ${evidence.seconds} s: give it more with --timeout.`,
    );
  }
  const refusal = mostTelling(seen.refusals);
  if (refusal) return new Failure('http-status', statusMessage(host, refusal), { cause: error });
  if (seen.failure) return unreachable(host, seen.failure);
  if (seen.pages > 0) {
    return new Failure('not-mcp', `${host} answers with a web page: check the address, which often ends in /mcp.`, {
      cause: error,
    });
  }
  const said = plainLine(error instanceof Error ? error.message : String(error), 300);
  return new Failure(
    'not-mcp',
    `${host} ${evidence.opened ? 'refused to list its tools' : 'did not answer as an MCP server does'}: ${said}.`,
    {
      cause: error,
    },
  );
}

/** Probing brings refusals that mean nothing; who is asked for, and a server in trouble, mean most. */
function mostTelling(refusals: Refusal[]): Refusal | undefined {
  const rank = ({ status }: Refusal) =>
    status === 401 || status === 403 ? 0 : status >= 500 ? 1 : status === 429 ? 2 : status === 404 ? 3 : 4;
  return refusals.toSorted((a, b) => rank(a) - rank(b))[0];
}

function statusMessage(host: string, { status, body, signIn }: Refusal): string {
  const said = serverWords(body);
  const advice = statuses.find(({ is }) => is(status))?.advice ?? 'check the address and the declared headers';
  const how = status === 401 && signIn ? ' and wants a sign-in' : '';
  return `${host} answers ${status}${how}: ${advice}.${said && ` It says “${said}”.`}`;
}

const statuses: { is: (status: number) => boolean; advice: string }[] = [
  {
    is: (status) => status === 401,
    advice: 'declare credentials under transport.headers, as Authorization: Bearer ${TOKEN}',
  },
  {
    is: (status) => status === 403,
    advice: 'these credentials may not list its tools: ask its owner, or declare others',
  },
  {
    is: (status) => status === 404,
    advice: 'there is nothing at this path: check the address, which often ends in /mcp',
  },
  { is: (status) => status === 429, advice: 'it was asked too often: try later' },
  { is: (status) => status >= 500, advice: 'the server is in trouble: try later' },
];

/** What a JSON body says of the error; a web page says nothing worth repeating. */
function serverWords(body: string): string {
  try {
    const { error } = JSON.parse(body);
    return plainLine(String(error?.message ?? error ?? ''), 200);
  } catch {
    return /^\s*</.test(body) ? '' : plainLine(body, 200);
  }
}

const network: { codes: RegExp; message: (host: string) => string }[] = [
  {
    codes: /ENOTFOUND|EAI_AGAIN/,
    message: (host) => `The name ${host} is not known: check its spelling and your network.`,
  },
  { codes: /ECONNREFUSED/, message: (host) => `${host} refuses connections: start the server, or check the port.` },
  {
    codes: /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/,
    message: (host) => `The certificate of ${host} is not trusted: set NODE_EXTRA_CA_CERTS to your CA's file.`,
  },
  {
    codes: /TIMEOUT|TIMEDOUT|EHOSTUNREACH|ENETUNREACH/,
    message: (host) => `${host} cannot be reached: check your network and proxy.`,
  },
];

function unreachable(host: string, error: Error): Failure {
  const codes = codesOf(error).join(' ');
  const known = network.find((each) => each.codes.test(codes));
  const message =
    known?.message(host) ??
    `The connection to ${host} broke: ${plainLine(codes || error.message)}. Check your network and proxy.`;
  return new Failure('unreachable', message, { cause: error });
}

function codesOf(error: unknown): string[] {
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown[] };
  return [
    ...(typeof code === 'string' ? [code] : []),
    ...(cause ? codesOf(cause) : []),
    ...(errors ?? []).flatMap(codesOf),
  ];
}
