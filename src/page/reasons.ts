/** Why this tool needs a policy, in sentences that follow from what is known of this tool. */
import type { CatalogTool } from '../catalog.ts';
import type { FacetId } from '../classify/label.ts';
import { verbOf } from '../classify/verbs.ts';
import type { Category } from '../domain.ts';
import { clip } from './summary.ts';

const byCategory = {
  read: 'A call changes nothing outside, so what matters is what it brings into the conversation and how often.',
  write: 'What a call changes stays changed when the agent was wrong, or was talked into it by a text it read.',
  execute: 'What a call can do is set by its arguments more than by its definition, so each call deserves a look.',
  destructive: 'What a call removes or overwrites does not come back with another call to this server.',
  financial:
    'A call moves money or makes an obligation to pay; a repeated or mistaken call costs as much as a right one.',
} as const satisfies Record<Category, string>;

/** In the order in which they are told. What is a virtue (a second call changes nothing more) has no row. */
const byFacet: readonly { facet: FacetId; says: string }[] = [
  { facet: 'secrets-out', says: 'It hands out secrets: whatever reads the conversation afterwards has them too.' },
  { facet: 'secrets-in', says: 'It takes secrets as arguments, so they pass through the model and into its logs.' },
  { facet: 'free-shell', says: 'It takes any shell command, and so reaches whatever the server’s user may reach.' },
  { facet: 'free-code', says: 'It takes any code, and so can do whatever the machine that runs it allows.' },
  { facet: 'code-execution', says: 'It runs code on a machine.' },
  { facet: 'free-path', says: 'It takes any file path: nothing in the definition keeps it inside one folder.' },
  { facet: 'free-url', says: 'It takes any address, inside networks included, and an address can carry data out.' },
  { facet: 'free-query', says: 'It takes any query, so what it returns is bounded by the account’s rights alone.' },
  { facet: 'private-data', says: 'It returns private data, which is the first of three legs of a leak.' },
  {
    facet: 'untrusted-content',
    says: 'It returns text that outsiders can write, and such a text can hold instructions to the agent.',
  },
  { facet: 'exfiltration-sink', says: 'It can carry what the agent knows to someone outside.' },
  { facet: 'open-world', says: 'It talks to hosts or people outside, who learn at least that it was called.' },
  { facet: 'permission-change', says: 'It changes who may do what, which outlives the session.' },
  { facet: 'irreversible-communication', says: 'It reaches people, and a message that was read cannot be taken back.' },
  { facet: 'public-publish', says: 'What it publishes is there for everyone.' },
  { facet: 'physical', says: 'It moves or switches something physical.' },
  { facet: 'bulk', says: 'One call acts on many things, so one mistake does too.' },
  { facet: 'cost-bearing', says: 'Calls cost money or credits, so a loop costs more than time.' },
  { facet: 'long-running', says: 'What it starts goes on after the call has returned.' },
  {
    facet: 'two-step',
    says: 'It is one half of an action in two steps, so its rule belongs with that of the other half.',
  },
];

/** Plain sentences, the most general first; each facet's sentence quotes what it rests on. */
export function reasons(tool: CatalogTool): string[] {
  const { label } = tool;
  const first = label.unclear
    ? 'Nothing in the definition says what a call does, so a person should see each call until someone knows.'
    : byCategory[label.category];
  const facets = byFacet
    .filter(({ facet }) => label.facets[facet].value === 'yes')
    .map(({ facet, says }) => withQuote(says, label.facets[facet].evidence[0]?.quote));
  const idempotent =
    label.category !== 'read' && label.facets.idempotent.value === 'no'
      ? ['The same call made twice acts twice, so a retry is not harmless.']
      : [];
  const dry =
    label.facets['dry-run'].value === 'yes'
      ? ['It can be tried without effect first, which a policy can ask for.']
      : [];
  return [first, ...facets, ...idempotent, ...dry];
}

function withQuote(sentence: string, quote: string | undefined): string {
  // A verb alone, as `get`, shows nobody why.
  if (!quote?.trim() || verbOf(quote.trim().toLowerCase())) return sentence;
  return `${sentence} Seen in “${clip(quote.replaceAll(/\s+/g, ' ').trim(), 80)}”.`;
}
