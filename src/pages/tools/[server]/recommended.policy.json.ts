import type { APIRoute } from 'astro';
import type { CatalogServer } from '../../../catalog.ts';
import { loadCatalog } from '../../../content.ts';
import { policyData } from '../../../page/policy.ts';
import { jsonText } from '../../../page/twins.ts';

/** Servers without a known tool have no policy to download. */
export async function getStaticPaths() {
  const { servers } = await loadCatalog();
  return servers
    .filter(({ tools }) => tools.length > 0)
    .map((server) => ({ params: { server: server.id }, props: { server } }));
}

export const GET: APIRoute<{ server: CatalogServer }> = ({ props }) => new Response(jsonText(policyData(props.server)));
