/** The site from a folder, over plain HTTP, for a person's own machine or a proxy in front. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { contactPath } from '../contact/handler.ts';
import { cacheControl, headersOf, prefetchHeader, robotsHeader, textTypes } from './headers.ts';

/** Answers what is sent to the contact form; `turnstile` is whether its page lets that check in. */
export type ContactHost = {
  listener(request: IncomingMessage, response: ServerResponse): unknown;
  turnstile: boolean;
};

/**
 * A server, not yet listening, of the built site in `folder`. `base` is the path below which the site was built to live,
 * `/` or `/catalog/`; `hidden` keeps all of it out of search engines. Files are looked up at each request, so a site that is rebuilt meanwhile is served at once.
 */
export function siteServer(folder: string, base = '/', contact?: ContactHost, hidden = false): Server {
  const compress = compression();
  const files = sirv(folder, { dev: true, etag: true, extensions: ['html'], setHeaders });
  const server = createServer(answer);
  // A visitor who sends a form byte by byte holds a connection no longer than this.
  server.requestTimeout = 60_000;
  return server;

  function answer(request: IncomingMessage, response: ServerResponse): unknown {
    const url = URL.parse(request.url ?? '/', 'http://site.invalid');
    const within = url?.pathname.startsWith(base) ? url.pathname.slice(base.length - 1) : '';
    const headers = {
      ...headersOf(within, contact?.turnstile ?? false),
      ...prefetchHeader(base),
      ...robotsHeader(within, hidden),
    };
    for (const [name, value] of Object.entries(headers)) {
      response.setHeader(name, value);
    }
    if (contact && within === `/${contactPath}`) {
      return compress(request as never, response as never, () => contact.listener(request, response));
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(response);
    if (!url) return notFound(request, response);
    const { pathname, search } = url;
    if (within === '') {
      return pathname === '/' || `${pathname}/` === base ? redirect(response, base) : notFound(request, response);
    }
    if (isFolderWithoutSlash(within)) return redirect(response, `${pathname}/${search}`);
    request.url = within + search;
    const send = () => files(request, response, () => notFound(request, response));
    // A range counts the bytes of the file, so what is sent must be those and not a compressed form of them.
    if (request.headers.range !== undefined) return send();
    return compress(request as never, response as never, send);
  }

  /** Pages link to each other with a slash at the end; the address without one is not a second page. */
  function isFolderWithoutSlash(path: string) {
    return !path.endsWith('/') && existsSync(join(folder, decoded(path), 'index.html'));
  }

  async function notFound(request: IncomingMessage, response: ServerResponse) {
    const page = await readFile(join(folder, '404.html')).catch(() => Buffer.from('Not found.\n'));
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': cacheControl('/404.html') });
    response.end(request.method === 'HEAD' ? undefined : page);
  }
}

function setHeaders(response: ServerResponse, pathname: string) {
  response.setHeader('Cache-Control', cacheControl(pathname));
  response.setHeader('Accept-Ranges', 'bytes');
  const type = textTypes.get(extname(pathname));
  if (type) response.setHeader('Content-Type', type);
}

function redirect(response: ServerResponse, location: string) {
  response.writeHead(308, { Location: location.replace(/^\/+/, '/') }).end();
}

function refuseMethod(response: ServerResponse) {
  response.writeHead(405, { Allow: 'GET, HEAD' }).end();
}

function decoded(path: string) {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
