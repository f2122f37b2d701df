/** The lists of what tools are found by: servers, facets, tags. */
import type { Catalog } from '../catalog.ts';
import { facetsUrl, listUrl, tagsUrl, toolsUrl } from '../urls.ts';
import { facetCounts } from './facets.ts';
import { head, paged } from './head.ts';
import { listHead } from './list-head.ts';
import { type ServerRow, serverRow } from './rows.ts';
import { tagsOf } from './tags.ts';
import { toolsOf, views } from './views.ts';
import { count } from './words.ts';

export function toolsPages(catalog: Catalog) {
  const rows = catalog.servers.map(serverRow);
  const tools = toolsOf(catalog);
  const gist = `The ${count(rows.length, 'MCP server')} of this catalog and their ${count(tools.length, 'tool')}, by risk.`;
  return paged<ServerRow>(rows, (n) => listUrl(toolsUrl(), n)).map((servers) => ({
    head: listHead(catalog, [{ name: 'Tools', href: toolsUrl() }], servers.page, gist),
    servers,
    lede: `${count(tools.length, 'tool')} of ${count(rows.length, 'server')}. The list of one server shows what each of its tools can do.`,
    views: views(catalog),
  }));
}

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
