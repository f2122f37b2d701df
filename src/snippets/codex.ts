/** OpenAI Codex: https://developers.openai.com/codex/mcp */
import { stringify } from 'smol-toml';
import type { Rule } from '../policy/grammar.ts';
import { escapeInvisible } from '../policy/print.ts';
import { clientAction, lostInClient, type Snippet, type SnippetInput } from './snippet.ts';

export const codex: Snippet = {
  id: 'codex',
  title: 'Codex',
  file: '~/.codex/config.toml',
  language: 'toml',
  render: (input) => {
    if (!input.tool.isWellFormed() || !input.serverKey.isWellFormed()) {
      return { ok: false, why: 'The name holds half of a character, which TOML cannot write.' };
    }
    const { comment, table } = entry(input);
    const toml = stringify({ mcp_servers: Object.fromEntries([[input.serverKey, table]]) });
    return { ok: true, text: `# ${comment}\n${escapeInvisible(toml)}` };
  },
  says: (rule) => [does(rule), ...lostInClient(rule)].join(' '),
};

/** Codex names tools raw. Its word "approve" says that calls are approved beforehand, not that they need approval. */
function entry({ tool, rule }: SnippetInput): { comment: string; table: object } {
  const mode = (approval_mode: string) => ({ tools: Object.fromEntries([[tool, { approval_mode }]]) });
  const action = clientAction(rule);
  switch (action) {
    case 'allow':
      return { comment: '"approve" means approved beforehand: runs without asking.', table: mode('approve') };
    case 'ask':
      return { comment: '"prompt" means: ask each time.', table: mode('prompt') };
    case 'deny':
      return {
        comment: 'Put this line into the table that this server already has.',
        table: { disabled_tools: [tool] },
      };
    default:
      return action satisfies never;
  }
}

function does(rule: Rule): string {
  const action = clientAction(rule);
  switch (action) {
    case 'allow':
      return 'Codex runs the tool without asking.';
    case 'ask':
      return 'Codex asks before each call, where there is someone to ask.';
    case 'deny':
      return 'Codex leaves the tool out.';
    default:
      return action satisfies never;
  }
}
