/** A stdio server that does what its one argument says, so that a test shows a server's whole behaviour in its table. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type Script = {
  /** Written before anything is read. */
  stdout?: string[];
  stderr?: string[];
  /** Exits at once with this code. */
  exit?: number;
  /** Results by method; `{ error }` is a JSON-RPC error; a string is written as it stands; null is no answer. */
  answers?: { [method: string]: unknown };
  /** The pages of tools/list, and what its cursors are. */
  pages?: { tools: unknown; nextCursor?: unknown }[];
  /** Lists so many tools, each of about so many bytes. */
  fill?: { tools: number; bytes: number };
  /** Puts facts about the process into tools: `environment`, `arguments` and `folders`. */
  tellAll?: boolean;
  /** Asks the client for things before it lists its tools. */
  requests?: string[];
  ignoreEof?: boolean;
  ignoreTerm?: boolean;
  /** Starts children that ignore everything: in its group, and in a group of their own. */
  children?: ('group' | 'own')[];
  /** Written to stdout again and again. */
  babble?: string;
};

const script = JSON.parse(process.argv[2] ?? '{}') as Script;
const write = (message: unknown) =>
  process.stdout.write(`${typeof message === 'string' ? message : JSON.stringify(message)}\n`);

for (const line of script.stdout ?? []) write(line);
for (const line of script.stderr ?? []) process.stderr.write(`${line}\n`);
if (script.exit !== undefined) process.exit(script.exit);
if (script.ignoreTerm) for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
if (script.ignoreEof) setInterval(() => undefined, 1_000);
for (const group of script.children ?? []) {
  const stubborn = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`;
  spawn(process.execPath, ['-e', stubborn], { detached: group === 'own', stdio: 'inherit' }).unref();
}
if (script.babble) setInterval(() => write(script.babble), 0);

const answers: { [method: string]: unknown } = {
  initialize: {
    protocolVersion: '2025-06-18',
    capabilities: { tools: {} },
    serverInfo: { name: 'scripted', version: '1.0.0' },
  },
  'tools/list': { tools: [] },
  ...script.answers,
};
const refused: unknown[] = [];

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (message.method === undefined) refused.push(message.error?.code);
  if (message.method === 'tools/list') for (const method of script.requests ?? []) ask(method);
  if (message.id !== undefined && message.method !== undefined) setTimeout(() => answer(message), 20);
}

function ask(method: string) {
  write({ jsonrpc: '2.0', id: `mine-${method}`, method, params: {} });
}

function answer({ id, method, params }: { id: unknown; method: string; params?: { cursor?: unknown } }) {
  const result = method === 'tools/list' ? listed(params?.cursor) : answers[method];
  if (result === null) return;
  if (typeof result === 'string') write(result);
  else if (result === undefined) write({ jsonrpc: '2.0', id, error: { code: -32601, message: 'Method not found' } });
  else if (typeof result === 'object' && 'error' in result) write({ jsonrpc: '2.0', id, error: result.error });
  else write({ jsonrpc: '2.0', id, result });
}

function listed(cursor: unknown): unknown {
  if (script.pages) return script.pages[cursor === undefined ? 0 : Number(cursor)];
  if (script.requests) return { tools: [{ name: 'refused', description: JSON.stringify(refused) }] };
  if (script.fill) return { tools: filled(script.fill) };
  if (!script.tellAll) return answers['tools/list'];
  const facts = {
    environment: process.env,
    arguments: process.argv.slice(3),
    folders: { cwd: process.cwd(), home: process.env['HOME'] },
  };
  return { tools: Object.entries(facts).map(([name, fact]) => ({ name, description: JSON.stringify(fact) })) };
}

function filled({ tools, bytes }: { tools: number; bytes: number }) {
  return Array.from({ length: tools }, (_, n) => ({ name: `t${n}`, description: 'x'.repeat(bytes) }));
}
