/** Docker's MCP gateway: https://docs.docker.com/ai/mcp-catalog-and-toolkit/ . Its file lists what is switched on. */
import type { Snippet } from './snippet.ts';
import { refusesAllButPlain } from './text.ts';
import { printYaml } from './yaml-text.ts';

export const docker: Snippet = {
  id: 'docker',
  title: 'Docker MCP gateway',
  file: '~/.docker/mcp/tools.yaml',
  language: 'yaml',
  names: 'Exactly as the server gives it, under the server’s name in Docker’s catalog.',
  servers: 'many',
  can: { ask: false, limit: false, arguments: false, pin: false, reason: false },
  does: {
    allow: 'Docker’s gateway offers the tool, and no other of this server that the file does not list.',
    ask: '',
    deny: 'Docker’s gateway leaves the tool out, and every other of this server that the file does not list.',
  },
  holds: { allow: 'enforced', ask: 'asks', deny: 'enforced' },
  proven: { by: 'documentation' },
  others: () => 'deny',
  refuses: refusesAllButPlain('Docker’s gateway may read otherwise'),
  write: (servers) =>
    printYaml(
      new Map(
        servers.map(({ serverKey, tools }) => [
          serverKey,
          tools.filter(({ told }) => told === 'allow').map(({ name }) => name),
        ]),
      ),
      new Set(),
    ),
};
