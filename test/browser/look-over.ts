/** What axe finds in a page as it stands, in both themes, wide and narrow. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 AA and what axe holds for good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

const widths = [1280, 320] as const;

/** One line a fault: the theme, the width, the rule and the first element that breaks it. */
export async function lookOver(page: Page, at: readonly number[] = widths): Promise<string[]> {
  await page.evaluate(axe.source);
  const faults: string[] = [];
  for (const width of at) {
    await page.setViewportSize({ width, height: 800 });
    const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth);
    if (sticksOut > width) faults.push(`${width} px: the page is ${sticksOut} px wide`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const fault of await violations(page)) faults.push(`${colorScheme}, ${width} px: ${fault}`);
    }
  }
  return faults;
}

const violations = (page: Page): Promise<string[]> =>
  page.evaluate(async (values) => {
    // @ts-expect-error: axe puts itself on the window.
    const found = await window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return found.violations.map(
      ({ id, nodes }: { id: string; nodes: { html: string; any: { message: string }[] }[] }) =>
        `${id}, ${nodes.length} times: ${nodes[0]?.html} ${nodes[0]?.any[0]?.message ?? ''}`,
    );
  }, tags);
