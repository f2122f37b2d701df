/** Faults of wording that a template or a joined sentence makes, as rows: each with texts that have it and that do not. */

type Fault = {
  name: string;
  pattern: RegExp;
  has: readonly string[];
  hasNot: readonly string[];
};

const nouns =
  'action|annotation|argument|call|category|character|contradiction|day|example|facet|file|finding|format|guide|hour|item|label|level|line|match|message|minute|name|option|page|parameter|program|prompt|publisher|quote|reason|resource|result|row|rule|second|server|session|snapshot|step|tag|time|token|tool|value|word';
const number = '(?:0|[2-9]|[1-9]\\d{1,2}|[1-9]\\d{0,2}(?:,\\d{3})+)';

export const wordFaults: readonly Fault[] = [
  {
    name: 'a value that is not there',
    pattern: /\bundefined\b|\[object [A-Z]|\bNaN\b|\bnull\b|\bInvalid Date\b/g,
    has: ['about undefined tokens', '[object Object]', 'NaN tools', 'published by null', 'asked Invalid Date'],
    hasNot: ['an undefinedness', 'nullable', 'an object'],
  },
  {
    name: 'a word said twice',
    pattern: /\bMCP Server MCP Server\b|\bserver server\b|(?<![\p{L}\p{N}_-])(\p{L}+) \1(?![\p{L}\p{N}_-])/giu,
    has: ['the Plex MCP Server MCP Server', 'Which server server provides it', 'of the the tool'],
    hasNot: ['a tool, tool after tool', 'MCP Server', 'a_b b'],
  },
  {
    name: 'punctuation said twice',
    pattern: /[\p{L}\p{N})”]*(?:[,;:!?]\s?[.,;:!?]|(?<!\.)\.\s?[.,;:](?![.\w]))|\(\s*\)|“”| [.,;:!?](?=\s|$)/gu,
    has: ['It deletes.. everything', 'What it does:.', 'It asks?.', 'none, , two', 'a ()', 'says “”', 'a word .'],
    hasNot: [
      'It says “Deletes it.”.',
      'It waits ...',
      'a.b.c',
      '1.2.3',
      'e.g. this',
      'Deletes it.',
      'at 10:30:15',
      '“Deletes it.”',
      'a .env file',
    ],
  },
  {
    name: 'a wrong number',
    pattern: new RegExp(
      `(?<![\\d.,/:\\p{L}-])(?:1 (?:${nouns.replace('category', 'categorie')})e?s|${number} (?:${nouns}))(?![\\p{L}\\d_-])|(?<![\\d.,/:-])1 (?:${nouns}) (?:are|have|were)\\b|(?:^|[.!?:] )${number} (?:${nouns})s (?:is|has|was)\\b|(?<![\\d.,/:\\p{L}-])\\d{4,} (?:${nouns})s?(?![\\p{L}\\d_-])`,
      'gu',
    ),
    has: [
      '1 tools',
      'one of 2067 tools',
      '2 tool',
      '0 tool',
      '1,204 parameter',
      '1 matches',
      '1 tool are open',
      '3 tools is open',
      '12 server',
    ],
    hasNot: [
      '1 tool',
      '2 tools',
      '0 tools',
      '1,001 tools',
      '11 tools',
      '21 parameters',
      '0.1 tools',
      'h1 tools',
      '2 tool-calls',
      'No answer within 300 seconds is a no',
    ],
  },
];

/** `fault: “text”` for each fault in a text that `isQuoted` does not find in a server's own words. */
export function faultsIn(text: string, isQuoted: (words: string) => boolean): string[] {
  return wordFaults.flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)]
      .filter(([words]) => !isQuoted(words.trim()))
      .map(({ 0: words, index }) => `${name}, “${words}”: ${text.slice(Math.max(0, index - 60), index + 60)}`),
  );
}

/** Scripts without spaces between words, where a cut may stand anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;
/** A longer word has to be cut within. */
const longest = 40;

/** A text that was shortened within a word: what stands before its ellipsis is nowhere a word, only the start of one. */
export function cutsIn(text: string, words: string): string[] {
  return [...text.matchAll(/([\p{L}\p{M}\p{N}_]+)\s?…/gu)]
    .filter(({ 0: end, 1: last = '' }) => {
      if (last.length >= longest || unspaced.test(last) || words.includes(end)) return false;
      return !new RegExp(`(?<![\\p{L}\\p{N}_])${last}(?![\\p{L}\\p{N}_])`, 'u').test(words);
    })
    .map(({ 0: end, index }) => `cut within a word, “${end}”: ${text.slice(Math.max(0, index - 60), index + 60)}`);
}

/** The words of a page without those that an ellipsis ends. */
export const uncut = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/\S+\s?…/g, '')).join(' ');
