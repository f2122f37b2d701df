/** `npm run pack`: the form's function in the form that a host takes, beside the site that is built. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { contentDir, readContent } from '../src/content.ts';
import { headersFile, vercelRoutes } from '../src/hosts/headers.ts';
import { basePath } from '../src/urls.ts';

const help = `Puts the contact form's function where a host looks for it. Build the site first: npm run build

  npm run pack -- netlify   .netlify/v1/functions/, and _headers in the site
  npm run pack -- vercel    .vercel/output/, the site with it

  OUT_DIR             The built site (dist).
  CONTENT_DIR         What it was built from (content).
  TURNSTILE_SITE_KEY  As it was when the site was built.

Cloudflare needs no packing: npx wrangler deploy --config src/hosts/wrangler.jsonc
Exit codes: 0 done; 1 there is no site, or bundling failed; 2 wrong use.
`;

const hosts = join(import.meta.dirname, '../src/hosts');
const outDir = resolve(process.env['OUT_DIR'] ?? 'dist');
const turnstile = Boolean(process.env['TURNSTILE_SITE_KEY']);
const { site } = readContent(contentDir()).content;
const { private: hidden } = site;
const packers: Record<string, () => Promise<string>> = { netlify, vercel };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { help: { type: 'boolean' } },
});
const pack = positionals.length === 1 ? packers[positionals[0] ?? ''] : undefined;
if (values['help']) process.stdout.write(help);
else if (!pack) {
  console.error(help);
  process.exitCode = 2;
} else if (!(await readFile(join(outDir, 'index.html')).catch(() => undefined))) {
  console.error(`${outDir} holds no site. Build one first: npm run build`);
  process.exitCode = 1;
} else console.log(`Packed: ${await pack()}`);

async function netlify(): Promise<string> {
  const folder = resolve('.netlify/v1/functions');
  await rm(folder, { recursive: true, force: true });
  await bundle('netlify.ts', join(folder, 'contact.mjs'));
  await bundle('netlify-sweep.ts', join(folder, 'contact-sweep.mjs'));
  await writeFile(join(outDir, '_headers'), headersFile(turnstile, hidden, 'netlify', basePath(site.url)));
  return folder;
}

/** Vercel's Build Output API, version 3. */
async function vercel(): Promise<string> {
  const folder = resolve('.vercel/output');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(outDir, join(folder, 'static'), { recursive: true });
  for (const name of ['contact', 'sweep']) {
    const target = join(folder, `functions/api/${name}.func`);
    await bundle('vercel.ts', join(target, 'index.mjs'));
    await writeJson(join(target, '.vc-config.json'), {
      runtime: 'nodejs24.x',
      handler: 'index.mjs',
      launcherType: 'Nodejs',
      shouldAddHelpers: false,
      maxDuration: 30,
    });
  }
  await writeJson(join(folder, 'config.json'), {
    version: 3,
    routes: vercelRoutes(turnstile, hidden, basePath(site.url)),
    crons: [{ path: '/api/sweep', schedule: '*/5 * * * *' }],
  });
  return folder;
}

/** One file with everything in it, since hosts differ in what else they would pack. */
async function bundle(entry: string, outfile: string) {
  await build({
    entryPoints: [join(hosts, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    // Optional parts of pg that are native or for another runtime.
    external: ['pg-native', 'cloudflare:sockets'],
    // Packages that are not modules ask for require.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
}

async function writeJson(file: string, value: unknown) {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
