import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const labels = join(folder, 'labels.json');
mkdirSync(join(folder, 'snapshots'));
const tools = [
  { name: 'get_note', description: 'Returns one note.' },
  { name: 'delete_note', description: 'Deletes a note for good.' },
];
writeFileSync(
  join(folder, 'snapshots', 'notes.json'),
  JSON.stringify({ server: 'notes', capturedAt: '2026-01-01T00:00:00Z', protocolVersion: '2025-11-25', tools }),
);
writeFileSync(join(folder, 'snapshots', 'broken.json'), '{');
const row = (tool: string, category: string, server = 'notes') => ({
  server,
  tool,
  category,
  certain: true,
  sample: 'random',
});
const run = (rows: unknown, ...more: string[]) => {
  writeFileSync(labels, JSON.stringify(rows));
  const asked = ['scripts/evaluate.ts', '--corpus', folder, '--labels', labels, ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, asked, { encoding: 'utf8' });
  return { status, stdout, stderr };
};

test('--json prints figures for all and random tools, and the errors', () => {
  const { status, stdout } = run([row('get_note', 'read'), row('delete_note', 'write')], '--json');
  const { all, random, errors } = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(all).toMatchObject({ n: 2, accuracy: 0.5, falseReadRate: 0, lowConfidenceShare: 0 });
  expect(random).toEqual(all);
  expect(all.perCategory.write).toEqual({ n: 1, precision: null, recall: 0 });
  expect(errors).toMatchObject([{ server: 'notes', tool: 'delete_note', expected: 'write', label: 'destructive' }]);
  expect(errors[0].evidence.length).toBeGreaterThan(0);
});

test('the text lists errors when asked', () => {
  const { stdout } = run([row('delete_note', 'write')], '--errors', '--leave-out');
  expect(stdout).toContain('notes delete_note: destructive');
});

test.each([
  ['a tool that is not there', [row('gone', 'read')], 'no tool "gone"'],
  ['a server without a snapshot', [row('x', 'read', 'other')], '"other" has no snapshot'],
  ['a broken snapshot', [row('x', 'read', 'broken')], 'broken.json: not a snapshot'],
  ['an unknown category', [row('x', 'safe')], 'row 0.category'],
])('%s ends it with 2', (_, rows, message) => {
  const { status, stderr, stdout } = run(rows, '--json');
  expect(status).toBe(2);
  expect(stderr).toContain(message);
  expect(stdout).toBe('');
});

test('a folder that is not there ends it with 2', () => {
  writeFileSync(labels, JSON.stringify([row('get_note', 'read')]));
  const asked = ['scripts/evaluate.ts', '--corpus', join(folder, 'none'), '--labels', labels];
  const { status, stderr } = spawnSync(process.execPath, asked, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, expect.stringContaining('there is no such file or folder')]);
});
