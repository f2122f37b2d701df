import type { APIRoute } from 'astro';
import { prefetchRules } from '../page/prefetch.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(prefetchRules()));
