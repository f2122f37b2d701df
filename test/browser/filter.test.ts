/** The filter above a list: combinations live in the address, and a list of several pages is filtered whole. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './visit.ts';

const { visit } = useBrowser();
const patient = { timeout: 15_000 };
const rows = (page: Page) => page.locator('[data-list] tbody tr');
const status = (page: Page) => page.locator('[data-filter] [role="status"]');

/** The number that an option promises: `Critical (62)`. */
async function promised(page: Page, choice: string, value: string): Promise<number> {
  const text = await page.locator(`select[name="${choice}"] option[value="${value}"]`).textContent();
  return Number(text?.match(/\(([\d,]+)\)$/)?.[1]?.replaceAll(',', ''));
}

test('choices narrow the whole list, stand in the address, and come back with it', async () => {
  const { page, context, errors } = await visit('all-tools/');
  const before = await rows(page).count();
  const critical = await promised(page, 'risk', 'critical');
  expect(critical).toBeGreaterThan(0);

  await page.selectOption('select[name="risk"]', 'critical');
  await status(page)
    .filter({ hasText: new RegExp(`^${critical.toLocaleString('en')} of `) })
    .waitFor();
  expect(await rows(page).count()).toBe(critical);
  expect(await rows(page).filter({ hasNotText: 'Critical' }).count()).toBe(0);
  expect(new URL(page.url()).search).toBe('?risk=critical');

  await page.selectOption('select[name="category"]', 'financial');
  await expect.poll(() => new URL(page.url()).search, patient).toBe('?risk=critical&category=financial');
  const both = await promised(page, 'category', 'financial');
  await expect.poll(() => rows(page).count(), patient).toBe(both);

  await page.reload();
  await expect.poll(() => rows(page).count(), patient).toBe(both);
  expect(await page.locator('select[name="category"]').inputValue()).toBe('financial');

  await page.goBack();
  await expect.poll(() => rows(page).count(), patient).toBe(critical);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(() => rows(page).count(), patient).toBe(before);
  expect(new URL(page.url()).search).toBe('');
  expect(errors).toEqual([]);
  await context.close();
});

test('what the address says and no list has is left out', async () => {
  const { page, context, errors } = await visit('all-tools/?risk=nonsense&facet=__proto__');
  expect(await page.locator('select[name="risk"]').inputValue()).toBe('');
  expect(await rows(page).count()).toBeGreaterThan(1);
  expect(errors).toEqual([]);
  await context.close();
});

test('without scripts the list is whole and has no filter that does nothing', async () => {
  const { page, context } = await visit('all-tools/?risk=critical', { javaScriptEnabled: false });
  expect(await rows(page).filter({ hasNotText: 'Critical' }).count()).toBeGreaterThan(0);
  expect(await page.locator('[data-filter]').isVisible()).toBe(false);
  await context.close();
});
