/** Guides: prose that a person wrote, in the order that its frontmatter gives. */
import type { Catalog } from '../catalog.ts';
import { guidesUrl, guideUrl } from '../urls.ts';
import { head } from './head.ts';

export type Guide = { id: string; data: { title: string; description: string; order: number } };

export function guidesPage(catalog: Catalog, guides: readonly Guide[]) {
  const ordered = [...guides].sort((a, b) => a.data.order - b.data.order || (a.id < b.id ? -1 : 1));
  return {
    head: head(
      catalog.site,
      [{ name: 'Guides', href: guidesUrl() }],
      'How to read a risk level, write a policy, enforce it, and add a server.',
    ),
    guides: ordered.map(({ id, data }) => ({ title: data.title, description: data.description, href: guideUrl(id) })),
  };
}

export function guidePage(
  catalog: Catalog,
  { id, data }: Guide,
  headings: readonly { depth: number; slug: string; text: string }[],
) {
  const trail = [
    { name: 'Guides', href: guidesUrl() },
    { name: data.title, href: guideUrl(id) },
  ];
  return {
    head: head(catalog.site, trail, data.description),
    title: data.title,
    description: data.description,
    rail: headings.filter(({ depth }) => depth === 2).map(({ slug, text }) => ({ href: `#${slug}`, text })),
  };
}
