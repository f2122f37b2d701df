/** What the gateway adds to a call: the same calls to the same server, through it and directly, in one run. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Bench, rounded } from './bench.ts';

const policy = `version: 1
server: notes
default: deny
tools:
  list_notes:
    action: allow
    rate_limit: { max: 1000000, window: 60 }
    arguments: { properties: { tag: { type: string, pattern: "^[a-z]+$" } } }
`;

export const gatewayBench: Bench = {
  name: 'gateway',
  gist: 'Milliseconds that the gateway adds to a call over stdio, beside the same call to the same server directly',
  options: '    --calls N         How many calls each way (5000), after a tenth as many to warm up.',
  run(argv) {
    const { values } = parseArgs({ args: argv, options: { calls: { type: 'string', default: '5000' } } });
    const calls = Number(values.calls);
    if (!Number.isInteger(calls) || calls < 10 || calls > 500_000) {
      throw new Error(`--calls ${values.calls}: not a whole number from 10 to 500000.`);
    }
    return measure(calls);
  },
};

async function measure(calls: number) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-gateway-'));
  const file = join(folder, 'policy.yaml');
  writeFileSync(file, policy);
  const server = [process.execPath, join(import.meta.dirname, '../../test/fixtures/servers/notes.ts')];
  const gateway = [
    join(import.meta.dirname, '../gateway.ts'),
    '--policy',
    file,
    '--audit',
    join(folder, 'audit.jsonl'),
  ];
  const direct = await connect(server);
  const through = await connect([process.execPath, ...gateway, '--', ...server]);
  try {
    const times = { direct: [] as number[], through: [] as number[] };
    for (let n = 0; n < calls / 10; n++) for (const pipe of [direct, through]) await pipe.call();
    // In turns, so that what else the machine does falls on both.
    for (let n = 0; n < calls; n++) {
      times.direct.push(await direct.call());
      times.through.push(await through.call());
    }
    const at = (list: number[], share: number) => [...list].sort((a, b) => a - b)[Math.floor(list.length * share)] ?? 0;
    const p50 = { direct: at(times.direct, 0.5), through: at(times.through, 0.5) };
    const p99 = { direct: at(times.direct, 0.99), through: at(times.through, 0.99) };
    return {
      calls,
      directP50Ms: rounded(p50.direct),
      throughP50Ms: rounded(p50.through),
      addedP50Ms: rounded(p50.through - p50.direct),
      directP99Ms: rounded(p99.direct),
      throughP99Ms: rounded(p99.through),
      addedP99Ms: rounded(p99.through - p99.direct),
    };
  } finally {
    for (const { child } of [direct, through]) child.stdin.end();
    await Promise.all([direct, through].map(({ child }) => new Promise((done) => child.once('exit', done))));
    rmSync(folder, { recursive: true, force: true });
  }
}

type Pipe = {
  child: ChildProcessWithoutNullStreams /** Milliseconds that one call took. */;
  call: () => Promise<number>;
};

async function connect([command = '', ...args]: string[]): Promise<Pipe> {
  const child = spawn(command, args, { stdio: 'pipe' });
  let answered: ((line: string) => void) | undefined;
  createInterface({ input: child.stdout }).on('line', (line) => answered?.(line));
  let id = 0;
  const ask = (method: string, params: object) => {
    const answer = new Promise<string>((resolve) => {
      answered = resolve;
    });
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: id++, method, params })}\n`);
    return answer;
  };
  const clientInfo = { name: 'bench', version: '1' };
  await ask('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo });
  child.stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n');
  await ask('tools/list', {});
  return {
    child,
    async call() {
      const started = performance.now();
      const answer = await ask('tools/call', { name: 'list_notes', arguments: { tag: 'work' } });
      if (!answer.includes('"result"') || answer.includes('"isError":true')) throw new Error(`Not answered: ${answer}`);
      return performance.now() - started;
    },
  };
}
