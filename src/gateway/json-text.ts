/**
 * JSON as text: what two parsers might read differently is refused, and parts are found by their place, so that the
 * rest of a message passes byte for byte.
 */

export type Span = { start: number; end: number };
type Member = Span & { key: string };

export type StrictJson =
  | { ok: true; value: unknown /** A number says more than a double holds. */; isLossy: boolean }
  | { ok: false; fault: string };

const deepest = 256;

/** One JSON text, without names that stand twice, deep nests, or line breaks that another reader would split at. */
export function readStrict(text: string): StrictJson {
  if (/[\r\n]/.test(text)) return { ok: false, fault: 'a message must stand on one line' };
  if (text.charCodeAt(0) === 0xfeff) return { ok: false, fault: 'a byte order mark is not JSON' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'it is not JSON' };
  }
  return { ...survey(text), value } as StrictJson;
}

/** Walks a text that is known to be JSON. */
function survey(text: string): { ok: true; isLossy: boolean } | { ok: false; fault: string } {
  const open: (Set<string> | undefined)[] = [];
  let isLossy = false;
  let isName = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '"') {
      const end = stringEnd(text, at);
      const names = open.at(-1);
      if (isName && names) {
        const name = JSON.parse(text.slice(at, end)) as string;
        if (names.has(name)) return { ok: false, fault: `the name ${JSON.stringify(name.slice(0, 60))} stands twice` };
        if (name === '__proto__') return { ok: false, fault: 'the name "__proto__" is not let through' };
        names.add(name);
      }
      isName = false;
      at = end - 1;
    } else if (char === '{' || char === '[') {
      open.push(char === '{' ? new Set() : undefined);
      if (open.length > deepest) return { ok: false, fault: `it is nested deeper than ${deepest} levels` };
      isName = char === '{';
    } else if (char === '}' || char === ']') open.pop();
    else if (char === ',') isName = open.at(-1) !== undefined;
    else if (char === '-' || (char >= '0' && char <= '9')) {
      const [number] = /[-+.0-9eE]+/y.exec(from(text, at)) ?? [char];
      isLossy ||= losesValue(number);
      at += number.length - 1;
    }
  }
  return { ok: true, isLossy };
}

/** A number is never longer than what follows here matters. */
const from = (text: string, at: number) => text.slice(at, at + 400);

function losesValue(number: string): boolean {
  const value = Number(number);
  if (/^-?[0-9]+$/.test(number)) return !Number.isSafeInteger(value);
  const [mantissa = ''] = number.toLowerCase().split('e');
  const digits = mantissa.replaceAll(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '');
  return !Number.isFinite(value) || digits.length > 17 || (value === 0 && digits !== '');
}

function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return end + 1;
  }
}

/** The members of the object that `span` holds, in their order; none where it holds no object. */
export function membersOf(text: string, span: Span = { start: 0, end: text.length }): Member[] {
  const start = skipSpace(text, span.start);
  if (text[start] !== '{') return [];
  const members: Member[] = [];
  for (let at = skipSpace(text, start + 1); text[at] !== '}'; ) {
    const nameEnd = stringEnd(text, at);
    const key = JSON.parse(text.slice(at, nameEnd)) as string;
    const value = valueSpan(text, skipSpace(text, nameEnd) + 1);
    members.push({ key, ...value });
    at = skipSpace(text, value.end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return members;
}

export function elementsOf(text: string, span: Span): Span[] {
  const start = skipSpace(text, span.start);
  if (text[start] !== '[') return [];
  const elements: Span[] = [];
  for (let at = skipSpace(text, start + 1); text[at] !== ']'; ) {
    const value = valueSpan(text, at);
    elements.push(value);
    at = skipSpace(text, value.end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return elements;
}

/** Where the value at a path of names stands. */
export function spanAt(text: string, ...path: string[]): Span | undefined {
  let span: Span | undefined = { start: 0, end: text.length };
  for (const name of path) {
    span = membersOf(text, span).find(({ key }) => key === name);
    if (!span) return undefined;
  }
  return span;
}

export const replaceSpan = (text: string, { start, end }: Span, by: string) =>
  text.slice(0, start) + by + text.slice(end);

function skipSpace(text: string, at: number): number {
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

function valueSpan(text: string, from: number): Span {
  const start = skipSpace(text, from);
  if (text[start] === '"') return { start, end: stringEnd(text, start) };
  if (text[start] !== '{' && text[start] !== '[') {
    let end = start;
    while (end < text.length && !',}] \t'.includes(text[end] as string)) end++;
    return { start, end };
  }
  let depth = 0;
  for (let at = start; ; at++) {
    const char = text[at];
    if (char === '"') at = stringEnd(text, at) - 1;
    else if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && --depth === 0) return { start, end: at + 1 };
  }
}
