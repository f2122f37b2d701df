/** One row a sign of a facet. The first row of a facet that finds something decides it. */
import type { FacetRule } from '../facet-rule.ts';
import { contentRules } from './facets/content.ts';
import { effectRules } from './facets/effect.ts';
import { freeRules } from './facets/free.ts';
import { manyRules } from './facets/many.ts';
import { reachRules } from './facets/reach.ts';
import { repeatRules } from './facets/repeat.ts';
import { rightsRules } from './facets/rights.ts';
import { secretRules } from './facets/secrets.ts';

export const facetRules: readonly FacetRule[] = [
  ...repeatRules,
  ...effectRules,
  ...manyRules,
  ...rightsRules,
  ...reachRules,
  ...secretRules,
  ...contentRules,
  ...freeRules,
];
