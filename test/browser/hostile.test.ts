/** Nothing that a server says runs, loads or hides in a browser. */
import { globSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { useBrowser } from './visit.ts';

const { visit } = useBrowser();

const hostilePages = globSync('tools/hostile*/**/index.html', { cwd: inject('site') })
  .map((file) => file.replace(/index\.html$/, ''))
  .sort();
/** Every kind of name is among the first and the last; between them are 2,000 alike. */
const looked = [...hostilePages.slice(0, 30), ...hostilePages.slice(-10)];

test('there are hostile pages to look at', () => {
  expect(hostilePages.length).toBeGreaterThan(1000);
});

test('no page of the hostile server runs or loads anything of it', async () => {
  const { page, context, errors, dialogs, requests } = await visit('');
  const origin = new URL(page.url()).origin;
  for (const path of looked) {
    await page.goto(`${origin}/${path}`);
    // What a script of the server would have done by now, had it been let.
    expect(await page.evaluate(() => [...document.scripts].map(({ src, type }) => src || type))).toEqual(
      expect.not.arrayContaining(['']),
    );
    expect(await page.evaluate(() => '__pwned' in window || 'pwned' in window)).toBe(false);
  }
  expect(dialogs).toEqual([]);
  expect(errors).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(origin))).toEqual([]);
  await context.close();
}, 120_000);
