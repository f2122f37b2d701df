/** One server: who makes it, what it said and when, and its tools. */
import type { Catalog, CatalogServer } from '../catalog.ts';
import { listUrl, serverUrl, toolsUrl } from '../urls.ts';
import { type ChangeRow, serverChanges } from './changes.ts';
import { type Fact, serverFacts } from './facts.ts';
import { type Filter, filterOf } from './filter.ts';
import { type FindingsBox, serverFindingsBox } from './findings.ts';
import { bounded } from './foreign.ts';
import { type Head, head, type Paged, paged, twins } from './head.ts';
import { type Install, installOf } from './install.ts';
import { type Legs, legsOf } from './legs.ts';
import { type WholePolicy, wholePolicy } from './policy.ts';
import { type Rendered, rendered } from './rendered.ts';
import { type Count, lastAnswer, riskCounts, type ToolRow, toolRow } from './rows.ts';
import { clip } from './summary.ts';
import { tagLinks } from './tags.ts';
import { count, dateWords, failureWords, number } from './words.ts';

export type ServerPage = {
  head: Head;
  title: string;
  lede: string;
  facts: Fact[];
  /** What a reader must know before the list: no answer, an old answer, tools left out. */
  notes: { text: string; output?: string }[];
  risks: Count[];
  /** On the names of its tools. */
  findings: FindingsBox;
  /** The latest, on the first page. */
  changes: { rows: ChangeRow[]; more: number };
  legs: Legs;
  tools: Paged<ToolRow>;
  filter: Filter;
  tags: { name: string; href: string }[];
  /** On the first page. */
  install: Install | undefined;
  /** `rendered` is what they are as Markdown, where they are more than a line. */
  instructions: { shown: string; rest: string; leftOut: string; rendered: Rendered | undefined };
  /** On the first page of a server with tools. */
  policy: WholePolicy | undefined;
};

export function serverPages(catalog: Catalog, server: CatalogServer): ServerPage[] {
  const url = serverUrl(server.id);
  const title = clip(server.title, 100);
  const rows = server.tools.map((tool) => toolRow(server, tool));
  const lede = server.snapshot
    ? `${count(rows.length, 'tool')}${publisherWords(server)}.`
    : `No tools are known${publisherWords(server)}.`;
  return paged(rows, (n) => listUrl(url, n)).map((tools) => ({
    head: serverHead(catalog, server, title, lede, tools.page),
    title,
    lede,
    facts: serverFacts(server),
    notes: notes(server),
    risks: riskCounts(server.tools),
    findings: serverFindingsBox(catalog, server),
    changes: tools.page === 1 ? serverChanges(server) : { rows: [], more: 0 },
    legs: legsOf(server),
    tools,
    filter: filterOf(rows, new Map()),
    tags: tagLinks(server),
    install: tools.page === 1 ? installOf(server) : undefined,
    instructions: instructions(server.snapshot?.instructions),
    policy: tools.page === 1 && server.tools.length > 0 ? wholePolicy(server) : undefined,
  }));
}

function serverHead(catalog: Catalog, server: CatalogServer, title: string, lede: string, page: number): Head {
  const url = serverUrl(server.id);
  const trail = [
    { name: 'Tools', href: toolsUrl() },
    { name: title, href: url },
  ];
  const made = head(
    catalog.site,
    trail,
    `${title}: ${lede} What each can do, how risky it is, and the rule to put on it.`,
  );
  if (page === 1) return { ...made, twins: twins(url) };
  const here = { name: `Page ${page}`, href: listUrl(url, page) };
  return { ...made, title: `${here.name}: ${made.title}`, url: here.href, crumbs: [...made.crumbs, here] };
}

const publisherWords = ({ declared }: CatalogServer) =>
  declared.publisher === undefined ? '' : `, published by ${declared.publisher}`;

function notes(server: CatalogServer): ServerPage['notes'] {
  const { ask, snapshot } = server;
  if (!ask) return snapshot ? [] : [{ text: 'This server was never asked, so nothing is known of its tools.' }];
  if (ask.outcome.kind === 'failed') {
    const { cause, message, stderr } = ask.outcome;
    const old = snapshot
      ? `What stands below is its answer of ${lastAnswer(server)}.`
      : 'It never answered, so nothing is known of its tools.';
    return [
      {
        text: `When it was asked on ${dateWords(ask.askedAt)}, ${failureWords[cause]}. ${message} ${old}`,
        ...(stderr?.trim() ? { output: stderr.slice(-2000) } : {}),
      },
    ];
  }
  const { dropped, strayLines } = ask.outcome;
  return [
    ...(dropped.length > 0
      ? [
          {
            text: `${count(dropped.length, 'entry', 'entries')} of its list could not be kept: ${dropped
              .slice(0, 10)
              .map(({ name, reason }) => `${clip(name, 60)} (${reason})`)
              .join('; ')}${dropped.length > 10 ? `; and ${number(dropped.length - 10)} more` : ''}.`,
          },
        ]
      : []),
    ...(strayLines > 0
      ? [
          {
            text: `It wrote ${count(strayLines, 'line')} that ${strayLines === 1 ? 'is' : 'are'} not MCP on its output; a strict client may refuse it.`,
          },
        ]
      : []),
    ...(snapshot?.tools.length === 0 ? [{ text: 'It answered, and offers no tools.' }] : []),
  ];
}

function instructions(text = ''): ServerPage['instructions'] {
  const open = bounded(text.trim(), 600);
  const folded = bounded(open.rest, 20_000);
  return {
    shown: open.shown,
    rest: folded.shown,
    rendered: rendered(text, 'instructions'),
    leftOut:
      folded.rest === ''
        ? ''
        : `${count(folded.rest.length, 'more character')} ${folded.rest.length === 1 ? 'is' : 'are'} not shown here.`,
  };
}
