/**
 * A server's standard input and output as a transport for either SDK. Theirs merge variables into the environment, make
 * no process group and stop at 10 MiB; this one does exactly what it is told.
 */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { Failure, maxBytes, tooLarge } from './failure.ts';
import { plainText } from './plain-text.ts';
import type { Wire } from './wire.ts';

export type StdioWire = Wire & {
  /** How the process ended by itself, once it did. */
  exit: () => Exit | undefined;
  /** Lines on stdout that were not JSON-RPC. */
  strayLines: () => number;
  /** The last lines of stderr, or where there are none of what stood on stdout beside messages; safe to print. */
  output: () => string;
  /** Why the transport gave up, where it was the transport. */
  failure: () => Failure | undefined;
};
export type Exit = { code: number | null; signal: NodeJS.Signals | null };

const stderrBytes = 8 * 1024;
const lastLinesKept = 20;
/** A process may end before the pipe is drained, and another may hold the pipe for ever. */
const drainMilliseconds = 200;

/** `end` ends the process and its group; it is called once. */
export function stdioWire(child: ChildProcessWithoutNullStreams, end: () => Promise<void>): StdioWire {
  let exit: Exit | undefined;
  let failure: Failure | undefined;
  let strayLines = 0;
  let received = 0;
  let line: Buffer[] = [];
  let tail = Buffer.alloc(0);
  let stray: string[] = [];
  let ended: Promise<void> | undefined;
  let closed = false;

  const wire: StdioWire = {
    start: () => started(child),
    send: async (message) => {
      if (!child.stdin.writable) throw new Error('Connection closed');
      child.stdin.write(`${JSON.stringify(message)}\n`);
    },
    close: async () => {
      ended ??= end();
      await ended;
      announceClose();
    },
    exit: () => exit,
    strayLines: () => strayLines,
    output: () => lastLines(tail.toString('utf8')) || lastLines(stray.join('\n')),
    failure: () => failure,
  };

  child.stdout.on('data', (chunk: Buffer) => {
    if (failure) return;
    received += chunk.length;
    if (received > maxBytes) {
      giveUp(tooLarge());
      return;
    }
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      line.push(chunk.subarray(from, to));
      deliver(Buffer.concat(line).toString('utf8'));
      line = [];
      from = to + 1;
    }
    if (from < chunk.length) line.push(chunk.subarray(from));
  });
  child.stderr.on('data', (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-stderrBytes);
  });
  child.on('error', (error: NodeJS.ErrnoException) => {
    if (child.pid === undefined) failure ??= notStarted(error);
    announceClose();
  });
  child.on('exit', (code, signal) => {
    exit = { code, signal };
    setTimeout(announceClose, drainMilliseconds).unref();
  });
  child.on('close', announceClose);
  child.stdin.on('error', () => undefined);

  function deliver(text: string): void {
    const trimmed = text.replace(/^\ufeff/, '').trim();
    if (trimmed === '') return;
    const messages = jsonRpc(trimmed);
    if (messages === undefined) {
      strayLines++;
      stray = [...stray, trimmed.slice(0, 500)].slice(-lastLinesKept);
    } else for (const message of messages) wire.onmessage?.(message);
  }
  function giveUp(reason: Failure): void {
    failure = reason;
    line = [];
    wire.close().catch(() => undefined);
  }
  function announceClose(): void {
    if (closed) return;
    closed = true;
    wire.onclose?.();
  }
  return wire;
}

function started(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.pid !== undefined) return Promise.resolve();
  return new Promise((_resolve, reject) => child.once('error', (error) => reject(notStarted(error))));
}

function notStarted(error: NodeJS.ErrnoException): Failure {
  return new Failure('command-not-found', `It could not be started: ${error.message}.`, { cause: error });
}

/** The messages on a line (some servers send a batch), or undefined when it holds none. */
function jsonRpc(text: string): unknown[] | undefined {
  if (text[0] !== '{' && text[0] !== '[') return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    const messages = Array.isArray(parsed) ? parsed : [parsed];
    return messages.length > 0 && messages.every(isMessage) ? messages : undefined;
  } catch {
    return undefined;
  }
}

const isMessage = (value: unknown) =>
  typeof value === 'object' && value !== null && 'jsonrpc' in value && value.jsonrpc === '2.0';

function lastLines(text: string): string {
  const lines = plainText(text)
    .split('\n')
    .map((each) => each.trimEnd().slice(0, 500))
    .filter((each) => each !== '');
  return lines.slice(-lastLinesKept).join('\n');
}
