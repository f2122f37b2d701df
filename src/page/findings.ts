/** What was found in definitions: on a tool's page, on its server's, and all of it as one list. */
import type { Catalog, CatalogServer, CatalogTool } from '../catalog.ts';
import { type Finding, type Found, type Severity, severities } from '../hygiene/finding.ts';
import { serverFindings, toolFindings } from '../hygiene/findings.ts';
import { findingsUrl, listUrl, serverUrl } from '../urls.ts';
import { serverChangeFinding, toolChangeFinding } from './changes.ts';
import { type Head, type Paged, paged } from './head.ts';
import { listHead } from './list-head.ts';
import { toolLink } from './rows.ts';
import { clip } from './summary.ts';
import { count, number } from './words.ts';

export const severityWords = {
  alert: { name: 'Alert', gist: 'Look at it before an agent does.' },
  notice: { name: 'Notice', gist: 'Unusual, and mostly honest.' },
  info: { name: 'Info', gist: 'Common; good to know.' },
} as const satisfies Record<Severity, { name: string; gist: string }>;

type FindingRow = { severity: string; alert: boolean; sentence: string; codePoints: string };
export type FindingsBox = { rows: FindingRow[]; more: string };

type ListedFinding = FindingRow & {
  /** Absent where the finding is on the server as a whole. */
  tool: { name: string; href: string } | undefined;
  server: { title: string; href: string };
};
export type FindingsPage = {
  head: Head;
  lede: string[];
  severities: { name: string; n: string; gist: string }[];
  rows: Paged<ListedFinding>;
};

type ServerFound = { server: Found; tools: Map<CatalogTool, Found> };
const known = new WeakMap<Catalog, Map<CatalogServer, ServerFound>>();

export const toolFindingsBox = (catalog: Catalog, server: CatalogServer, tool: CatalogTool): FindingsBox =>
  box(foundIn(catalog).get(server)?.tools.get(tool));

/** On the names of the server as a whole. */
export const serverFindingsBox = (catalog: Catalog, server: CatalogServer): FindingsBox =>
  box(foundIn(catalog).get(server)?.server);

/** Alerts first, then notices; what is for information stands on the tools' own pages. */
export function findingsPages(catalog: Catalog): FindingsPage[] {
  const all = [...foundIn(catalog)].flatMap(([server, found]) => [
    ...found.server.findings.map((finding) => ({ server, tool: undefined, finding })),
    ...[...found.tools].flatMap(([tool, { findings }]) => findings.map((finding) => ({ server, tool, finding }))),
  ]);
  const listed = (['alert', 'notice'] as const)
    .flatMap((severity) => all.filter(({ finding }) => finding.severity === severity))
    .map(({ server, tool, finding }) => ({
      ...row(finding),
      tool: tool && { name: toolLink(tool).name, href: toolLink(tool).href },
      server: { title: clip(server.title, 80), href: serverUrl(server.id) },
    }));
  const lede = [
    'What stands in definitions that a reader does not expect there: characters that cannot be seen, words that speak to the model, odd addresses, names that look alike.',
    'A finding is an observation. It says nothing of intent, and that none is listed says nothing of the code, of the answers, or of what is put in other words.',
  ];
  return paged(listed, (n) => listUrl(findingsUrl(), n)).map((rows) => ({
    head: listHead(catalog, [{ name: 'Findings', href: findingsUrl() }], rows.page, lede[0] ?? ''),
    lede,
    severities: severities.map((severity) => ({
      name: severityWords[severity].name,
      n: number(all.filter(({ finding }) => finding.severity === severity).length),
      gist: severityWords[severity].gist,
    })),
    rows,
  }));
}

/** Once a catalog: every page of it asks. */
function foundIn(catalog: Catalog): Map<CatalogServer, ServerFound> {
  const before = known.get(catalog);
  if (before) return before;
  const lower = ({ definition }: CatalogTool) => definition.name.toLowerCase();
  const catalogNames = new Set(catalog.servers.flatMap(({ tools }) => tools.map(lower)));
  const made = new Map(
    catalog.servers.map((server): [CatalogServer, ServerFound] => {
      const siblings = new Set(server.tools.map(lower));
      const tools = new Map(
        server.tools.map((tool) => [
          tool,
          withMore(toolFindings(tool.definition, { siblings, catalogNames }), toolChangeFinding(server, tool)),
        ]),
      );
      const names = serverFindings(server.tools.map(({ definition }) => definition.name));
      return [server, { server: withMore(names, serverChangeFinding(server)), tools }];
    }),
  );
  known.set(catalog, made);
  return made;
}

/** The gravest first; what has changed stands before what is as it was. */
function withMore(found: Found, more: readonly Finding[]): Found {
  const all = [...more, ...found.findings];
  return { ...found, findings: severities.flatMap((severity) => all.filter((one) => one.severity === severity)) };
}

function box(found: Found | undefined): FindingsBox {
  if (!found) return { rows: [], more: '' };
  const { findings, more, atLeast } = found;
  return {
    rows: findings.map(row),
    more: more > 0 ? `${atLeast ? 'At least ' : ''}${count(more, 'finding')} more of this kind or milder.` : '',
  };
}

const row = ({ severity, sentence, codePoints }: Finding): FindingRow => ({
  severity: severityWords[severity].name,
  alert: severity === 'alert',
  sentence,
  codePoints: codePoints.join(', '),
});
