import type { APIRoute } from 'astro';
import { policyJsonSchema } from '../policy/file-schema.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
