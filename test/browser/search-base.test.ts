/** Search on a site that lives below a path. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { useBrowser } from './visit.ts';

const folder = mkdtempSync(join(tmpdir(), 'catalog-base-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const content = join(folder, 'content');
for (const [kind, ending] of [
  ['servers', 'yaml'],
  ['snapshots', 'json'],
] as const) {
  mkdirSync(join(content, kind), { recursive: true });
  cpSync(join(inject('content'), kind, `media-library.${ending}`), join(content, kind, `media-library.${ending}`));
}
writeFileSync(join(content, 'site.yaml'), 'title: Below\nurl: https://tools.example/catalog\n');
execFileSync(process.execPath, ['scripts/build.ts'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    // A variable of somebody else, which the site must not take for its own path.
    BASE_URL: '/elsewhere/',
    NODE_ENV: 'production',
    CONTENT_DIR: content,
    CACHE_DIR: join(folder, 'cache'),
    OUT_DIR: join(folder, 'site'),
  },
});
const { visit } = useBrowser(join(folder, 'site'));

test('names, lines, texts and links are below the path', async () => {
  const { page, context, errors, requests } = await visit('search/?q=plex+auth');
  const result = page.locator('#results li').first();
  await result.getByText('Starts signing in to a Plex account.').waitFor();
  await page.getByRole('searchbox').fill('invites a person');
  await page.getByRole('link', { name: 'share_library' }).click();
  await page.getByRole('heading', { level: 1, name: 'share_library' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/catalog/tools/media-library/share_library/');
  expect(requests.filter((url) => !new URL(url).pathname.startsWith('/catalog/'))).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
