import { expect, test } from 'vitest';
import { bounded, foreignName, foreignText } from '../../src/page/foreign.ts';

const shown: [string, string, string][] = [
  ['plain text', 'Delete a file.\n\tNow.', 'Delete a file.\n\tNow.'],
  ['a bidi override', 'a\u202Eb', 'a[U+202E]b'],
  ['a zero-width space', 'de\u200Blete', 'de[U+200B]lete'],
  ['a null', 'a\0b', 'a[U+0000]b'],
  ['half of a character', 'a\uD800b', 'a[U+D800]b'],
  ['letters of the tag block', 'x\u{E0041}', 'x[U+E0041]'],
  ['a filler that prints as nothing', 'x\u3164', 'x[U+3164]'],
  ['a line separator', 'x\u2028y', 'x[U+2028]y'],
  ['an emoji of two parts', '👩‍💻 works', '👩‍💻 works'],
  ['an emoji with a selector', '✔️ 1️⃣', '✔️ 1️⃣'],
  ['a joiner outside an emoji', 'a\u200Db', 'a[U+200D]b'],
  ['Arabic and Chinese', 'أداة 工具', 'أداة 工具'],
];
test.each(shown)('%s is shown for what it is', (_, text, expected) => {
  expect(foreignText(text)).toBe(expected);
});

test('a name of nothing but space is shown as its code points', () => {
  expect([foreignName(' '), foreignName('\u3000\t'), foreignName('a b')]).toEqual([
    '[U+0020]',
    '[U+3000][U+0009]',
    'a b',
  ]);
});

const cuts: [string, number, string, string][] = [
  ['short', 10, 'short', ''],
  ['two words here', 8, 'two', ' words here'],
  ['x'.repeat(10), 4, 'xxxx', 'xxxxxx'],
  ['ab😀cd', 3, 'ab', '😀cd'],
];
test.each(cuts)('%j within %i begins with %j', (text, max, start, rest) => {
  expect(bounded(text, max)).toEqual({ shown: start, rest });
});
