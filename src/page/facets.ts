/** Facets as ways to go through the tools. */
import type { CatalogTool } from '../catalog.ts';
import { type FacetId, facetIds } from '../classify/label.ts';
import { facetUrl } from '../urls.ts';
import { facetWords } from './words.ts';

/** The facets that hold of a tool. */
export const facetsOf = ({ label }: CatalogTool): FacetId[] =>
  facetIds.filter((id) => label.facets[id].value === 'yes');

/** Every facet with the number of tools it holds of, in the rubric's order. */
export function facetCounts(tools: readonly CatalogTool[]) {
  const counts = new Map<FacetId, number>();
  for (const facet of tools.flatMap(facetsOf)) counts.set(facet, (counts.get(facet) ?? 0) + 1);
  return facetIds.map((id) => ({ id, name: facetWords[id], n: counts.get(id) ?? 0, href: facetUrl(id) }));
}
