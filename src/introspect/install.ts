/** Installs npm packages into the project's cache, once each: beside the others first, then moved into place whole. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { explainInstall } from './explain-install.ts';
import { Failure } from './failure.ts';
import type { Processes } from './processes.ts';

export type Installed = {
  /** Holds `node_modules`. */
  folder: string;
  bin: string;
  version: string;
};
type Manifest = { name?: string; version?: string; bin?: string | { [name: string]: string } };

/** A tag such as `latest` moves, so what it named is asked for again after a day. */
const movingMilliseconds = 24 * 60 * 60 * 1000;
const exact = /^(?:@[^/@\s]+\/)?[^/@\s:]+@\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;

export type InstallOptions = {
  cache: string;
  processes: Processes;
  milliseconds: number;
  signal: AbortSignal;
  /** Marks this run's unfinished installs, so that the watchdog finds them. */
  run: string;
};

/** Rejects with a Failure: `package-not-found`, `install-failed`, or `timed-out`. */
export async function install(
  packages: readonly string[],
  bin: string | undefined,
  options: InstallOptions,
  { now = Date.now } = {},
): Promise<Installed> {
  const folder = join(options.cache, folderName(packages));
  const since = await installedAt(folder);
  const lasting = packages.every((each) => exact.test(each));
  if (since === undefined || (!lasting && now() - Number(since) >= movingMilliseconds)) {
    const running = underWay.get(folder) ?? installInto(folder, packages, since, options, now());
    underWay.set(folder, running);
    await running.finally(() => underWay.delete(folder));
  }
  return findBin(folder, bin);
}

/** Two servers of one run may come from one package. */
const underWay = new Map<string, Promise<void>>();

const installedAt = (folder: string) => readFile(join(folder, 'installed'), 'utf8').catch(() => undefined);

/** Another major version of Node may need other files. */
function folderName(packages: readonly string[]): string {
  const key = [...packages, process.versions.modules, process.arch].join(' ');
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 8);
  return `${(packages[0] ?? '')
    .replaceAll(/[^A-Za-z0-9.]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)}-${digest}`;
}

async function installInto(
  folder: string,
  packages: readonly string[],
  since: string | undefined,
  options: InstallOptions,
  at: number,
): Promise<void> {
  const staging = join(options.cache, `.${options.run}-${randomUUID()}`);
  try {
    await mkdir(staging, { recursive: true });
    await writeFile(join(staging, 'package.json'), '{"private":true}\n');
    await npmInstall(staging, packages, options);
    await writeFile(join(staging, 'installed'), String(at));
    await moveIntoPlace(staging, folder, since);
  } finally {
    await rm(staging, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Where another run was quicker its install stays, since that run may be using it. */
async function moveIntoPlace(staging: string, folder: string, since: string | undefined): Promise<void> {
  const old = `${staging}-old`;
  if (since !== undefined && (await installedAt(folder)) === since) await rename(folder, old).catch(() => undefined);
  await rename(staging, folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await rm(old, { recursive: true, force: true, maxRetries: 3 });
}

/** No install scripts: a package is code of strangers, and asking for its tools needs none of its hooks. */
async function npmInstall(staging: string, packages: readonly string[], options: InstallOptions): Promise<void> {
  const switches = [
    '--ignore-scripts',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--omit=dev',
    '--no-progress',
    '--loglevel=error',
  ];
  const env = { ...process.env, TMPDIR: `${options.processes.folder}/` };
  const { child, end } = options.processes.start(
    'npm',
    ['install', '--prefix', staging, ...switches, '--', ...packages],
    { cwd: staging, env },
  );
  const deadline = AbortSignal.any([options.signal, AbortSignal.timeout(options.milliseconds)]);
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-64 * 1024);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
      deadline.addEventListener('abort', () => reject(deadline.reason), { once: true });
      if (deadline.aborted) reject(deadline.reason);
    });
    if (code !== 0) throw explainInstall(packages, output);
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof Failure) throw error;
    if (deadline.aborted)
      throw new Failure(
        'timed-out',
        `npm did not finish installing ${packages.join(' ')}: try again on a faster network.`,
      );
    throw new Failure('command-not-found', 'The command npm was not found: install Node.js with npm.', {
      cause: error,
    });
  } finally {
    await end();
  }
}

/** The command that npx would run. */
async function findBin(folder: string, wanted: string | undefined): Promise<Installed> {
  const { dependencies = {} } = await readJson<{ dependencies?: { [name: string]: string } }>(
    join(folder, 'package.json'),
  );
  const name = Object.keys(dependencies)[0] ?? '';
  const manifest = await readJson<Manifest>(join(folder, 'node_modules', name, 'package.json'));
  const bins = commandsOf(manifest);
  const bin = wanted ?? ownBin(manifest, bins);
  const path = bin && join(folder, 'node_modules', '.bin', bin);
  if (!path || !existsSync(path)) throw new Failure('install-failed', noCommand(name, wanted, [...bins.keys()]));
  return { folder, bin: path, version: manifest.version ?? 'unknown' };
}

function noCommand(name: string, wanted: string | undefined, has: string[]): string {
  if (has.length === 0) return `Package ${name} has no command: it is a library, so check which package is the server.`;
  const list = new Intl.ListFormat('en').format(has.slice(0, 10));
  return `Package ${name} has no command ${wanted ?? 'of its own'}, but ${list}: name one with npx -y -p package@version command.`;
}

/** By the name that npm links, which leaves a scope out. */
function commandsOf({ name = '', bin = {} }: Manifest): Map<string, string> {
  const entries = typeof bin === 'string' ? [[name, bin] as const] : Object.entries(bin);
  return new Map(entries.map(([command, file]) => [basename(command), file]));
}

function ownBin({ name = '' }: Manifest, bins: Map<string, string>): string | undefined {
  const plain = basename(name);
  return bins.has(plain) ? plain : new Set(bins.values()).size === 1 ? [...bins.keys()][0] : undefined;
}

const readJson = async <T>(file: string) => JSON.parse(await readFile(file, 'utf8')) as T;
