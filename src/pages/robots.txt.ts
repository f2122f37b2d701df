import type { APIRoute } from 'astro';
import { fileUrl } from '../urls.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${new URL(fileUrl('sitemap-index.xml'), site).href}\n`);
