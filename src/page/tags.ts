/** Tags that people gave to servers, as ways to go through them. Tags that differ in case alone are one. */
import type { Catalog, CatalogServer } from '../catalog.ts';
import { toolSlugs } from '../slugs.ts';
import { tagUrl } from '../urls.ts';

export type Tag = { name: string; slug: string; href: string; servers: CatalogServer[] };

export function tagsOf({ servers }: Catalog): Tag[] {
  const byTag = new Map<string, CatalogServer[]>();
  for (const server of servers) {
    for (const name of tagNames(server)) byTag.set(name, [...(byTag.get(name) ?? []), server]);
  }
  return [...byTag]
    .map(([name, tagged]) => ({ name, slug: slugOf(name), href: tagUrl(slugOf(name)), servers: tagged }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The tags of one server, each once. */
const tagNames = ({ declared: { tags } }: CatalogServer): string[] => [
  ...new Set(tags.map((tag) => tag.toLowerCase())),
];

/** The same as single words that no facet, category or risk is. */
export const tagWords = (server: CatalogServer): string[] => tagNames(server).map((name) => `tag:${slugOf(name)}`);

export const tagLinks = (server: CatalogServer) =>
  tagNames(server).map((name) => ({ name, href: tagUrl(slugOf(name)) }));

const slugOf = (name: string) => toolSlugs([name])[0] ?? '';
