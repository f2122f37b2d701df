/** Two names with one skeleton look alike. The letters of other scripts that pass for Latin ones are from UTS #39. */

const lookalikes = new Map([
  ['а', 'a'],
  ['е', 'e'],
  ['о', 'o'],
  ['р', 'p'],
  ['с', 'c'],
  ['у', 'y'],
  ['х', 'x'],
  ['і', 'i'],
  ['ј', 'j'],
  ['ѕ', 's'],
  ['һ', 'h'],
  ['ԁ', 'd'],
  ['ԛ', 'q'],
  ['ԝ', 'w'],
  ['ӏ', 'l'],
  ['ո', 'n'],
  ['ս', 'u'],
  ['օ', 'o'],
  ['ց', 'g'],
  ['α', 'a'],
  ['ο', 'o'],
  ['ρ', 'p'],
  ['ν', 'v'],
  ['ι', 'i'],
  ['κ', 'k'],
  ['υ', 'u'],
  ['ɡ', 'g'],
  ['ı', 'i'],
  ['ɑ', 'a'],
] as const);

/** Lower case, one script, nothing unseen; words kept apart as they were. */
export function skeleton(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{Cf}\p{Cc}\p{M}]/gu, '');
  return [...plain].map((letter) => lookalikes.get(letter as never) ?? letter).join('');
}

/** The skeleton without separators, and with the digits that look like letters as those. */
export const folded = (name: string): string =>
  skeleton(name)
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('0', 'o')
    .replaceAll('1', 'l');
