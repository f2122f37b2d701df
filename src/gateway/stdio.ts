/** A client on our standard input and output, and the server as a child process: the wire, which knows no policy. */
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { openProcesses } from '../introspect/processes.ts';
import { type LineFault, lineReader } from './lines.ts';

type Ends = { fromClient: (text: string) => void; fromServer: (text: string) => void; inFlight: () => number };

export type StdioOptions = {
  command: string;
  args: readonly string[];
  client: { input: Readable; output: Writable };
  /** Fires when the gateway must end. */
  signal: AbortSignal;
  /** Makes the session once there is somewhere to send. */
  open: (send: { toClient: (text: string) => void; toServer: (text: string) => void }) => Ends;
  onFault: (from: 'client' | 'server', fault: LineFault) => void;
};

/** How a run ended: the server by itself, the client by closing, or a signal. */
export type Ended = { by: 'server'; code: number } | { by: 'client' | 'signal' } | { by: 'start'; message: string };

/** Bytes of one line. A server's answer may hold a whole file. */
const longest = { client: 16 * 1024 * 1024, server: 64 * 1024 * 1024 };
/** Milliseconds for answers that are on their way when the client closes its end. */
const lastAnswers = 2_000;

export async function runStdio({ command, args, client, signal, open, onFault }: StdioOptions): Promise<Ended> {
  const processes = openProcesses([]);
  const { child } = processes.start(command, args, { cwd: process.cwd(), env: process.env });
  child.stderr.pipe(process.stderr, { end: false });
  const exited = new Promise<Ended>((resolve) => {
    child.once('error', ({ message }) => resolve({ by: 'start', message }));
    // `close` comes after the last line of stdout was read, unless a grandchild holds the pipe.
    child.once('exit', (code) => setTimeout(resolve, 200, { by: 'server', code: code ?? 1 }).unref());
    child.once('close', (code) => resolve({ by: 'server', code: code ?? 1 }));
  });
  const ends = open({
    toClient: writerTo(client.output, child.stdout),
    toServer: writerTo(child.stdin, client.input),
  });
  const fromClient = lineReader(longest.client, ends.fromClient, (fault) => onFault('client', fault));
  const fromServer = lineReader(longest.server, ends.fromServer, (fault) => onFault('server', fault));
  client.input.on('data', fromClient.push);
  child.stdout.on('data', fromServer.push);
  for (const stream of [child.stdin, client.input, client.output]) stream.on('error', () => undefined);

  const interrupted = new Promise<Ended>((resolve) => {
    if (signal.aborted) resolve({ by: 'signal' });
    signal.addEventListener('abort', () => resolve({ by: 'signal' }));
  });
  const closed = new Promise<Ended>((resolve) => {
    for (const stream of [client.input, client.output]) stream.once('close', () => resolve({ by: 'client' }));
    client.input.once('end', () => resolve({ by: 'client' }));
  });
  const ended = await Promise.race([exited, interrupted, closed]);
  if (ended.by === 'client' && !client.output.destroyed) await answersOut(ends, Promise.race([exited, interrupted]));
  await processes.close();
  return ended;
}

async function answersOut(ends: Ends, over: Promise<unknown>): Promise<void> {
  let isOver = false;
  void over.then(() => {
    isOver = true;
  });
  for (let waited = 0; waited < lastAnswers && !isOver && ends.inFlight() > 0; waited += 20) await sleep(20);
}

/** Writes lines; what fills them waits while the reader is slow. */
function writerTo(to: Writable, source: Readable): (text: string) => void {
  to.on('drain', () => source.resume());
  return (text) => {
    if (to.writable && !to.write(`${text}\n`)) source.pause();
  };
}
