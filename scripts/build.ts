/** `npm run build`: content (CONTENT_DIR) becomes a site (OUT_DIR). */
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'astro';
import { inputDigest, recordBuild } from './build-stamp.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
const outDir = resolve(process.env['OUT_DIR'] ?? 'dist');
// Beside the real folder, so that the rename at the end stays on one disk.
const staging = join(dirname(outDir), `.${basename(outDir)}.${process.pid}.tmp`);
const started = performance.now();

try {
  const digest = inputDigest(process.env['CONTENT_DIR'] ?? 'content');
  await build({ outDir: staging, logLevel: 'warn' });
  await putInPlace();
  recordBuild(outDir, digest);
  await printFigures();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await rm(staging, { recursive: true, force: true });
}

/** Whoever reads the site meets the old one whole or the new one whole. */
async function putInPlace() {
  const old = `${staging}.old`;
  await mkdir(dirname(outDir), { recursive: true });
  await rename(outDir, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(staging, outDir);
  await rm(old, { recursive: true, force: true });
}

async function printFigures() {
  const files = await readdir(outDir, { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html')).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`Built ${pages} pages in ${seconds} s with ${megabytes} MB of memory at most: ${outDir}`);
}
