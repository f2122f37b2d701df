/** The section of a server's page that says how to add the server to a client. */
import type { CatalogServer } from '../catalog.ts';
import { type GatewayEntry, gatewayEntry, noEntry } from '../snippets/gateway-entry.ts';
import { type Installation, installations, needs } from '../snippets/install.ts';
import { leftToReader } from '../snippets/placeholders.ts';
import { serverKeyOf } from '../snippets/snippet.ts';
import { shownTransport } from './shown-transport.ts';
import { list } from './words.ts';

export type Install = {
  /** What a reader must have and fill in, in whole sentences; empty where there is nothing. */
  before: string;
  clients: (Installation & { gateway: GatewayEntry | undefined })[];
  /** Why no client can be told to start the gateway for it. */
  noGateway: string | undefined;
};

export function installOf(server: CatalogServer): Install {
  const { id } = server;
  const transport = shownTransport(server);
  const serverKey = serverKeyOf(id);
  const made = installations(serverKey, transport);
  const variables = leftToReader(made.flatMap(({ text }) => text));
  const runner = needs(transport);
  return {
    before: [
      ...(runner ? [`It needs ${runner.replaceAll('`', '')}.`] : []),
      ...(variables.length > 0
        ? [`Put your own values in place of ${list(variables.map((name) => `<${name}>`))}.`]
        : []),
    ].join(' '),
    clients: made.map((client) => ({
      ...client,
      gateway: gatewayEntry(client.id, [{ server: id, serverKey, transport }]),
    })),
    noGateway: transport.type === 'http' ? noEntry : undefined,
  };
}
