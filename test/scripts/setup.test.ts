/** The setup of a clone, run as its own process with an npm that writes down what it was asked. */
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let clone = '';
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'catalog-clone-'));
  mkdirSync(join(clone, 'scripts'));
  for (const file of ['setup.mjs', 'find-browser.mjs', 'lock.mjs']) {
    copyFileSync(join('scripts', file), join(clone, 'scripts', file));
  }
  writeFileSync(join(clone, 'npm-cli.js'), npm);
  lock('sha512-one');
});
afterEach(() => rmSync(clone, { recursive: true }));

/** Does what npm does as far as the setup can see it: `ci` puts packages in place, `rebuild` runs install scripts. */
const npm = `
const { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
appendFileSync('npm.log', args.join(' ') + '\\n');
if (process.env.NPM_FAILS === args[0]) process.exit(1);
const withBinary = process.env.NPM_BINARY_AFTER ?? 'rebuild';
if (args[0] === 'config') console.log(process.env.NPM_IGNORES ?? 'false');
if (args[0] === 'ci') {
  rmSync('node_modules', { recursive: true, force: true });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  mkdirSync('node_modules/node/bin', { recursive: true });
}
if (args[0] === withBinary) writeFileSync('node_modules/node/bin/node', '#!/bin/sh\\necho v24.0.0\\n', { mode: 0o755 });
if (args[0] === 'ci') cpSync('package-lock.json', 'node_modules/.package-lock.json');
`;

function lock(integrity: string) {
  const elsewhere = { version: '1.0.0', integrity: 'sha512-other', optional: true };
  const packages = { '': {}, 'node_modules/a': { version: '1.0.0', integrity }, 'node_modules/b-elsewhere': elsewhere };
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify({ packages }));
}

type Ended = { code: number; output: string };

function setup(env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [join(clone, 'scripts/setup.mjs')],
      { env: { PATH: process.env['PATH'], npm_execpath: join(clone, 'npm-cli.js'), ...env } },
      (_, stdout, stderr) => done({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

const asked = () =>
  existsSync(join(clone, 'npm.log')) ? readFileSync(join(clone, 'npm.log'), 'utf8').trim().split('\n') : [];

const installs = () => asked().filter((words) => words.startsWith('ci')).length;

test('a fresh clone is installed once, without install scripts but for that of Node, and then nothing is done or said', async () => {
  expect(await setup()).toMatchObject({ code: 0 });
  expect(await setup()).toEqual({ code: 0, output: '' });
  expect(asked()).toEqual(['ci --ignore-scripts', 'rebuild node']);
});

test('a changed lock file is installed', async () => {
  await setup();
  lock('sha512-two');
  expect(await setup()).toMatchObject({ code: 0 });
  expect(installs()).toBe(2);
});

test('an install that was broken off is done again', async () => {
  await setup();
  rmSync(join(clone, 'node_modules/.package-lock.json'));
  expect(await setup()).toMatchObject({ code: 0 });
  expect(installs()).toBe(2);
});

test('two at once install once', async () => {
  const both = await Promise.all([setup(), setup()]);
  expect(both).toMatchObject([{ code: 0 }, { code: 0 }]);
  expect(installs()).toBe(1);
});

test('a setup that was killed does not hold up the next', async () => {
  mkdirSync(join(clone, '.cache'));
  writeFileSync(join(clone, '.cache/setup.pid'), '999999999');
  expect(await setup()).toMatchObject({ code: 0 });
  expect(installs()).toBe(1);
});

test('a failed install ends it, with what to do', async () => {
  const { code, output } = await setup({ NPM_FAILS: 'ci' });
  expect(code).toBe(1);
  expect(output).toMatch(/npm ci failed.*network or proxy/);
});

test('a missing Node 24 is repaired', async () => {
  await setup();
  rmSync(join(clone, 'node_modules/node/bin/node'));
  expect(await setup()).toMatchObject({ code: 0 });
  expect(asked().slice(2)).toEqual(['rebuild node']);
});

test.each([
  ['false', /install script, which package\.json allows/],
  ['true', /npm is set to ignore install scripts/],
])('a Node 24 that cannot be had is explained (ignore-scripts: %s)', async (ignores, reason) => {
  const { code, output } = await setup({ NPM_BINARY_AFTER: 'never', NPM_IGNORES: ignores });
  expect(code).toBe(1);
  expect(output).toMatch(reason);
});
