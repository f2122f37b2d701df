/** Search as people use it: typed, filtered, walked by keys, linked, gone back to. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './visit.ts';

const { visit } = useBrowser();

const box = (page: Page) => page.getByRole('searchbox', { name: 'Search tools' });
const names = (page: Page) => page.locator('#results a.name');
const choice = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const status = (page: Page) => page.locator('#search-status');
const first = async (page: Page, n: number) => (await names(page).allTextContents()).slice(0, n);
const query = (page: Page) => new URL(page.url()).search;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const ofSearch = (requests: readonly string[]) => requests.filter((url) => /\/search\/.+\.json|\/pagefind\//.test(url));

describe('what is typed', () => {
  test.each(['plex auth', 'authenticate_plex', 'authenticatePlex', 'auth', 'authentcate_plex'])(
    '%s finds authenticate_plex among the first three',
    async (text) => {
      const { page, context, errors } = await visit('search/');
      await box(page).fill(text);
      await status(page).filter({ hasText: 'found' }).waitFor();
      expect(await first(page, 3)).toContain('authenticate_plex');
      expect(errors).toEqual([]);
      await context.close();
    },
  );

  test('a result says its server, risk, category and what the tool does', async () => {
    const { page, context } = await visit('search/?q=delete_playlist');
    const result = page.locator('#results li').first();
    await result.getByText('Deletes a playlist for good.').waitFor();
    expect(await result.textContent()).toMatch(/delete_playlist[\s\S]*Critical[\s\S]*Destructive[\s\S]*Media Library/);
    await result.getByRole('link', { name: 'delete_playlist' }).click();
    await page.getByRole('heading', { level: 1, name: 'delete_playlist' }).waitFor();
    await context.close();
  });

  test('words that only a description holds find the tool, under the policy that hosts send', async () => {
    const { page, context, errors } = await visit('search/?q=invites+a+person');
    await names(page).filter({ hasText: 'share_library' }).waitFor();
    await page.goto(page.url().replace('person', 'person&server=notes'));
    await status(page).filter({ hasText: 'No tool found' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test('what nothing holds finds nothing, and the page says so', async () => {
    const { page, context } = await visit('search/?q=zzzyyyxxx');
    await status(page).filter({ hasText: 'No tool found' }).waitFor();
    expect(await names(page).count()).toBe(0);
    await context.close();
  });
});

describe('the address', () => {
  test('follows the query and the filters, and goes back', async () => {
    const { page, context } = await visit('search/');
    const length = () => page.evaluate(() => history.length);
    const before = await length();
    await box(page).pressSequentially('playlist');
    expect([query(page), await length()]).toEqual(['?q=playlist', before]);

    await choice(page, 'Risk').selectOption('critical');
    expect([query(page), await length()]).toEqual(['?q=playlist&risk=critical', before + 1]);
    await choice(page, 'Server').selectOption({ label: 'Media Library' });
    await expect.poll(() => first(page, 9)).toEqual(['delete_playlist']);

    await page.goBack();
    await page.goBack();
    expect(query(page)).toBe('?q=playlist');
    expect(await choice(page, 'Risk').inputValue()).toBe('');
    await expect.poll(() => names(page).count()).toBeGreaterThan(1);
    await context.close();
  });

  test('brings back what was found, after a look at a tool and in a new window', async () => {
    const { page, context } = await visit('search/?q=playlist&category=destructive&server=media-library');
    await names(page).first().click();
    await page.waitForURL(/delete_playlist/);
    await page.goBack();
    await expect.poll(() => first(page, 9)).toEqual(['delete_playlist']);
    expect(await box(page).inputValue()).toBe('playlist');
    expect(await choice(page, 'Category').inputValue()).toBe('destructive');
    await context.close();
  });

  test('filters alone list tools, and one button takes them away', async () => {
    const { page, context } = await visit('search/?risk=critical&server=media-library');
    await names(page).filter({ hasText: 'delete_playlist' }).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(query(page)).toBe('');
    expect(await names(page).count()).toBe(0);
    expect(await page.getByRole('link', { name: /^By name/ }).isVisible()).toBe(true);
    await context.close();
  });

  test('keeps a server that the catalog does not have, and finds nothing of it', async () => {
    const { page, context } = await visit('search/?q=playlist&server=%3Cb%3Egone');
    await status(page).filter({ hasText: 'No tool found' }).waitFor();
    expect(await choice(page, 'Server').inputValue()).toBe('<b>gone');
    await context.close();
  });
});

describe('the keyboard alone', () => {
  test.each(['Control+k', '/'])('%s leads from any page to a search, and Enter there to the tool', async (key) => {
    const { page, context } = await visit('tools/media-library/');
    await page.keyboard.press(key);
    await page.keyboard.type('get on/deck');
    expect(await box(page).inputValue(), 'a slash that is typed is text').toBe('get on/deck');
    await page.keyboard.press('Enter');
    await names(page).filter({ hasText: 'get_on_deck' }).waitFor();
    await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'get_on_deck' }).waitFor();
    await context.close();
  });

  test('arrows go through the results, Escape goes back to the box, Enter opens', async () => {
    const { page, context } = await visit('search/');
    await page.keyboard.press('/');
    await page.keyboard.type('playlist');
    await expect.poll(() => names(page).count()).toBeGreaterThan(2);
    const [one, two] = await first(page, 2);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(one);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(two);
    await page.keyboard.press('Escape');
    expect(await box(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await box(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: two ?? '' }).waitFor();
    await context.close();
  });

  test('a long list is shown in steps, and focus goes on where it was', async () => {
    const { page, context } = await visit('search/?server=hostile');
    await expect.poll(() => names(page).count()).toBe(30);
    await page.getByRole('button', { name: 'Show more' }).focus();
    await page.keyboard.press('Enter');
    expect(await names(page).count()).toBe(60);
    expect(await focused(page)).toBe(await names(page).nth(30).textContent());
    await context.close();
  });
});

describe('before it is used', () => {
  test.each(['', 'tools/media-library/delete_playlist/', 'search/'])(
    '/%s asks for nothing of the search',
    async (path) => {
      const { page, context, requests } = await visit(path);
      await page.waitForLoadState('networkidle');
      expect(ofSearch(requests)).toEqual([]);
      await context.close();
    },
  );

  test('the names come when the box is entered, the texts when something is asked', async () => {
    const { page, context, requests } = await visit('search/');
    await box(page).focus();
    await page.waitForLoadState('networkidle');
    expect(ofSearch(requests).map((url) => new URL(url).pathname)).toEqual(['/search/names.json']);
    await box(page).fill('playlist');
    await expect.poll(() => ofSearch(requests).some((url) => url.includes('/pagefind/'))).toBe(true);
    await context.close();
  });

  test('a page without scripts says that searching needs them, and leads to the lists', async () => {
    const { page, context } = await visit('search/?q=plex', { javaScriptEnabled: false });
    expect(await page.getByText('Searching needs JavaScript').isVisible()).toBe(true);
    expect(await box(page).count()).toBe(0);
    await page.getByRole('link', { name: /^By name/ }).click();
    await page.getByRole('heading', { level: 1, name: 'All tools by name' }).waitFor();
    await context.close();
  });
});

test('names and texts of a hostile server are shown as text', async () => {
  const { page, context, errors, dialogs, requests } = await visit('search/?server=hostile');
  await expect.poll(() => names(page).count()).toBe(30);
  while (await page.getByRole('button', { name: 'Show more' }).isVisible()) {
    await page.getByRole('button', { name: 'Show more' }).click();
  }
  for (const text of ['html', '<script>', '__proto__', '../x', 'onerror', '"><img']) {
    await box(page).fill(text);
    await status(page).filter({ hasText: 'found' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('#results :not(li, a, p, span, svg, use, button.pick)').count()).toBe(0);
  }
  await box(page).fill('__proto__');
  await names(page).filter({ hasText: '__proto__' }).first().click();
  await page.getByRole('heading', { level: 1, name: '__proto__' }).waitFor();
  expect(await page.evaluate(() => '__pwned' in window)).toBe(false);
  const origin = new URL(page.url()).origin;
  expect([errors, dialogs, requests.filter((url) => !url.startsWith(origin))]).toEqual([[], [], []]);
  await context.close();
});

describe('when a file cannot be had', () => {
  test('the page says so, and the next search asks again', async () => {
    const { page, context } = await visit('search/');
    await page.route('**/names.json', (route) => route.abort());
    await box(page).fill('plex');
    await status(page).filter({ hasText: 'could not be loaded' }).waitFor();
    await page.unroute('**/names.json');
    await box(page).fill('plex auth');
    await names(page).filter({ hasText: 'authenticate_plex' }).waitFor();
    await context.close();
  });

  test('names are found without the texts', async () => {
    const { page, context } = await visit('search/');
    await page.route('**/pagefind/**', (route) => route.abort());
    await box(page).fill('plex auth');
    await status(page).filter({ hasText: 'Descriptions could not be searched' }).waitFor();
    expect(await first(page, 3)).toContain('authenticate_plex');
    await context.close();
  });
});
