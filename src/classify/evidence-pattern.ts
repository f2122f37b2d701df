/** What the evidence behind a label is like: few kinds, each of which is right about as often wherever it is met. */

import { isWorse, type Verdict } from './decide.ts';
import type { Resolution } from './resolve.ts';
import { words } from './rule.ts';

/** By id, what makes the pattern, as a clause. The order is that of the methodology page. */
export const evidencePatterns = {
  look: 'name and description both say that it looks, with a verb that means nothing else (get, list, search)',
  agree: 'name and description say the same, with a verb that means nothing else (create, update, delete)',
  'agree-rarer': 'name and description say the same, with a rarer verb',
  'agree-long': 'name and description say the same, in a description so long that more may stand in it than is read',
  'agree-and-more': 'name and description say the same, and something milder besides',
  vague: 'name and description say the same, with words that may mean several things',
  name: 'only the name tells what it does',
  text: 'only the description tells what it does',
  'vague-one': 'only the name or only the description tells what it does, in words that may mean several things',
  over: 'one of name and description is vague, and the other decides',
  program: 'a parameter takes a program, a query or a request',
  option: 'one option or one value of a parameter decides',
  actions: 'the worst of several actions decides',
  'loss-first': 'the description begins with a loss that the name does not speak of',
  loss: 'a later passage says that something is lost',
  limit: 'the definition takes back what its verb says: it only reads, or nothing is lost for good',
  aside: 'a later passage names another effect than name and first sentence',
  divided: 'name and description say different things',
  phrase: 'there is only a phrase without any word for what it does',
  nothing: 'there is nothing that tells',
} as const;
export type EvidencePattern = keyof typeof evidencePatterns;

/** Passages on loss are of a few forms and mean it; others are mentioned on the way. */
const losses = new Set(['text.overwrite', 'text.drops-others', 'text.access-lost']);

/** Verbs that catalogs of tools use often, and for one thing each. */
const plainVerbs = new Set(
  words(
    'get list search find read describe show view query count fetch retrieve create add insert update edit delete remove drop',
  ),
);

/** In characters: in longer ones effects that stand late were passed over three times as often. */
const longDescription = 400;

export function evidencePattern(
  { pattern, rule, unclear, category, evidence, verdict, actions }: Resolution,
  description: string,
): EvidencePattern {
  if (unclear) return 'nothing';
  if (actions.length > 1 && actions.some((row) => row.category === category)) return 'actions';
  const against = evidence.filter(({ effect }) => effect === 'opposes');
  const isOpposed = against.length > 0;
  switch (pattern) {
    case 'agree':
      if (against.some((one) => isWorse(one.category, category))) return 'divided';
      if (isOpposed) return 'agree-and-more';
      if (description.length > longDescription) return 'agree-long';
      if (!isPlain(verdict)) return 'agree-rarer';
      return category === 'read' ? 'look' : 'agree';
    case 'both-ambiguous':
      return isOpposed ? 'divided' : 'vague';
    case 'name':
    case 'text':
      return isOpposed ? 'divided' : pattern;
    case 'ambiguous-name':
    case 'ambiguous-text':
      return isOpposed ? 'divided' : 'vague-one';
    case 'name-over-text':
    case 'text-over-name':
      return 'over';
    case 'conflict':
      return category === 'destructive' && isToldIn('description', verdict) ? 'loss-first' : 'divided';
    case 'program':
    case 'option':
    case 'actions':
      return pattern;
    case 'text-effect':
      return losses.has(rule) ? 'loss' : 'aside';
    case 'limited':
    case 'recoverable':
      return 'limit';
    case 'noun-phrase':
      return 'phrase';
    default:
      return 'nothing';
  }
}

const isPlain = ({ votes }: Verdict) => votes.every(({ act }) => plainVerbs.has(act.verb));
const isToldIn = (place: string, { vote }: Verdict) => vote?.act.place === place && !vote.ambiguous;
