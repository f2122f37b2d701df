/** The way of a person who decides what an agent may call: search, open a tool, read its risk, copy its policy. */
import { describe, expect, test } from 'vitest';
import { parsePolicies } from '../../src/policy/parse.ts';
import { useBrowser } from './visit.ts';

const { visit } = useBrowser();

test('a person finds a tool, reads its risk and copies its policy', async () => {
  const { page, context, errors } = await visit('');
  await page.getByRole('searchbox', { name: 'Search tools' }).fill('delete playlist');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'delete_playlist' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'delete_playlist' }).waitFor();

  const band = page.locator('.band');
  expect(await band.locator('.risk').textContent()).toMatch(/Critical/);
  await band.getByRole('button', { name: 'Copy rule' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();

  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const read = parsePolicies(copied);
  expect(read).toMatchObject({ policies: [{ tools: new Map([['delete_playlist', { action: 'deny' }]]) }] });
  expect(errors).toEqual([]);
  await context.close();
});

describe('without scripts', () => {
  test('a tool page shows its risk and every form of its rule', async () => {
    const { page, context } = await visit('tools/media-library/delete_playlist/', { javaScriptEnabled: false });
    expect(await page.locator('.band').textContent()).toMatch(/Critical/);
    for (const rule of await page.locator('.snippet').all()) expect(await rule.isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: /^Copy/ }).count(), 'no button that does nothing').toBe(0);
    await context.close();
  });

  test('the keyboard alone reaches the content', async () => {
    const { page, context } = await visit('tools/media-library/delete_playlist/', { javaScriptEnabled: false });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
    await context.close();
  });
});
