/** Private data, text by outsiders and a way out: what an agent needs to be made to leak, and which tools of a server give it. */
import type { CatalogServer } from '../catalog.ts';
import type { FacetId } from '../classify/label.ts';
import { type ToolLink, toolLink } from './rows.ts';
import { count, list } from './words.ts';

const legs = [
  { facet: 'private-data', title: 'Private data comes in', short: 'private data' },
  { facet: 'untrusted-content', title: 'Text by outsiders comes in', short: 'text by outsiders' },
  { facet: 'exfiltration-sink', title: 'Data can go out', short: 'a way out' },
] as const satisfies { facet: FacetId; title: string; short: string }[];

/** Tools named of one leg; the rest are counted. */
const mostTools = 12;

export type Legs = {
  /** Empty where no tool of the server gives any leg. */
  sentence: string;
  legs: { title: string; tools: ToolLink[]; more: string }[];
};

export function legsOf({ tools }: CatalogServer): Legs {
  const found = legs
    .map((leg) => ({ ...leg, tools: tools.filter(({ label }) => label.facets[leg.facet].value === 'yes') }))
    .filter((leg) => leg.tools.length > 0);
  if (found.length === 0) return { sentence: '', legs: [] };
  const sentence =
    found.length === legs.length
      ? 'This server alone gives all three of what a leak needs: private data, text by outsiders that may carry orders, and a way out.'
      : `Of what a leak needs, this server gives ${list(found.map(({ short }) => short))}. What an agent has beside it may give the rest.`;
  return {
    sentence,
    legs: found.map((leg) => ({
      title: leg.title,
      tools: leg.tools.slice(0, mostTools).map(toolLink),
      more: leg.tools.length > mostTools ? `and ${count(leg.tools.length - mostTools, 'more tool')}` : '',
    })),
  };
}
