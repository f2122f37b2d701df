/** The checks of a built site, run as a person runs them, on a site of one page. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let site = '';
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'catalog-one-page-'));
});
afterAll(() => rmSync(site, { recursive: true }));

const page = (body: string) =>
  writeFileSync(
    join(site, 'index.html'),
    `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>One</title></head><body>${body}</body></html>\n`,
  );

const check = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, ['scripts/check-site.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, OUT_DIR: site, ...env },
  });

test('says what there is', () => {
  const { status, stdout } = check(['--help']);
  expect(status).toBe(0);
  for (const step of ['pages', 'words', 'vnu', 'html-validate', 'axe', 'lighthouse']) expect(stdout).toContain(step);
});

test.each([
  [['--only', 'spelling'], /No such step: spelling/],
  [['--runs', '0'], /--runs wants a number/],
  [['--sample', 'many'], /--sample wants a number/],
  [['--quick'], /--quick/],
])('refuses %j', (args, problem) => {
  const { status, stderr } = check(args);
  expect(status).toBe(2);
  expect(stderr).toMatch(problem);
});

test('refuses a folder that holds no site', () => {
  const { status, stderr } = check(['--only', 'vnu'], { OUT_DIR: join(site, 'none') });
  expect(status).toBe(2);
  expect(stderr).toMatch(/holds no site. Build one first/);
});

test('a fault is listed and fails', () => {
  page('<main><h1>One</h1><p id="a">1</p><p id="a">2</p></main>');
  const { status, stdout } = check(['--only', 'html-validate', '--json']);
  expect(status).toBe(1);
  const [step] = JSON.parse(stdout).steps;
  expect(step).toMatchObject({ name: 'html-validate', state: 'failed' });
  expect(step.faults.join('\n')).toMatch(/index\.html:2: no-dup-id/);
});

test('a page without fault passes, and what cannot run here is skipped and said to be', () => {
  page('<main><h1>One</h1></main>');
  const { status, stdout } = check(['--only', 'html-validate,vnu'], { PATH: '' });
  expect(stdout).toMatch(/passed .* html-validate: 1 pages?, /);
  expect(stdout).toMatch(/skipped .* vnu: no java: install a Java runtime/);
  expect(status).toBe(0);
});
