/** What every page says of itself. */
import type { Site } from '../domain.ts';
import { homeUrl, twinUrl } from '../urls.ts';
import { foreignText } from './foreign.ts';
import { clip } from './summary.ts';
import { number } from './words.ts';

/** A name may be a server's text. */
export type Crumb = { name: string; href: string };

export type Head = {
  /** For the browser's tab: the page's own name first. */
  title: string;
  /** At most 160 characters of plain text. */
  description: string;
  /** The page's address, as `urls.ts` makes it. */
  url: string;
  /** Down to this page; empty on the home page. */
  crumbs: Crumb[];
  siteName: string;
  /** `https://tools.example`: before every address of `urls.ts`. */
  origin: string;
  /** The same page for machines. */
  twins?: Twins;
  /** Kept out of search engines: the page has no text of its own, or the catalog is private. */
  noindex?: boolean;
};

export type Twins = { markdown: string; json: string };

/** The twins of the page at `url`. */
export const twins = (url: string): Twins => ({ markdown: twinUrl(url, 'md'), json: twinUrl(url, 'json') });

/** The head of a page below the home page. `trail` ends with the page itself. */
export function head(site: Site, trail: Crumb[], description: string): Head {
  const names = [...trail].reverse().map((crumb) => crumb.name);
  return {
    title: clip(foreignText([...names, site.title].join(' · ')), 140),
    description: clip(foreignText(description), 160),
    url: trail.at(-1)?.href ?? homeUrl(),
    crumbs: trail,
    siteName: site.title,
    origin: new URL(site.url).origin,
    ...(site.private && { noindex: true }),
  };
}

/** One page of a list that is too long for one. */
export type Paged<Row> = {
  rows: Row[];
  /** From 1. */
  page: number;
  total: number;
  /** Every page of the list, this one included; empty when there is one. */
  pages: { page: number; href: string; current: boolean }[];
  /** `Rows 501 to 1,000 of 2,093`; empty when there is one page. */
  span: string;
};

export const rowsPerPage = 400;

/** Cuts a list into pages; an empty list is one empty page. `address(n)` is the address of page n. */
export function paged<Row>(rows: readonly Row[], address: (page: number) => string): Paged<Row>[] {
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  return numbers.map((page) => {
    const from = (page - 1) * rowsPerPage;
    const shown = rows.slice(from, from + rowsPerPage);
    return {
      rows: shown,
      page,
      total: rows.length,
      pages: pages === 1 ? [] : numbers.map((n) => ({ page: n, href: address(n), current: n === page })),
      span: pages === 1 ? '' : `Rows ${number(from + 1)} to ${number(from + shown.length)} of ${number(rows.length)}`,
    };
  });
}

/** The route parameter of one page of a list: `undefined` for the first, then `~2`, as `listUrl` writes it. */
export const pageParam = ({ page }: Paged<unknown>) => (page === 1 ? undefined : `~${page}`);
