// @ts-check
/**
 * Makes a clone ready to run, before anything is installed: plain JavaScript for any Node from 20 on, and npm alone.
 * npm runs it as its own process before `start` and `test`, since a shell remembers where `node` was before the install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.mjs';
import { takeLock } from './lock.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const nodeBinary = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

needNode20();
if (!isInstalled()) install();
if (!nodeRuns()) repairNode();
if (process.argv.includes('--browser')) await needBrowser();

function needNode20() {
  if (Number.parseInt(process.versions.node, 10) >= 20) return;
  stop(`Node ${process.versions.node} is too old: Node 20 or newer is needed to set up (24 is then installed here).`);
}

/** Whether what npm says it put in node_modules is what package-lock.json asks for. */
function isInstalled() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = new Map(Object.entries(packagesOf(join(root, 'package-lock.json'))).filter(([path]) => path !== ''));
  const installed = new Map(Object.entries(packagesOf(installedFile)));
  // A package for another platform is in the lock file and, rightly, not installed.
  const missing = [...wanted].some(([path, entry]) => !entry.optional && !installed.has(path));
  const stale = [...installed].some(([path, entry]) => wanted.get(path)?.integrity !== entry.integrity);
  return !missing && !stale;
}

/** @returns {Record<string, { integrity?: string, optional?: boolean }>} */
function packagesOf(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

function install() {
  const { waited, release } = takeLock(join(root, '.cache/setup.pid'), () => {
    console.log('Another setup is installing; waiting for it.');
  });
  try {
    if (waited && isInstalled()) return;
    console.log('Installing packages: npm ci');
    // npm before 11 would run the install script of every package, and one of them downloads a Java runtime. Only that
    // of "node", which fetches its binary, is needed.
    if (npm('ci', '--ignore-scripts').status === 0) return void npm('rebuild', 'node');
  } finally {
    release();
  }
  stop('npm ci failed; its own message is above. Check the network or proxy, then run again.');
}

function nodeRuns() {
  const { stdout } = spawnSync(nodeBinary, ['--version'], { encoding: 'utf8' });
  return /^v24\./.test(stdout ?? '');
}

function repairNode() {
  console.log(`The Node 24 that this project brings does not run (${nodeBinary}). Repairing: npm rebuild node`);
  npm('rebuild', 'node');
  if (nodeRuns()) return;
  const ignored = npm('config', 'get', 'ignore-scripts').stdout?.trim() === 'true';
  stop(
    [
      `The npm package "node" holds no working Node 24 for ${process.platform} ${process.arch}.`,
      ignored
        ? 'npm is set to ignore install scripts, and that package fetches its binary in one. Run: npm rebuild node --ignore-scripts=false'
        : 'It fetches its binary in an install script, which package.json allows under "allowScripts". Check the network or proxy and run: npm rebuild node --foreground-scripts',
      'If there is no such package for this platform, install Node 24 yourself and run: node scripts/start.ts',
    ].join('\n'),
  );
}

async function needBrowser() {
  if (await findBrowser()) return;
  const isDebian = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (isDebian) {
    console.log('Installing a browser for the tests: apt-get install chromium');
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
  if (await findBrowser()) return;
  console.log('Installing a browser for the tests: playwright-core install chromium');
  run(nodeBinary, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
  if (await findBrowser()) return;
  stop(
    'The tests need a Chromium and none could be installed. Install one, or say where it is: CHROME_PATH=/path/to/chromium npm test',
  );
}

/** Runs npm as the npm that started us, else as the one on PATH. Output is shown, but for `config`. */
function npm(/** @type {string[]} */ ...args) {
  const own = process.env['npm_execpath'];
  const stdio = args[0] === 'config' ? 'pipe' : 'inherit';
  return own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], { cwd: root, stdio, encoding: 'utf8' })
    : spawnSync('npm', args, { cwd: root, stdio, encoding: 'utf8', shell: process.platform === 'win32' });
}

function run(/** @type {string} */ command, /** @type {string[]} */ args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env }).status === 0;
}

/** @returns {never} */
function stop(/** @type {string} */ message) {
  console.error(message);
  process.exit(1);
}
