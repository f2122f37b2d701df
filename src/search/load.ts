/** What the browser fetches for a search, each file once and none before it is wanted. */
import { fileUrl } from '../urls.ts';
import type { Asked } from './address.ts';
import { linesFile, linesPerFile, type NamedTool, type NamesFile, namedTools, namesFile } from './names.ts';
import { type Rank, ranker } from './rank.ts';

export type Names = { tools: NamedTool[]; rank: Rank };

let names: Promise<Names> | undefined;

/** The names index. Rejects when it cannot be had; the next call asks again. */
export function loadNames(): Promise<Names> {
  names ??= json<NamesFile>(namesFile).then((file) => {
    const tools = namedTools(file);
    return { tools, rank: ranker(tools) };
  });
  names.catch(() => {
    names = undefined;
  });
  return names;
}

const lines = new Map<string, Promise<string[]>>();

/** The line that describes a tool: empty where the server gives none, or where its file cannot be had. */
export async function lineOf(n: number): Promise<string> {
  const file = linesFile(n);
  const asked = lines.get(file) ?? json<string[]>(file).catch(() => []);
  lines.set(file, asked);
  return (await asked)[n % linesPerFile] ?? '';
}

type Pagefind = {
  search(
    query: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { data(): Promise<{ raw_url?: string; url: string }> }[] }>;
};
let pagefind: Promise<Pagefind> | undefined;

/** Numbers of the tools whose texts hold the query, best first, at most `most`. */
export async function findInTexts({ q, ...asked }: Asked, most: number): Promise<number[]> {
  pagefind ??= import(/* @vite-ignore */ fileUrl('pagefind/pagefind.js')) as Promise<Pagefind>;
  const filters = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const { results } = await (await pagefind).search(q, { filters });
  const found = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return found.map(({ raw_url: raw, url }) => Number((raw ?? url).replace(/^.*\//, ''))).filter(Number.isInteger);
}

async function json<Shape>(file: string): Promise<Shape> {
  const answer = await fetch(fileUrl(file));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer.json() as Promise<Shape>;
}
