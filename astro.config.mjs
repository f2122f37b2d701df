// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { site } from './src/domain.ts';
import { pagefindIndex } from './src/search/pagefind-index.ts';

const contentDir = resolve(process.env['CONTENT_DIR'] ?? 'content');
const outDir = resolve(process.env['OUT_DIR'] ?? 'dist');
const siteFile = join(contentDir, 'site.yaml');
const { url, private: isPrivate } = site.parse((existsSync(siteFile) && parse(readFileSync(siteFile, 'utf8'))) || {});
// Two builds at once, of two folders, must not share what they remember.
const cacheDir = resolve(
  '.cache/astro',
  createHash('sha256').update(`${contentDir}\n${outDir}`).digest('hex').slice(0, 12),
);

/**
 * Vite wraps each import that waits with code that preloads its style sheets, on every page. There is one sheet here,
 * loaded by the page itself, so the import alone is enough.
 */
const plainImports = {
  name: 'plain-imports',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} id */
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
};

export default defineConfig({
  output: 'static',
  site: new URL(url).origin,
  base: new URL(url).pathname,
  trailingSlash: 'always',
  outDir,
  cacheDir,
  devToolbar: { enabled: false },
  // The policy that hosts send allows neither inline styles nor inline scripts.
  build: { inlineStylesheets: 'never', concurrency: 8 },
  vite: {
    plugins: [plainImports],
    build: {
      assetsInlineLimit: 0,
      // What pages import is one small file for all, kept by the browser, instead of five for the first one.
      cssCodeSplit: false,
      // Astro's own marker in guides, which it reads before this bundler sees it.
      rolldownOptions: { onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log) },
    },
    cacheDir: join(cacheDir, 'vite'),
  },
  // Coloured code would bring inline styles.
  markdown: { syntaxHighlight: false },
  integrations: [
    mdx({ syntaxHighlight: false }),
    ...(isPrivate ? [] : [sitemap({ filter: (page) => !page.endsWith('/contact/sent/') })]),
    pagefindIndex(),
  ],
});
