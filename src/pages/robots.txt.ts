import type { APIRoute } from 'astro';
import { loadCatalog } from '../content.ts';
import { fileUrl } from '../urls.ts';

export const GET: APIRoute = async ({ site }) => {
  const catalog = await loadCatalog();
  const sitemap = new URL(fileUrl('sitemap-index.xml'), site).href;
  return new Response(
    catalog.site.private ? 'User-agent: *\nDisallow: /\n' : `User-agent: *\nAllow: /\nSitemap: ${sitemap}\n`,
  );
};
