/** Tools and servers as rows of a list. */
import type { CatalogServer, CatalogTool } from '../catalog.ts';
import { categories, type Risk, risks } from '../domain.ts';
import { describeRule } from '../policy/describe.ts';
import { serverUrl, toolUrl } from '../urls.ts';
import { facetsOf } from './facets.ts';
import { foreignName } from './foreign.ts';
import { clip, firstSentence } from './summary.ts';
import { tagWords } from './tags.ts';
import { tokensOf } from './tokens.ts';
import { categoryName, type Mark, markOf, riskName } from './verdict.ts';
import { categoryWords, dateWords, failureWords, number, riskWords } from './words.ts';

export type ToolLink = {
  name: string;
  href: string;
  mark: Mark;
  risk: string;
  /** The title of its server, where that is another than the page's. */
  server?: string;
};

export const toolLink = (tool: CatalogTool): ToolLink => ({
  name: foreignName(tool.definition.name),
  href: toolUrl(tool.server, tool.slug),
  mark: markOf(tool),
  risk: riskName(tool),
});

export type ToolRow = Omit<ToolLink, 'server'> & {
  /** One sentence; undefined where the server gives no description. */
  summary: string | undefined;
  category: string;
  /** About what its definition costs in a model's context: `1,234`. */
  tokens: string;
  /** The recommended rule in words. */
  rule: string;
  server: { title: string; href: string };
  /** What the filter of a list looks for: category, risk, and the facets that hold, as single words. */
  is: string;
};

const made = new WeakMap<CatalogTool, ToolRow>();

/** A tool stands in many lists, and is read once. */
export function toolRow(server: CatalogServer, tool: CatalogTool): ToolRow {
  const row = made.get(tool) ?? newRow(server, tool);
  made.set(tool, row);
  return row;
}

const newRow = (server: CatalogServer, tool: CatalogTool): ToolRow => ({
  ...toolLink(tool),
  summary: firstSentence(tool.definition.description, 140),
  category: categoryName(tool),
  tokens: number(tokensOf(tool)),
  rule: describeRule(tool.rule).headline,
  server: { title: clip(server.title, 80), href: serverUrl(server.id) },
  is: [
    tool.label.unclear ? 'unclear' : '',
    tool.label.category,
    tool.label.risk,
    ...facetsOf(tool),
    ...tagWords(server),
  ]
    .filter(Boolean)
    .join(' '),
});

export type Count = {
  mark: Risk;
  name: string;
  n: number;
  /** How many of them are shown as Unclear. */
  unclear: number;
  /** `11 medium, 2 of them unclear`. */
  words: string;
};

/** Tools by risk, low to critical; the sum is the number of tools. */
export const riskCounts = (tools: readonly CatalogTool[]): Count[] =>
  risks.map((risk) => {
    const these = tools.filter(({ label }) => label.risk === risk);
    const unclear = these.filter(({ label }) => label.unclear).length;
    const { name } = riskWords[risk];
    const words = `${number(these.length)} ${name.toLowerCase()}${unclear > 0 ? `, ${number(unclear)} of them unclear` : ''}`;
    return { mark: risk, name, n: these.length, unclear, words };
  });

export const categoryCounts = (tools: readonly CatalogTool[]) =>
  categories.map((category) => ({
    category,
    name: categoryWords[category].name,
    gist: categoryWords[category].gist,
    n: tools.filter(({ label }) => label.category === category).length,
  }));

export type ServerRow = {
  id: string;
  title: string;
  href: string;
  /** Left out where the server has its publisher's name. */
  publisher: string | undefined;
  tools: number;
  /** Why there are none, where the server never answered. */
  silence: string | undefined;
  risks: Count[];
  /** `22 Nov 2026`, or `never`. */
  asked: string;
};

export const serverRow = (server: CatalogServer): ServerRow => ({
  id: server.id,
  title: clip(server.title, 80),
  href: serverUrl(server.id),
  publisher: server.declared.publisher === server.title ? undefined : server.declared.publisher,
  tools: server.tools.length,
  silence: server.snapshot ? undefined : silence(server),
  risks: riskCounts(server.tools),
  asked: lastAnswer(server) ?? 'never',
});

/** The day of the last answer. */
export function lastAnswer({ ask, snapshot }: CatalogServer): string | undefined {
  const at = ask?.answeredAt ?? snapshot?.capturedAt;
  return at === undefined ? undefined : dateWords(at);
}

function silence({ ask }: CatalogServer): string {
  if (ask?.outcome.kind === 'failed') return `No answer: ${failureWords[ask.outcome.cause]}`;
  return 'Not asked yet';
}
