/**
 * What each tool does to what (`delete` an `issue`), and what its words are about: so that tools of different servers can
 * stand beside each other where they do the same job. Read once a catalog; a look-up costs the same in one of any size.
 */
import type { Catalog, CatalogServer, CatalogTool } from '../catalog.ts';
import { nouns, prepositions } from '../classify/phrases.ts';
import { words } from '../classify/rule.ts';
import { serverNames } from '../classify/server-names.ts';
import { verbOf } from '../classify/verbs.ts';
import { nameWords, singular } from '../classify/words.ts';
import { actOf } from './acts.ts';
import { likenessIn } from './likeness.ts';

type Job = {
  /** Verbs that ask for the same come under one word. */
  act: string;
  /** The nouns, sorted: `issue comment` and `comment issue` are one thing. None where the name says nothing in particular. */
  object: readonly string[];
  /** The nouns mean something within the server only. */
  isVague: boolean;
};

export type Jobs = {
  job: (tool: CatalogTool) => Job;
  /** Tools of other servers that have the same object, some dozens at most. */
  sameElsewhere: (tool: CatalogTool) => CatalogTool[];
  /** How much two tools are about the same, 0 to 1: words that few tools have weigh most. */
  likeness: (a: CatalogTool, b: CatalogTool) => number;
};

const remembered = new WeakMap<Catalog, Jobs>();

export function jobsOf(catalog: Catalog): Jobs {
  const made = remembered.get(catalog) ?? newJobs(catalog);
  remembered.set(catalog, made);
  return made;
}

/** Tools that are compared with one, and that are passed on the way to them. */
const mostCompared = 60;
const mostPassed = 600;

function newJobs({ servers }: Catalog): Jobs {
  const jobs = new Map<CatalogTool, Job>();
  const byObject = new Map<string, CatalogTool[]>();
  const places = new Map<CatalogTool, number>();
  for (const server of servers) {
    const prefix = prefixOf(server);
    for (const tool of server.tools) {
      const job = jobOf(tool.definition.name, prefix);
      jobs.set(tool, job);
      const key = job.object.join(' ');
      const same = byObject.get(key) ?? [];
      places.set(tool, same.push(tool) - 1);
      byObject.set(key, same);
    }
  }
  const job = (tool: CatalogTool) => jobs.get(tool) ?? { act: '', object: [], isVague: true };

  /** Starts after the tool itself and goes round, so that a catalog full of one job names every tool somewhere. */
  function sameElsewhere(tool: CatalogTool): CatalogTool[] {
    const { object } = job(tool);
    const all = object.length > 0 ? (byObject.get(object.join(' ')) ?? []) : [];
    const from = (places.get(tool) ?? 0) + 1;
    const found: CatalogTool[] = [];
    for (let passed = 0; passed < Math.min(all.length, mostPassed) && found.length < mostCompared; passed += 1) {
      const other = all[(from + passed) % all.length];
      if (other && other.server !== tool.server) found.push(other);
    }
    return found;
  }
  return { job, sameElsewhere, likeness: likenessIn(servers.flatMap(({ tools }) => tools)) };
}

/** Says nothing of what a tool is about. */
const empty = new Set(
  words(
    'all by id ids uid uuid the a an my new tool api mcp v1 v2 v3 v4 v5 full raw bulk batch multiple single many specific current available and or help version count',
  ),
);
/** Nouns that mean something within one server only. */
const vague = new Set(
  words(
    'name data info information detail details list item result value content contents status object record entity resource state type test summary metadata query node',
  ),
);

type Prefix = (words: readonly string[]) => number;

function prefixOf({ id, title, tools }: CatalogServer): Prefix {
  return serverNames({ id, title, toolNames: tools.map(({ definition }) => definition.name) }).prefixLength;
}

function jobOf(name: string, prefix: Prefix): Job {
  const all = nameWords(name).map(({ text }) => text);
  const own = all.slice(prefix(all));
  const { at, verb } = verbIn(own);
  const object = own
    .filter((word, index) => index !== at && !prepositions.has(word) && !/^\d+$/.test(word))
    .map(singular)
    .filter((word) => !empty.has(word) && word.length > 1);
  return {
    act: actOf(verb) ?? verb,
    object: [...new Set(object)].sort().slice(0, 6),
    isVague: object.every((word) => vague.has(word)),
  };
}

/** Many words are verbs and nouns (`issue`, `post`): one that is a verb only, or asks for what many tools do, goes first. */
function verbIn(own: readonly string[]): { at: number; verb: string } {
  let best = { at: -1, verb: '', weight: -1 };
  for (const [at, word] of own.entries()) {
    const hit = verbOf(word);
    if (hit?.form !== 'base') continue;
    const weight = (actOf(hit.verb) ? 2 : 0) + (nouns.has(word) ? 0 : 1);
    if (weight > best.weight) best = { at, verb: hit.verb, weight };
  }
  return best;
}
