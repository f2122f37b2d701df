/** The lists of tools: all, and those of one risk, category, facet or tag. */
import type { Catalog, CatalogServer, CatalogTool } from '../catalog.ts';
import { type FacetId, facetIds } from '../classify/label.ts';
import { type Category, categories, type Risk, risks } from '../domain.ts';
import { allToolsUrl, categoryUrl, facetsUrl, facetUrl, listUrl, riskUrl, tagsUrl, toolsUrl } from '../urls.ts';
import { type Filter, filterOf } from './filter.ts';
import { type Head, type Paged, paged } from './head.ts';
import { listHead } from './list-head.ts';
import { type ToolRow, toolRow } from './rows.ts';
import { tagsOf } from './tags.ts';
import { byName, type Views, views } from './views.ts';
import { categoryWords, count, facetWords, number, riskWords } from './words.ts';

export type ToolListPage = {
  head: Head;
  title: string;
  lede: string;
  /** The address of the list's first page. */
  list: string;
  tools: Paged<ToolRow>;
  groups: Group[];
  views: Views;
  filter: Filter;
};
/** Rows of one server that stand together; one group without a server where the list goes by name. */
type Group = { server: { title: string; href: string } | undefined; rows: ToolRow[] };
export function allToolsPages(catalog: Catalog) {
  const rows = rowsOf(catalog).sort((a, b) => byName.compare(a.tool.definition.name, b.tool.definition.name));
  return toolLists(catalog, rows, allToolsUrl(), 'All tools by name', [
    `All ${count(rows.length, 'tool')} of this catalog in one list, by name.`,
  ]);
}

export function riskPages(catalog: Catalog): { level: Risk; pages: ToolListPage[] }[] {
  return risks.map((level) => {
    const rows = rowsOf(catalog).filter(({ tool }) => tool.label.risk === level);
    const unclear = rows.filter(({ tool }) => tool.label.unclear).length;
    return {
      level,
      pages: toolLists(catalog, rows, riskUrl(level), `${riskWords[level].name} risk`, [
        riskWords[level].gist,
        tally(rows),
        ...(unclear > 0 ? [`${number(unclear)} of them ${unclear === 1 ? 'is' : 'are'} unclear.`] : []),
      ]),
    };
  });
}

export function categoryPages(catalog: Catalog): { category: Category; pages: ToolListPage[] }[] {
  return categories.map((category) => {
    const rows = rowsOf(catalog).filter(({ tool }) => tool.label.category === category);
    return {
      category,
      pages: toolLists(catalog, rows, categoryUrl(category), `${categoryWords[category].name} tools`, [
        categoryWords[category].gist,
        tally(rows),
      ]),
    };
  });
}

export function facetPages(catalog: Catalog): { facet: FacetId; pages: ToolListPage[] }[] {
  return facetIds.map((facet) => {
    const rows = rowsOf(catalog).filter(({ tool }) => tool.label.facets[facet].value === 'yes');
    const trail = { name: 'Facets', href: facetsUrl() };
    const pages = toolLists(catalog, rows, facetUrl(facet), facetWords[facet], [tally(rows)], trail);
    return { facet, pages };
  });
}

export function tagPages(catalog: Catalog): { slug: string; pages: ToolListPage[] }[] {
  return tagsOf(catalog).map(({ name, slug, href, servers }) => {
    const rows = rowsOf({ ...catalog, servers });
    const trail = { name: 'Tags', href: tagsUrl() };
    const pages = toolLists(
      catalog,
      rows,
      href,
      `Tagged ${name}`,
      [`Tools of servers tagged “${name}”.`, tally(rows)],
      trail,
    );
    return { slug, pages };
  });
}

type Row = { server: CatalogServer; tool: CatalogTool };

function toolLists(
  catalog: Catalog,
  rows: readonly Row[],
  url: string,
  title: string,
  lede: string[],
  above = { name: 'Tools', href: toolsUrl() },
): ToolListPage[] {
  const shown = rows.map(({ server, tool }) => toolRow(server, tool));
  const others = views(catalog);
  const filter = filterOf(shown, new Map(tagsOf(catalog).map(({ name, slug }) => [`tag:${slug}`, name])));
  return paged(shown, (n) => listUrl(url, n)).map((tools) => ({
    head: listHead(catalog, [above, { name: title, href: url }], tools.page, lede.join(' ')),
    title,
    lede: lede.join(' '),
    list: url,
    tools,
    groups: url === allToolsUrl() ? [{ server: undefined, rows: tools.rows }] : byServer(tools.rows),
    views: others,
    filter,
  }));
}

function byServer(rows: readonly ToolRow[]): Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.server?.href === row.server.href) last.rows.push(row);
    else groups.push({ server: row.server, rows: [row] });
  }
  return groups;
}

const rowsOf = (catalog: Catalog): Row[] =>
  catalog.servers.flatMap((server) => server.tools.map((tool) => ({ server, tool })));

const serversOf = (rows: readonly Row[]) => new Set(rows.map(({ server }) => server)).size;

const tally = (rows: readonly Row[]) => `${count(rows.length, 'tool')} of ${count(serversOf(rows), 'server')}.`;
