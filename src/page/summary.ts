/** One plain sentence out of a description of any length and form. It is still a server's text: print it as such. */
import { cut } from '../schema/words.ts';

/** The first sentence, markup marks dropped, at most `max` characters; undefined where there is no text. */
export function firstSentence(description: string | undefined, max = 220): string | undefined {
  const text = plain((description ?? '').slice(0, 4000));
  if (text === '') return undefined;
  return clip(sentence(text), max);
}

/** At most `max` characters, ended after a whole word with an ellipsis. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const characters = [...text.slice(0, 2 * max + 2)];
  if (characters.length <= max) return text;
  return `${cut(text, characters.slice(0, max - 1).join('').length)
    .slice(0, -1)
    .replace(/[\s,;:.–—-]+$/u, '')} …`;
}

const plain = (text: string) =>
  firstParagraph(text)
    .replaceAll(/^[\s>#*•-]+/gm, ' ')
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Headings alone ("# Overview") say nothing: the first paragraph with a word character counts. */
const firstParagraph = (text: string) =>
  text.split(/\n\s*\n/).find((part) => /[\p{L}\p{N}]/u.test(part) && !/^\s*#[^\n]*$/.test(part)) ?? text;

const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|approx|incl|max|min|no|dr|mr|st)|\b\p{L})\.$/iu;

function sentence(text: string): string {
  for (const { 0: end, index } of text.matchAll(/[.!?](?=\s)|[。！？]/gu)) {
    const upTo = text.slice(0, index + end.length);
    if (!abbreviation.test(upTo.slice(-12))) return upTo;
  }
  return text;
}
