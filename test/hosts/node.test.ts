/** The host for a person's own machine, asked over real sockets. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders } from '../../src/hosts/headers.ts';
import { siteServer } from '../../src/hosts/node.ts';

const root = mkdtempSync(join(tmpdir(), 'catalog-host-'));
const site = join(root, 'site');
const script = 'console.log("x");\n'.repeat(200);

function write(folder: string, files: Record<string, string>) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

write(root, { 'secret.txt': 'secret', 'site-private/index.html': 'secret' });
write(site, {
  'index.html': 'home',
  '404.html': 'nothing here',
  'tools/a/index.html': 'a',
  'tools/ü/index.html': 'umlaut',
  'tools/a.md': '# ä',
  '_astro/page.Ab12.js': script,
});

const atRoot = siteServer(site);
const below = siteServer(site, '/catalog/');

beforeAll(async () => {
  for (const server of [atRoot, below]) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  for (const server of [atRoot, below]) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(root, { recursive: true });
});

type Answer = { status: number; headers: IncomingMessage['headers']; body: string };

/** By hand, since `fetch` tidies a path before it is sent. */
function ask(path: string, { server = atRoot, method = 'GET', headers = {} } = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const { port } = server.address() as AddressInfo;
    httpRequest({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', fail)
      .end();
  });
}

describe('what is found', () => {
  test.each([
    ['/', 200, 'home'],
    ['/?q=x', 200, 'home'],
    ['/tools/a/', 200, 'a'],
    ['/tools/%C3%BC/', 200, 'umlaut'],
    ['/tools/a.md', 200, '# ä'],
    ['/nowhere/', 404, 'nothing here'],
    ['/tools/', 404, 'nothing here'],
    ['/../secret.txt', 404, 'nothing here'],
    ['/%2e%2e/secret.txt', 404, 'nothing here'],
    ['/..%2fsecret.txt', 404, 'nothing here'],
    ['/..%5csecret.txt', 404, 'nothing here'],
    ['/../site-private/', 404, 'nothing here'],
    ['/..%2fsite-private/', 404, 'nothing here'],
    ['/%zz', 404, 'nothing here'],
    ['/%00', 404, 'nothing here'],
    ['//', 404, 'nothing here'],
  ])('%s is %i', async (path, status, body) => {
    expect(await ask(path)).toMatchObject({ status, body });
  });

  test.each([
    ['/tools/a', '/tools/a/'],
    ['/tools/a?q=1', '/tools/a/?q=1'],
    ['//elsewhere.example/tools/a', '/tools/a/'],
  ])('%s moves to %s', async (path, location) => {
    expect(await ask(path)).toMatchObject({ status: 308, headers: { location } });
  });

  test.each([
    ['/', 308, '/catalog/'],
    ['/catalog', 308, '/catalog/'],
    ['/catalog/tools/a', 308, '/catalog/tools/a/'],
    ['/catalog/tools/a/', 200, undefined],
    ['/tools/a/', 404, undefined],
    ['/catalogue/', 404, undefined],
  ])('below /catalog/, %s is %i', async (path, status, location) => {
    const answer = await ask(path, { server: below });
    expect({ status: answer.status, location: answer.headers.location }).toEqual({ status, location });
  });

  test('a site that was built anew is served at once', async () => {
    const next = join(root, 'next');
    write(next, {
      'new/index.html': 'a much longer page than before',
      'index.html': 'home',
      '404.html': 'nothing here',
    });
    renameSync(site, join(root, 'old'));
    renameSync(next, site);
    expect(await ask('/new/')).toMatchObject({ status: 200, body: 'a much longer page than before' });
    expect(await ask('/tools/a/')).toMatchObject({ status: 404 });
    renameSync(site, next);
    renameSync(join(root, 'old'), site);
  });
});

describe('what is sent with it', () => {
  test.each(['/', '/tools/a', '/nowhere/', '/_astro/page.Ab12.js'])(
    '%s carries every security header',
    async (path) => {
      const { headers } = await ask(path);
      for (const [name, value] of Object.entries(securityHeaders)) expect(headers[name.toLowerCase()]).toBe(value);
    },
  );

  test.each([
    ['/', 'public, max-age=0, must-revalidate'],
    ['/nowhere/', 'public, max-age=0, must-revalidate'],
    ['/_astro/page.Ab12.js', 'public, max-age=31536000, immutable'],
  ])('%s may be kept: %s', async (path, value) => {
    expect((await ask(path)).headers['cache-control']).toBe(value);
  });

  test('text says that it is UTF-8', async () => {
    expect((await ask('/tools/a.md')).headers['content-type']).toBe('text/markdown; charset=utf-8');
  });

  test('a page that a browser has is not sent again', async () => {
    const { etag } = (await ask('/')).headers;
    expect(await ask('/', { headers: { 'if-none-match': etag ?? '' } })).toMatchObject({ status: 304, body: '' });
  });

  test('text is compressed for those who take it', async () => {
    const { headers } = await ask('/_astro/page.Ab12.js', { headers: { 'accept-encoding': 'br, gzip' } });
    expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect((await ask('/_astro/page.Ab12.js')).body).toBe(script);
  });

  test.each(['/', '/nowhere/'])('HEAD %s has the headers of GET and no body', async (path) => {
    const [get, head] = [await ask(path), await ask(path, { method: 'HEAD' })];
    expect({ status: head.status, type: head.headers['content-type'], body: head.body }).toEqual({
      status: get.status,
      type: get.headers['content-type'],
      body: '',
    });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
    expect(await ask('/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});
