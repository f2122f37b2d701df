/** `npm run build`: content (CONTENT_DIR) becomes a site (OUT_DIR). */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { build } from 'astro';
import { cacheDir } from '../src/cache.ts';
import { contentDir, readContent } from '../src/content.ts';
import { headersFile } from '../src/hosts/headers.ts';
import { basePath } from '../src/urls.ts';
import { inputDigest, recordBuild } from './build-stamp.ts';
import { takeLock } from './lock.mjs';

// The heap holds a tenth of what passes through it; let to itself it grows to three times what it needs.
setFlagsFromString('--heap-growing-percent=40');
process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
// Astro lets variables of this name, which tests and CI set for themselves, win over the path in site.yaml.
delete process.env['BASE_URL'];
// Before anything runs, so that a fault of a file reads as one and not as a fault of the program.
const site = checkedSite();
const outDir = resolve(process.env['OUT_DIR'] ?? 'dist');
// Within the project, since Astro's own intermediate files must find its packages; those of two builds would mix.
const staging = join(cacheDir(), 'staging');
// Beside the real folder, so that the last renames stay on one disk.
const next = join(dirname(outDir), `.${basename(outDir)}.next`);
const old = join(dirname(outDir), `.${basename(outDir)}.old`);
const { release } = takeLock(join(cacheDir(), 'build.pid'), () =>
  console.log('Another build is running; waiting for it.'),
);
const started = performance.now();

try {
  // A build that was killed between its last two renames left the site under its other name.
  if (!existsSync(outDir) && existsSync(old)) await rename(old, outDir);
  await rm(staging, { recursive: true, force: true });
  const digest = inputDigest(contentDir());
  await build({ outDir: staging, logLevel: 'warn' });
  // For hosts that serve the files by themselves; ours sends the same by the same module.
  await writeFile(
    join(staging, '_headers'),
    headersFile(Boolean(process.env['TURNSTILE_SITE_KEY']), site.private, 'cloudflare', basePath(site.url)),
  );
  await putInPlace();
  recordBuild(outDir, digest);
  await printFigures();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await rm(next, { recursive: true, force: true });
  release();
}

/** The site's settings, and nothing else of the content: the build reads that itself, and two would be held at once. */
function checkedSite() {
  const { content, problems } = readContent(contentDir());
  if (problems.length === 0) return content.site;
  console.error(problems.join('\n'));
  process.exit(1);
}

/** Whoever reads the site meets the old one whole or the new one whole. */
async function putInPlace() {
  await mkdir(dirname(outDir), { recursive: true });
  await rm(next, { recursive: true, force: true });
  await rename(staging, next).catch(unless('EXDEV', () => cp(staging, next, { recursive: true })));
  await rm(old, { recursive: true, force: true });
  await rename(outDir, old).catch(unless('ENOENT', () => {}));
  await rename(next, outDir);
  await rm(old, { recursive: true, force: true });
}

function unless(code: string, otherwise: () => unknown) {
  return (error: NodeJS.ErrnoException) => {
    if (error.code !== code) throw error;
    return otherwise();
  };
}

async function printFigures() {
  const files = await readdir(outDir, { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html')).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`Built ${pages} pages in ${seconds} s with ${megabytes} MB of memory at most: ${outDir}`);
}
