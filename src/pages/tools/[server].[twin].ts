/** The Markdown and the JSON of each server's page. */
import type { APIRoute } from 'astro';
import { loadCatalog } from '../../content.ts';
import { serverMarkdown } from '../../page/server-markdown.ts';
import { jsonText, serverJson } from '../../page/twins.ts';

export async function getStaticPaths() {
  const catalog = await loadCatalog();
  return catalog.servers.flatMap((server) =>
    ['md', 'json'].map((twin) => ({ params: { server: server.id, twin }, props: { catalog, server } })),
  );
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = ({ params, props: { catalog, server } }) =>
  new Response(params['twin'] === 'json' ? jsonText(serverJson(catalog, server)) : serverMarkdown(catalog, server));
