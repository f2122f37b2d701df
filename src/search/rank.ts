/** Finds tools by name in the names index: exact names, parts, beginnings, any order, typos. */
import type { NamedTool } from './names.ts';
import { editsIn, type Spelled, similarity, spelled, wholeSimilarity } from './similarity.ts';
import { wordsOf } from './words.ts';

/** The tools that a query finds, best first, and at most `most` of those that `keep` lets through. */
export type Rank = (query: string, keep?: (tool: NamedTool) => boolean, most?: number) => NamedTool[];

/**
 * Prepares the tools once. Every word of a query must match a word of the tool's name or of its server. A query without
 * words finds the names that hold it as it is, in the order of names: the empty one finds all.
 */
export function ranker(tools: readonly NamedTool[]): Rank {
  const index = indexOf(tools);
  let byName: NamedTool[] | undefined;
  return (query, keep = () => true, most = 200) => {
    const words = wordsOf(query);
    if (words.length === 0) {
      byName ??= [...tools].sort((a, b) => collator.compare(a.name, b.name) || a.n - b.n);
      return byName.filter((tool) => tool.name.includes(query.trim()) && keep(tool)).slice(0, most);
    }
    const scores = scoresOf(words, index);
    const better = (a: NamedTool, b: NamedTool) =>
      at(scores, b.n) - at(scores, a.n) || a.name.length - b.name.length || a.n - b.n;
    return tools
      .filter((tool) => at(scores, tool.n) > 0 && keep(tool))
      .sort(better)
      .slice(0, most);
  };
}

type Index = {
  vocabulary: Map<string, number>;
  words: Spelled[];
  /** Numbers of the words of each tool's name, and of each server's id and title. */
  names: number[][];
  servers: number[][];
  /** Each tool's place in `servers`. */
  serverOf: number[];
  /** Each name without what stands between its words. */
  wholes: Spelled[];
};

const collator = new Intl.Collator('en', { numeric: true });
const at = (scores: Float32Array, n: number) => scores[n] ?? 0;

function indexOf(tools: readonly NamedTool[]): Index {
  const index: Index = { vocabulary: new Map(), words: [], names: [], servers: [], serverOf: [], wholes: [] };
  const number = (word: string) => {
    const known = index.vocabulary.get(word);
    if (known !== undefined) return known;
    index.vocabulary.set(word, index.words.length);
    return index.words.push(spelled(word)) - 1;
  };
  const places = new Map<string, number>();
  for (const { name, server, serverTitle } of tools) {
    const words = wordsOf(name);
    index.wholes.push(spelled(words.join('')));
    index.names.push(words.map(number));
    const place = places.get(server) ?? index.servers.push(wordsOf(`${serverTitle} ${server}`).map(number)) - 1;
    places.set(server, place);
    index.serverOf.push(place);
  }
  return index;
}

/** A word of the server counts for less than one of the tool, and the first word of a name for a little more. */
const serverWeight = 0.6;
const firstBonus = 0.02;
/** For a name of which every word was asked for. */
const coverBonus = 0.3;

/** Each tool's score, 0 where it is not found. */
function scoresOf(words: readonly string[], index: Index): Float32Array {
  const byWord = words.map((word) => wordScores(spelled(word), index));
  const byServer = byWord.map((scores) =>
    scored(index.servers, (server) => serverWeight * Math.max(0, ...server.map((word) => at(scores, word)))),
  );
  const whole = spelled(words.join(''));
  return scored(index.wholes, (name, n) =>
    Math.max(partsScore(index.names[n] ?? [], index.serverOf[n] ?? 0, byWord, byServer), wholeSimilarity(whole, name)),
  );
}

/** How well one word of the query matches each word there is. Typos count only where no word is equal. */
function wordScores(word: Spelled, { vocabulary, words }: Index): Float32Array {
  const edits = vocabulary.has(word.text) ? 0 : editsIn(word);
  return scored(words, (candidate) => similarity(word, candidate, edits));
}

// `Float32Array.from` does the same at a third of the speed.
function scored<Item>(items: readonly Item[], score: (item: Item, n: number) => number): Float32Array {
  const scores = new Float32Array(items.length);
  for (const [n, item] of items.entries()) scores[n] = score(item, n);
  return scores;
}

function partsScore(name: number[], server: number, byWord: Float32Array[], byServer: Float32Array[]): number {
  let sum = 0;
  // A bit for each word of the name that a word of the query went to; names have 16 at most.
  let used = 0;
  for (let word = 0; word < byWord.length; word += 1) {
    const scores = byWord[word] as Float32Array;
    let best = at(byServer[word] as Float32Array, server);
    let from = -1;
    for (let place = 0; place < name.length; place += 1) {
      const plain = at(scores, name[place] ?? -1);
      const score = place === 0 && plain > 0 ? plain + firstBonus : plain;
      if (score > best) {
        best = score;
        from = place;
      }
    }
    if (best === 0) return 0;
    if (from >= 0) used |= 1 << from;
    sum += best;
  }
  let covered = 0;
  for (let rest = used; rest !== 0; rest &= rest - 1) covered += 1;
  return sum / byWord.length + (name.length === 0 ? 0 : (coverBonus * covered) / name.length);
}
