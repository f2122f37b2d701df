/** Permissions of Claude Code: https://code.claude.com/docs/en/permissions */
import type { Rule } from '../policy/grammar.ts';
import { clientAction, lostInClient, type Snippet } from './snippet.ts';

export const claudeCode: Snippet = {
  id: 'claude-code',
  title: 'Claude Code',
  file: '.claude/settings.json',
  language: 'json',
  render: ({ serverKey, tool, rule }) => {
    if (/[*?[\]]/.test(serverKey + tool)) {
      return {
        ok: false,
        why: 'The name holds a character that Claude Code reads as a pattern, so a rule could hit other tools.',
      };
    }
    if (serverKey.includes('__')) {
      return {
        ok: false,
        why: 'Claude Code reads two underscores as the end of the server’s name: name the server otherwise.',
      };
    }
    const name = `mcp__${ruleName(serverKey)}__${ruleName(tool)}`;
    return { ok: true, text: `${JSON.stringify({ permissions: { [clientAction(rule)]: [name] } }, null, 2)}\n` };
  },
  says: (rule) => [does(rule), ...lostInClient(rule)].join(' '),
};

/** Its own folding of names: each UTF-16 unit outside the set becomes one underscore. */
const ruleName = (name: string) => name.replaceAll(/[^A-Za-z0-9_-]/g, '_');

function does(rule: Rule): string {
  const action = clientAction(rule);
  switch (action) {
    case 'allow':
      return 'Claude Code runs the tool without asking.';
    case 'ask':
      return 'Claude Code asks before each call.';
    case 'deny':
      return 'Claude Code refuses the tool and does not show it to the model.';
    default:
      return action satisfies never;
  }
}
