/** The head of a list that may go over several pages; each page is its own canonical. */
import type { Catalog } from '../catalog.ts';
import { listUrl } from '../urls.ts';
import { type Crumb, type Head, head } from './head.ts';

/** `trail` ends with the list itself; `page` counts from 1. */
export function listHead(catalog: Catalog, trail: Crumb[], page: number, gist: string): Head {
  const made = head(catalog.site, trail, gist);
  if (page === 1) return made;
  const here = { name: `Page ${page}`, href: listUrl(made.url, page) };
  return {
    ...made,
    title: `${trail.at(-1)?.name}, page ${page} · ${catalog.site.title}`,
    url: here.href,
    crumbs: [...made.crumbs, here],
  };
}
