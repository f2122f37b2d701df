/** The programs themselves, by exact version, from npm into the project's cache: they are far too large to depend on. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheDir } from '../../../src/cache.ts';

/** The `node_modules` that holds the package. Its install scripts do not run: the programs are whole without. */
export async function installed(name: string): Promise<string> {
  const programs = join(cacheDir(), 'programs');
  const folder = join(programs, name.replaceAll(/[^A-Za-z0-9.]+/g, '-').replace(/^-/, ''));
  if (!existsSync(folder)) {
    mkdirSync(programs, { recursive: true });
    const staging = mkdtempSync(join(programs, '.staging-'));
    try {
      writeFileSync(join(staging, 'package.json'), '{"private":true}\n');
      const switches = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
      await promisify(execFile)('npm', ['install', '--prefix', staging, ...switches, '--', name], { cwd: staging });
      renameSync(staging, folder);
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  }
  return join(folder, 'node_modules');
}
