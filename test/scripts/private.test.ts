/** A private catalog below a path, built and served: no search engine is let in, and no address leaves its path. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteServer } from '../../src/hosts/node.ts';
import { type Page, readPages } from '../site/read-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'catalog-private-'));
const built = join(folder, 'site');
const home = 'https://house.example/catalog/';
let pages: Page[] = [];

beforeAll(() => {
  const content = join(folder, 'content');
  for (const part of ['servers', 'snapshots']) mkdirSync(join(content, part), { recursive: true });
  cpSync('test/fixtures/content/guides', join(content, 'guides'), { recursive: true });
  writeFileSync(join(content, 'site.yaml'), 'title: House\nurl: https://house.example/catalog\nprivate: true\n');
  writeFileSync(
    join(content, 'servers/shelf.yaml'),
    'title: Shelf\ntags: [books]\ntransport: { type: stdio, command: node, args: ["shelf.js"] }\n',
  );
  const tools = ['list_books', 'delete_book'].map((name) => ({ name, inputSchema: { type: 'object' } }));
  const snapshot = { server: 'shelf', capturedAt: '2026-01-02T03:04:05Z', protocolVersion: '2025-11-25', tools };
  writeFileSync(join(content, 'snapshots/shelf.json'), JSON.stringify(snapshot));
  const env = { ...process.env, NODE_ENV: 'production', BASE_URL: '/', CONTENT_DIR: content, OUT_DIR: built };
  execFileSync(process.execPath, ['scripts/build.ts'], {
    env: { ...env, CACHE_DIR: join(folder, 'cache') },
    stdio: 'pipe',
  });
  pages = readPages(built);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('every page asks not to be listed', () => {
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter(({ noindex }) => !noindex).map(({ file }) => file)).toEqual([]);
});

test('robots are sent away, and there is no sitemap', () => {
  expect(readFileSync(join(built, 'robots.txt'), 'utf8')).toBe('User-agent: *\nDisallow: /\n');
  expect(globSync('**/sitemap*', { cwd: built })).toEqual([]);
  expect(readFileSync(join(built, '_headers'), 'utf8')).toMatch(/^\/\*\n(?: {2}.*\n)*? {2}X-Robots-Tag: noindex$/m);
});

test('every answer of the host says so too', async () => {
  const server = siteServer(built, '/catalog/', undefined, true);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  for (const path of ['', 'tools/shelf/', 'tools/shelf/list_books.json', 'nowhere/', 'favicon.svg']) {
    const answer = await fetch(`http://127.0.0.1:${port}/catalog/${path}`);
    expect([path, answer.headers.get('x-robots-tag')]).toEqual([path, 'noindex']);
  }
  server.closeAllConnections();
  server.close();
});

test('every address of the site is below its path and is there, and nothing else is loaded', () => {
  const wrong = pages.flatMap((page) =>
    page.addresses.flatMap(({ tag, value }) => {
      const url = new URL(value, new URL(page.file.replace(/index\.html$/, ''), home));
      // The manual of a client may be linked to; a link loads nothing.
      if (tag === 'a' && url.origin !== new URL(home).origin) return [];
      if (!url.href.startsWith(home)) return [`${page.file}: <${tag}> ${value}`];
      const path = decodeURIComponent(url.pathname.slice('/catalog/'.length));
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      const sent = tag === 'form' && url.pathname.startsWith('/catalog/api/');
      return sent || existsSync(join(built, file)) ? [] : [`${page.file}: ${value} is missing`];
    }),
  );
  expect(wrong).toEqual([]);
});
