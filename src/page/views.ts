/** The ways to go through the tools of the catalog. */
import type { Catalog, CatalogTool } from '../catalog.ts';
import { facetIds } from '../classify/label.ts';
import type { Risk } from '../domain.ts';
import { allToolsUrl, categoryUrl, facetsUrl, riskUrl, tagsUrl, toolsUrl } from '../urls.ts';
import { categoryCounts, riskCounts } from './rows.ts';
import { tagsOf } from './tags.ts';

export type Views = { name: string; views: { name: string; href: string; n: number; mark?: Risk }[] }[];

export function views(catalog: Catalog): Views {
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

export const toolsOf = (catalog: Catalog): CatalogTool[] => catalog.servers.flatMap(({ tools }) => tools);

export const byName = new Intl.Collator('en', { numeric: true });
