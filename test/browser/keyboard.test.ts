/** A tool page by the keyboard alone. */
import { globSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { useBrowser } from './visit.ts';

const { visit } = useBrowser();
const [toolPage = ''] = globSync('tools/*/*/index.html', { cwd: inject('site') }).sort();
const path = toolPage.replace(/index\.html$/, '');

test('every stop of the Tab key can be seen, and the last leads out of the page', async () => {
  const { page, context } = await visit(path);
  const stops: string[] = [];
  for (let n = 0; n < 300; n += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      const { top, bottom, width } = element.getBoundingClientRect();
      const shown = bottom > 0 && top < innerHeight && width > 0;
      const name = `${element.tagName} ${element.textContent?.trim().slice(0, 40)}`;
      return { name, marked: outlineStyle !== 'none' || boxShadow !== 'none', shown };
    });
    if (!stop) break;
    expect(stop).toMatchObject({ marked: true, shown: true });
    stops.push(stop.name);
  }
  expect(stops[0]).toMatch(/^A Skip to/);
  expect(stops.length).toBeGreaterThan(10);
  expect(stops.length, 'no trap').toBeLessThan(300);
  await context.close();
});

test('the rule is copied with Enter, and the page says so', async () => {
  const { page, context, errors } = await visit(path);
  const copy = page.getByRole('button', { name: 'Copy rule' });
  await copy.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^version: 1\nserver: /);
  expect(errors).toEqual([]);
  await context.close();
});

test('the chosen theme and the chosen target are remembered', async () => {
  const { page, context } = await visit(path);
  await page.getByRole('radio', { name: 'Dark' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('radio', { name: 'Codex' }).focus();
  await page.keyboard.press('Space');
  await page.reload();
  expect(await page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: 'Codex' }).isChecked()).toBe(true);
  await context.close();
});
