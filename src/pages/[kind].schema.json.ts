import type { APIRoute } from 'astro';
import { loadCatalog } from '../content.ts';
import { publishedSchema, type TwinKind, twinSchemas } from '../page/twin-schemas.ts';
import { schemaAddress } from '../page/twins.ts';

export const getStaticPaths = () => Object.keys(twinSchemas).map((kind) => ({ params: { kind } }));

export const GET: APIRoute<never, { kind: TwinKind }> = async ({ params: { kind } }) =>
  Response.json(publishedSchema(kind, schemaAddress((await loadCatalog()).site, kind)));
