/** Which tools of a server give private data, text by outsiders, or a way out. */
import type { CatalogServer, CatalogTool } from '../catalog.ts';
import { type Leg, legs, legsSentence } from '../policy/legs.ts';
import { type ToolLink, toolLink } from './rows.ts';
import { count } from './words.ts';

/** Tools named of one leg; the rest are counted. */
const mostTools = 12;

export type Legs = {
  /** Empty where no tool of the server gives any leg. */
  sentence: string;
  legs: { title: string; tools: ToolLink[]; more: string }[];
};

export function legsOf({ tools }: CatalogServer): Legs {
  const found = legs
    .map((leg) => ({ ...leg, tools: tools.filter((tool) => legsOfTool(tool).includes(leg.facet)) }))
    .filter((leg) => leg.tools.length > 0);
  return {
    sentence: legsSentence(new Set(found.map(({ facet }) => facet)), 'this server gives'),
    legs: found.map((leg) => ({
      title: leg.title,
      tools: leg.tools.slice(0, mostTools).map(toolLink),
      more: leg.tools.length > mostTools ? `and ${count(leg.tools.length - mostTools, 'more tool')}` : '',
    })),
  };
}

export const legsOfTool = ({ label }: CatalogTool): Leg[] =>
  legs.filter(({ facet }) => label.facets[facet].value === 'yes').map(({ facet }) => facet);
