/** What a browser fetches ahead: a page whose link is pressed, and nothing else. */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './visit.ts';

const { visit, prefetched } = useBrowser();

/** Presses and lets go elsewhere, so that the link is not followed. */
async function press(link: Locator): Promise<void> {
  await link.scrollIntoViewIfNeeded();
  const { x, y } = (await link.boundingBox()) ?? expect.fail('The link is not shown.');
  const { mouse } = link.page();
  await mouse.move(x + 4, y + 4);
  await mouse.down();
  await link.page().waitForTimeout(500);
  await mouse.move(1, 1);
  await mouse.up();
}

test('a page is fetched when its link is pressed, its twins are not', async () => {
  const { page, errors } = await visit('tools/media-library/share_library/');
  // The rules come after the page.
  await page.waitForLoadState('networkidle');
  expect(prefetched).toEqual([]);
  await press(page.locator('.crumbs a').last());
  await expect.poll(() => prefetched).toEqual(['/tools/media-library/']);
  await press(page.locator('.twins a').first());
  await press(page.locator('.rail a').first());
  expect(prefetched).toEqual(['/tools/media-library/']);
  expect(errors).toEqual([]);
});
