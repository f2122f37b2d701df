/** What a client's configuration can say of one tool. A format is a row of `list.ts` with a file of its own. */
import { limitWords } from '../policy/describe.ts';
import type { Rule } from '../policy/grammar.ts';

export type SnippetInput = {
  /** The catalog's id. */
  server: string;
  /** What the client's own configuration calls the server; see `serverKeyOf`. */
  serverKey: string;
  tool: string;
  rule: Rule;
};

export type Snippet = {
  /** Part of addresses and of what a browser remembers: never changed. */
  id: string;
  title: string;
  /** Where the text goes, as the client's users write it. */
  file: string;
  language: 'yaml' | 'json' | 'toml';
  /** Text ready to paste, or why the client cannot be told this. */
  render: (input: SnippetInput) => { ok: true; text: string } | { ok: false; why: string };
  /** What this client does of the rule and what it cannot; one line of whole sentences. */
  says: (rule: Rule) => string;
};

/** The key to assume in a client: the id, without the double underscore that some clients read as a separator. */
export const serverKeyOf = (server: string) => server.replaceAll(/_{2,}/g, '-');

/**
 * What a client without rate limits, argument checks and pins does of a rule. A call that only its arguments make
 * harmless is put to a person there: a snippet is never weaker than the rule it stands for without saying so.
 */
export const clientAction = ({ action, arguments: schema }: Rule): 'allow' | 'ask' | 'deny' => {
  if (action === 'deny' || action === 'hide') return 'deny';
  return action === 'require_approval' || schema ? 'ask' : 'allow';
};

/** Sentences on the parts of a rule that such a client cannot enforce. */
export function lostInClient({ action, rate_limit, arguments: schema, definition }: Rule): string[] {
  const asks = action === 'allow' ? 'so it asks instead of allowing' : 'so the person who is asked must';
  return [
    ...(schema ? [`It cannot check arguments, ${asks}.`] : []),
    ...(rate_limit ? [`It has no rate limit: ${limitWords(rate_limit)} holds only where a gateway counts.`] : []),
    ...(definition ? ['It cannot tell when the definition changes.'] : []),
  ];
}
