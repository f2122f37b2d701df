import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (...argv: string[]) => spawnSync(process.execPath, ['scripts/bench.ts', ...argv], { encoding: 'utf8' });

test('the classifier’s bench labels as many definitions as asked for', () => {
  const { status, stdout } = run('classify', '--tools', '500', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ tools: 500, ratio: expect.any(Number) });
});

test.each([
  [['nothing'], 'Name a bench: '],
  [['classify', '--tools', 'many'], '--tools many: not a whole number above 0'],
  [['classify', '--corpus', 'test/hygiene'], 'definitions to label'],
  [['classify', '--wrong'], 'wrong'],
])('%j ends it with 2', (argv, message) => {
  const { status, stderr } = run(...argv);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});
