/** The catalog: every server with its tools labelled and its policy recommended. Pure: content in, plain data out. */
import type { Label } from './classify/label.ts';
import type { Ask, DeclaredServer, Override, Site, Snapshot, ToolDefinition } from './domain.ts';
import type { Policy, Rule } from './policy/grammar.ts';

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
  policy: Policy;
};

export type Catalog = {
  site: Site;
  /** By title. */
  servers: CatalogServer[];
};
