/** Colours policy files (YAML, JSON, TOML, shell): comments, strings, and the words and numbers that decide. */

export type Piece = { kind: 'c' | 's' | 'k' | ''; text: string };

const token =
  /(?<c>(?:^|(?<=\s))(?:#|\/\/)[^\n]*)|(?<s>"(?:[^"\\\n]|\\.)*"|'[^'\n]*')|(?<k>\b(?:true|false|null|allow|deny|hide|require_approval|\d+)\b)/gm;

export function highlight(code: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of code.matchAll(token)) {
    const kind = match.groups?.['c'] ? 'c' : match.groups?.['s'] ? 's' : 'k';
    if (match.index > from) pieces.push({ kind: '', text: code.slice(from, match.index) });
    pieces.push({ kind, text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < code.length) pieces.push({ kind: '', text: code.slice(from) });
  return pieces;
}
