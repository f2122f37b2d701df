import type { APIRoute } from 'astro';
import { loadCatalog } from '../../content.ts';
import { namesOf } from '../../search/records.ts';

export const GET: APIRoute = async () => Response.json(namesOf(await loadCatalog()));
