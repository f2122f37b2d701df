/** Text that a server or a publisher wrote. Nothing in it may hide: what the eye cannot see is shown as its code point. */

/** Controls, bidi marks, zero-width and private characters, lone surrogates, and letters that print as nothing. */
const unseen =
  /(?:[[\p{Cc}--[\t\n\r]]\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0]|(?<!\p{Extended_Pictographic}|[#*0-9])[\uFE00-\uFE0F])/v;
const unseenAll = new RegExp(unseen, 'gv');

/** An emoji of several parts holds its parts together with a joiner: that one is part of what is seen. */
const joinsEmoji = (text: string, at: number) =>
  text[at] === '\u200D' &&
  /\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?$/v.test(text.slice(Math.max(0, at - 5), at)) &&
  /^\p{Extended_Pictographic}/v.test(text.slice(at + 1, at + 3));

type ForeignPart = { text: string } | { codePoint: string };

/** The text in order, with every unseen character as `{ codePoint: 'U+202E' }`. */
function foreignParts(text: string): ForeignPart[] {
  if (!unseen.test(text)) return [{ text }];
  const parts: ForeignPart[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(unseenAll)) {
    if (joinsEmoji(text, index)) continue;
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push({ codePoint: codePoint(character) });
    from = index + character.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** The same as one string, for places that hold no markup: `a[U+202E]b`. */
export function foreignText(text: string): string {
  return foreignParts(text)
    .map((part) => ('text' in part ? part.text : `[${part.codePoint}]`))
    .join('');
}

/** The same as HTML: nothing of it is markup but the signs that stand for what is unseen. For text, not for attributes. */
export const foreignHtml = (text: string): string =>
  foreignParts(text)
    .map((part) => ('text' in part ? textHtml(part.text) : `<span class="unseen">${part.codePoint}</span>`))
    .join('');

/** Quotes stay as they are, which halves JSON. */
export const textHtml = (text: string): string => text.replaceAll(/[&<>]/g, (mark) => marks[mark] ?? '');
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A name, or, where it holds nothing but space, the code points of that space. */
export const foreignName = (name: string): string =>
  name.trim() === ''
    ? [...name]
        .slice(0, 8)
        .map((character) => `[${codePoint(character)}]`)
        .join('')
    : name;

/** JSON in which marks that steer or hide text stand as escapes: it means the same, and a reader sees them. */
export const visibleJson = (json: string): string =>
  json.replaceAll(/[\p{Cf}\p{Co}\p{Zl}\p{Zp}\x7f-\x9f]|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/gu, (mark) =>
    mark
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** At most `max` UTF-16 units from the start, never half a character; and how many were left out. */
export function bounded(text: string, max: number): { shown: string; rest: string } {
  if (text.length <= max) return { shown: text, rest: '' };
  const half = /[\uD800-\uDBFF]/.test(text.charAt(max - 1)) ? 1 : 0;
  const space = text.slice(0, max - half).search(/\s\S{0,40}$/);
  const at = space > 0 ? space : max - half;
  return { shown: text.slice(0, at), rest: text.slice(at) };
}
