/** The same for what is not there at first: folded parts, other choices, results, errors and messages. */
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { templatePages } from '../../scripts/check-site/templates.ts';
import { expectNone } from '../site/none.ts';
import { lookOver } from './look-over.ts';
import { useBrowser } from './visit.ts';

const templates = templatePages(inject('site'));
const pathOf = (template: string) => (templates.get(template)?.[0] ?? '').replace(/index\.html$/, '');
const tool = pathOf('tools/[server]/[tool].astro');
const server = pathOf('tools/[server]/[...page].astro');

type State = { name: string; path: string; widths?: number[]; enter(page: Page): Promise<unknown> };

const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
/** The facet that the fewest tools have, as its option says: `Takes any shell command (10)`. */
const rarest = (page: Page) =>
  page.evaluate(() => {
    const options = [...document.querySelectorAll<HTMLOptionElement>('select[name="facet"] option')].slice(1);
    const tools = ({ text }: HTMLOptionElement) => Number(/\(([\d,]+)\)$/.exec(text)?.[1]?.replaceAll(',', ''));
    return options.sort((a, b) => tools(a) - tools(b))[0]?.value ?? '';
  });
const search = async (page: Page, words: string, result: string) => {
  await page.fill('#search-box', words);
  await page.locator(result).first().waitFor();
};

const [, ofServer = '', slug = ''] = tool.split('/');

const states: State[] = [
  {
    name: 'a policy of picks that came with the address',
    path: `policy/#${ofServer}=${slug},gone`,
    enter: async (page) => {
      await page.locator('.picked tbody tr').first().waitFor();
      await page.locator('[data-at="unknown"] li').first().waitFor();
      await page.locator('#snippet-policy').waitFor();
    },
  },
  {
    name: 'a tool that is picked',
    path: tool,
    enter: async (page) => {
      await page.getByRole('button', { name: 'Pick for your policy' }).click();
      await page.locator('button.pick[aria-pressed="true"]').waitFor();
    },
  },
  { name: 'a tool with everything unfolded', path: tool, enter: unfold },
  { name: 'a server with everything unfolded', path: server, enter: unfold },
  {
    name: 'a rule for another program',
    path: tool,
    enter: async (page) => {
      await page.locator('label[for="for-codex"]').click();
      await page.locator('#snippet-codex').waitFor();
    },
  },
  {
    name: 'a rule that was copied',
    path: tool,
    enter: async (page) => {
      await page.getByRole('button', { name: 'Copy rule' }).click();
      await page.locator('[data-status]', { hasText: /cop/i }).waitFor();
    },
  },
  { name: 'the menu', path: '', widths: [320], enter: (page) => page.getByRole('button', { name: 'Menu' }).click() },
  { name: 'results of a search', path: 'search/', enter: (page) => search(page, 'list', '#results li') },
  {
    name: 'a search that finds nothing',
    // No Read tool is critical.
    path: 'search/?q=delete&risk=critical&category=read',
    enter: (page) => page.locator('#search-status', { hasText: 'No tool found.' }).waitFor(),
  },
  {
    name: 'a filter in use',
    path: 'all-tools/',
    enter: async (page) => {
      await page.selectOption('select[name="facet"]', await rarest(page));
      await page.getByText(/^[\d,]+ of [\d,]+ tools\.$/).waitFor();
    },
  },
  {
    name: 'a policy of picked tools',
    path: tool,
    enter: async (page) => {
      await page.getByRole('button', { name: 'Pick for your policy' }).click();
      await page.locator('[data-status]', { hasText: 'is picked' }).waitFor({ state: 'attached' });
      await page
        .getByRole('link', { name: /^Your policy/ })
        .first()
        .click();
      await page.locator('#snippet-policy').waitFor();
    },
  },
  {
    name: 'a message with faults',
    path: 'contact/',
    enter: async (page) => {
      await page.getByLabel('Your name').focus();
      await expect.poll(() => page.locator('[name="nonce"]').inputValue()).not.toBe('');
      // A form that is sent within two seconds is taken for a machine's.
      await page.waitForTimeout(2_100);
      await page.getByRole('button', { name: 'Send message' }).click();
      await page.locator('.error-summary').waitFor();
    },
  },
];

const { visit } = useBrowser();

test.each(states)('axe finds no fault in $name', async ({ path, widths, enter }) => {
  const { page, context, errors } = await visit(path, { viewport: { width: widths?.[0] ?? 1280, height: 800 } });
  await enter(page);
  expectNone(await lookOver(page, widths));
  // The browser itself reports a refused message in its console.
  expect(errors.filter((error) => !/status of 422/.test(error))).toEqual([]);
  await context.close();
});
