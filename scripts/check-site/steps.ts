/** The checks of a built site, the quick ones first. The heavy tools are loaded when they are wanted. */
import type { Step } from './step.ts';
import { testStep } from './tests.ts';

export const steps: Step[] = [
  {
    name: 'pages',
    gist: 'links, fragments, ids, heads, sitemap and weight, on every page',
    run: testStep('test/site/pages.test.ts'),
  },
  { name: 'words', gist: 'the texts of every page', run: testStep('test/site/words.test.ts') },
  {
    name: 'vnu',
    gist: 'the Nu Html Checker on every page (needs Java)',
    run: async (options) => (await import('./vnu.ts')).checkWithVnu(options),
  },
  {
    name: 'html-validate',
    gist: 'html-validate on every template and a sample',
    run: async (options) => (await import('./html-validate.ts')).checkWithHtmlValidate(options),
  },
  {
    name: 'axe',
    gist: 'axe on every template, both themes, wide and narrow, and with things open (needs Chromium)',
    run: testStep('test/browser/accessibility.test.ts', 'test/browser/open-states.test.ts'),
  },
  {
    name: 'lighthouse',
    gist: 'Lighthouse on every template, phone and desk (needs Chromium)',
    run: async (options) => (await import('./lighthouse.ts')).checkWithLighthouse(options),
  },
];
