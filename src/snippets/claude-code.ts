/** Permissions of Claude Code: https://code.claude.com/docs/en/permissions */
import type { Snippet, Told, WritableServer } from './snippet.ts';
import { printJson, refusesHalves } from './text.ts';

export const claudeCode: Snippet = {
  id: 'claude-code',
  title: 'Claude Code',
  file: '.claude/settings.json',
  language: 'json',
  names: 'mcp__<server>__<tool>; whatever is not a letter, a digit, _ or - becomes _.',
  servers: 'many',
  can: { ask: true, limit: false, arguments: false, pin: false, reason: false },
  does: {
    allow: 'Claude Code runs the tool without asking, in a folder that a person has told it to trust.',
    ask: 'Claude Code asks before each call.',
    deny: 'Claude Code refuses the tool and does not show it to the model.',
  },
  holds: { allow: 'enforced', ask: 'asks', deny: 'enforced' },
  proven: { by: 'program', version: '2.1.332' },
  others: (fallback) => (fallback === 'allow' ? 'allow' : 'ask'),
  refuses: (serverKey, tool) => {
    if (/[*?[\]]/.test(serverKey + tool)) {
      return 'The name holds a character that Claude Code reads as a pattern, so a rule could hit other tools.';
    }
    if (serverKey.includes('__')) {
      return 'Claude Code reads two underscores as the end of the server’s name: name the server otherwise.';
    }
    return refusesHalves(serverKey, tool);
  },
  fold: (serverKey, tool) => ruleName(serverKey, tool),
  write: (servers) => {
    const lists = { allow: named(servers, 'allow'), ask: named(servers, 'ask'), deny: named(servers, 'deny') };
    // "deny" is read before "ask", and "ask" before "allow": a whole server may be allowed beside exceptions.
    const whole = servers
      .filter((server) => server.default === 'allow')
      .map(({ serverKey }) => `mcp__${fold(serverKey)}`);
    lists.allow.unshift(...whole);
    return printJson({ permissions: Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) });
  },
  entry: 'claude-code',
};

const named = (servers: readonly WritableServer[], wanted: Told) =>
  servers.flatMap(({ serverKey, tools }) =>
    tools.filter(({ told }) => told === wanted).map(({ name }) => ruleName(serverKey, name)),
  );

const ruleName = (serverKey: string, tool: string) => `mcp__${fold(serverKey)}__${fold(tool)}`;

/** Its own folding of names: each UTF-16 unit outside the set becomes one underscore. */
const fold = (name: string) => name.replaceAll(/[^A-Za-z0-9_-]/g, '_');
