import { expect, test } from 'vitest';
import { clip, firstSentence } from '../../src/page/summary.ts';

const sentences: [string | undefined, string | undefined][] = [
  [undefined, undefined],
  ['', undefined],
  ['  \n ', undefined],
  ['Delete a file. It is gone then.', 'Delete a file.'],
  ['Lists files, e.g. notes. Fast.', 'Lists files, e.g. notes.'],
  ['Reads v1.2 of a file', 'Reads v1.2 of a file'],
  ['# Overview\n\n**Reads** a `file`.\nMore.', 'Reads a file.'],
  ['- one\n- two', 'one two'],
  ['删除文件。无法撤销。', '删除文件。'],
  ['Really? Yes.', 'Really?'],
];
test.each(sentences)('the first sentence of %j is %j', (description, expected) => {
  expect(firstSentence(description)).toBe(expected);
});

const clips: [string, number, string][] = [
  ['short', 10, 'short'],
  ['Some words that go on', 17, 'Some words that …'],
  ['Some words that go on', 16, 'Some words …'],
  ['Some, words', 7, 'Some …'],
  ['x'.repeat(20), 6, 'xxxx …'],
];
test.each(clips)('%j clipped to %i ends at a word: %j', (text, max, expected) => {
  expect(clip(text, max)).toBe(expected);
});

test('a megabyte without a space takes no time to speak of', () => {
  expect(firstSentence('x'.repeat(1_000_000))).toHaveLength(220);
});
