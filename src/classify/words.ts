/** Cuts names and sentences into words, each with its UTF-16 offsets, and brings nouns to one form. */

export type Word = {
  /** In lower case. */
  text: string;
  start: number;
  end: number;
  /** A bracket, a colon or a dash stands before it; or a comma. */
  after?: 'break' | 'comma';
};

/** What a name is made of: `getHTTPLog`, `d1_database_create`, `admin.tools/list`. */
const part = /\p{Lu}+(?!\p{Ll})\d*|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+\d*|\d+/gu;
/** The same where there are no other letters, and faster. */
const plainPart = /[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+/g;
const isPlain = (text: string) => !/[^\p{ASCII}]/u.test(text);

const longestName = 400;

export function nameWords(name: string): Word[] {
  const text = name.slice(0, longestName);
  const found: Word[] = [];
  for (const { 0: piece, index } of text.matchAll(isPlain(text) ? plainPart : part))
    found.push({ text: piece.toLowerCase(), start: index, end: index + piece.length });
  return found;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}_’'-]*/gu;
const plainWord = /[A-Za-z0-9][\w'-]*/g;

/** The words of a text, in lower case, in whatever order and of whatever sentence. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(isPlain(text) ? plainWord : word) ?? [];

/** The words of a sentence; hyphens and underscores stay inside a word. Offsets count from `offset`. */
export function sentenceWords(sentence: string, offset = 0): Word[] {
  const found: Word[] = [];
  let end = 0;
  for (const { 0: text, index } of sentence.matchAll(isPlain(sentence) ? plainWord : word)) {
    // `file(s)` is one word.
    if (
      index === end + 1 &&
      (text === 's' || text === 'es') &&
      /^\(e?s\)$/.test(sentence.slice(end, index + text.length + 1))
    ) {
      end = index + text.length + 1;
      continue;
    }
    // `cash flow (DCF) analysis`: the letters that the words before are known by.
    if (
      /^[A-Z]{2,6}$/.test(text) &&
      found.length > 0 &&
      index === end + 2 &&
      sentence.startsWith(' (', end) &&
      sentence.startsWith(') ', index + text.length)
    ) {
      end = index + text.length + 1;
      continue;
    }
    const isNext = index === end + 1 && sentence.charCodeAt(end) === 32;
    const gap = isNext ? '' : sentence.slice(end, Math.min(index, end + 12));
    const mark =
      found.length === 0 || isNext
        ? undefined
        : /[()[\]:;—–→]|\s-\s|\.\s/u.test(gap)
          ? 'break'
          : /[,/|&+]/.test(gap)
            ? 'comma'
            : undefined;
    end = index + text.length;
    found.push({
      text: (text.includes('’') ? text.replaceAll('’', "'") : text).toLowerCase(),
      start: offset + index,
      end: offset + end,
      ...(mark ? { after: mark } : {}),
    });
  }
  return found;
}

const sameInBoth = new Set([
  'status',
  'news',
  'series',
  'canvas',
  'alias',
  'bus',
  'dns',
  'sms',
  'aws',
  'css',
  'os',
  'kubernetes',
  'redis',
  'address',
  'process',
  'access',
  'business',
  'class',
  'analysis',
  'basis',
  'gas',
  'lens',
  'https',
  'tls',
  'ses',
  'sns',
  'sqs',
  'rds',
  'ecs',
  'eks',
  'cors',
  'always',
]);

/** `branches` → `branch`, `entries` → `entry`; a word that only looks plural stays. */
export function singular(noun: string): string {
  if (!noun.endsWith('s')) return noun;
  const before = singulars.get(noun);
  if (before !== undefined) return before;
  const one = singularOf(noun);
  if (singulars.size < mostSingulars && noun.length < 40) singulars.set(noun, one);
  return one;
}

/** The same nouns come again and again; a bound keeps hostile texts from filling memory. */
const singulars = new Map<string, string>();
const mostSingulars = 20_000;

function singularOf(noun: string): string {
  if (noun.length < 4 || !noun.endsWith('s') || sameInBoth.has(noun))
    return noun === 'ids' || noun === 'prs' || noun === 'vms' || noun === 'dbs' ? noun.slice(0, -1) : noun;
  if (noun.endsWith('ies') && noun.length > 4 && noun !== 'cookies' && noun !== 'movies' && noun !== 'series')
    return `${noun.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(noun)) return noun;
  if (/^(?:caches|niches|axes)$/.test(noun)) return noun.slice(0, -1);
  if (/(?:sses|xes|ches|shes|zes)$/.test(noun)) return noun.slice(0, -2);
  return noun.slice(0, -1);
}
