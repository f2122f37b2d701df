/** `npm start` and its parts as real processes, on a content folder of two tools that asks nobody. */
import { type ChildProcess, spawn } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'catalog-start-'));
const site = join(folder, 'site');
const env = { ...process.env, NODE_ENV: '', CONTENT_DIR: join(folder, 'content'), OUT_DIR: site, PORT: '0' };
const running = new Set<ChildProcess>();

beforeAll(() => {
  for (const part of ['servers', 'snapshots']) mkdirSync(join(folder, 'content', part), { recursive: true });
  writeFileSync(
    join(folder, 'content/servers/shelf.yaml'),
    'title: Shelf\ntransport: { type: stdio, command: node, args: ["shelf.js"] }\n',
  );
  writeTools('list_books', 'delete_book');
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

function writeTools(...names: string[]) {
  const tools = names.map((name) => ({
    name,
    description: 'About the books on a shelf.',
    inputSchema: { type: 'object' },
  }));
  const snapshot = { server: 'shelf', capturedAt: '2026-01-02T03:04:05Z', protocolVersion: '2025-11-25', tools };
  writeFileSync(join(folder, 'content/snapshots/shelf.json'), JSON.stringify(snapshot));
}

/** `until` resolves once the output matches, and rejects when the process ends before. */
function run(script: string, args: string[] = [], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join('scripts', script), ...args], { env: { ...env, ...more } });
  running.add(child);
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((done) => {
    child.once('close', (code) => {
      running.delete(child);
      done({ code, output });
    });
  });
  const until = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((done, fail) => {
      const look = () => {
        const found = pattern.exec(output);
        if (found) done(found);
      };
      listeners.add(look);
      look();
      void ended.then(() => fail(new Error(`ended without ${pattern}: ${output}`)));
    });
  return { child, ended, until };
}

const started = async (...args: string[]) => {
  const start = run('start.ts', ['--no-ask', ...args]);
  const address = (await start.until(/catalog is at (http:\S+)/))[1] ?? '';
  return { ...start, address };
};

describe('start', () => {
  test('builds, serves, says what there is, and ends on Ctrl-C', async () => {
    const { child, ended, address } = await started();
    const page = await fetch(`${address}tools/shelf/list_books/`);
    expect(await page.text()).toContain('About the books on a shelf.');
    child.kill('SIGINT');
    const { code, output } = await ended;
    expect(code).toBe(130);
    expect(output).toMatch(/1 server, 2 tools:\n\s+read/);
  }, 60_000);

  test('builds again only when something has changed', async () => {
    const again = await started();
    again.child.kill('SIGTERM');
    expect(await again.ended).toMatchObject({ code: 143, output: expect.stringContaining('Nothing has changed') });

    writeTools('list_books', 'delete_book', 'lend_book');
    const changed = await started();
    expect((await fetch(`${changed.address}tools/shelf/lend_book/`)).status).toBe(200);

    rmSync(join(site, 'index.html'));
    const damaged = await started();
    expect((await fetch(damaged.address)).status).toBe(200);
  }, 120_000);

  test.each([
    { args: ['--help'], code: 0, output: /--no-ask/ },
    { args: ['--no-ask', '--colour'], code: 2, output: /does not go with: --colour/ },
    { args: ['--colour'], code: 2, output: /--colour/ },
    { args: ['--no-ask', '--port', 'many'], code: 1, output: /"many", which is no port/ },
    { args: ['--no-ask', '--port=70000'], code: 1, output: /"70000", which is no port/ },
  ])(
    '$args ends with $code',
    async ({ args, code, output }) => {
      expect(await run('start.ts', args).ended).toMatchObject({ code, output: expect.stringMatching(output) });
    },
    60_000,
  );

  test('says which port is in use and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as AddressInfo;
    const { code, output } = await run('start.ts', ['--no-ask', '--port', String(port)]).ended;
    other.close();
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`Port ${port} is in use.*PORT=`));
  }, 60_000);
});

describe('build', () => {
  /** Every file with its content, so that a mixture of two builds shows. */
  const contents = () =>
    globSync('**/*', { cwd: site })
      .filter((file) => statSync(join(site, file)).isFile())
      .sort()
      .map((file) => `${file} ${readFileSync(join(site, file), 'utf8')}`);

  test('broken off at any moment, it leaves the old site whole', async () => {
    writeTools('list_books');
    expect(await run('build.ts').ended).toMatchObject({ code: 0 });
    const before = contents();
    writeTools('list_books', 'move_book');
    const whole = run('build.ts');
    const from = performance.now();
    expect(await whole.ended).toMatchObject({ code: 0 });
    const took = performance.now() - from;
    const after = contents();
    expect(after).not.toEqual(before);

    writeTools('list_books');
    for (const part of [0.3, 0.6, 0.85, 0.95]) {
      const { child, ended } = run('build.ts');
      await pause(took * part);
      child.kill(part > 0.9 ? 'SIGTERM' : 'SIGKILL');
      await ended;
      expect([before, after]).toContainEqual(contents());
    }
    expect(await run('build.ts').ended).toMatchObject({ code: 0 });
    expect(contents()).toEqual(before);
    expect(globSync('.*', { cwd: folder })).toEqual([]);
  }, 120_000);

  test('says what is wrong with content, where, and builds nothing', async () => {
    const bad = join(folder, 'bad');
    mkdirSync(join(bad, 'servers'), { recursive: true });
    writeFileSync(join(bad, 'servers/one.yaml'), 'titel: One\ntransport: { type: stdio, command: node }\n');
    writeFileSync(join(bad, 'servers/two.yaml'), 'transport: { type: carrier-pigeon }\n');
    const { code, output } = await run('build.ts', [], { CONTENT_DIR: bad, OUT_DIR: join(folder, 'none') }).ended;
    expect(code).toBe(1);
    expect(output).toMatch(/one\.yaml.*titel/);
    expect(output).toMatch(/two\.yaml.*transport/);
    expect(output).not.toMatch(/\n\s+at /);
    expect(globSync('none', { cwd: folder })).toEqual([]);
  }, 60_000);
});

test('serve without a site says what to do', async () => {
  const { code, output } = await run('serve.ts', [], { OUT_DIR: join(folder, 'none') }).ended;
  expect(code).toBe(1);
  expect(output).toMatch(/holds no site.*npm run build/);
});
