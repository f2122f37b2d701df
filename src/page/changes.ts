/** What has changed of tools from answer to answer: as a list, and as findings. */
import type { Catalog, CatalogServer, CatalogTool } from '../catalog.ts';
import type { CatalogChange, ChangeSide } from '../catalog-changes.ts';
import type { DefinitionPart } from '../domain.ts';
import type { Finding } from '../hygiene/finding.ts';
import { changedDefinition, changedTools } from '../hygiene/rows/changes.ts';
import { changesUrl, listUrl, serverUrl, toolUrl } from '../urls.ts';
import { foreignName } from './foreign.ts';
import { type Head, type Paged, paged } from './head.ts';
import { listHead } from './list-head.ts';
import { clip } from './summary.ts';
import { type Mark, markOfLabel } from './verdict.ts';
import { categoryWords, count, dateWords, list, riskWords } from './words.ts';

type LabelWords = { category: string; mark: Mark; risk: string };
export type ChangeRow = {
  date: string;
  /** Without an address where the tool is gone. */
  tool: { name: string; href: string | undefined };
  server: { title: string; href: string };
  /** `Added`, `Removed`, or `Changed: description and input schema`. */
  what: string;
  /** The labels of both definitions by the rules of today; absent where there is none or it is not known. */
  before: LabelWords | undefined;
  after: LabelWords | undefined;
  /** The label moved. */
  moved: boolean;
  digests: string;
};
export type ChangesPage = { head: Head; lede: string[]; rows: Paged<ChangeRow> };

/** A change is news until the server has gone on changing for so long after it: no clock decides what a page says. */
const newsDays = 30;
const shownOnServer = 10;

export function changesPages(catalog: Catalog): ChangesPage[] {
  const rows = catalog.servers
    .flatMap((server) => server.changes.map((change) => ({ server, change })))
    .sort((a, b) => (a.change.at < b.change.at ? 1 : a.change.at > b.change.at ? -1 : 0))
    .map(({ server, change }) => changeRow(server, change));
  const moved = rows.filter((row) => row.moved).length;
  const lede = [
    `${count(rows.length, 'change')} of tools between one answer of a server and the next, ${moved === 0 ? 'none of which moved a label' : `${count(moved, 'label')} moved by them`}.`,
    'Both definitions are labelled by the rules of today, so a label moves here only with its definition. A policy can pin the definition that it was made for.',
  ];
  return paged(rows, (n) => listUrl(changesUrl(), n)).map((page) => ({
    head: listHead(catalog, [{ name: 'Changes', href: changesUrl() }], page.page, lede.join(' ')),
    lede,
    rows: page,
  }));
}

/** The latest of one server, and how many more there are. */
export const serverChanges = (server: CatalogServer): { rows: ChangeRow[]; more: number } => ({
  rows: server.changes.slice(0, shownOnServer).map((change) => changeRow(server, change)),
  more: Math.max(0, server.changes.length - shownOnServer),
});

/** The latest change of one tool, while it is news. An alert where it raises the risk. */
export function toolChangeFinding(server: CatalogServer, tool: CatalogTool): Finding[] {
  const change = news(server).find((one) => one.tool === tool.definition.name && one.after?.digest === tool.digest);
  if (change?.kind !== 'changed') return [];
  const { before, after } = change;
  const isWorse = before?.label && after?.label && order(after) > order(before);
  const labels =
    before?.label && after?.label && isMoved(before, after)
      ? ` ${isWorse ? 'That raises' : 'That moves'} its label from ${labelText(before)} to ${labelText(after)}.`
      : '';
  return [
    {
      id: changedDefinition.id,
      severity: isWorse ? 'alert' : changedDefinition.severity,
      tool: change.tool,
      place: placeOf(change),
      quote: '',
      codePoints: [],
      sentence: `Found ${changedDefinition.title} on ${dateWords(change.at)}: ${partWords(change)}.${labels} Digest before ${short(before?.digest)}, now ${short(after?.digest)}.`,
    },
  ];
}

/** All that has come, gone and changed of a server at its latest change. */
export function serverChangeFinding(server: CatalogServer): Finding[] {
  const latest = server.changes.filter(({ at }) => at === server.changes[0]?.at);
  if (latest.length === 0) return [];
  const n = (kind: CatalogChange['kind']) => latest.filter((one) => one.kind === kind).length;
  const parts = [
    n('added') > 0 ? `${count(n('added'), 'tool')} added` : '',
    n('removed') > 0 ? `${n('removed')} removed` : '',
    n('changed') > 0 ? `${count(n('changed'), 'definition')} changed` : '',
  ].filter(Boolean);
  return [
    {
      id: changedTools.id,
      severity: changedTools.severity,
      place: '/tools',
      quote: '',
      codePoints: [],
      sentence: `Found ${changedTools.title} on ${dateWords(latest[0]?.at ?? '')}: ${list(parts)}.`,
    },
  ];
}

function news({ changes }: CatalogServer): CatalogChange[] {
  const latest = Date.parse(changes[0]?.at ?? '');
  return changes.filter(({ at }) => latest - Date.parse(at) <= newsDays * 86_400_000);
}

function changeRow(server: CatalogServer, change: CatalogChange): ChangeRow {
  const { before, after } = change;
  const tool = server.tools.find(({ definition }) => definition.name === change.tool);
  return {
    date: dateWords(change.at),
    tool: { name: foreignName(change.tool), href: tool && toolUrl(server.id, tool.slug) },
    server: { title: clip(server.title, 80), href: serverUrl(server.id) },
    what: change.kind === 'changed' ? `Changed: ${partWords(change)}` : change.kind === 'added' ? 'Added' : 'Removed',
    before: labelWords(before),
    after: labelWords(after),
    moved: isMoved(before, after),
    digests: [before, after].map((side) => (side ? short(side.digest) : 'none')).join(' → '),
  };
}

const partNames: Record<DefinitionPart, string> = {
  title: 'title',
  description: 'description',
  inputSchema: 'input schema',
  outputSchema: 'output schema',
  annotations: 'annotations',
};
const partWords = ({ parts = [] }: CatalogChange) => list(parts.map((part) => partNames[part]));
const placeOf = ({ parts = [] }: CatalogChange) => {
  const [first = 'description'] = parts;
  return first === 'title' || first === 'description' ? first : `/${first}`;
};

const labelWords = (side: ChangeSide | undefined): LabelWords | undefined =>
  side?.label && {
    category: side.label.unclear ? 'Unclear' : categoryWords[side.label.category].name,
    mark: markOfLabel(side.label),
    risk: side.label.unclear ? 'Unclear' : riskWords[side.label.risk].name,
  };
const labelText = (side: ChangeSide) => labelWords(side)?.category ?? '';
const order = ({ label }: ChangeSide) => (label ? ['low', 'medium', 'high', 'critical'].indexOf(label.risk) : -1);
const isMoved = (before: ChangeSide | undefined, after: ChangeSide | undefined) =>
  before?.label !== undefined && after?.label !== undefined && labelText(before) !== labelText(after);

/** Twelve digits, as pages show a definition's digest: enough to compare by eye. */
const short = (digest = '') => digest.slice('sha256:'.length, 'sha256:'.length + 12);
