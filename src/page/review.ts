/** The labels that a person should look at, each with what there is to decide. */
import type { Catalog, CatalogTool } from '../catalog.ts';
import { listUrl, reviewUrl, serverUrl } from '../urls.ts';
import { type Head, type Paged, paged } from './head.ts';
import { listHead } from './list-head.ts';
import { type ToolLink, toolLink } from './rows.ts';
import { clip } from './summary.ts';
import { categoryName } from './verdict.ts';
import { count, list } from './words.ts';

type ReviewRow = {
  tool: ToolLink;
  server: { title: string; href: string };
  label: string;
  confidence: string;
  /** Why it stands here. */
  asks: string;
  why: string;
  /** What of the definition speaks for another label, quoted. */
  against: string;
};
export type ReviewPage = { head: Head; lede: string[]; override: string; rows: Paged<ReviewRow> };

/** What a person writes into the server's file once decided. */
const override = `overrides:
  name_of_the_tool:
    category: write          # read, write, execute, destructive or financial
    because: "It only sets a flag."
    by: "A. Person"
    date: 2026-01-31`;

export function reviewPages(catalog: Catalog): ReviewPage[] {
  const rows = catalog.servers.flatMap((server) =>
    server.tools.flatMap((tool): (ReviewRow & { order: number })[] => {
      const reason = reasonFor(tool);
      if (!reason) return [];
      const { label } = tool;
      const others = label.evidence.filter(({ effect }) => effect !== 'supports').slice(0, 2);
      return [
        {
          order: reason.order,
          tool: toolLink(tool),
          server: { title: clip(server.title, 80), href: serverUrl(server.id) },
          label: label.unclear ? 'Unclear' : categoryName(tool),
          confidence: label.confidence,
          asks: reason.asks,
          why: clip(label.why, 400),
          against: list(others.map(({ quote, note }) => `“${clip(quote, 120)}”, ${note}`)),
        },
      ];
    }),
  );
  const sorted = rows.sort((a, b) => a.order - b.order).map(({ order: _, ...row }) => row);
  const lede = [
    `${count(rows.length, 'label')} to look at: those of low confidence, those with nothing to go on, and those where the server declares a tool read-only and we do not say Read.`,
    'A tool leaves this list when a person has set its category in the server’s file, or when its definition says more.',
  ];
  return paged(sorted, (n) => listUrl(reviewUrl(), n)).map((page) => ({
    head: listHead(catalog, [{ name: 'Review', href: reviewUrl() }], page.page, lede[0] ?? ''),
    lede,
    override,
    rows: page,
  }));
}

/** The likeliest errors first. A label that a person has set needs no second look. */
function reasonFor({ label, override: set }: CatalogTool): { order: number; asks: string } | undefined {
  if (set?.state === 'applied') return undefined;
  const readOnly = label.claims.some(({ hint, declared }) => hint === 'readOnlyHint' && declared === true);
  if (readOnly && label.category !== 'read') {
    return { order: 0, asks: 'The server declares it read-only. Does a call change anything?' };
  }
  if (label.unclear) return { order: 1, asks: 'The definition does not tell what it does. What does it do?' };
  if (label.confidence === 'low') return { order: 2, asks: 'The evidence is thin or divided. Is the label right?' };
  return undefined;
}
