import type { APIRoute } from 'astro';
import { loadCatalog } from '../content.ts';
import { catalogJson, jsonText } from '../page/twins.ts';

export const GET: APIRoute = async () => new Response(jsonText(catalogJson(await loadCatalog())));
