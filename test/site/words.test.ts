/** The wording of every page and of its Markdown. What servers wrote is theirs: only words of ours are at fault here. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { expectNone } from './none.ts';
import { readTexts } from './read-texts.ts';
import { serverWords } from './server-words.ts';
import { cutsIn, faultsIn, uncut, wordFaults } from './word-faults.ts';

const site = inject('site');
const wordsFor = serverWords(site);
const files = (pattern: string) => globSync(pattern, { cwd: site }).map((file) => file.replaceAll('\\', '/'));
const read = (file: string) => readFileSync(join(site, file), 'utf8');
const pages = files('**/*.html').map((file) => ({ file, ...readTexts(read(file)) }));
const markdown = files('**/*.{md,txt}').map((file) => ({ file, blocks: proseOf(read(file)) }));

/** Lists `file: finding`, at most 20, so that a fault of a template can be read. */
const listed = (found: string[]) => [...new Set(found)].slice(0, 20);

test('there is something to read', () => {
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.every(({ blocks }) => blocks.length > 10)).toBe(true);
});

test.each([
  ['pages', pages],
  ['Markdown', markdown],
])('%s: no word of ours is wrong', (_, all) => {
  const found = all.flatMap(({ file, blocks }) => {
    const isQuoted = (words: string) => wordsFor(file).includes(words);
    return blocks.flatMap((text) => faultsIn(text, isQuoted).map((fault) => `${file}: ${fault}`));
  });
  expectNone(listed(found));
});

test.each([
  ['pages', pages],
  ['Markdown', markdown],
])('%s: nothing is cut within a word', (_, all) => {
  const found = all.flatMap(({ file, blocks }) => {
    const shortened = blocks.filter((text) => text.includes('…'));
    const words = shortened.length > 0 ? `${wordsFor(file)} ${uncut(blocks)}` : '';
    return shortened.flatMap((text) => cutsIn(text, words).map((fault) => `${file}: ${fault}`));
  });
  expectNone(listed(found));
});

test('no section, list, cell or heading is there for nothing', () => {
  expectNone(listed(pages.flatMap(({ file, hollow }) => hollow.map((what) => `${file}: ${what}`))));
});

describe('what is looked for is found', () => {
  const none = () => false;
  const names = (text: string) => faultsIn(text, none).map((fault) => fault.split(',')[0]);

  test.each(wordFaults.flatMap(({ name, has }) => has.map((text) => [name, text])))('%s: %s', (name, text) => {
    expect(names(text)).toContain(name);
    expect(faultsIn(text, () => true)).toEqual([]);
  });

  test.each(wordFaults.flatMap(({ name, hasNot }) => hasNot.map((text) => [name, text])))(
    'not %s: %s',
    (name, text) => {
      expect(names(text)).not.toContain(name);
    },
  );

  test.each([
    ['Removes the play …', 'Removes the playlist for good.', 1],
    ['Removes the playl…', 'Removes the playlist for good.', 1],
    ['Removes the playlist …', 'Removes the playlist for good.', 0],
    ['Loading…', 'The server says Loading… at first.', 0],
    [`${'x'.repeat(60)}…`, 'x'.repeat(900), 0],
    ['删除播放…', '删除播放列表', 0],
  ])('a cut: %s', (text, words, n) => {
    expect(cutsIn(text, words)).toHaveLength(n);
  });

  test.each([
    ['<h2>Related</h2><h2>Contact</h2><p>Write to us.</p>', ['nothing below <h2> Related']],
    ['<section id="related"><h2>Related</h2><div></div></section>', ['nothing below <h2> Related']],
    ['<section id="s"><h2>One</h2><div><h3>Two</h3><p>Text.</p></div></section>', []],
    ['<ul></ul><p> </p><h3></h3>', ['<ul>', '<p>', '<h3>', 'nothing below <h3>']],
    ['<p role="status"></p><div hidden><p hidden></p></div>', []],
    ['<div class="card rendered"><h3>Its own</h3></div>', []],
    ['<details><summary><h3>Why?</h3></summary><p>So.</p></details>', []],
    ['<details><summary><h3>Why?</h3></summary></details>', ['nothing below <h3> Why?']],
  ])('a hollow: %s', (html, hollow) => {
    expect(readTexts(`<!doctype html><title>t</title><main>${html}</main>`).hollow).toEqual(hollow);
  });
});

/** The lines of a Markdown text that people read: no fences, no code, no addresses, no escapes. */
function proseOf(text: string): string[] {
  return text
    .replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '')
    .replaceAll(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '‹code›')
    .replaceAll(/\]\([^)\n]*\)/g, ']')
    .replaceAll(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .split('\n');
}
