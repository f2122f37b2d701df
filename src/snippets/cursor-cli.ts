/** Permissions of the Cursor CLI: https://cursor.com/docs/cli/reference/permissions */
import type { Snippet, Told, WritableServer } from './snippet.ts';
import { printJson, refusesAllButPlain } from './text.ts';

export const cursorCli: Snippet = {
  id: 'cursor-cli',
  title: 'Cursor CLI',
  file: '.cursor/cli.json',
  language: 'json',
  names: 'Mcp(<server>:<tool>)',
  servers: 'many',
  can: { ask: true, limit: false, arguments: false, pin: false, reason: false },
  does: {
    allow: 'The Cursor CLI runs the tool without asking; the editor does not read this file.',
    ask: 'The Cursor CLI asks before each call, as it does for every tool that the file does not list.',
    deny: 'The Cursor CLI refuses the tool; the editor does not read this file.',
  },
  holds: { allow: 'enforced', ask: 'asks', deny: 'enforced' },
  proven: { by: 'documentation' },
  others: () => 'ask',
  refuses: refusesAllButPlain('the Cursor CLI reads as a pattern or as the end of a name'),
  write: (servers) => printJson({ permissions: { allow: tokens(servers, 'allow'), deny: tokens(servers, 'deny') } }),
  entry: 'cursor-cli',
};

const tokens = (servers: readonly WritableServer[], wanted: Told) =>
  servers.flatMap(({ serverKey, tools }) =>
    tools.filter(({ told }) => told === wanted).map(({ name }) => `Mcp(${serverKey}:${name})`),
  );
