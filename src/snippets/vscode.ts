/**
 * VS Code and GitHub Copilot: https://code.visualstudio.com/docs/copilot/reference/copilot-settings
 * The setting says which tools must be confirmed each time; there is none that refuses one tool.
 */
import type { Snippet } from './snippet.ts';
import { printJson, record, refusesAllButPlain } from './text.ts';

export const vscode: Snippet = {
  id: 'vscode',
  title: 'VS Code',
  file: '.vscode/settings.json',
  language: 'json',
  names: 'The tool’s own name, whatever its server, with _ for a dot; what asks stands under <server>/<tool> too.',
  servers: 'many',
  can: { ask: true, limit: false, arguments: false, pin: false, reason: false },
  does: {
    allow: 'VS Code may run the tool without asking once a person has approved it for good.',
    ask: 'VS Code asks before each call, and offers no approval for good.',
    deny: 'VS Code has no setting that refuses one tool: this makes it ask each time. Switch the tool off in Configure Tools, or use the gateway.',
  },
  holds: { allow: 'advisory', ask: 'asks', deny: 'cannot' },
  proven: { by: 'code', version: '1.139.1' },
  others: () => 'ask',
  refuses: refusesAllButPlain('VS Code may write otherwise, so a rule could miss the tool'),
  fold: (_, tool) => fold(tool),
  write: (servers) => {
    const all = servers.flatMap(({ serverKey, tools }) =>
      tools.map(({ name, told }) => {
        const bare = fold(name);
        return { bare, full: `${serverKey}/${bare}`, eligible: told === 'allow' };
      }),
    );
    const asks = all.filter(({ eligible }) => !eligible).flatMap(({ bare, full }) => [full, bare]);
    const eligible = all.filter((tool) => tool.eligible).map(({ full }) => full);
    const entries = [...eligible.map((key) => [key, true] as const), ...asks.map((key) => [key, false] as const)];
    return printJson({ 'chat.tools.eligibleForAutoApproval': record(entries) });
  },
  entry: 'vscode',
};

/** What VS Code calls a tool of a server. */
const fold = (tool: string) => tool.replaceAll('.', '_');
