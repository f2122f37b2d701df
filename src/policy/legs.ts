/** Private data, text by outsiders and a way out: what an agent needs to be made to leak, in words that every page shares. */
import type { FacetId } from '../classify/label.ts';

export const legs = [
  { facet: 'private-data', title: 'Private data comes in', short: 'private data' },
  { facet: 'untrusted-content', title: 'Text by outsiders comes in', short: 'text by outsiders' },
  { facet: 'exfiltration-sink', title: 'Data can go out', short: 'a way out' },
] as const satisfies { facet: FacetId; title: string; short: string }[];

export type Leg = (typeof legs)[number]['facet'];

/** Whether these legs are all that a leak needs. */
export const isWhole = (found: ReadonlySet<Leg>) => legs.every(({ facet }) => found.has(facet));

/** `who gives` is the subject and its verb: `this server gives`. Empty where there is no leg. */
export function legsSentence(found: ReadonlySet<Leg>, whoGives: string): string {
  const named = legs.filter(({ facet }) => found.has(facet)).map(({ short }) => short);
  if (named.length === 0) return '';
  if (isWhole(found)) {
    return `${capital(whoGives)} all three of what a leak needs: private data, text by outsiders that may carry orders, and a way out.`;
  }
  return `Of what a leak needs, ${whoGives} ${named.join(' and ')}. What an agent has beside may give the rest.`;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
