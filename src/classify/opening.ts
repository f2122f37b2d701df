/** Where the words of a sentence begin, past what only decorates or names it. */
import { nouns, verbAt } from './phrases.ts';
import { sentenceWords } from './words.ts';

/** Past bullets, emoji, headings, `[TAGS]`, `(notes)`, and `Name:` or `Name -` before the words. */
export function opening(text: string): number {
  let at = 0;
  for (let steps = 0; steps < 6; steps += 1) {
    const rest = text.slice(at, at + 160);
    const skip =
      /^[^\p{L}\p{N}[(<]+/u.exec(rest) ??
      /^\[[^\]]{0,60}\]/u.exec(rest) ??
      /^\([^)]{0,60}\)/u.exec(rest) ??
      /^<[^>]{0,60}>/u.exec(rest) ??
      /^[\p{L}\p{N} /&.'_-]{1,40}(?::[*_`]{0,3}|\s[-–—|])\s+(?=[\p{L}*_`])/u.exec(rest);
    // `[WRITE]` is a tag, whatever its word.
    const isTag = skip?.[0].startsWith('[') === true;
    if (!skip || (!isTag && (isClause(skip[0]) || isVerbAlone(skip[0], text.slice(at + skip[0].length, at + 80)))))
      break;
    at += skip[0].length;
  }
  return at >= text.length ? 0 : at;
}

/** `Returns the state of a site: …` is no label before the words. */
function isClause(text: string): boolean {
  // `Metadata of a run: its state, …` goes on to say what.
  if (/^(?:\p{L}{3,20} ){1,2}of /u.test(text) && !text.startsWith('Part ')) return true;
  const all = sentenceWords(text);
  const hit = all.length > 1 ? verbAt(all, 0) : undefined;
  if (hit === undefined || hit.form === 'past' || /^[^\p{L}]/u.test(text)) return false;
  return !nouns.has(all[0]?.text ?? '') || /^(?:an?|the|this)$/.test(all[hit.length]?.text ?? '');
}

/** `Delete: a project`: the verb itself stands before the colon. */
function isVerbAlone(label: string, rest: string): boolean {
  const all = sentenceWords(label);
  const hit = verbAt(all, 0);
  return (
    hit?.form === 'base' &&
    !nouns.has(hit.verb) &&
    hit.length === all.length &&
    verbAt(sentenceWords(rest), 0) === undefined
  );
}
