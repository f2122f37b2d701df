/** The pages that stand before any list: home, search, and "no such page". */
import type { Catalog } from '../catalog.ts';
import { categoryUrl, riskUrl, searchUrl } from '../urls.ts';
import { facetCounts } from './facets.ts';
import { foreignText } from './foreign.ts';
import { head } from './head.ts';
import { categoryCounts, riskCounts, serverRow } from './rows.ts';
import { tagsOf } from './tags.ts';
import { byName, toolsOf, views } from './views.ts';
import { count, riskWords } from './words.ts';

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
