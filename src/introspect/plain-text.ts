import { stripVTControlCharacters } from 'node:util';

/** A server's words made safe for a terminal and a log: no escape sequences, control or direction characters. */
export function plainText(text: string): string {
  return stripVTControlCharacters(text.replaceAll('\r\n', '\n')).replaceAll(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    ' ',
  );
}

/** The same on one line, cut to `max` characters. */
export function plainLine(text: string, max = 200): string {
  const line = plainText(text.slice(0, max * 8))
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > max ? `${line.slice(0, max - 1)}…` : line;
}
