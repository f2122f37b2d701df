/** Lighthouse over one page of each template, as a phone and as a desk, from our own host with its headers. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import { siteServer } from '../../src/hosts/node.ts';
import { browserFlags, findBrowser } from '../find-browser.mjs';
import { judged, type Options, type Outcome } from './step.ts';
import { templatePages } from './templates.ts';

/** The least that the median of each category may be. */
const bars: Record<string, number> = { performance: 0.95, accessibility: 1, 'best-practices': 1, seo: 1 };
const forms = [
  { form: 'phone', config: undefined },
  { form: 'desk', config: desktopConfig },
];

export async function checkWithLighthouse({ site, runs, tell }: Options): Promise<Outcome> {
  const executablePath = await findBrowser();
  if (!executablePath)
    return { state: 'skipped', figures: 'no Chromium: node scripts/setup.mjs --browser', faults: [] };
  const { base, hidden } = readHome(site);
  const server = siteServer(site, base, undefined, hidden);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = await freePort();
  const browser = await chromium.launch({ executablePath, args: [...browserFlags, `--remote-debugging-port=${port}`] });
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
    const faults: string[] = [];
    let worst = 1;
    const pages = [...templatePages(site)].filter(([template]) => template !== '404.astro');
    for (const [template, [file = '']] of pages) {
      // A page that asks to stay out of search engines is right to fail the audit that asks for the opposite.
      const unasked = isHidden(readFileSync(join(site, file), 'utf8')) ? ['is-crawlable'] : [];
      for (const { form, config } of forms) {
        const measured: Measured[] = [];
        for (let run = 0; run < runs; run++) {
          measured.push(await measureAgain(origin + file.replace(/index\.html$/, ''), port, config, unasked));
        }
        const medians = Object.keys(bars).map((category) => ({ category, ...medianOf(measured, category) }));
        tell(`${template}, ${form}: ${medians.map(({ category, score }) => `${category} ${score}`).join(', ')}`);
        worst = Math.min(
          worst,
          ...medians.filter(({ category }) => category === 'performance').map(({ score }) => score),
        );
        faults.push(
          ...medians
            .filter(({ category, score }) => !(score >= (bars[category] ?? 1)))
            .map(({ category, score, why }) => `${file}, ${form}: ${category} ${score}: ${why}`),
        );
      }
    }
    return judged(`${pages.length} templates, median of ${runs} runs each; least performance ${worst}`, faults);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

type Measured = Map<string, { score: number; why: string }>;

/** On a busy machine a run may miss its own start, and Lighthouse then asks to be run again: twice at most. */
async function measureAgain(...args: Parameters<typeof measure>): Promise<Measured> {
  for (let turn = 1; turn < 3; turn++) {
    const measured = await measure(...args).catch(() => undefined);
    if (measured) return measured;
  }
  return measure(...args);
}

/** The scores of one run, each with the audits that cost it something. */
async function measure(
  url: string,
  port: number,
  config: typeof desktopConfig | undefined,
  skipAudits: string[],
): Promise<Measured> {
  const flags = {
    port,
    logLevel: 'error',
    onlyCategories: Object.keys(bars),
    disableFullPageScreenshot: true,
    skipAudits,
  } as const;
  const result = await lighthouse(url, flags, config);
  if (!result || result.lhr.runtimeError)
    throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
  const { categories, audits } = result.lhr;
  return new Map(
    Object.entries(categories).map(([id, { score, auditRefs }]) => {
      const costly = auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9);
      return [
        id,
        { score: score ?? 0, why: costly.map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim()).join(', ') },
      ];
    }),
  );
}

function medianOf(measured: readonly Measured[], category: string) {
  const sorted = measured.map((one) => one.get(category) ?? { score: 0, why: 'not measured' });
  sorted.sort((a, b) => a.score - b.score);
  return sorted[Math.floor(sorted.length / 2)] ?? { score: 0, why: 'not measured' };
}

const isHidden = (html: string) => /<meta name="robots" content="noindex"/.test(html);

/** The path that the site was built to live under, and whether it asks to stay out of search engines. */
function readHome(site: string) {
  const html = readFileSync(join(site, 'index.html'), 'utf8');
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? 'http://localhost/';
  return { base: new URL(canonical).pathname, hidden: isHidden(html) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
