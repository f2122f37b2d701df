/** Where messages are delivered to in a trial: a webhook and a mail server that fail half of the time. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How often each message id arrived and was taken; `refused` counts what was not. */
export type Sink = { url: string; taken: Map<string, number>; refused: () => number; close(): Promise<void> };

const fails = () => Math.random() < 0.5;

export async function webhookSink(): Promise<Sink> {
  const taken = new Map<string, number>();
  let refused = 0;
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      // Half of the failures take the message and lose the answer, as networks do.
      const fail = fails();
      if (!fail || fails()) count(taken, String(request.headers['idempotency-key']));
      if (fail) refused += 1;
      response.writeHead(fail ? 500 : 200).end();
    });
  });
  const port = await listening(server);
  return { url: `http://127.0.0.1:${port}/`, taken, refused: () => refused, close: () => closed(server) };
}

export async function mailSink(): Promise<Sink> {
  const taken = new Map<string, number>();
  let refused = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk) => {
        text += chunk;
      });
      stream.once('end', () => {
        if (fails()) {
          refused += 1;
          return done(new Error('Not now'));
        }
        count(taken, /^Message-ID: <([^@]+)@/im.exec(text)?.[1] ?? 'none');
        done();
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refused: () => refused,
    close: () => new Promise((done) => void server.close(() => done())),
  };
}

function count(taken: Map<string, number>, id: string) {
  taken.set(id, (taken.get(id) ?? 0) + 1);
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server): Promise<void> {
  server.close();
  if ('closeAllConnections' in server) (server.closeAllConnections as () => void)();
}
