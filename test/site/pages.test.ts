/** What holds for every page of any site that is built here. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { expectNone } from './none.ts';
import { type Page, readPages } from './read-pages.ts';

const folder = inject('site');
const pages = readPages(folder);
const files = new Set(globSync('**/*', { cwd: folder }).map((file) => file.replaceAll('\\', '/')));
const byFile = new Map(pages.map((page) => [page.file, page]));
const home = new URL(byFile.get('index.html')?.canonical ?? '');
/** The file behind an address of this site, `undefined` for an address elsewhere. */
const fileOf = ({ origin, pathname }: URL) => {
  if (origin !== home.origin || !pathname.startsWith(home.pathname)) return undefined;
  const path = decodeURIComponent(pathname.slice(home.pathname.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
};
const addressOf = (page: Page) => new URL(page.file.replace(/index\.html$/, ''), home);

/** Lists `file: finding`, at most 20, so that a fault of a template can be read. */
const findings = (find: (page: Page) => string[]) =>
  pages.flatMap((page) => find(page).map((finding) => `${page.file}: ${finding}`)).slice(0, 20);

describe('every page', () => {
  test('is one of many', () => {
    expect(pages.length).toBeGreaterThan(10);
  });

  test('follows the HTML specification', () => {
    expectNone(findings(({ errors }) => errors));
  });

  test('has one h1, a title, a description and its own canonical address', () => {
    const wanted = (page: Page) => [
      ...(page.h1 === 1 ? [] : [`${page.h1} h1`]),
      ...(page.title.trim() ? [] : ['no title']),
      ...(page.description.trim() ? [] : ['no description']),
      ...(page.file === '404.html' || page.canonical === addressOf(page).href ? [] : [`canonical ${page.canonical}`]),
    ];
    expectNone(findings(wanted));
  });

  test('has an id once, and what points at an id points at one', () => {
    const doubled = ({ ids }: Page) => ids.filter((id, index) => ids.indexOf(id) !== index);
    expectNone(findings(doubled));
    expectNone(findings(({ ids, idrefs }) => idrefs.filter((id) => !ids.includes(id))));
  });

  test('links to each of its parameters', () => {
    const unlinked = ({ ids, addresses }: Page) => {
      const linked = new Set(addresses.map(({ value }) => value));
      return ids.filter((id) => id.startsWith('p-') && !linked.has(`#${encodeURIComponent(id)}`));
    };
    expect(pages.some(({ ids }) => ids.some((id) => id.startsWith('p-')))).toBe(true);
    expect(findings(unlinked)).toEqual([]);
  });

  test('holds no inline script, style or handler, nor a frame', () => {
    expectNone(findings(({ unsafe }) => unsafe));
  });

  test('links only to pages, files and fragments that exist, or to the web', () => {
    const broken = (page: Page) =>
      page.addresses.flatMap(({ tag, value }) => {
        const url = URL.parse(value, addressOf(page));
        if (!url) return [`<${tag}> ${value}`];
        // Answered by a host's function: test/hosts and test/browser prove that.
        if (tag === 'form' && url.pathname.endsWith('/api/contact')) return [];
        const file = fileOf(url);
        if (file === undefined)
          return tag === 'a' && /^(https?|mailto):$/.test(url.protocol) ? [] : [`<${tag}> ${value}`];
        if (!files.has(file)) return [`<${tag}> ${value} is missing`];
        const fragment = decodeURIComponent(url.hash.slice(1));
        const target = byFile.get(file);
        return fragment && target && !target.ids.includes(fragment) ? [`${value} has no such fragment`] : [];
      });
    expectNone(findings((page) => (page.file === '404.html' ? [] : broken(page))));
  });

  test('is in the sitemap, unless it asks not to be listed', () => {
    const file = join(folder, 'sitemap-index.xml');
    const index = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const listed = locations(index).flatMap((url) =>
      locations(readFileSync(join(folder, fileOf(new URL(url)) ?? ''), 'utf8')),
    );
    const wanted = pages
      .filter(({ noindex, file }) => !noindex && file !== '404.html')
      .map((page) => addressOf(page).href);
    expect(listed.toSorted()).toEqual(wanted.toSorted());
  });
});

describe('weight', () => {
  // `tools/<server>/~2/` is the second page of a server's list.
  const toolPages = pages.filter(({ file }) => /^tools\/[^/]+\/[^~/][^/]*\/index\.html$/.test(file));
  const sizes = toolPages.map(({ bytes }) => bytes).sort((a, b) => a - b);
  const percentile = (p: number) => sizes[Math.ceil(sizes.length * p) - 1] ?? Number.NaN;

  test('tool pages are light: 25 KB in the middle, 120 KB of the heaviest hundredth', () => {
    expect(percentile(0.5)).toBeLessThanOrEqual(25_000);
    expect(percentile(0.99)).toBeLessThanOrEqual(120_000);
  });

  test('the first load of a tool page takes at most 8 requests, 6 KB of scripts and, in the middle, 60 KB in all', () => {
    const loaded = (page: Page) => page.addresses.filter(({ tag, value }) => tag === 'script' || /\.css$/.test(value));
    const bytes = (page: Page, ending: RegExp) =>
      loaded(page).reduce((sum, { value }) => sum + (ending.test(value) ? sizeOf(value, page) : 0), 0);
    const heavy = (page: Page) => {
      const [js, requests] = [bytes(page, /\.js$/), loaded(page).length + 1];
      return js > 6_000 || requests > 8 ? [`${js} JS, ${requests} requests`] : [];
    };
    const all = toolPages.map((page) => page.bytes + bytes(page, /\.(?:js|css)$/)).sort((a, b) => a - b);
    expect(all[Math.ceil(all.length / 2)]).toBeLessThanOrEqual(60_000);
    expect(toolPages.flatMap(heavy).slice(0, 3)).toEqual([]);
  });

  test('writing a rule for another program brings at most 40 KB of scripts, and a writer of YAML where it is YAML', () => {
    const chunks = [...files].filter((file) => /^_astro\/.*\.js$/.test(file));
    const chunkOf = (name: string) => chunks.find((file) => file.startsWith(`_astro/${name}.`)) ?? '';
    const weight = (format: string) => {
      const loaded = new Set([chunkOf('write-target'), chunkOf(format)]);
      for (const file of loaded) {
        const source = readFileSync(join(folder, file), 'utf8');
        for (const [, name] of source.matchAll(/(?:from|import)["'`]\.\/([^"'`]+)/g)) loaded.add(`_astro/${name}`);
      }
      return [...loaded].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    };
    for (const format of ['catalog-json', 'claude-code', 'codex', 'zed', 'opencode', 'policylayer'])
      expect(weight(format), format).toBeLessThanOrEqual(40_000);
    for (const format of ['catalog-yaml', 'intercept', 'docker'])
      expect(weight(format), format).toBeLessThanOrEqual(80_000);
  });

  test('no file is larger than static hosts take: 25 MB', () => {
    const large = [...files].filter((file) => statSync(join(folder, file)).size > 25_000_000);
    expect(large).toEqual([]);
  });
});

test('what a browser may fetch ahead is pages of this site', () => {
  const [rule] = JSON.parse(readFileSync(join(folder, 'pages.speculationrules'), 'utf8')).prefetch;
  expect(rule.eagerness).toBe('conservative');
  expect(rule.where.and[0]).toEqual({ href_matches: [home.pathname, `${home.pathname}*/`] });
});

test('hosts find the page for an address that does not exist', () => {
  expect(existsSync(join(folder, '404.html'))).toBe(true);
});

function sizeOf(address: string, page: Page) {
  return statSync(join(folder, fileOf(new URL(address, addressOf(page))) ?? '')).size;
}

function locations(xml: string) {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? '');
}
