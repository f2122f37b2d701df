/** The page of a person's picks: what stands in it before any script runs. */
import type { Catalog } from '../catalog.ts';
import { snippets } from '../snippets/list.ts';
import { policyFileUrl, policyUrl, serverUrl } from '../urls.ts';
import { type Head, head } from './head.ts';
import { clip } from './summary.ts';
import { count } from './words.ts';

export type BasketPage = {
  head: Head;
  targets: { id: string; name: string }[];
  /** Servers with a policy of their own to download. */
  servers: { title: string; href: string; policy: string; saveAs: string; tools: string }[];
};

export function basketPage(catalog: Catalog): BasketPage {
  const trail = [{ name: 'Your policy', href: policyUrl() }];
  return {
    head: head(
      catalog.site,
      trail,
      'Pick tools on any page: here they stand as one policy that refuses every other tool.',
    ),
    targets: snippets.map(({ id, title }) => ({ id, name: title })),
    servers: catalog.servers
      .filter(({ tools }) => tools.length > 0)
      .map(({ id, title, tools }) => ({
        title: clip(title, 80),
        href: serverUrl(id),
        policy: policyFileUrl(id),
        saveAs: `${id}.policy.yaml`,
        tools: count(tools.length, 'tool'),
      })),
  };
}
