/** Which pages of a built site stand for all: every file of src/pages makes pages that are alike. */
import { createHash } from 'node:crypto';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../../src/pages');

/**
 * Pages by template, as files below `site`: the first by name, the heaviest, and the second page of a list. A template
 * that made no page (guides of a catalog without guides) is left out.
 */
export function templatePages(site: string): Map<string, string[]> {
  const files = globSync('**/*.html', { cwd: site })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const templates = globSync('**/*.astro', { cwd: source })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const found = templates.map((template): [string, string[]] => {
    const pattern = patternOf(template);
    const made = files.filter((file) => pattern.test(file));
    const heaviest = made.toSorted((a, b) => statSync(join(site, b)).size - statSync(join(site, a)).size);
    const later = made.find((file) => /(?:^|\/)~2\//.test(file));
    return [template, [...new Set([made[0], heaviest[0], later].filter((file) => file !== undefined))]];
  });
  return new Map(found.filter(([, made]) => made.length > 0));
}

/** `size` pages of the site, the same for the same seed. */
export function samplePages(site: string, size: number, seed: string): string[] {
  const rank = (file: string) => createHash('sha256').update(`${seed}\n${file}`).digest('hex');
  return globSync('**/*.html', { cwd: site })
    .map((file) => ({ file, rank: rank(file) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ file }) => file);
}

/** `tools/[server]/[...page].astro` makes `tools/plex/index.html` and `tools/plex/~2/index.html`. */
function patternOf(template: string): RegExp {
  if (template === '404.astro') return /^404\.html$/;
  const path = template
    .replace(/(?:index)?\.astro$/, (end) => (end === '.astro' ? '/' : ''))
    .replaceAll(/\[\.\.\.\w+\]\/|\[\w+\]|[.]/g, (part) => {
      if (part === '.') return '\\.';
      return part.startsWith('[...') ? '(?:~\\d+/)?' : '[^~/][^/]*';
    });
  return new RegExp(`^${path}index\\.html$`);
}
