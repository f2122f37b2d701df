/** How a client is told to start the gateway in a server's place, in the form of its own list of servers. */
import type { Transport } from '../domain.ts';
import { type ClientId, clientForms, type Entry } from './client-entry.ts';
import { plainValue, readersValue } from './placeholders.ts';

export type GatewayEntry = { file: string; language: 'json' | 'toml'; text: string };

type Started = { server: string; serverKey: string; transport: Transport };

/** Where the catalog and the policy lie is known to the reader alone: these two paths are theirs to fill in. */
export const catalogFolder = '/path/to/catalog';
export const policyFile = (server: string) => `/path/to/${server}.policy.yaml`;

/** Said where a server has an address: these rules then hold in the client alone, as far as it holds them. */
export const noEntry =
  'The gateway stands in for servers that a command starts; this one is reached by its address, so there is no entry that starts the gateway for it.';

/** For those of the servers that a command starts; undefined where there is none. */
export function gatewayEntry(form: ClientId, servers: readonly Started[]): GatewayEntry | undefined {
  const entries = servers.flatMap(gatewayStart);
  if (entries.length === 0) return undefined;
  const { file, language, write } = clientForms[form];
  return { file, language, text: write(entries) };
}

/** `node /path/to/catalog/scripts/gateway.mjs --policy /path/to/notes.policy.yaml -- npx -y notes-mcp` in parts. */
function gatewayStart({ server, serverKey, transport }: Started): Entry[] {
  if (transport.type !== 'stdio') return [];
  const own = [transport.command, ...transport.args].map(plainValue);
  return [
    {
      serverKey,
      command: 'node',
      args: [`${catalogFolder}/scripts/gateway.mjs`, '--policy', policyFile(server), '--', ...own],
      env: Object.entries(transport.env).map(([name, value]) => [name, readersValue(value)]),
    },
  ];
}
