/** A server's page, and the whole catalog, as Markdown. */
import type { Catalog, CatalogServer } from '../catalog.ts';
import { fileUrl, serverUrl, toolUrl, twinUrl } from '../urls.ts';
import { serverFacts } from './facts.ts';
import { blocks, bullets, fence, heading, inline, link } from './markdown.ts';
import { toolRow } from './rows.ts';
import { serverPages } from './server.ts';
import { factLine, foreignNotice } from './tool-markdown.ts';
import { count } from './words.ts';

/** Every tool is listed, however many pages the HTML takes for them. */
export function serverMarkdown(catalog: Catalog, server: CatalogServer): string {
  const [page] = serverPages(catalog, server);
  if (!page) return '';
  const { origin, url } = page.head;
  const { shown, rest } = page.instructions;
  return `${blocks([
    heading(1, page.title),
    inline(page.lede),
    bullets(page.risks.filter(({ n }) => n > 0).map(({ words }) => words)),
    ...page.notes.map(({ text }) => inline(text)),
    bullets(serverFacts(server).map((fact) => factLine(fact, origin))),
    page.install && heading(2, 'How to add it to a client'),
    page.install?.before && inline(page.install.before),
    page.install && fence(page.install.clients[0]?.text ?? '', 'json'),
    shown && heading(2, 'Its instructions to clients'),
    shown && fence(shown + rest, 'text'),
    page.changes.rows.length > 0 ? heading(2, 'What has changed') : undefined,
    bullets(
      page.changes.rows.map(
        ({ date, tool, what, before, after }) =>
          `${date}, ${inline(tool.name)}: ${what}. ${before?.category ?? 'None'} → ${after?.category ?? 'none'}`,
      ),
    ),
    server.tools.length > 0 ? heading(2, 'Tools') : undefined,
    bullets(
      server.tools.map((tool) => {
        const { name, category, risk, rule, summary = 'No description given.' } = toolRow(server, tool);
        const twin = origin + twinUrl(toolUrl(tool.server, tool.slug), 'md');
        return `${link(name, twin)}: ${category}, ${risk}. ${inline(rule)}. ${inline(summary)}`;
      }),
    ),
    `${foreignNotice} ${link('The page', origin + url)}.`,
  ])}\n`;
}

/** `/llms.txt`: what this site is and where its Markdown starts (https://llmstxt.org). */
export function llmsText({ site, servers }: Catalog): string {
  const tools = servers.reduce((sum, server) => sum + server.tools.length, 0);
  const { origin } = new URL(site.url);
  return `${blocks([
    heading(1, site.title),
    `> What ${count(tools, 'tool')} of ${count(servers.length, 'MCP server')} can do, how risky each is, and the rule to put on it. Every tool and every server has a Markdown and a JSON twin: the address of its page with .md or .json in place of the last slash.`,
    foreignNotice,
    heading(2, 'Data'),
    bullets([`${link('Catalog', origin + fileUrl('catalog.json'))}: every server and tool with its label, as JSON`]),
    heading(2, 'Servers'),
    bullets(
      servers.map(
        (server) =>
          `${link(server.title.slice(0, 200), origin + twinUrl(serverUrl(server.id), 'md'))}: ${count(server.tools.length, 'tool')}`,
      ),
    ),
  ])}\n`;
}
