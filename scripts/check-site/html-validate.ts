/** A second opinion on the markup, stricter in style than the specification; at 30 ms a page it takes a sample. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { judged, type Options, type Outcome } from './step.ts';
import { samplePages, templatePages } from './templates.ts';

const loader = new StaticConfigLoader({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Every script and style is the site's own, from the host that sends the page.
    'require-sri': 'off',
    // Both ways of writing are the specification's.
    'void-style': 'off',
    'no-implicit-input-type': 'off',
    // Parameters have names of any kind, and servers' texts end their lines as they like.
    'valid-id': ['error', { relaxed: true }],
    'no-trailing-whitespace': 'off',
    // A filter acts when something is chosen and sends nothing.
    'wcag/h32': 'off',
    // A tool's name may take 128 characters, and a title that ends before it would not tell two tools apart.
    'long-title': ['error', { maxlength: 140 }],
  },
});

export async function checkWithHtmlValidate({ site, sample, seed, tell }: Options): Promise<Outcome> {
  const templates = [...templatePages(site).values()].flat();
  const files = [...new Set([...templates, ...samplePages(site, sample, seed)])];
  const checker = new HtmlValidate(loader);
  const faults: string[] = [];
  for (const [index, file] of files.entries()) {
    if (index > 0 && index % 100 === 0) tell(`${index} of ${files.length} pages`);
    const { results } = await checker.validateString(readFileSync(join(site, file), 'utf8'), file);
    for (const { messages } of results) {
      faults.push(...messages.map(({ line, ruleId, message }) => `${file}:${line}: ${ruleId}: ${message}`));
    }
  }
  return judged(`${files.length} pages, ${templates.length} of them for the templates, seed ${seed}`, faults);
}
