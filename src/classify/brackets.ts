/** What stands in brackets within a phrase: `Write bytes (keys, escapes) to a terminal`. */
import { words } from './rule.ts';
import { verbOf } from './verbs.ts';

const inBrackets = / \(([^()]{1,120})\)(?= (?:directly )?(?:to|from|into|in|on|onto|of|at|with|via|through)\b)/gu;
const joiners = new Set(words('and or also then optionally'));

/** The text without them, each character where it was; a bracket that names what is done stays. */
export const withoutBrackets = (text: string): string =>
  text.includes('(')
    ? text.replaceAll(inBrackets, (whole, inner: string) => (namesAct(inner) ? whole : ' '.repeat(whole.length)))
    : text;

function namesAct(inner: string): boolean {
  const [first = '', second = ''] = inner.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  const isVerb = (word: string) => verbOf(word) !== undefined;
  // `(escape sequences)` names a thing, `(create, update)` and `(or update)` what is done.
  return joiners.has(first)
    ? isVerb(second)
    : isVerb(first) && (second === '' || joiners.has(second) || isVerb(second));
}
