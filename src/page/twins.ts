/** What a page says, for machines: exact, bounded, and of the shapes in `twin-schemas.ts`. */
import type { Catalog, CatalogServer, CatalogTool } from '../catalog.ts';
import type { CatalogChange, ChangeSide } from '../catalog-changes.ts';
import type { Label } from '../classify/label.ts';
import type { Site } from '../domain.ts';
import { describeRule } from '../policy/describe.ts';
import { fileUrl, homeUrl, serverUrl, toolUrl, twinUrl } from '../urls.ts';
import { exampleOf } from './call.ts';
import { runsAs } from './facts.ts';
import { bounded, visibleJson } from './foreign.ts';
import { type Relation, relatedTools } from './related.ts';
import type { ToolLink } from './rows.ts';
import { firstSentence } from './summary.ts';
import { tokensOf } from './tokens.ts';
import type { CatalogTwin, ServerTwin, ToolTwin, TwinKind } from './twin-schemas.ts';

const mostDefinition = 256_000;
const mostText = 20_000;
const mostName = 2_000;
const mostChanges = 100;

export function toolJson(catalog: Catalog, server: CatalogServer, tool: CatalogTool): ToolTwin {
  const { site } = catalog;
  const { definition, digest, label, automatic, override, rule } = tool;
  const url = absolute(site, toolUrl(tool.server, tool.slug));
  const summary = firstSentence(definition.description);
  const definitionBytes = JSON.stringify(definition).length;
  const example = exampleOf(definition);
  return {
    $schema: schemaAddress(site, 'tool'),
    url,
    markdown: twinUrl(url, 'md'),
    server: serverSummary(site, server),
    name: nameOf(tool),
    related: relatedJson(catalog, server, tool),
    ...(definition.title === undefined ? {} : { title: bounded(definition.title, mostName).shown }),
    ...(summary === undefined ? {} : { summary }),
    digest,
    tokens: tokensOf(tool),
    label: labelJson(label),
    ...(automatic && { automatic: automatic.category }),
    ...(override && { override: { state: override.state, ...override.by } }),
    rule,
    ruleInWords: describeRule(rule).headline,
    ...(example.ok && { exampleArguments: example.arguments }),
    ...(definitionBytes <= mostDefinition && { definition }),
    definitionBytes,
  };
}

function relatedJson(catalog: Catalog, server: CatalogServer, tool: CatalogTool): ToolTwin['related'] {
  const related = Object.entries(relatedTools(catalog, server, tool)) as [Relation, ToolLink[]][];
  return related.flatMap(([relation, links]) =>
    links.map(({ name, href, mark }) => {
      const url = absolute(catalog.site, href);
      return { relation, name: bounded(name, mostName).shown, url, json: twinUrl(url, 'json'), risk: mark };
    }),
  );
}

function labelJson({ facets, ...label }: Label): ToolTwin['label'] {
  const values = Object.entries(facets).map(([id, { value }]) => [id, value]);
  return { ...label, facets: Object.fromEntries(values) };
}

export function serverJson({ site }: Catalog, server: CatalogServer): ServerTwin {
  const { declared, snapshot, ask, tools, changes } = server;
  const { repository, homepage, license, tags, transport } = declared;
  const version = snapshot?.serverInfo?.version;
  const counts = ask?.outcome.kind === 'answered' ? ask.outcome : undefined;
  return {
    $schema: schemaAddress(site, 'server'),
    ...serverSummary(site, server),
    ...(repository && { repository }),
    ...(homepage && { homepage }),
    ...(license && { license }),
    tags,
    transport: transport.type,
    runsAs: runsAs(transport),
    ...(version === undefined ? {} : { version: bounded(version, mostName).shown }),
    ...(snapshot && {
      protocolVersion: bounded(snapshot.protocolVersion, mostName).shown,
      capturedAt: snapshot.capturedAt,
    }),
    ...(ask && { asked: askedJson(ask) }),
    ...(counts?.prompts === undefined ? {} : { prompts: counts.prompts }),
    ...(counts?.resources === undefined ? {} : { resources: counts.resources }),
    ...(snapshot?.instructions === undefined ? {} : { instructions: bounded(snapshot.instructions, mostText).shown }),
    tokens: tools.reduce((sum, tool) => sum + tokensOf(tool), 0),
    tools: tools.map((tool) => toolSummary(site, tool)),
    changes: changes.slice(0, mostChanges).map(changeJson),
  };
}

function changeJson({ at, tool, kind, parts, before, after }: CatalogChange): ServerTwin['changes'][number] {
  const side = ({ digest, label }: ChangeSide) => ({
    digest,
    ...(label && { category: label.category, risk: label.risk }),
  });
  return {
    at,
    tool: bounded(tool, mostName).shown,
    kind,
    ...(parts && { parts }),
    ...(before && { before: side(before) }),
    ...(after && { after: side(after) }),
  };
}

function askedJson({ askedAt: at, milliseconds, outcome }: NonNullable<CatalogServer['ask']>): ServerTwin['asked'] {
  const { kind } = outcome;
  return { at, milliseconds, outcome: kind, ...(kind === 'failed' && { cause: outcome.cause }) };
}

export function catalogJson({ site, servers }: Catalog): CatalogTwin {
  return {
    $schema: schemaAddress(site, 'catalog'),
    url: absolute(site, homeUrl()),
    title: site.title,
    ...(site.license && { license: site.license }),
    servers: servers.map((server) => ({
      ...serverSummary(site, server),
      tools: server.tools.map((tool) => toolSummary(site, tool)),
    })),
  };
}

export const schemaAddress = (site: Site, kind: TwinKind) => absolute(site, fileUrl(`${kind}.schema.json`));

/** As it is published: one line. */
export const jsonText = (twin: unknown) => `${visibleJson(JSON.stringify(twin))}\n`;

function serverSummary(site: Site, { id, title, declared: { publisher } }: CatalogServer) {
  const url = absolute(site, serverUrl(id));
  return {
    id,
    title: bounded(title, mostName).shown,
    url,
    json: twinUrl(url, 'json'),
    markdown: twinUrl(url, 'md'),
    ...(publisher === undefined ? {} : { publisher }),
  };
}

function toolSummary(site: Site, tool: CatalogTool) {
  const { category, risk, confidence, unclear } = tool.label;
  const url = absolute(site, toolUrl(tool.server, tool.slug));
  const { digest } = tool;
  return {
    name: nameOf(tool),
    url,
    json: twinUrl(url, 'json'),
    digest,
    category,
    risk,
    confidence,
    unclear,
    action: tool.rule.action,
  };
}

/** A name is exact up to any length that a person would give one. */
const nameOf = ({ definition: { name } }: CatalogTool) => (name.length <= mostName ? name : name.slice(0, mostName));

const absolute = (site: Site, url: string) => new URL(url, site.url).href;
