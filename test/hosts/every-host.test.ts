/**
 * The same site on every host: Node over a socket, Cloudflare in its own runtime, Netlify and Vercel as they are packed. What
 * they send with each address is compared; where a host serves files by rules, the rules are what is read.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'jsonc-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unstable_startWorker } from 'wrangler';
import { formHtml } from '../../src/contact/form.ts';
import { headersFile, securityHeaders } from '../../src/hosts/headers.ts';
import { siteServer } from '../../src/hosts/node.ts';
import { nodeForm } from '../../src/hosts/node-form.ts';
import { good } from '../contact/form.ts';

const root = mkdtempSync(join(tmpdir(), 'catalog-hosts-'));
const site = join(root, 'site');
const files = {
  'index.html': 'home',
  '404.html': 'nothing here',
  'contact/index.html': `<title>Contact</title>${formHtml({ action: '/api/contact' })}`,
  'contact/sent/index.html': 'sent',
  'tools/a/index.html': 'a',
  'tools/a.md': '# ä',
  'policy.yaml': 'version: 1',
  'robots.txt': 'Sitemap:',
  'pages.speculationrules': '{}',
  '_astro/page.Ab12.js': 'export {};',
  _headers: headersFile(false),
};
for (const [file, text] of Object.entries(files)) {
  mkdirSync(join(site, file, '..'), { recursive: true });
  writeFileSync(join(site, file), text);
}
const pack = (host: string) =>
  execFileSync(process.execPath, [resolve('scripts/pack.ts'), host], {
    cwd: root,
    env: { ...process.env, OUT_DIR: site },
  });

/** `form` says what a post is answered with; `file` what a host sends with a file. */
type Host = { name: string; origin: string; form(init: RequestInit): Promise<Response> };
const hosts = new Map<string, Host>();
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  const origins: string[] = [];
  const form = nodeForm(site, '/', { CONTACT_DB: join(root, 'contact.sqlite') }, origins);
  const node = siteServer(site, '/', form);
  const origin = await listening(node);
  origins.push(origin);
  closing.push(
    () => form.stop(),
    () => node.close(),
  );
  hosts.set('Node', { name: 'Node', origin, form: (init) => fetch(`${origin}/api/contact`, init) });

  const configured = parse(readFileSync('src/hosts/wrangler.jsonc', 'utf8'));
  const config = join(root, 'wrangler.json');
  const assets = { ...configured.assets, directory: site };
  writeFileSync(config, JSON.stringify({ ...configured, main: resolve('src/hosts/cloudflare.ts'), assets }));
  const worker = await unstable_startWorker({
    config,
    dev: { server: { port: 0 }, inspector: false, watch: false, persist: false, logLevel: 'error' },
  });
  closing.push(() => worker.dispose());
  const url = (await worker.url).origin;
  hosts.set('Cloudflare', { name: 'Cloudflare', origin: url, form: (init) => fetch(`${url}/api/contact`, init) });

  // Netlify and Vercel serve files by themselves: a plain server stands in, for the page that a function asks for.
  const plain = siteServer(site, '/');
  const plainOrigin = await listening(plain);
  closing.push(() => plain.close());
  process.env['SITE_URL'] = plainOrigin;
  closing.push(() => delete process.env['SITE_URL']);
  pack('netlify');
  pack('vercel');
  const netlify = await import(pathToFileURL(join(root, '.netlify/v1/functions/contact.mjs')).href);
  hosts.set('Netlify', {
    name: 'Netlify',
    origin: plainOrigin,
    form: (init) =>
      netlify.default(new Request(`${plainOrigin}/api/contact`, init), { ip: '192.0.2.1', waitUntil() {} }),
  });
  const vercel = await import(pathToFileURL(join(root, '.vercel/output/functions/api/contact.func/index.mjs')).href);
  const listener = createServer(vercel.default);
  const vercelOrigin = await listening(listener);
  closing.push(() => listener.close());
  hosts.set('Vercel', {
    name: 'Vercel',
    origin: plainOrigin,
    form: (init) => fetch(`${vercelOrigin}/api/contact`, init),
  });
}, 120_000);
afterAll(async () => {
  for (const close of closing) await close();
  rmSync(root, { recursive: true, force: true });
});

const names = ['Node', 'Cloudflare', 'Netlify', 'Vercel'] as const;
const of = (name: string) => hosts.get(name) ?? expect.fail(`${name} did not start`);
const compared = [...Object.keys(securityHeaders), 'Speculation-Rules', 'Cache-Control'].map((name) =>
  name.toLowerCase(),
);
const pick = (headers: Headers) => Object.fromEntries(compared.map((name) => [name, headers.get(name)]));
const post = (host: Host, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  host.form({
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: host.origin, ...headers },
    body: new URLSearchParams(fields),
  });

describe.each(names)('%s', (name) => {
  test('answers a fault with the form of the built page, and the headers of every page', async () => {
    const answer = await post(of(name), { ...good, name: '' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch('<title>Error: Contact</title>');
    expect(page).toMatch('Enter your name.');
    expect(pick(answer.headers)).toMatchObject({ ...lower(securityHeaders), 'cache-control': 'no-store' });
  });

  test('refuses what comes from another site', async () => {
    expect((await post(of(name), good, { Origin: 'https://evil.example' })).status).toBe(403);
  });

  test('says which method it takes', async () => {
    const answer = await of(name).form({ method: 'GET' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe.each(['Node', 'Cloudflare'])('%s, with a place for messages', (name) => {
  test('takes a message, and leads to the page that says so', async () => {
    const answer = await post(of(name), good);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/contact/sent/']);
    expect((await fetch(new URL('/contact/sent/', of(name).origin))).status).toBe(200);
  });

  test('counts', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1)
      statuses.push((await post(of(name), { ...good, message: `Message number ${n}` })).status);
    expect(statuses).toEqual([303, 303, 303, 303, 429, 429, 429]);
  });
});

test.each(['Netlify', 'Vercel'])('%s without a database says that nothing was sent', async (name) => {
  const answer = await post(of(name), good);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toMatch(/nowhere to keep messages/);
});

test('Vercel’s timer is let in by its secret only', async () => {
  const sweep = await import(pathToFileURL(join(root, '.vercel/output/functions/api/sweep.func/index.mjs')).href);
  const listener = createServer(sweep.default);
  const url = `${await listening(listener)}/api/sweep`;
  const ask = async (headers = {}) => (await fetch(url, { headers })).status;
  expect(await ask()).toBe(401);
  expect(await ask({ Authorization: 'Bearer ' })).toBe(401);
  process.env['CRON_SECRET'] = 'secret';
  expect([await ask({ Authorization: 'Bearer wrong!' }), await ask({ Authorization: 'Bearer secret' })]).toEqual([
    401, 200,
  ]);
  delete process.env['CRON_SECRET'];
  listener.close();
});

describe('files', () => {
  const paths = [
    '/',
    '/tools/a/',
    '/contact/',
    '/tools/a.md',
    '/policy.yaml',
    '/robots.txt',
    '/pages.speculationrules',
    '/_astro/page.Ab12.js',
    '/nowhere/',
  ];

  test.each(paths)('%s has the same headers everywhere', async (path) => {
    const [node, cloudflare] = await Promise.all(
      ['Node', 'Cloudflare'].map((name) => fetch(new URL(path, of(name).origin), { redirect: 'manual' })),
    );
    if (!node || !cloudflare) return expect.fail('no answer');
    expect(cloudflare.status).toBe(node.status);
    const type = (headers: Headers) => headers.get('content-type')?.replaceAll(' ', '').toLowerCase();
    expect({ ...pick(cloudflare.headers), type: type(cloudflare.headers) }).toEqual({
      ...pick(node.headers),
      type: type(node.headers),
    });
    // Hosts whose files cannot be asked for here: their rules, and the default that both say they have.
    const defaults = { 'cache-control': 'public, max-age=0, must-revalidate' };
    for (const rules of [netlifyRules(), vercelRules()]) {
      const hit = rules.filter(({ pattern }) => pattern.test(path)).map(({ headers }) => lower(headers));
      expect(pick(new Headers(Object.assign({}, defaults, ...hit)))).toEqual(pick(node.headers));
    }
  });

  test('a folder without its slash moves to it everywhere', async () => {
    for (const name of ['Node', 'Cloudflare']) {
      const answer = await fetch(`${of(name).origin}/tools/a`, { redirect: 'manual' });
      expect([307, 308]).toContain(answer.status);
      expect(new URL(answer.headers.get('location') ?? '', of(name).origin).pathname).toBe('/tools/a/');
    }
  });

  test('rules for fetching ahead are named everywhere, below the path of the site', async () => {
    const node = await fetch(new URL('/tools/a/', of('Node').origin));
    expect(node.headers.get('speculation-rules')).toBe('"/pages.speculationrules"');
    const rules = await fetch(new URL('/pages.speculationrules', of('Cloudflare').origin));
    expect(rules.headers.get('content-type')).toBe('application/speculationrules+json');
    expect(headersFile(false, false, 'netlify', '/catalog/')).toMatch(
      'Speculation-Rules: "/catalog/pages.speculationrules"',
    );
  });

  test('Turnstile is let in on the pages with the form, and only where it is on', () => {
    expect(headersFile(false)).not.toMatch(/challenges\.cloudflare\.com/);
    const [everywhere = '', contact = ''] = headersFile(true).split('\n\n');
    expect(everywhere).not.toMatch(/challenges/);
    expect(contact).toMatch(
      /^\/contact\/\n {2}! Content-Security-Policy\n {2}Content-Security-Policy: .*challenges\.cloudflare\.com/,
    );
  });
});

type Rule = { pattern: RegExp; headers: Record<string, string> };

function netlifyRules(): Rule[] {
  return readFileSync(join(site, '_headers'), 'utf8')
    .split('\n\n')
    .map((block) => {
      const [path = '', ...lines] = block.trim().split('\n');
      const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
      return {
        pattern,
        headers: Object.fromEntries(
          lines.map((line) =>
            line
              .trim()
              .split(/: (.*)/s)
              .slice(0, 2),
          ),
        ),
      };
    });
}

function vercelRules(): Rule[] {
  const { routes } = JSON.parse(readFileSync(join(root, '.vercel/output/config.json'), 'utf8'));
  return routes
    .filter((route: { continue?: boolean }) => route.continue)
    .map(({ src, headers }: { src: string; headers: Record<string, string> }) => ({
      pattern: new RegExp(src),
      headers,
    }));
}

const lower = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
