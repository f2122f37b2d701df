/** The head of a list that stands at the top level and may go over several pages. */
import type { Catalog } from '../catalog.ts';
import { listUrl } from '../urls.ts';
import { type Head, head } from './head.ts';

export function listPageHead(catalog: Catalog, name: string, url: string, page: number, gist: string): Head {
  const made = head(catalog.site, [{ name, href: url }], gist);
  if (page === 1) return made;
  const here = { name: `Page ${page}`, href: listUrl(url, page) };
  return {
    ...made,
    title: `${name}, page ${page} · ${catalog.site.title}`,
    url: here.href,
    crumbs: [...made.crumbs, here],
  };
}
