/** Where the catalog keeps what it can make again: the record of each asking, and installed packages. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sha256Hex } from './digest.ts';
import { type Ask, ask } from './domain.ts';

/** `.cache` of the project, or `CACHE_DIR`. */
export function cacheDir(): string {
  return resolve(process.env['CACHE_DIR'] || join(projectRoot(), '.cache'));
}

/** The record of a server's last asking. A content folder elsewhere has records of its own, so two catalogs never mix. */
export function askFile(contentDir: string, id: string): string {
  const content = resolve(contentDir);
  const own = content === join(projectRoot(), 'content') ? [] : [sha256Hex(content).slice(0, 8)];
  return join(cacheDir(), 'asks', ...own, `${id}.json`);
}

/** A record that cannot be read is no record: the server is then asked again. */
export function readAsk(contentDir: string, id: string): Ask | undefined {
  try {
    return ask.parse(JSON.parse(readFileSync(askFile(contentDir, id), 'utf8')));
  } catch {
    return undefined;
  }
}

/** One folder per installed npm package. */
export function npmCacheDir(): string {
  return join(cacheDir(), 'npm');
}

/** The site's build moves modules elsewhere, so the root is looked for and not counted from this file. */
function projectRoot(): string {
  const isRoot = (folder: string) => existsSync(join(folder, 'astro.config.mjs'));
  for (let folder = import.meta.dirname ?? process.cwd(); folder !== dirname(folder); folder = dirname(folder)) {
    if (isRoot(folder)) return folder;
  }
  return process.cwd();
}
