/** What a built site shows of a server that was asked twice and answered otherwise. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { readPages } from './read-pages.ts';

const folder = inject('site');
const isFixture = existsSync(join(folder, 'tools/media-library/manage_collection/index.html'));
const textOf = (file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

test('the page of changes is there, and every page leads to it', () => {
  expect(existsSync(join(folder, 'changes/index.html'))).toBe(true);
  const [home] = readPages(folder).filter(({ file }) => file === 'index.html');
  expect(home?.addresses.some(({ value }) => value.endsWith('/changes/'))).toBe(true);
});

test.runIf(isFixture)(
  'a tool whose label moved stands there with both labels, and what came and went beside it',
  () => {
    const text = textOf('changes/index.html');
    expect(text).toMatch(
      /manage_collection on Media Library Changed: description and input schema [0-9a-f]{12} → [0-9a-f]{12} Write Medium Destructive Critical/,
    );
    expect(text).toMatch(/rate_item on Media Library Added none → [0-9a-f]{12} none Write/);
    expect(text).toMatch(/list_ratings on Media Library Removed [0-9a-f]{12} → none Read Low none/);
  },
);

test.runIf(isFixture)('it is a finding of the tool, of its server, and in the list of findings', () => {
  expect(textOf('tools/media-library/manage_collection/index.html')).toMatch(
    /Alert : Found a definition that has changed on \d+ \w+ \d+: description and input schema\. That raises its label from Write to Destructive\./,
  );
  expect(textOf('tools/media-library/index.html')).toMatch(
    /Notice : Found tools that have come, gone or changed on .*: 1 tool added, 1 removed and 1 definition changed\./,
  );
  expect(textOf('findings/index.html')).toContain('Found a definition that has changed');
  expect(textOf('tools/media-library/play_on_device/index.html')).not.toContain('has changed on');
});
