/** `npm start`: asks the declared servers, builds the site of their answers, serves it. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentDir, loadCatalog } from '../src/content.ts';
import { inputDigest, isBuilt } from './build-stamp.ts';
import { builtLines } from './built-lines.ts';
import { listen } from './listen.ts';

const help = `Asks MCP servers what tools they have, builds a site of their answers, and serves it.

  npm start -- [ids…] [options]

  --no-ask      Build from the answers that are there; run no server.
  --port N      Where to serve (4321, or PORT); 0 takes any free port.
  --help        This text.
  Anything else goes to the asking: --max-age, --retry, --timeout, --concurrency and ids;
  npm run snapshot -- --help tells what they do.

  CONTENT_DIR   The folder with servers/ and snapshots/ (content).
  OUT_DIR       Where the site goes (dist).
  HOST          The address to serve at (localhost: this machine alone).
`;

const { noAsk, port, forAsking } = readArguments(process.argv.slice(2));
const outDir = resolve(process.env['OUT_DIR'] ?? 'dist');

// Some servers may have failed (1): the catalog says why, and shows the others.
if (!noAsk) await run('snapshot.ts', forAsking, [0, 1]);
if (isBuilt(outDir, inputDigest(contentDir()))) console.log('Nothing has changed since the last build.');
else await run('build.ts', [], [0]);
const catalog = await loadCatalog();
const address = await listen(outDir, catalog.site, { ...process.env, ...(port !== undefined && { PORT: port }) });
console.log(builtLines(catalog));
console.log(`\nThe catalog is at ${address} (Ctrl-C stops)`);

function readArguments(argv: string[]) {
  const { values, tokens } = parseArgs({
    args: argv,
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: { 'no-ask': { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values['help']) {
    process.stdout.write(help);
    process.exit(0);
  }
  const own = new Set<number>();
  for (const token of tokens) {
    if (token.kind !== 'option' || !['no-ask', 'port'].includes(token.name)) continue;
    own.add(token.index);
    if (token.name === 'port' && !token.inlineValue) own.add(token.index + 1);
  }
  const forAsking = argv.filter((_, index) => !own.has(index));
  const noAsk = values['no-ask'] === true;
  if (noAsk && forAsking.length > 0) {
    console.error(`--no-ask asks no server, so it does not go with: ${forAsking.join(' ')}`);
    process.exit(2);
  }
  return { noAsk, port: typeof values['port'] === 'string' ? values['port'] : undefined, forAsking };
}

/** Runs a script of ours as its own process, so that what it used is given back; exits as it does unless all is well. */
async function run(script: string, args: string[], fine: number[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], { stdio: 'inherit' });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, forward);
  const code = await new Promise<number>((done) => {
    child.once('close', (code, signal) => done(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
  });
  for (const signal of signals) process.off(signal, forward);
  if (!fine.includes(code)) process.exit(code);
}
