/** The switch between programs: what the browser writes is what the round trip tested, remembered from page to page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { parsePolicies } from '../../src/policy/parse.ts';
import { snippets } from '../../src/snippets/list.ts';
import { render } from '../../src/snippets/render.ts';
import { type ServerRules, serverKeyOf } from '../../src/snippets/snippet.ts';
import { roundTrip } from '../snippets/round-trip.ts';
import { useBrowser } from './visit.ts';

const { visit } = useBrowser();

const server = 'media-library';
const read = parsePolicies(readFileSync(join(inject('site'), 'tools', server, 'policy.yaml'), 'utf8'));
const policy = read.ok ? read.policies[0] : undefined;
if (!policy) throw new Error('no policy to download');
const whole: ServerRules = { ...policy, serverKey: serverKeyOf(server) };
const rule = policy.tools.get('delete_playlist');
if (!rule) throw new Error('no rule for delete_playlist');
const { default: _, reason: __, ...both } = whole;
const single: ServerRules = { ...both, tools: new Map([['delete_playlist', rule]]) };

const pages = [
  { what: 'a tool', path: `tools/${server}/delete_playlist/`, rules: single },
  { what: 'a whole server', path: `tools/${server}/`, rules: whole },
];

describe.each(pages)('of $what', ({ path, rules }) => {
  test('each of the thirteen formats is written as the round trip tested it', async () => {
    const { page, context, errors, requests } = await visit(path);
    await page.locator('#policy details:has(.snippets) > summary, #policy .rule-words').first().click();
    const before = requests.filter((url) => url.includes('write-target')).length;
    expect(before, 'what nobody chose is not loaded').toBe(0);
    for (const snippet of snippets) {
      await page.locator(`label[for="for-${snippet.id}"]`).click();
      const shown = page.locator(`#snippet-${snippet.id}`);
      await shown.waitFor();
      const made = render(snippet, [rules]);
      expect(await shown.textContent(), snippet.id).toBe(made.ok ? made.text : '');
      expect(roundTrip(snippet, [rules]).differing).toEqual([]);
      expect(await page.locator('#policy .snippet:visible').count(), 'one at a time').toBe(1);
    }
    expect(errors).toEqual([]);
    await context.close();
  });
});

test('a choice is remembered on the next page, before anything is shown', async () => {
  const { page, context, errors } = await visit(pages[0]?.path ?? '');
  await page.locator('label[for="for-zed"]').click();
  await page.locator('#snippet-zed').waitFor();
  await page.goto(page.url().replace('delete_playlist', 'list_playlists'));
  await page.locator('#snippet-zed').waitFor();
  expect(await page.locator('#snippet-policy').isVisible()).toBe(false);
  expect(errors).toEqual([]);
  await context.close();
});

test('the client chosen for adding a server is the one that its policy is shown for, and is remembered', async () => {
  const { page, context, errors } = await visit(`tools/${server}/`);
  expect(await page.locator('#install-claude-code').isVisible()).toBe(true);
  await page.locator('label[for="in-zed"]').click();
  expect(await page.locator('#install-zed').isVisible()).toBe(true);
  expect(await page.locator('#install-claude-code').isVisible(), 'one at a time').toBe(false);
  await page.getByRole('button', { name: 'Copy the entry for Zed' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toHaveProperty('context_servers');
  await page.locator('#policy summary').click();
  await page.locator('#snippet-zed').waitFor();
  await page.reload();
  expect(await page.locator('#install-zed').isVisible()).toBe(true);
  // A client without a form of its own for policies leaves that switch as it is.
  await page.locator('label[for="in-windsurf"]').click();
  await page.locator('#policy summary').click();
  await page.locator('#snippet-zed').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('a snippet is downloaded under its server’s name, byte for byte as shown', async () => {
  const { page, context } = await visit(pages[0]?.path ?? '');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download media-library.policy.yaml' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('media-library.policy.yaml');
  const saved = readFileSync(await download.path(), 'utf8');
  expect(saved).toBe(await page.locator('#snippet-policy').textContent());
  await context.close();
});
