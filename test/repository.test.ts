/** What holds for the repository as a whole, whoever adds a file. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
const texts = files
  .filter((file) => !/\.(png|svg|ico|woff2)$/.test(file) && file !== 'package-lock.json')
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const filesWith = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

test('the top level holds what it should and nothing else', () => {
  const topLevel = new Set(files.map((file) => file.split('/')[0] ?? '').filter((name) => !name.startsWith('.')));
  expect([...topLevel].sort()).toEqual(
    [
      'LICENSE',
      'README.md',
      'astro.config.mjs',
      'content',
      'package-lock.json',
      'package.json',
      'public',
      'scripts',
      'src',
      'test',
      'tsconfig.json',
    ].sort(),
  );
});

test('no file names a package registry, so that a private one is used where npm is set to it', () => {
  expect(filesWith(new RegExp(['registry', 'npmjs', 'org'].join('\\.')))).toEqual([]);
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": "http/);
});

test('no file names a folder of one machine', () => {
  expect(filesWith(/(?<![\w.])\/(?:home|Users|root|work)\/[\w.-]/)).toEqual([]);
});

test('no file puts off what it should do', () => {
  expect(
    filesWith(
      new RegExp(`\\b(?:${['TO', 'FIX'].map((word) => `${word}${word === 'TO' ? 'DO' : 'ME'}`).join('|')})\\b`),
    ),
  ).toEqual([]);
});

test('dependencies are pinned', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d/.test(String(version)),
  );
  expect(loose).toEqual([]);
});
