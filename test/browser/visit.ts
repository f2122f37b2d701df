/** A Chromium and the site under test, served as `npm run serve` serves it. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { browserFlags, findBrowser } from '../../scripts/find-browser.mjs';
import { siteServer } from '../../src/hosts/node.ts';
import { openStore } from '../../src/hosts/node-contact.ts';
import { nodeForm } from '../../src/hosts/node-form.ts';
import { readPage } from '../site/read-pages.ts';

/** What went wrong in a page, or was asked of the network, while a test looked at it. */
export type Watched = { page: Page; context: BrowserContext; errors: string[]; dialogs: string[]; requests: string[] };

/** For one test file: call once at the top; `visit` opens a path of the site in `folder` in a fresh context. */
export function useBrowser(folder = inject('site')) {
  const home = readPage('index.html', readFileSync(join(folder, 'index.html'), 'utf8')).canonical ?? '';
  const base = new URL(home).pathname;
  const data = mkdtempSync(join(tmpdir(), 'catalog-visits-'));
  const environment = { CONTACT_DB: join(data, 'contact.sqlite'), CONTACT_PER_HOUR: '1000' };
  const origins: string[] = [];
  const form = nodeForm(folder, base, environment, origins);
  const store = openStore(environment);
  const server = siteServer(folder, base, form);
  const prefetched: string[] = [];
  server.prependListener('request', ({ url, headers }) => {
    if (headers['sec-purpose']?.includes('prefetch')) prefetched.push(url ?? '');
  });
  let browser: Awaited<ReturnType<typeof chromium.launch>>;
  let origin = '';

  beforeAll(async () => {
    const executablePath = await findBrowser();
    if (!executablePath) throw new Error('No Chromium was found: node scripts/setup.mjs --browser');
    browser = await chromium.launch({ executablePath, args: browserFlags });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    origins.push(origin);
  });
  afterAll(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
    await form.stop();
    await store?.close();
    rmSync(data, { recursive: true });
  });

  return {
    /** Paths that browsers fetched before anybody followed a link to them. */
    prefetched,

    /** What visitors have sent so far, newest first. */
    messages: async () => (await store?.list()) ?? [],

    /** `path` is below the site's base and starts without a slash. */
    async visit(path: string, options: BrowserContextOptions = {}): Promise<Watched> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      context.setDefaultTimeout(15_000);
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
      const page = await context.newPage();
      const watched: Watched = { page, context, errors: [], dialogs: [], requests: [] };
      page.on('console', (message) => message.type() === 'error' && watched.errors.push(message.text()));
      page.on('pageerror', (error) => watched.errors.push(error.message));
      page.on('request', (request) => watched.requests.push(request.url()));
      page.on('dialog', (dialog) => {
        watched.dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await page.goto(origin + base + path);
      return watched;
    },
  };
}
