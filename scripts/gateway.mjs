// @ts-check
/**
 * Starts the gateway with any Node: plain JavaScript, since Node before 22.18 cannot read TypeScript. Where this Node is
 * older than 24, the one that npm installed here runs it.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const installed = join(here, '../node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (Number.parseInt(process.versions.node, 10) >= 24) await import('./gateway.ts');
else if (existsSync(installed)) hand(installed);
else {
  process.stderr.write(
    `gateway: Node ${process.versions.node} is too old: start it with Node 24, or run npm install in ${join(here, '..')}\n`,
  );
  process.exitCode = 2;
}

function hand(/** @type {string} */ node) {
  const child = spawn(node, [join(here, 'gateway.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
