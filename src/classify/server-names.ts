/** What the names of a server's tools have in common, worked out once a server. */
import type { ServerContext } from './label.ts';
import { modifiers } from './name-forms.ts';
import { verbOf } from './verbs.ts';
import { nameWords } from './words.ts';

export type ServerNames = {
  /** Is the word the name of another tool of this server? Names that are plain words do not count. */
  isTool: (word: string) => boolean;
  /** How many words at the start of `words` are the server's, not the tool's. */
  prefixLength: (words: readonly string[]) => number;
};

const memo = new WeakMap<readonly string[], ServerNames>();
const mostNames = 20_000;

export function serverNames(context: ServerContext): ServerNames {
  const before = memo.get(context.toolNames);
  if (before) return before;
  const names = context.toolNames.slice(0, mostNames);
  const compound = new Set(names.filter((name) => /[_\-.]|\p{Ll}\p{Lu}/u.test(name)));
  const own = new Set(nameWords(context.id).map(({ text }) => text));
  for (const generic of ['mcp', 'server', 'js', 'api', 'ai']) own.delete(generic);
  const starts = new Map<string, number>();
  /** How many names have another verb after the word of the server. */
  let followed = 0;
  for (const name of names) {
    const words = nameWords(name).map(({ text }) => text);
    if (own.has(words[0] ?? '') && words.slice(1, 3).some((word) => verbOf(word)?.form === 'base')) followed += 1;
    for (let length = 1; length <= Math.min(3, words.length - 1); length += 1) {
      const key = words.slice(0, length).join(' ');
      starts.set(key, (starts.get(key) ?? 0) + 1);
    }
  }
  const isShared = (words: readonly string[]) =>
    names.length >= 3 && (starts.get(words.join(' ')) ?? 0) >= 0.6 * names.length;
  const prefixLength = (words: readonly string[]) => {
    let length = 0;
    while (length < 3 && length < words.length - 1) {
      const next = words[length] ?? '';
      // A verb is never the server's, however many of its tools begin with it, unless another one follows.
      const at = modifiers.has(words[length + 1] ?? '') ? length + 2 : length + 1;
      const isPrefix =
        own.has(next) &&
        isShared(words.slice(0, length + 1)) &&
        (verbOf(words[at] ?? '')?.form === 'base' || (length === 0 && followed >= 0.4 * names.length));
      if (verbOf(next)?.form === 'base' && !isPrefix) break;
      if (!own.has(next) && next !== 'mcp' && !isShared(words.slice(0, length + 1))) break;
      length += 1;
    }
    return length;
  };
  const known: ServerNames = { isTool: (word) => compound.has(word), prefixLength };
  memo.set(context.toolNames, known);
  return known;
}
