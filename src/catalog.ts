/** The catalog: every server with its tools labelled and its policy recommended. Pure: content in, plain data out. */
import { type CatalogChange, catalogChanges } from './catalog-changes.ts';
import { classify } from './classify/classify.ts';
import type { Label } from './classify/label.ts';
import { definitionDigest } from './digest.ts';
import {
  type Ask,
  type Change,
  type DeclaredServer,
  type Override,
  riskOf,
  type Site,
  type Snapshot,
  type ToolDefinition,
} from './domain.ts';
import type { Policy, Rule } from './policy/grammar.ts';
import { recommendPolicy } from './policy/recommend.ts';
import { toolSlugs } from './slugs.ts';

export type CatalogTool = {
  /** The server's id. */
  server: string;
  slug: string;
  definition: ToolDefinition;
  /** `sha256:…` of the definition. */
  digest: string;
  /** What the page prints: the automatic label, or the override's category laid over it. */
  label: Label;
  /** What the rules said, when an override was applied. */
  automatic?: Label;
  override?: { by: Override; state: 'applied' | 'stale' };
  /** The recommended rule. Tools that share one name share the rule. */
  rule: Rule;
};

export type CatalogServer = {
  id: string;
  title: string;
  declared: DeclaredServer;
  /** Absent: the server was never asked, or never answered (then `ask` says why). */
  snapshot?: Snapshot;
  ask?: Ask;
  tools: CatalogTool[];
  /** What has changed of its tools since it was first asked, the newest first. */
  changes: CatalogChange[];
  policy: Policy;
};

export type Catalog = {
  site: Site;
  /** By title. */
  servers: CatalogServer[];
};

/** What a content folder holds of one server. */
export type ServerContent = {
  id: string;
  declared: DeclaredServer;
  snapshot?: Snapshot;
  ask?: Ask;
  /** Oldest first. */
  changes?: readonly Change[];
};

/** Labels every tool, lays the overrides over, and recommends each server's policy. */
export function buildCatalog(site: Site, servers: readonly ServerContent[]): Catalog {
  const titles = distinctTitles(servers);
  const built = servers.map((server) => buildServer(server, titles.get(server.id) ?? server.id));
  return { site, servers: built.sort((a, b) => byTitle.compare(a.title, b.title) || (a.id < b.id ? -1 : 1)) };
}

const byTitle = new Intl.Collator('en', { numeric: true });

function buildServer({ id, declared, snapshot, ask, changes: log = [] }: ServerContent, title: string): CatalogServer {
  const definitions = snapshot?.tools ?? [];
  const names = definitions.map(({ name }) => name);
  const slugs = toolSlugs(names);
  const labelled = definitions.map((definition) => {
    const digest = definitionDigest(definition);
    const automatic = classify(definition, { id, title, toolNames: names });
    return { definition, digest, ...overridden(automatic, declared.overrides, definition.name, digest) };
  });
  const policy = recommendPolicy(id, labelled);
  const tools = labelled.map(
    (tool, index): CatalogTool => ({
      ...tool,
      server: id,
      slug: slugs[index] ?? '',
      rule: policy.tools.get(tool.definition.name) ?? { action: 'deny' },
    }),
  );
  const changes = catalogChanges({ id, title, tools: definitions }, log);
  return { id, title, declared, ...(snapshot && { snapshot }), ...(ask && { ask }), tools, changes, policy };
}

type Overridden = Pick<CatalogTool, 'label' | 'automatic' | 'override'>;

function overridden(
  automatic: Label,
  overrides: DeclaredServer['overrides'],
  name: string,
  digest: string,
): Overridden {
  const by = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
  if (!by) return { label: automatic };
  if (by.definition && by.definition !== digest) return { label: automatic, override: { by, state: 'stale' } };
  const { category, because: why } = by;
  const person = {
    category,
    risk: riskOf[category],
    confidence: 'high',
    unclear: false,
    rule: 'override',
    why,
  } as const;
  return {
    label: { ...automatic, ...person, raisedBy: [], actions: [] },
    automatic,
    override: { by, state: 'applied' },
  };
}

/** Two servers that call themselves the same are told apart by their ids. */
function distinctTitles(servers: readonly ServerContent[]): Map<string, string> {
  const own = servers.map(({ id, declared, snapshot }): [id: string, title: string] => {
    const { title, name } = snapshot?.serverInfo ?? {};
    return [id, declared.title ?? (title?.trim() || name?.trim() || id)];
  });
  const times = new Map<string, number>();
  for (const [, title] of own) times.set(title, (times.get(title) ?? 0) + 1);
  return new Map(own.map(([id, title]) => [id, times.get(title) === 1 ? title : `${title} (${id})`]));
}
