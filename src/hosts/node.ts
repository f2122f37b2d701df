/** The site from a folder, over plain HTTP, for a person's own machine or a proxy in front. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { cacheControl, securityHeaders } from './headers.ts';

/** Kinds of text that browsers do not take for UTF-8 by themselves. */
const textTypes = new Map([
  ['.md', 'text/markdown'],
  ['.txt', 'text/plain'],
  ['.yaml', 'application/yaml'],
]);

/**
 * A server, not yet listening, of the built site in `folder`. `base` is the path below which the site was built to live,
 * `/` or `/catalog/`. Files are looked up at each request, so a site that is rebuilt meanwhile is served at once.
 */
export function siteServer(folder: string, base = '/'): Server {
  const compress = compression();
  const files = sirv(folder, { dev: true, etag: true, extensions: ['html'], setHeaders });
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(response);
    const url = URL.parse(request.url ?? '/', 'http://site.invalid');
    if (!url) return notFound(request, response);
    const { pathname, search } = url;
    if (!pathname.startsWith(base)) {
      return pathname === '/' || `${pathname}/` === base ? redirect(response, base) : notFound(request, response);
    }
    const path = pathname.slice(base.length - 1);
    if (isFolderWithoutSlash(path)) return redirect(response, `${pathname}/${search}`);
    request.url = path + search;
    compress(request as never, response as never, () => files(request, response, () => notFound(request, response)));
  });

  /** Pages link to each other with a slash at the end; the address without one is not a second page. */
  function isFolderWithoutSlash(path: string) {
    return !path.endsWith('/') && existsSync(join(folder, decoded(path), 'index.html'));
  }

  async function notFound(request: IncomingMessage, response: ServerResponse) {
    const page = await readFile(join(folder, '404.html')).catch(() => Buffer.from('Not found.\n'));
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
    response.end(request.method === 'HEAD' ? undefined : page);
  }
}

function setHeaders(response: ServerResponse, pathname: string) {
  response.setHeader('Cache-Control', cacheControl(pathname));
  const type = textTypes.get(extname(pathname));
  if (type) response.setHeader('Content-Type', `${type}; charset=utf-8`);
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
