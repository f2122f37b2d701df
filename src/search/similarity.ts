/** How well a word of a query matches a word of a name, and a whole query a whole name. */
import { distance, lacking, lettersOf } from './distance.ts';

/** A word with its letters, which tell most pairs of words apart at once. */
export type Spelled = { text: string; letters: number };

export const spelled = (text: string): Spelled => ({ text, letters: lettersOf(text) });

/** Typos that a word of this length may hold. */
export const editsIn = ({ text }: Spelled): number => (text.length < 4 ? 0 : text.length < 8 ? 1 : 2);

/** 0 to 1, and 1 for equal words only; `edits` is 0 where typos do not count. */
export function similarity(word: Spelled, candidate: Spelled, edits: number): number {
  const missing = lacking(word.letters, candidate.letters);
  if (missing > edits) return 0;
  const [a, b] = [word.text, candidate.text];
  if (missing === 0) {
    if (a === b) return 1;
    if (b.startsWith(a)) return 0.75 + 0.15 * (a.length / b.length);
    if (a.length >= 3 && b.includes(a)) return 0.5;
  }
  if (edits === 0 || b.length < a.length - edits) return 0;
  const whole = lacking(candidate.letters, word.letters) > edits ? edits + 1 : distance(a, b, edits);
  if (whole <= edits) return 0.7 - 0.1 * whole;
  // A mistyped beginning: the first letter holds, or half the vocabulary would do.
  if (missing > 1 || a[0] !== b[0] || a.length < 5) return 0;
  return distance(a, b, 1, true) <= 1 ? 0.4 : 0;
}

/** The same for a query and a name without what stands between their words: `authenticateplex` is that very name. */
export function wholeSimilarity(query: Spelled, name: Spelled): number {
  const [a, b] = [query.text, name.text];
  if (a === b) return 2;
  const missing = lacking(query.letters, name.letters);
  const edits = a.length < 8 ? 1 : 2;
  if (a.length < 6 || b.length === 0 || missing > edits) return 0;
  if (missing === 0) {
    if (b.startsWith(a)) return 0.9;
    if (b.includes(a)) return 0.6;
  }
  if (a[0] !== b[0] || lacking(name.letters, query.letters) > edits) return 0;
  return distance(a, b, edits) <= edits ? 0.8 : 0;
}
