/** Pages that list tools or servers. */
import type { Catalog, CatalogServer, CatalogTool } from '../catalog.ts';
import { type FacetId, facetIds } from '../classify/label.ts';
import { type Category, categories, type Risk, risks } from '../domain.ts';
import {
  allToolsUrl,
  categoryUrl,
  facetsUrl,
  facetUrl,
  listUrl,
  riskUrl,
  searchUrl,
  tagsUrl,
  toolsUrl,
} from '../urls.ts';
import { facetCounts } from './facets.ts';
import { type Filter, filterOf } from './filter.ts';
import { foreignText } from './foreign.ts';
import { type Head, head, type Paged, paged } from './head.ts';
import { categoryCounts, riskCounts, type ServerRow, serverRow, type ToolRow, toolRow } from './rows.ts';
import { tagsOf } from './tags.ts';
import { categoryWords, count, facetWords, number, riskWords } from './words.ts';

/** The home page names every server up to this many, else the ones with most tools. */
const mostServers = 60;

export function homePage(catalog: Catalog) {
  const tools = toolsOf(catalog);
  const servers = [...catalog.servers].sort((a, b) => b.tools.length - a.tools.length).slice(0, mostServers);
  const gist = `What ${count(tools.length, 'tool')} of ${count(catalog.servers.length, 'MCP server')} can do, how risky each is, and the rule to put on it.`;
  return {
    size: `${count(tools.length, 'tool')} of ${count(catalog.servers.length, 'server')}.`,
    head: {
      ...head(catalog.site, [], gist),
      title: `${catalog.site.title}: what MCP tools can do, and how risky it is`,
    },
    servers: catalog.servers.filter((server) => servers.includes(server)).map(serverRow),
    serversLeft: catalog.servers.length - servers.length,
    risks: riskCounts(tools).map((one) => ({
      ...one,
      href: riskUrl(one.mark),
      gist: riskWords[one.mark].gist,
    })),
    categories: categoryCounts(tools).map((one) => ({ ...one, href: categoryUrl(one.category) })),
    facets: facetCounts(tools).filter(({ n }) => n > 0),
    tags: tagsOf(catalog).map(({ name, href, servers }) => ({ name, href, n: servers.length })),
  };
}

export function toolsPages(catalog: Catalog) {
  const rows = catalog.servers.map(serverRow);
  const tools = toolsOf(catalog);
  return paged<ServerRow>(rows, (n) => listUrl(toolsUrl(), n)).map((servers) => ({
    head: listHead(catalog, [{ name: 'Tools', href: toolsUrl() }], servers.page, [
      `The ${count(rows.length, 'MCP server')} of this catalog and their ${count(tools.length, 'tool')}, by risk.`,
    ]),
    servers,
    lede: `${count(tools.length, 'tool')} of ${count(rows.length, 'server')}. The list of one server shows what each of its tools can do.`,
    views: views(catalog),
  }));
}

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
        `${count(rows.length, 'tool')} of ${count(serversOf(rows), 'server')}.`,
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
        `${count(rows.length, 'tool')} of ${count(serversOf(rows), 'server')}.`,
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

const tally = (rows: readonly Row[]) => `${count(rows.length, 'tool')} of ${count(serversOf(rows), 'server')}.`;

export function facetsPage(catalog: Catalog) {
  const gist =
    'Facets tell apart tools of one category: what they take, what they hand out, whom they reach. Tools by each.';
  return {
    head: head(
      catalog.site,
      [
        { name: 'Tools', href: toolsUrl() },
        { name: 'Facets', href: facetsUrl() },
      ],
      gist,
    ),
    facets: facetCounts(toolsOf(catalog)),
    views: views(catalog),
  };
}

export function tagsPage(catalog: Catalog) {
  const tags = tagsOf(catalog).map(({ name, href, servers }) => ({ name, href, n: servers.length }));
  const gist = `The ${count(tags.length, 'tag')} that people gave to the servers of this catalog.`;
  const made = head(
    catalog.site,
    [
      { name: 'Tools', href: toolsUrl() },
      { name: 'Tags', href: tagsUrl() },
    ],
    gist,
  );
  return { head: made, tags, views: views(catalog) };
}

export function searchPage(catalog: Catalog) {
  const size = `${count(toolsOf(catalog).length, 'tool')} of ${count(catalog.servers.length, 'server')}.`;
  const trail = [{ name: 'Search', href: searchUrl() }];
  return {
    head: head(catalog.site, trail, `Search ${size} By name, by what they do, by risk, category and server.`),
    size,
    servers: catalog.servers
      .filter(({ tools }) => tools.length > 0)
      .map(({ id, title }) => ({ id, title: foreignText(title) }))
      .sort((a, b) => byName.compare(a.title, b.title)),
    views: views(catalog),
  };
}

export function missingPage(catalog: Catalog) {
  const made = head(catalog.site, [], 'There is no page at this address.');
  return { head: { ...made, title: `No such page · ${catalog.site.title}`, noindex: true } };
}

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
export type Views = { name: string; views: { name: string; href: string; n: number; mark?: Risk }[] }[];

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
    head: listHead(catalog, [above, { name: title, href: url }], tools.page, lede),
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

/** The other ways to go through the same tools. */
function views(catalog: Catalog): Views {
  const tools = toolsOf(catalog);
  const tags = tagsOf(catalog).length;
  return [
    {
      name: 'Lists',
      views: [
        { name: 'By server', href: toolsUrl(), n: catalog.servers.length },
        { name: 'By name', href: allToolsUrl(), n: tools.length },
        { name: 'By facet', href: facetsUrl(), n: facetIds.length },
        ...(tags > 0 ? [{ name: 'By tag', href: tagsUrl(), n: tags }] : []),
      ],
    },
    {
      name: 'Categories',
      views: categoryCounts(tools).map(({ category, name, n }) => ({ name, href: categoryUrl(category), n })),
    },
    { name: 'Risk', views: riskCounts(tools).map(({ mark, name, n }) => ({ name, mark, href: riskUrl(mark), n })) },
  ];
}

function listHead(catalog: Catalog, trail: { name: string; href: string }[], page: number, lede: string[]): Head {
  const made = head(catalog.site, trail, lede.join(' '));
  if (page === 1) return made;
  return {
    ...made,
    title: `${trail.at(-1)?.name}, page ${page} · ${catalog.site.title}`,
    url: listUrl(made.url, page),
    crumbs: [...made.crumbs, { name: `Page ${page}`, href: listUrl(made.url, page) }],
  };
}

const byName = new Intl.Collator('en', { numeric: true });

const toolsOf = (catalog: Catalog): CatalogTool[] => catalog.servers.flatMap(({ tools }) => tools);

const rowsOf = (catalog: Catalog): Row[] =>
  catalog.servers.flatMap((server) => server.tools.map((tool) => ({ server, tool })));

const serversOf = (rows: readonly Row[]) => new Set(rows.map(({ server }) => server)).size;
