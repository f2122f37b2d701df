/** Tool permissions of Zed, from version 0.224 on: https://zed.dev/docs/ai/tool-permissions */
import type { Snippet } from './snippet.ts';
import { printJson, record, refusesHalves } from './text.ts';

const words = { allow: 'allow', ask: 'confirm', deny: 'deny' } as const;

export const zed: Snippet = {
  id: 'zed',
  title: 'Zed',
  file: '~/.config/zed/settings.json',
  language: 'json',
  names: 'mcp:<server>:<tool>, exactly as the server gives it.',
  servers: 'many',
  can: { ask: true, limit: false, arguments: false, pin: false, reason: false },
  does: {
    allow: 'Zed runs the tool without asking.',
    ask: 'Zed asks before each call.',
    deny: 'Zed refuses the tool.',
  },
  holds: { allow: 'enforced', ask: 'asks', deny: 'enforced' },
  proven: { by: 'documentation' },
  others: () => 'ask',
  refuses: (serverKey, tool) =>
    serverKey.includes(':')
      ? 'Zed ends a server’s key at a colon: name the server otherwise.'
      : refusesHalves(serverKey, tool),
  write: (servers) => {
    const tools = servers.flatMap((server) =>
      server.tools.map(({ name, told }) => [`mcp:${server.serverKey}:${name}`, { default: words[told] }] as const),
    );
    return printJson({ agent: { tool_permissions: { tools: record(tools) } } });
  },
  entry: 'zed',
};
