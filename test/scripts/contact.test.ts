/** `npm run contact`, as a person or a timer runs it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredMessage } from '../../src/contact/store.ts';
import { openStore } from '../../src/hosts/node-contact.ts';

const folder = mkdtempSync(join(tmpdir(), 'catalog-contact-cli-'));
const CONTACT_DB = join(folder, 'contact.sqlite');
const base: StoredMessage = {
  id: 'one',
  receivedAt: Date.now(),
  name: 'Ana',
  email: 'ana@example.com',
  message: 'How is this label made?',
  tool: '',
  label: '',
  expected: '',
  definition: '',
};

function contact(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/contact.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTACT_DB },
  });
  return { status, stdout, stderr };
}

beforeAll(async () => {
  const store = openStore({ CONTACT_DB });
  await store?.save(base, ['webhook']);
  await store?.save({ ...base, id: 'two', name: '=HYPERLINK("x")', message: 'Two "lines",\nand more' }, []);
  await store?.save({ ...base, id: 'old', email: 'ben@example.com', receivedAt: Date.UTC(2020, 1) }, []);
  await store?.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

test('does what it is asked, one thing after the other', () => {
  expect(contact('list').stdout.trim().split('\n')).toHaveLength(3);
  expect(JSON.parse(contact('list', '--status', 'waiting', '--json').stdout)).toMatchObject([{ id: 'one' }]);
  expect(contact('show', 'one').stdout).toMatch(/How is this label made\?\n\nwebhook: waiting after 0 attempts, next /);
  expect(JSON.parse(contact('show', 'one', '--json').stdout)).toMatchObject({
    id: 'one',
    deliveries: [{ channel: 'webhook' }],
  });
  expect(JSON.parse(contact('stats', '--json').stdout)).toMatchObject({ messages: 3 });
  expect(contact('retry').stdout).toBe('1 delivery due now.\n');
  expect(contact('purge').stdout).toBe('Purged 1 message.\n');
  expect(contact('delete', 'ana@example.com')).toMatchObject({ status: 0, stdout: 'Deleted 2 messages.\n' });
  expect(contact('list').stdout).toBe('No messages.\n');
});

test('exports every message, and no cell that a spreadsheet would run', async () => {
  const store = openStore({ CONTACT_DB });
  await store?.save({ ...base, id: 'two', name: '=HYPERLINK("x")', message: 'Two "lines",\nand more' }, []);
  await store?.close();
  expect(JSON.parse(contact('export').stdout)).toMatchObject({ id: 'two', name: '=HYPERLINK("x")' });
  const csv = contact('export', '--format', 'csv').stdout;
  expect(csv).toMatch(/^id,received,name,email,tool,label,expected,definition,message\r\ntwo,/);
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  expect(csv).toContain('"Two ""lines"",\nand more"');
});

test.each([
  [['show', 'none'], 1, /No message has the id none/],
  [['delete', 'none'], 1, /No message has the id or the mail address none/],
  [[], 2, /Which command/],
  [['lst'], 2, /Which command/],
  [['show'], 2, /show takes one id/],
  [['list', '--status', 'lost'], 2, /waiting/],
  [['export', '--format', 'xml'], 2, /csv/],
])('%j ends with %i and says why', (args, code, sentence) => {
  const { status, stderr } = contact(...args);
  expect([status, stderr]).toEqual([code, expect.stringMatching(sentence)]);
});

test.each([
  ['mysql://localhost/x', /CONTACT_DB is "mysql/],
  ['d1://an-account/a-database', /set CLOUDFLARE_API_TOKEN/],
])('%s cannot be opened, which is told and is another exit code', (CONTACT_DB, sentence) => {
  const env = { ...process.env, CONTACT_DB, CLOUDFLARE_API_TOKEN: '' };
  const { status, stderr } = spawnSync(process.execPath, ['scripts/contact.ts', 'list'], { encoding: 'utf8', env });
  expect([status, stderr]).toEqual([3, expect.stringMatching(sentence)]);
});
