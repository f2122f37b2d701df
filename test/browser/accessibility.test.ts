/** One page of each template, in both themes, on a desk and on a phone. */
import { expect, inject, test } from 'vitest';
import { templatePages } from '../../scripts/check-site/templates.ts';
import { expectNone } from '../site/none.ts';
import { lookOver } from './look-over.ts';
import { useBrowser } from './visit.ts';

// Of a site that is built already the heaviest page of each template too, and the second of a list.
const most = process.env['CHECK_SITE'] ? 3 : 1;
const pages = [...templatePages(inject('site'))].flatMap(([template, files]) =>
  files.slice(0, most).map((file) => ({ template, file })),
);

const { visit } = useBrowser();

test('there is a page of each template that a catalog with guides and tags has', () => {
  expect(new Set(pages.map(({ template }) => template)).size).toBeGreaterThanOrEqual(18);
});

test.each(pages)('$file has no fault that axe finds, and nothing sticks out', async ({ file }) => {
  const { page, context, errors } = await visit(file.replace(/index\.html$/, ''));
  expectNone(await lookOver(page));
  // The page that says that nothing is here is served for an address where nothing is.
  expect(errors.filter((error) => !(file === '404.html' && error.includes('404')))).toEqual([]);
  await context.close();
});
