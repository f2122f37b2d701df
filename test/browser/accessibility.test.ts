/** One page of each template, in both themes, on a desk and on a phone. */
import { globSync } from 'node:fs';
import axe from 'axe-core';
import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from './visit.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The first page of the site that each pattern finds; a site without guides has none of that template. */
const templates = [
  'index.html',
  'tools/index.html',
  'tools/*/index.html',
  'tools/*/*/index.html',
  'all-tools/index.html',
  'risk/*/index.html',
  'categories/*/index.html',
  'facets/index.html',
  'facets/*/index.html',
  'tags/index.html',
  'tags/*/index.html',
  'search/index.html',
  'methodology/index.html',
  'guides/index.html',
  'contact/index.html',
  'contact/sent/index.html',
  'guides/*/index.html',
  '404.html',
].flatMap((pattern) =>
  globSync(pattern, { cwd: inject('site') })
    .sort()
    .slice(0, 1),
);

const views = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'dark', width: 320 },
] as const;

const { visit } = useBrowser();

describe.each(templates)('%s', (file) => {
  test.each(views)('has no fault that axe finds, $colorScheme at $width px', async ({ colorScheme, width }) => {
    const { page, context, errors } = await visit(file.replace(/index\.html$/, ''), {
      colorScheme,
      viewport: { width, height: 800 },
    });
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      (values) =>
        // @ts-expect-error: axe puts itself on the window.
        window.axe.run(document, { runOnly: { type: 'tag', values } }),
      tags,
    );
    const faults = found.violations.map(
      ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`,
    );
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing sticks out').toBeLessThanOrEqual(
      width,
    );
    expect(errors).toEqual([]);
    await context.close();
  });
});
