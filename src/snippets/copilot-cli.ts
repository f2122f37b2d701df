/** GitHub Copilot CLI: https://docs.github.com/en/copilot/how-tos/copilot-cli/use-copilot-cli/allowing-tools */
import type { Snippet } from './snippet.ts';
import { refusesAllButPlain } from './text.ts';

const flags = { allow: '--allow-tool', deny: '--deny-tool' } as const;

export const copilotCli: Snippet = {
  id: 'copilot-cli',
  title: 'Copilot CLI',
  file: 'the command line',
  language: 'sh',
  names: '<server>(<tool>)',
  servers: 'many',
  can: { ask: true, limit: false, arguments: false, pin: false, reason: false },
  does: {
    allow: 'Copilot CLI runs the tool without asking, in a session that is started so.',
    ask: 'Copilot CLI asks before each call, as it does for every tool that no flag names.',
    deny: 'Copilot CLI refuses the tool in a session that is started so, whatever else is allowed.',
  },
  holds: { allow: 'advisory', ask: 'asks', deny: 'advisory' },
  others: () => 'ask',
  refuses: refusesAllButPlain('a flag of Copilot CLI reads as a mark of its own'),
  write: (servers) => {
    const given = servers.flatMap(({ serverKey, tools }) =>
      tools.flatMap(({ name, told }) => (told === 'ask' ? [] : [`${flags[told]}='${serverKey}(${name})'`])),
    );
    return `${['copilot', ...given].join(' \\\n  ')}\n`;
  },
  entry: 'copilot-cli',
};
