/** One row a sign of a facet. The first row of a facet that finds something decides it. */
import type { FacetRule } from '../facet-rule.ts';
import { dataRules } from './facets/data.ts';
import { effectRules } from './facets/effect.ts';
import { freeRules } from './facets/free.ts';
import { reachRules } from './facets/reach.ts';

export const facetRules: readonly FacetRule[] = [...effectRules, ...reachRules, ...dataRules, ...freeRules];
