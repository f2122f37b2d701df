/** Whether the site in a folder was made of what is there now, so that a second start is up without a build. */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { askFile, cacheDir } from '../src/cache.ts';
import { sha256Hex } from '../src/digest.ts';

const project = join(import.meta.dirname, '..');

/** The digest of all that a build reads: content, records of asking, and the project itself. */
export function inputDigest(contentDir: string): string {
  const hash = createHash('sha256').update(process.version);
  const add = (folder: string, patterns: string[]) => {
    const entries = globSync(patterns, { cwd: folder, withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) {
      const content = readFileSync(file);
      hash.update(`\n${file}\n${content.length}\n`).update(content);
    }
  };
  add(resolve(contentDir), ['**/*']);
  add(dirname(askFile(contentDir, 'any')), ['*.json']);
  add(project, [
    'src/**/*',
    'public/**/*',
    'scripts/build.ts',
    'astro.config.mjs',
    'package-lock.json',
    'tsconfig.json',
  ]);
  return hash.digest('hex');
}

/** True when `recordBuild` saw this digest, and the site has not been touched since. */
export function isBuilt(outDir: string, digest: string): boolean {
  try {
    return readFileSync(stampFile(outDir), 'utf8') === stamp(outDir, digest);
  } catch {
    return false;
  }
}

/** `digest` is of before the build: what changed while it ran is built next time. */
export function recordBuild(outDir: string, digest: string): void {
  mkdirSync(dirname(stampFile(outDir)), { recursive: true });
  writeFileSync(stampFile(outDir), stamp(outDir, digest));
}

const stampFile = (outDir: string) => join(cacheDir(), 'builds', sha256Hex(resolve(outDir)).slice(0, 12));

/** A site that something else wrote has another folder or another first page. */
function stamp(outDir: string, digest: string) {
  const { ino } = statSync(outDir);
  return `${digest} ${ino} ${statSync(join(outDir, 'index.html')).mtimeMs}\n`;
}
