/** The form at a real Node host: what hostile bodies do to it, who is counted, and what outlives a kill. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formHtml } from '../../src/contact/form.ts';
import { securityHeaders } from '../../src/hosts/headers.ts';
import { siteServer } from '../../src/hosts/node.ts';
import { openStore } from '../../src/hosts/node-contact.ts';
import { nodeForm } from '../../src/hosts/node-form.ts';
import { good } from '../contact/form.ts';

const root = mkdtempSync(join(tmpdir(), 'catalog-host-contact-'));
const site = join(root, 'site');
mkdirSync(join(site, 'contact'), { recursive: true });
writeFileSync(join(site, 'index.html'), 'home');
writeFileSync(join(site, 'contact/index.html'), `<title>Contact</title>${formHtml({ action: '/api/contact' })}`);

const env = { CONTACT_DB: join(root, 'contact.sqlite'), CONTACT_PER_HOUR: '1000', TRUST_PROXY: '1' };
const origins: string[] = [];
const form = nodeForm(site, '/', env, origins);
const server = siteServer(site, '/', form);
const store = openStore(env);
let port = 0;

beforeAll(async () => {
  port = await listening(server);
  origins.push(`http://127.0.0.1:${port}`);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await form.stop();
  await store?.close();
  rmSync(root, { recursive: true });
});

type Answer = { status: number; headers: IncomingMessage['headers']; body: string };
type Body = string | Buffer;

/** As a browser at the site would post it, unless `headers` say otherwise. */
function post(body: Body, headers: Record<string, string> = {}, to = port): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = httpRequest(
      {
        port: to,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/contact',
        headers: {
          Origin: `http://127.0.0.1:${to}`,
          'Content-Type': 'application/x-www-form-urlencoded',
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      },
    ).on('error', fail);
    asked.end(body);
  });
}

const stored = async () => (await store?.list())?.length;
const encoded = (fields: Record<string, string>) => new URLSearchParams({ ...good, ...fields }).toString();

test('a message is taken, with the headers of every page', async () => {
  const before = (await stored()) ?? 0;
  const answer = await post(encoded({}));
  expect(answer).toMatchObject({ status: 303, headers: { location: '/contact/sent/', 'cache-control': 'no-store' } });
  for (const [name, value] of Object.entries(securityHeaders)) expect(answer.headers[name.toLowerCase()]).toBe(value);
  expect(await stored()).toBe(before + 1);
});

test('the answer to a fault is compressed like any page', async () => {
  const answer = await post(encoded({ name: '' }), { 'Accept-Encoding': 'br' });
  expect(answer).toMatchObject({ status: 422, headers: { 'content-encoding': 'br' } });
});

test('a proxy that is trusted says who writes, and a visitor cannot', async () => {
  const strict = nodeForm(
    site,
    '/',
    { ...env, CONTACT_DB: join(root, 'strict.sqlite'), CONTACT_PER_HOUR: '1' },
    origins,
  );
  const behind = siteServer(site, '/', strict);
  const to = await listening(behind);
  const from = { Origin: origins[0] ?? '' };
  const statuses: number[] = [];
  for (const [n, forwarded] of ['192.0.2.1', '203.0.113.9, 192.0.2.1', '192.0.2.2'].entries()) {
    statuses.push(
      (await post(encoded({ message: `Message number ${n}` }), { ...from, 'X-Forwarded-For': forwarded }, to)).status,
    );
  }
  expect(statuses).toEqual([303, 429, 303]);
  behind.closeAllConnections();
  behind.close();
  await strict.stop();
});

describe('hostile bodies', () => {
  const text = (n: number) => 'x'.repeat(n);
  const bomb = gzipSync(Buffer.alloc(10_000_000));
  const urlencoded = 'application/x-www-form-urlencoded';
  /** What a kind of body is, how the n-th of it looks, and the one right status. */
  const kinds: {
    name: string;
    status: number;
    make: (n: number) => { body: Body; headers?: Record<string, string> };
  }[] = [
    { name: 'too large', status: 413, make: (n) => ({ body: encoded({ message: text(33_000 + n * 1000) }) }) },
    {
      name: 'too large, its length not told',
      status: 413,
      make: (n) => ({
        body: encoded({ message: text(33_000 + n * 1000) }),
        headers: { 'Transfer-Encoding': 'chunked' },
      }),
    },
    {
      name: 'ten thousand fields',
      status: 413,
      make: (n) => ({ body: Array.from({ length: 10_000 }, (_, i) => `f${i}=${n}`).join('&') }),
    },
    {
      name: 'more fields than the form',
      status: 400,
      make: (n) => ({ body: Array.from({ length: 31 + n }, (_, i) => `f${i}=1`).join('&') }),
    },
    { name: 'thousands of empty fields', status: 422, make: (n) => ({ body: '&'.repeat(10_000 + n) }) },
    { name: 'one field again and again', status: 400, make: (n) => ({ body: 'name=a&'.repeat(100 + n) }) },
    {
      name: 'JSON',
      status: 415,
      make: (n) => ({ body: JSON.stringify({ ...good, n }), headers: { 'Content-Type': 'application/json' } }),
    },
    { name: 'XML', status: 415, make: (n) => ({ body: `<a>${n}</a>`, headers: { 'Content-Type': 'text/xml' } }) },
    {
      name: 'plain text',
      status: 415,
      make: (n) => ({ body: `name=${n}`, headers: { 'Content-Type': 'text/plain' } }),
    },
    {
      name: 'files',
      status: 415,
      make: (n) => ({
        body: `--b\r\nContent-Disposition: form-data; name="name"; filename="${n}"\r\n\r\nx\r\n--b--`,
        headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
      }),
    },
    {
      name: 'a type that is none',
      status: 415,
      make: (n) => ({ body: encoded({}), headers: { 'Content-Type': `;;${n}` } }),
    },
    { name: 'a compressed bomb', status: 415, make: () => ({ body: bomb, headers: { 'Content-Encoding': 'gzip' } }) },
    { name: 'a bomb that hides', status: 422, make: () => ({ body: bomb.subarray(0, 9000) }) },
    {
      name: 'a line break in the name',
      status: 422,
      make: (n) => ({ body: encoded({ name: `Ana\r\nBcc: v${n}@example.com` }) }),
    },
    {
      name: 'a line break in the address',
      status: 422,
      make: (n) => ({ body: encoded({ email: `v${n}@example.com\nBcc: a@example.com` }) }),
    },
    { name: 'a NUL in the message', status: 422, make: (n) => ({ body: encoded({ message: `Hello there\0${n}` }) }) },
    {
      name: 'bytes that are no UTF-8',
      status: 422,
      make: (n) => ({
        body: Buffer.concat([
          Buffer.from([0x6e, 0x61, 0x6d, 0x65, 0x3d, 0xff, 0x80 + n]),
          Buffer.from('&email=a%40b.example'),
        ]),
      }),
    },
    {
      name: 'escapes that are no UTF-8',
      status: 422,
      make: (n) => ({ body: `name=%C3%28${n}&email=a%40example.com&message=%FF%FE+and+some+text` }),
    },
    {
      name: 'HTML for an address',
      status: 422,
      make: (n) => ({ body: encoded({ email: `"><script>alert(${n})</script>` }) }),
    },
    {
      name: 'emoji for an address',
      status: 422,
      make: (n) => ({ body: encoded({ email: `${'🦉'.repeat(n + 1)}@example.com` }) }),
    },
    {
      name: 'keys of an object',
      status: 422,
      make: (n) => ({ body: `__proto__=${n}&constructor=1&name[toString]=1&toString=1` }),
    },
    {
      name: 'a hidden field that was changed',
      status: 422,
      make: (n) => ({ body: encoded({ tool: `../../${n}`, definition: '<b>' }) }),
    },
    { name: 'nothing', status: 422, make: () => ({ body: '' }) },
    {
      name: 'another site',
      status: 403,
      make: (n) => ({ body: encoded({}), headers: { Origin: `https://evil${n}.example`, 'Content-Type': urlencoded } }),
    },
    { name: 'a filled trap', status: 303, make: (n) => ({ body: encoded({ second_subject: String(n) }) }) },
  ];
  const each = 20;

  test(`are ${kinds.length * each} in all`, () => expect(kinds.length * each).toBe(500));

  test.each(kinds)('$name is $status each time, and nothing is stored', async ({ status, make }) => {
    const before = await stored();
    const answers = await Promise.all(
      Array.from({ length: each }, (_, n) => {
        const { body, headers } = make(n);
        return post(body, headers);
      }),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array<number>(each).fill(status));
    for (const { body } of answers) expect(body).not.toMatch(/<script/);
    expect(await stored()).toBe(before);
  });

  test('a form that is cut off stores nothing, and the host goes on', async () => {
    const before = (await stored()) ?? 0;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST /api/contact HTTP/1.1\r\nHost: x\r\nOrigin: ${origins[0]}\r\nContent-Type: ${urlencoded}\r\nContent-Length: 500\r\n\r\n${encoded({})}`,
    );
    await new Promise((done) => setTimeout(done, 50));
    socket.destroy();
    expect((await post(encoded({ message: 'After all of that.' }))).status).toBe(303);
    expect(await stored()).toBe(before + 1);
  });
});

test('killed between keeping and telling, the host tells when it is back', async () => {
  const held: IncomingMessage[] = [];
  let answers = false;
  const hook = createServer((request, response) => {
    held.push(request);
    if (answers) request.resume().once('end', () => response.end());
  });
  const database = join(root, 'killed.sqlite');
  const environment = {
    ...process.env,
    OUT_DIR: site,
    HOST: '127.0.0.1',
    PORT: '0',
    CONTENT_DIR: root,
    CONTACT_DB: database,
    CONTACT_WEBHOOK_URL: `http://127.0.0.1:${await listening(hook)}/`,
  };
  const child = spawn(process.execPath, ['scripts/serve.ts'], { env: environment });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const to = Number(/:(\d+)\//.exec(String(line))?.[1]);
  expect((await post(encoded({}), {}, to)).status).toBe(303);
  await expect.poll(() => held.length).toBe(1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  answers = true;

  const cli = (...args: string[]) => run(['scripts/contact.ts', ...args], environment);
  expect((await cli('stats', '--json')).output).toMatch(/"waiting"/);
  expect((await cli('retry')).output).toMatch(/1 delivery due now/);
  expect(await cli('deliver')).toMatchObject({ code: 0, output: 'Sent 1, failed 0.\n' });
  expect(held).toHaveLength(2);
  hook.closeAllConnections();
  hook.close();
});

async function run(args: string[], environment: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, args, { env: environment });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}

async function listening(host: Server): Promise<number> {
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  return (host.address() as AddressInfo).port;
}
