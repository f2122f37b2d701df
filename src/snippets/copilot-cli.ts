/** GitHub Copilot CLI: https://docs.github.com/en/copilot/how-tos/copilot-cli/use-copilot-cli/allowing-tools */
import type { Snippet } from './snippet.ts';
import { refusesAllButPlain } from './text.ts';

const flags = { allow: '--allow-tool', deny: '--deny-tool' } as const;

/** Before the bracket these are not servers but what else a flag may speak of. */
const kinds = ['shell', 'write', 'read', 'url', 'memory'];

const refusesOdd = refusesAllButPlain('a flag of Copilot CLI reads as a mark of its own');

export const copilotCli: Snippet = {
  id: 'copilot-cli',
  title: 'Copilot CLI',
  file: 'the command line',
  language: 'sh',
  names: '<server>(<tool>); a dot becomes -.',
  servers: 'many',
  can: { ask: true, limit: false, arguments: false, pin: false, reason: false },
  does: {
    allow: 'Copilot CLI runs the tool without asking, in a session that is started so.',
    ask: 'Copilot CLI asks before each call, as it does for every tool that no flag names.',
    deny: 'Copilot CLI refuses the tool in a session that is started so, whatever else is allowed.',
  },
  holds: { allow: 'advisory', ask: 'asks', deny: 'advisory' },
  proven: { by: 'program', version: '1.0.102' },
  others: () => 'ask',
  refuses: (serverKey, tool) =>
    kinds.includes(serverKey.toLowerCase())
      ? `Copilot CLI takes a server’s key of \`${serverKey}\` for a word of its own: name the server otherwise.`
      : refusesOdd(serverKey, tool),
  fold: (_, tool) => fold(tool),
  write: (servers) => {
    const given = servers.flatMap(({ serverKey, tools }) =>
      tools.flatMap(({ name, told }) => (told === 'ask' ? [] : [`${flags[told]}='${serverKey}(${fold(name)})'`])),
    );
    return `${['copilot', ...given].join(' \\\n  ')}\n`;
  },
  entry: 'copilot-cli',
};

const fold = (tool: string) => tool.replaceAll('.', '-');
