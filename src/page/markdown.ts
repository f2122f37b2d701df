/**
 * Markdown in which text of servers stays text, whoever renders it: it becomes no markup, no link and no HTML. Every
 * function gives one piece; `inline` and `code` give pieces of a line, `fence` gives lines of its own.
 */
import { foreignText } from './foreign.ts';

const oneLine = (text: string) => foreignText(text.replaceAll(/\s+/g, ' ').trim());

/** Text that goes on in a line. What a renderer may take for a mail address stands as code, since no escape stops all. */
export function inline(text: string): string {
  const line = oneLine(text);
  if (/[^\s]@[^\s]/.test(line)) return code(line);
  return line
    .replaceAll(/[\\`*{}[\]<>&~$^]/g, '\\$&')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll(/:(?=\S)|\.(?=[^\s.])|\/(?=\/)/g, '\\$&')
    .replace(/^([#+=:|-])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A name or a value that a machine reads, as a code span. */
export function code(text: string): string {
  const line = oneLine(text);
  if (line === '') return '(empty)';
  const ticks = '`'.repeat(longestRun(line) + 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  return `${ticks}${space}${line}${space}${ticks}`;
}

/** Lines that stand as they are, in a fence longer than any within. */
export function fence(text: string, language = ''): string {
  const lines = foreignText(text.replaceAll(/\r\n?/g, '\n')).replace(/\n+$/, '');
  const ticks = '`'.repeat(Math.max(3, longestRun(lines) + 1));
  return `${ticks}${language}\n${lines}\n${ticks}`;
}

/** `href` is ours, or an http address that `new URL` has read. */
export const link = (text: string, href: string) =>
  `[${inline(text)}](${href.replaceAll(/[()<>\\\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)})`;

export const heading = (level: 1 | 2 | 3, text: string) => `${'#'.repeat(level)} ${inline(text)}`;

/** `items` are pieces of one line each. */
export const bullets = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

/** Pieces as paragraphs; empty ones leave nothing. */
export const blocks = (pieces: readonly (string | undefined)[]) => pieces.filter(Boolean).join('\n\n');

const longestRun = (text: string) => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
