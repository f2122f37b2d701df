import type { APIRoute } from 'astro';
import { loadCatalog } from '../../../content.ts';
import { linesOf } from '../../../search/records.ts';

export async function getStaticPaths() {
  return linesOf(await loadCatalog()).map((lines, file) => ({ params: { file: String(file) }, props: { lines } }));
}

export const GET: APIRoute = ({ props }) => Response.json(props['lines']);
