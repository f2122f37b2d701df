/** The gateway as a client starts it, with a policy and the recording server behind it. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
export const gatewayScript = join(root, 'scripts/gateway.ts');
export const fixtureServer = (name: string) => join(root, 'test/fixtures/servers', name);

export type Started = {
  folder: string;
  child: ChildProcessWithoutNullStreams;
  /** Writes a line as it stands, or a message. */
  send: (line: string | object) => void;
  /** The next line of stdout that `fits`; lines before it are passed over. */
  next: (fits?: (message: Parsed) => boolean) => Promise<Parsed>;
  /** Asks and waits for the answer to that id. */
  ask: (id: number | string, method: string, params?: object) => Promise<Parsed>;
  call: (id: number | string, name: string, args?: object) => Promise<Parsed>;
  /** Every line that stdout had. */
  stdout: () => string[];
  stderr: () => string;
  /** What reached the server. */
  received: () => string[];
  audit: () => { [field: string]: unknown }[];
  policyFile: string;
  setPolicy: (text: string) => void;
  end: () => Promise<void>;
};
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at as they come
type Parsed = { [field: string]: any };

export type StartOptions = { initialize?: object | false; args?: string[]; command?: string[] };

export async function startGateway(policy: string, options: StartOptions = {}): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-test-'));
  const policyFile = join(folder, 'policy.yaml');
  const record = join(folder, 'received');
  const auditFile = join(folder, 'audit.jsonl');
  writeFileSync(policyFile, policy);
  const command = options.command ?? [process.execPath, fixtureServer('recording.ts'), record];
  const child = spawn(
    process.execPath,
    [gatewayScript, '--policy', policyFile, '--audit', auditFile, ...(options.args ?? []), '--', ...command],
    { cwd: folder, stdio: 'pipe' },
  );
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let read = 0;
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const wake of waiting) wake();
  });
  const next: Started['next'] = async (fits = () => true) => {
    for (;;) {
      while (read < lines.length) {
        const message = JSON.parse(lines[read++] ?? '') as Parsed;
        if (fits(message)) return message;
      }
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`No answer. stderr: ${stderr}`)), 15_000);
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        waiting.add(wake);
      });
    }
  };
  const send: Started['send'] = (line) =>
    void child.stdin.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
  const ask: Started['ask'] = (id, method, params = {}) => {
    send({ jsonrpc: '2.0', id, method, params });
    return next((message) => message['id'] === id && message['method'] === undefined);
  };
  const read_ = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);
  const started: Started = {
    folder,
    child,
    send,
    next,
    ask,
    call: (id, name, args) => ask(id, 'tools/call', { name, ...(args && { arguments: args }) }),
    stdout: () => lines,
    stderr: () => stderr,
    received: () => read_(record),
    audit: () => read_(auditFile).map((line) => JSON.parse(line)),
    policyFile,
    setPolicy: (text) => writeFileSync(policyFile, text),
    async end() {
      if (child.exitCode === null && child.signalCode === null) {
        child.stdin.end();
        await Promise.race([once(child, 'exit'), sleep(10_000)]);
        child.kill('SIGKILL');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
  if (options.initialize !== false) {
    await ask('hello', 'initialize', {
      protocolVersion: '2025-11-25',
      capabilities: options.initialize ?? {},
      clientInfo: { name: 'test', version: '1' },
    });
    send({ jsonrpc: '2.0', method: 'notifications/initialized' });
  }
  return started;
}
