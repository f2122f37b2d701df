/** Tools that a reader of one tool may want instead: about the same things, safer or riskier, here and on other servers. */
import type { Catalog, CatalogServer, CatalogTool } from '../catalog.ts';
import { risks } from '../domain.ts';
import { type Jobs, jobsOf } from './jobs.ts';
import { type ToolLink, toolLink } from './rows.ts';
import { clip } from './summary.ts';

/** How the tools of a group stand to the tool of the page. */
export const relations = {
  'same-server-safer': 'Same server, safer',
  'same-server-same-risk': 'Same server, same risk',
  'same-server-riskier': 'Same server, riskier',
  'elsewhere-same-job': 'Elsewhere, the same job',
  'elsewhere-safer': 'Elsewhere, safer',
} as const;
export type Relation = keyof typeof relations;

/** The links of each relation, best first; a group may be empty. */
export type Related = { [relation in Relation]: ToolLink[] };

/** As they are shown. */
export const relatedGroups = ({ related }: { related: Related }): { title: string; links: ToolLink[] }[] =>
  (Object.keys(relations) as Relation[]).map((relation) => ({ title: relations[relation], links: related[relation] }));

const most = 6;
const mostElsewhere = 4;

export function relatedTools(catalog: Catalog, server: CatalogServer, tool: CatalogTool): Related {
  const jobs = jobsOf(catalog);
  const near = sameServer(jobs, server, tool);
  const far = elsewhere(jobs, tool);
  const level = (one: CatalogTool) => risks.indexOf(one.label.risk);
  const here = (keep: (difference: number) => boolean) =>
    near
      .filter((other) => keep(level(other) - level(tool)))
      .slice(0, most)
      .map(toolLink);
  const there = (keep: (other: CatalogTool) => boolean) =>
    ofManyServers(far.filter(keep))
      .slice(0, mostElsewhere)
      .map((other) => ({ ...toolLink(other), server: titleOf(catalog, other.server) }));
  const { act } = jobs.job(tool);
  const isSame = (other: CatalogTool) => jobs.job(other).act === act;
  return {
    'same-server-safer': here((difference) => difference < 0),
    'same-server-same-risk': here((difference) => difference === 0),
    'same-server-riskier': here((difference) => difference > 0),
    'elsewhere-same-job': there(isSame),
    'elsewhere-safer': there((other) => !isSame(other) && level(other) < level(tool)),
  };
}

/** Less than this share of words in common is chance. */
const leastShared = 0.2;
/** A word in more than this share of the server's names says nothing about one tool. */
const common = 0.4;
/** Of a small server every word may be in many. */
const few = 12;
const mostSeen = 400;

type Words = { byWord: Map<string, CatalogTool[]>; telling: (tool: CatalogTool) => readonly string[] };
const remembered = new WeakMap<CatalogServer, Words>();

function sameServer(jobs: Jobs, server: CatalogServer, tool: CatalogTool): CatalogTool[] {
  const known = remembered.get(server) ?? wordsOf(jobs, server);
  remembered.set(server, known);
  const own = known.telling(tool);
  const seen = new Set(own.flatMap((word) => known.byWord.get(word)?.slice(0, mostSeen) ?? []));
  return [...seen]
    .filter((other) => other.definition.name !== tool.definition.name)
    .map((other) => ({ other, shared: shareOf(own, known.telling(other)) }))
    .filter(({ shared }) => shared >= leastShared)
    .sort((a, b) => b.shared - a.shared || (a.other.slug < b.other.slug ? -1 : 1))
    .map(({ other }) => other);
}

function wordsOf({ job }: Jobs, { tools }: CatalogServer): Words {
  const byWord = new Map<string, CatalogTool[]>();
  for (const tool of tools) {
    for (const word of job(tool).object) {
      const all = byWord.get(word) ?? [];
      all.push(tool);
      byWord.set(word, all);
    }
  }
  const bound = Math.max(few, tools.length * common);
  for (const [word, all] of byWord) if (all.length > bound) byWord.delete(word);
  return { byWord, telling: (tool) => job(tool).object.filter((word) => byWord.has(word)) };
}

/** Share of words in common, 0 to 1. */
function shareOf(a: readonly string[], b: readonly string[]): number {
  const both = a.filter((word) => b.includes(word)).length;
  return both === 0 ? 0 : both / (a.length + b.length - both);
}

/** Below this likeness the same noun means another thing; two nouns together mean less of another thing than one. */
const leastLikeness = { several: 0.04, one: 0.1, vague: 0.6 };
/** Of a description shorter than this, likeness is chance where the noun says nothing. */
const leastSaid = 40;

/** Tools of other servers with the same object, the likest first. */
function elsewhere({ job, sameElsewhere, likeness }: Jobs, tool: CatalogTool): CatalogTool[] {
  const { object, isVague } = job(tool);
  const least = leastLikeness[isVague ? 'vague' : object.length > 1 ? 'several' : 'one'];
  const says = ({ definition: { description = '' } }: CatalogTool) => !isVague || description.length >= leastSaid;
  return sameElsewhere(tool)
    .map((other) => ({ other, like: likeness(tool, other) }))
    .filter(({ other, like }) => like >= least && says(tool) && says(other))
    .sort((a, b) => b.like - a.like || (keyOf(a.other) < keyOf(b.other) ? -1 : 1))
    .map(({ other }) => other);
}

const keyOf = ({ server, slug }: CatalogTool) => `${server}/${slug}`;

/** At most two of one server. */
function ofManyServers(tools: readonly CatalogTool[]): CatalogTool[] {
  const taken = new Map<string, number>();
  return tools.filter(({ server }) => {
    taken.set(server, (taken.get(server) ?? 0) + 1);
    return (taken.get(server) ?? 0) <= 2;
  });
}

const titles = new WeakMap<Catalog, Map<string, string>>();

function titleOf(catalog: Catalog, id: string): string {
  const known = titles.get(catalog) ?? new Map(catalog.servers.map((server) => [server.id, clip(server.title, 40)]));
  titles.set(catalog, known);
  return known.get(id) ?? id;
}
