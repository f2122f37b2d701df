/** Permissions of opencode: https://opencode.ai/docs/permissions */
import type { Snippet } from './snippet.ts';
import { printJson, record } from './text.ts';

export const opencode: Snippet = {
  id: 'opencode',
  title: 'opencode',
  file: 'opencode.json',
  language: 'json',
  names: '<server>_<tool>; whatever is not a letter, a digit, _ or - becomes _.',
  servers: 'many',
  can: { ask: true, limit: false, arguments: false, pin: false, reason: false },
  does: {
    allow: 'opencode runs the tool without asking.',
    ask: 'opencode asks before each call.',
    deny: 'opencode refuses the tool.',
  },
  holds: { allow: 'enforced', ask: 'asks', deny: 'enforced' },
  proven: { by: 'program', version: '1.18.33' },
  others: (fallback) => (fallback === 'allow' ? 'allow' : 'deny'),
  refuses: (serverKey) =>
    /^[A-Za-z0-9-]+$/.test(serverKey)
      ? undefined
      : 'opencode ends a server’s key at an underscore: name the server with letters, digits and -.',
  fold: (serverKey, tool) => ruleName(serverKey, tool),
  // The last rule that fits decides: a server's own before its tools'.
  write: (servers) =>
    printJson({
      permission: record(
        servers.flatMap(({ serverKey, default: fallback, tools }) => [
          ...(fallback ? [[`${serverKey}_*`, fallback === 'allow' ? 'allow' : 'deny'] as const] : []),
          ...tools.map(({ name, told }) => [ruleName(serverKey, name), told] as const),
        ]),
      ),
    }),
  entry: 'opencode',
};

const ruleName = (serverKey: string, tool: string) => `${serverKey}_${tool.replaceAll(/[^A-Za-z0-9_-]/g, '_')}`;
