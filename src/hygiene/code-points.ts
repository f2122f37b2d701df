/** Characters by number. */

export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Nothing of it can be seen, or it changes how its neighbours are shown. */
const unseen =
  /[[\p{Cc}--[\t\n\r]]\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/v;
const unseenAll = new RegExp(unseen, 'gv');

/** `a[U+202E]b`. */
export const shown = (text: string): string => text.replaceAll(unseenAll, (character) => `[${codePoint(character)}]`);

/** The unseen and the non-ASCII look-alike characters of a text, each once, at most 24. */
export function notable(text: string): string[] {
  const points = new Set<string>();
  for (const character of text) {
    if (points.size === 24) break;
    if (unseen.test(character)) points.add(codePoint(character));
  }
  return [...points];
}
