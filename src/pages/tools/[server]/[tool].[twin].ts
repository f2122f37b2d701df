/** The Markdown and the JSON of each tool's page. */
import type { APIRoute } from 'astro';
import { loadCatalog } from '../../../content.ts';
import { toolPage } from '../../../page/tool.ts';
import { toolMarkdown } from '../../../page/tool-markdown.ts';
import { jsonText, toolJson } from '../../../page/twins.ts';
import { sectionsOf } from '../../../sections/sections.ts';

export async function getStaticPaths() {
  const catalog = await loadCatalog();
  return catalog.servers.flatMap((server) =>
    server.tools.flatMap((tool) =>
      ['md', 'json'].map((twin) => ({
        params: { server: server.id, tool: tool.slug, twin },
        props: { catalog, server, tool },
      })),
    ),
  );
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = ({ params, props: { catalog, server, tool } }) => {
  if (params['twin'] === 'json') return new Response(jsonText(toolJson(catalog, server, tool)));
  const page = toolPage(catalog, server, tool);
  const sections = sectionsOf(page).map(({ title, markdown }) => ({ title, markdown: markdown(page) }));
  return new Response(toolMarkdown(page, sections));
};
