/** The files of the search are there, fit each other and the pages, and no page asks for them by itself. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { linesFile, namedTools } from '../../src/search/names.ts';
import { readPage } from './read-pages.ts';

const folder = inject('site');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const names = read('search/names.json');
const tools = namedTools(JSON.parse(names));

test('every tool page is among the names, and every name leads to a page', () => {
  const pages = globSync('tools/*/*/index.html', { cwd: folder }).filter((file) => !/^tools\/~|\/~\d+\//.test(file));
  const named = tools.map(({ server, slug }) => join('tools', server, slug, 'index.html'));
  expect(named.toSorted()).toEqual(pages.toSorted());
});

test('every tool has its line in a file', () => {
  const lines = globSync('search/lines/*.json', { cwd: folder });
  expect(new Set(tools.map(({ n }) => linesFile(n)))).toEqual(new Set(lines));
  expect(lines.flatMap((file) => JSON.parse(read(file))).length).toBe(tools.length);
});

test('the names file stays small: 30 bytes a tool on the way to the browser, 4 KB at least', () => {
  expect(gzipSync(names).length).toBeLessThan(4000 + 30 * tools.length);
});

test('the texts are indexed, without what no page uses', () => {
  const files = globSync('pagefind/**/*', { cwd: folder });
  expect(files).toEqual(
    expect.arrayContaining([join('pagefind', 'pagefind.js'), join('pagefind', 'pagefind-entry.json')]),
  );
  expect(files.filter((file) => /ui|highlight/.test(file))).toEqual([]);
  const entry = JSON.parse(read('pagefind/pagefind-entry.json'));
  expect(entry.languages.en.page_count).toBeGreaterThan(0);
  expect(entry.languages.en.page_count).toBeLessThanOrEqual(tools.length);
});

test('no page loads or announces a file of the search', () => {
  const asking = globSync('**/*.html', { cwd: folder }).filter((file) =>
    /(?:href|src)="[^"]*(?:\/pagefind\/|search\/(?:names|lines))/.test(read(file)),
  );
  expect(asking).toEqual([]);
});

test('the search page loads at most 20 KB of scripts', () => {
  const page = readPage('search/index.html', read('search/index.html'));
  const scripts = page.addresses.filter(({ tag }) => tag === 'script').map(({ value }) => value);
  const base = new URL(page.canonical ?? '').pathname.replace(/search\/$/, '');
  const bytes = scripts.reduce((sum, file) => sum + statSync(join(folder, file.slice(base.length))).size, 0);
  expect(scripts.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(20_000);
});
