import type { APIRoute } from 'astro';
import type { CatalogServer } from '../../../catalog.ts';
import { loadCatalog } from '../../../content.ts';
import { policyFile } from '../../../page/policy.ts';

/** Servers without a known tool have no policy to download. */
export async function getStaticPaths() {
  const { servers } = await loadCatalog();
  return servers
    .filter(({ tools }) => tools.length > 0)
    .map((server) => ({ params: { server: server.id }, props: { server } }));
}

export const GET: APIRoute<{ server: CatalogServer }> = ({ props }) => new Response(policyFile(props.server));
