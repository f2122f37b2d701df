import type { APIRoute } from 'astro';
import { loadCatalog } from '../content.ts';
import { llmsText } from '../page/server-markdown.ts';

export const GET: APIRoute = async () => new Response(llmsText(await loadCatalog()));
