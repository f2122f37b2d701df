/** Finds tools by name in the names index: exact names, parts, beginnings, any order, typos. */
import { distance } from './distance.ts';
import type { NamedTool } from './names.ts';
import { wordsOf } from './words.ts';

export type Hit = { tool: NamedTool; score: number };
export type Rank = (query: string, keep?: (tool: NamedTool) => boolean, most?: number) => Hit[];

/**
 * Prepares the tools once (some 60 ms for 31,000); `rank(query)` then gives the best `most`, best first. Every word of the
 * query must match a word of the tool's name or of its server. No word: all kept tools by name.
 */
export function ranker(tools: readonly NamedTool[]): Rank {
  const index = indexOf(tools);
  const byName = [...tools].sort((a, b) => collator.compare(a.name, b.name) || a.n - b.n);
  return (query, keep = () => true, most = 200) => {
    const words = wordsOf(query);
    if (words.length === 0)
      return byName
        .filter(keep)
        .slice(0, most)
        .map((tool) => ({ tool, score: 0 }));
    const whole = words.join('');
    const tables = words.map((word) => scoresOf(word, index.vocabulary));
    const hits = tools.flatMap((tool): Hit[] => {
      const score = scoreOf(tool.n, whole, tables, index);
      return score > 0 && keep(tool) ? [{ tool, score }] : [];
    });
    return hits
      .sort((a, b) => b.score - a.score || a.tool.name.length - b.tool.name.length || a.tool.n - b.tool.n)
      .slice(0, most);
  };
}

type Index = {
  vocabulary: string[];
  /** Word numbers of each tool's name, and of its server. */
  names: number[][];
  servers: number[][];
  /** Each name without what stands between its words. */
  wholes: string[];
};

const collator = new Intl.Collator('en', { numeric: true });
/** A word of the server counts for less than one of the tool. */
const serverWeight = 0.6;
const equal = 1;

function indexOf(tools: readonly NamedTool[]): Index {
  const numbers = new Map<string, number>();
  const number = (word: string) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  const servers = new Map<string, number[]>();
  const index: Index = { vocabulary: [], names: [], servers: [], wholes: [] };
  for (const { name, server, serverTitle } of tools) {
    const words = wordsOf(name);
    index.wholes.push(words.join(''));
    index.names.push(words.map(number));
    const ofServer = servers.get(server) ?? [...new Set(wordsOf(`${serverTitle} ${server}`))].map(number);
    servers.set(server, ofServer);
    index.servers.push(ofServer);
  }
  index.vocabulary = [...numbers.keys()];
  return index;
}

/** How well one word of the query matches each word there is, 0 to 1. Typos count only where no word is equal. */
function scoresOf(word: string, vocabulary: readonly string[]): Float32Array {
  const known = vocabulary.includes(word);
  const edits = known || word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  const scores = new Float32Array(vocabulary.length);
  for (const [at, candidate] of vocabulary.entries()) scores[at] = similarity(word, candidate, edits);
  return scores;
}

function similarity(word: string, candidate: string, edits: number): number {
  if (word === candidate) return equal;
  if (candidate.startsWith(word)) return 0.75 + 0.15 * (word.length / candidate.length);
  if (word.length >= 3 && candidate.includes(word)) return 0.5;
  if (edits === 0 || candidate.length < word.length - edits) return 0;
  const whole = distance(word, candidate, edits);
  if (whole <= edits) return 0.7 - 0.1 * whole;
  // A mistyped beginning: the first letter holds, or half the vocabulary would do.
  if (word[0] !== candidate[0] || word.length < 5) return 0;
  const start = distance(word, candidate, 1, true);
  return start <= 1 ? 0.4 : 0;
}

function scoreOf(n: number, whole: string, tables: readonly Float32Array[], index: Index): number {
  const name = index.names[n] ?? [];
  const server = index.servers[n] ?? [];
  const used = new Set<number>();
  let sum = 0;
  for (const scores of tables) {
    let best = 0;
    let from = -1;
    for (const [place, word] of name.entries()) {
      const score = (scores[word] ?? 0) + (place === 0 && (scores[word] ?? 0) > 0 ? 0.02 : 0);
      if (score > best) [best, from] = [score, place];
    }
    for (const word of server) {
      const score = (scores[word] ?? 0) * serverWeight;
      if (score > best) [best, from] = [score, -1];
    }
    if (best === 0) return wholeScore(whole, index.wholes[n] ?? '');
    if (from >= 0) used.add(from);
    sum += best;
  }
  const covered = name.length === 0 ? 0 : used.size / name.length;
  return Math.max(sum / tables.length + 0.3 * covered, wholeScore(whole, index.wholes[n] ?? ''));
}

/** `authenticateplex`, written as one word, is that very name. */
function wholeScore(query: string, name: string): number {
  if (query === name) return 2;
  if (query.length < 6 || name.length === 0) return 0;
  if (name.startsWith(query)) return 0.9;
  if (name.includes(query)) return 0.6;
  const edits = query.length < 8 ? 1 : 2;
  return query[0] === name[0] && distance(query, name, edits) <= edits ? 0.8 : 0;
}
