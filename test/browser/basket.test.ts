/** Picking tools on any page, and the page of the picks: shown, warned of, exported, shared, removed. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { parsePolicies } from '../../src/policy/parse.ts';
import { readers } from '../snippets/readers.ts';
import { useBrowser } from './visit.ts';

const { visit } = useBrowser();
const patient = { timeout: 15_000 };

const count = (page: Page) => page.locator('[data-picks]').textContent();
const status = (page: Page, words: string | RegExp) =>
  page.locator('[data-status]').filter({ hasText: words }).waitFor({ state: 'attached' });
const names = (page: Page) => page.locator('.picked .name').allTextContents();
const row = (page: Page, name: string) => page.locator('.picked tr').filter({ hasText: name });
const yaml = (page: Page) => page.locator('#snippet-policy').textContent();
/** Opens a page of the same visit. */
const open = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);

test('tools are picked in a list, on a tool’s page and beside a search result, and stand on one page', async () => {
  const { page, context, errors, requests } = await visit('tools/media-library/');
  expect(
    requests.filter((url) => /\/pick\./.test(url)),
    'nothing is loaded before the first pick',
  ).toEqual([]);
  const pick = page.getByRole('button', { name: 'Pick list_playlists' });
  await pick.focus();
  await page.keyboard.press('Enter');
  await status(page, 'list_playlists is picked: 1 tool in your policy.');
  expect(await pick.getAttribute('aria-pressed')).toBe('true');
  expect(await count(page)).toBe('1');

  await open(page, '/tools/media-library/delete_playlist/');
  await expect.poll(() => count(page), patient).toBe('1');
  await page.getByRole('button', { name: 'Pick for your policy' }).click();
  await status(page, 'delete_playlist is picked: 2 tools in your policy.');

  await open(page, '/search/?q=list_notes&server=notes');
  await page.getByRole('button', { name: 'Pick list_notes', exact: true }).first().click();
  await status(page, 'list_notes is picked: 3 tools in your policy.');

  await page.getByRole('link', { name: 'Your policy: 3 tools picked' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your policy' }).waitFor();
  await expect.poll(() => names(page), patient).toEqual(['delete_playlist', 'list_playlists', 'list_notes']);
  await page.locator('#snippet-policy').waitFor();
  const read = parsePolicies((await yaml(page)) ?? '');
  expect(read).toMatchObject({
    ok: true,
    policies: [
      { server: 'media-library', default: 'deny' },
      { server: 'notes', default: 'deny' },
    ],
  });
  await page.reload();
  await expect.poll(() => names(page), patient).toEqual(['delete_playlist', 'list_playlists', 'list_notes']);
  expect(errors).toEqual([]);
  await context.close();
});

test('a filtered list shows what is picked, and a second press takes it back', async () => {
  const { page, context, errors } = await visit('tools/media-library/');
  await page.getByRole('button', { name: 'Pick empty_trash' }).click();
  await status(page, 'empty_trash is picked');
  await page.selectOption('select[name="risk"]', 'critical');
  const pick = page.getByRole('button', { name: 'Pick empty_trash' });
  await expect.poll(() => pick.getAttribute('aria-pressed'), patient).toBe('true');
  await pick.click();
  await status(page, 'empty_trash is no longer picked: 0 tools in your policy.');
  expect(await pick.getAttribute('aria-pressed')).toBe('false');
  expect(errors).toEqual([]);
  await context.close();
});

const three = 'policy/#media-library=list_playlists,delete_playlist.allow&notes=list_notes';

test('a rule is chosen for each tool, and every format follows', async () => {
  const { page, context, errors } = await visit(three);
  await page.locator('#snippet-policy').waitFor();
  expect(await row(page, 'delete_playlist').getByRole('combobox').inputValue()).toBe('allow');
  await page.getByLabel('Rule for delete_playlist').selectOption('ask');
  await expect.poll(() => yaml(page), patient).toMatch(/delete_playlist:\n {4}action: require_approval\n/);
  expect(page.url()).toMatch(/delete_playlist\.ask/);

  await page.locator('label[for="for-claude-code"]').click();
  await page.locator('#snippet-claude-code').waitFor();
  const claude = readers['claude-code']?.((await page.locator('#snippet-claude-code').textContent()) ?? '');
  expect(claude?.decide('media-library', 'delete_playlist')).toBe('ask');
  expect(claude?.decide('notes', 'list_notes')).toBe('allow');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download picks.claude-code.json' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toBe(await page.locator('#snippet-claude-code').textContent());

  // A program that keeps a file for each server gets one for each.
  await page.locator('label[for="for-intercept"]').click();
  await page.locator('#snippet-intercept-2').waitFor();
  await page.getByRole('button', { name: 'Copy the rules for Intercept, Notes' }).click();
  await status(page, 'Copied the rules for Intercept, Notes.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(readers['intercept']?.(copied).decide('notes', 'list_notes')).toBe('allow');
  expect(errors).toEqual([]);
  await context.close();
});

test('tools that together let an agent leak are warned of, each leg with its tools, until one of them is denied', async () => {
  const { page, context, errors } = await visit(
    'policy/#notes=list_notes&loose-schemas=read_inbox&media-library=share_library',
  );
  const leak = page.locator('[data-at="leak"]');
  await leak.getByText('These tools together give all three of what a leak needs').waitFor();
  expect(await leak.getAttribute('class')).toContain('alarm');
  expect(await leak.locator('li').allTextContents()).toEqual([
    'Private data comes in: list_notes, read_inbox',
    'Text by outsiders comes in: read_inbox',
    'Data can go out: share_library',
  ]);
  await page.getByLabel('Rule for share_library').selectOption('deny');
  await status(page, 'Of what a leak needs, these tools together give private data and text by outsiders.');
  expect(await leak.getAttribute('class')).not.toContain('alarm');
  expect((await leak.textContent()) ?? '').not.toContain('share_library');
  expect(errors).toEqual([]);
  await context.close();
});

describe('a shared address', () => {
  test('shows its picks in a fresh browser, and keeps nothing until told to', async () => {
    const first = await visit('tools/notes/');
    await first.page.getByRole('button', { name: 'Pick list_notes', exact: true }).click();
    await status(first.page, 'is picked');
    await open(first.page, '/policy/');
    await first.page.getByRole('button', { name: 'Copy link' }).click();
    await status(first.page, 'Copied the link to this policy.');
    const link = new URL(await first.page.evaluate(() => navigator.clipboard.readText()));
    expect(link.hash).toBe('#notes=list_notes');
    await first.context.close();

    const { page, context, errors } = await visit(`policy/${link.hash}`);
    await expect.poll(() => names(page), patient).toEqual(['list_notes']);
    await page.getByText('This policy of 1 tool came with the address.').waitFor();
    expect(await count(page)).toBe('0');
    await open(page, '/policy/');
    await page.getByText('Nothing is picked yet.').waitFor();
    await page.goBack();
    await expect.poll(() => names(page), patient).toEqual(['list_notes']);
    await page.getByRole('button', { name: 'Add it to mine' }).click();
    await status(page, 'Kept in this browser: 1 tool in your policy.');
    expect(new URL(page.url()).hash).toBe('');
    expect(await count(page)).toBe('1');
    expect(errors).toEqual([]);
    await context.close();
  });

  test('leaves a person’s own picks as they were, and is added to them or put in their place', async () => {
    const { page, context, errors } = await visit('tools/notes/');
    await page.getByRole('button', { name: 'Pick list_notes', exact: true }).click();
    await status(page, 'is picked');
    await open(page, '/policy/#media-library=list_playlists,get_on_deck');
    await page.getByText('Your own policy of 1 tool is kept as it was.').waitFor();
    await page.getByRole('button', { name: 'Remove get_on_deck' }).click();
    await expect.poll(() => names(page), patient).toEqual(['list_playlists']);
    expect(await count(page), 'changing what was shared changes nothing kept').toBe('1');
    await page.getByRole('button', { name: 'Leave it, show mine' }).click();
    await expect.poll(() => names(page), patient).toEqual(['list_notes']);
    await page.goBack();
    await page.getByRole('button', { name: 'Replace mine with it' }).click();
    await expect.poll(() => names(page), patient).toEqual(['list_playlists']);
    expect(await count(page)).toBe('1');
    expect(errors).toEqual([]);
    await context.close();
  });

  test('that names what there is not says so, and breaks nothing', async () => {
    const hash =
      '#notes=list_notes,gone,<img src=x onerror=alert(1)>&__proto__=a&constructor=b&../x=c&nowhere=thing.deny';
    const { page, context, dialogs } = await visit(`policy/${hash}`);
    await expect.poll(() => names(page), patient).toEqual(['list_notes']);
    const unknown = page.locator('[data-at="unknown"] li code');
    expect(await unknown.allTextContents()).toEqual(['notes/gone', 'constructor/b', 'nowhere/thing']);
    await page.getByText('3 of its parts name no tool').waitFor();
    await page.getByRole('button', { name: 'Remove nowhere/thing' }).click();
    await expect.poll(() => unknown.allTextContents(), patient).toEqual(['notes/gone', 'constructor/b']);
    expect(dialogs).toEqual([]);
    await open(page, `/policy/#notes=${'list_notes,'.repeat(20_000)}`);
    await page.reload();
    await expect.poll(() => names(page), patient).toEqual(['list_notes']);
    await context.close();
  });
});

test('a pick is removed, all are removed, and both come back; the focus stays near', async () => {
  const { page, context, errors } = await visit('tools/notes/');
  for (const name of ['list_notes', 'delete_note']) {
    await page.getByRole('button', { name: `Pick ${name}`, exact: true }).click();
    await status(page, `${name} is picked`);
  }
  await open(page, '/policy/');
  await page.getByRole('button', { name: 'Remove delete_note' }).click();
  await status(page, 'Removed delete_note: 1 tool left.');
  expect(await names(page)).toEqual(['list_notes']);
  expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Remove list_notes');
  await page.getByRole('button', { name: 'Remove all' }).click();
  await status(page, '1 tool removed.');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Undo');
  expect(await count(page)).toBe('0');
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page), patient).toEqual(['list_notes']);
  await page.reload();
  await expect.poll(() => names(page), patient).toEqual(['list_notes']);
  expect(errors).toEqual([]);
  await context.close();
});

test('picks of another tab are shown, and a browser that keeps nothing says so', async () => {
  const { page, context } = await visit('policy/');
  const other = await context.newPage();
  await other.goto(new URL('/tools/notes/', page.url()).href);
  await other.getByRole('button', { name: 'Pick list_notes', exact: true }).click();
  await expect.poll(() => names(page), patient).toEqual(['list_notes']);
  await other.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await other.getByRole('button', { name: 'Pick delete_note' }).click();
  await status(other, 'This browser keeps nothing for this site, so nothing can be picked.');
  await context.close();
});

test.each([1280, 320])('nothing moves while the picks come, at %i px', async (width) => {
  const { page, context } = await visit('policy/', { viewport: { width, height: 800 } });
  await page.evaluate(() =>
    localStorage.setItem('picks', 'media-library=list_playlists,delete_playlist&notes=list_notes'),
  );
  for (const path of ['/policy/', '/tools/notes/', '/tools/media-library/delete_playlist/']) {
    await open(page, path);
    await expect.poll(() => count(page), patient).toBe('3');
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 500);
        }),
    );
    expect(shift, path).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
  }
  await context.close();
});

test('without scripts the page says what picking needs and where whole policies are, and no button does nothing', async () => {
  const { page, context } = await visit('policy/', { javaScriptEnabled: false });
  await page.getByText('Picking needs JavaScript').waitFor();
  expect(await page.getByRole('button', { name: /Pick|Remove|Copy/ }).count()).toBe(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Policy of Notes', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('notes.policy.yaml');
  await open(page, '/tools/notes/');
  expect(await page.getByRole('button', { name: /Pick/ }).count()).toBe(0);
  await context.close();
});
