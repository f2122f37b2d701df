/** Tools of the same server that a reader of one tool may want instead: about the same things, safer or riskier. */
import type { CatalogServer, CatalogTool } from '../catalog.ts';
import { risks } from '../domain.ts';
import { type ToolLink, toolLink } from './rows.ts';

export type Related = { safer: ToolLink[]; similar: ToolLink[]; riskier: ToolLink[] };

/** As they are shown; a group may be empty. */
export const relatedGroups = ({ related }: { related: Related }): { title: string; links: ToolLink[] }[] => [
  { title: 'Same server, safer', links: related.safer },
  { title: 'Same server, same risk', links: related.similar },
  { title: 'Same server, riskier', links: related.riskier },
];

const most = 6;
/** A word in more than this share of the server's names says nothing about one tool. */
const common = 0.4;

export function relatedTools(server: CatalogServer, tool: CatalogTool): Related {
  const { words, usual } = wordsOf(server);
  const own = telling(words.get(tool) ?? [], usual);
  const near = server.tools
    .filter((other) => other !== tool && other.definition.name !== tool.definition.name)
    .map((other) => ({ other, shared: shared(own, telling(words.get(other) ?? [], usual)) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  const level = (one: CatalogTool) => risks.indexOf(one.label.risk);
  const pick = (keep: (difference: number) => boolean) =>
    near
      .filter(({ other }) => keep(level(other) - level(tool)))
      .slice(0, most)
      .map(({ other }) => toolLink(other));
  return { safer: pick((d) => d < 0), similar: pick((d) => d === 0), riskier: pick((d) => d > 0) };
}

type Words = { words: Map<CatalogTool, string[]>; usual: Set<string> };
const remembered = new WeakMap<CatalogServer, Words>();

function wordsOf(server: CatalogServer): Words {
  const known = remembered.get(server);
  if (known) return known;
  const words = new Map(server.tools.map((tool) => [tool, nameWords(tool.definition.name)]));
  const uses = new Map<string, number>();
  for (const word of [...words.values()].flat()) uses.set(word, (uses.get(word) ?? 0) + 1);
  const bound = Math.max(3, server.tools.length * common);
  const made = { words, usual: new Set([...uses].filter(([, n]) => n > bound).map(([word]) => word)) };
  remembered.set(server, made);
  return made;
}

/** `createPlaylist_v2` → create, playlist, v2; a plural counts as its singular. */
const nameWords = (name: string) => [
  ...new Set(
    name
      .slice(0, 200)
      .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 1)
      .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word)),
  ),
];

const verbs = new Set(
  'get list search find read fetch show view describe query check create add new insert update edit modify set put delete remove clear run execute start stop send make manage'.split(
    ' ',
  ),
);

const telling = (words: readonly string[], usual: ReadonlySet<string>) =>
  words.filter((word) => !verbs.has(word) && !usual.has(word));

/** Share of words in common, 0 to 1. */
function shared(a: readonly string[], b: readonly string[]): number {
  const both = a.filter((word) => b.includes(word)).length;
  return both === 0 ? 0 : both / (a.length + b.length - both);
}
