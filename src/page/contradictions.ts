/** Where a server declares one thing of a tool and its definition says another. */
import type { Catalog } from '../catalog.ts';
import { contradictionsUrl, listUrl, serverUrl } from '../urls.ts';
import { type Head, type Paged, paged } from './head.ts';
import { listHead } from './list-head.ts';
import { type ToolLink, toolLink } from './rows.ts';
import { clip } from './summary.ts';
import { categoryName } from './verdict.ts';
import { count } from './words.ts';

type Contradiction = {
  tool: ToolLink;
  server: { title: string; href: string };
  category: string;
  hint: string;
  declared: string;
  derived: string;
  /** The sentence behind our label. */
  why: string;
};
export type ContradictionsPage = { head: Head; lede: string[]; rows: Paged<Contradiction> };

export function contradictionsPages(catalog: Catalog): ContradictionsPage[] {
  const rows = catalog.servers.flatMap((server) =>
    server.tools.flatMap((tool) =>
      tool.label.claims
        .filter(({ verdict, declared }) => verdict === 'contradicts' && declared !== undefined)
        .map(
          ({ hint, declared, derived }): Contradiction => ({
            tool: toolLink(tool),
            server: { title: clip(server.title, 80), href: serverUrl(server.id) },
            category: categoryName(tool),
            hint,
            declared: String(declared),
            derived: derived === undefined ? 'cannot be told' : String(derived),
            why: clip(tool.label.why, 400),
          }),
        ),
    ),
  );
  const tools = new Set(rows.map(({ tool }) => tool.href)).size;
  const lede = [
    `${count(tools, 'tool')} whose annotations say otherwise than the definition.`,
    'Only what a server declares stands here, not what the protocol assumes where it is silent. An annotation never lowers a label; either of the two may be wrong.',
  ];
  return paged(rows, (n) => listUrl(contradictionsUrl(), n)).map((list) => ({
    head: listHead(catalog, [{ name: 'Contradictions', href: contradictionsUrl() }], list.page, lede.join(' ')),
    lede,
    rows: list,
  }));
}
