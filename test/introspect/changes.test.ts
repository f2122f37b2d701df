/** What is kept of a server that answers otherwise than before. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { definitionDigest } from '../../src/digest.ts';
import { type ChangeLog, changeLog, type ToolDefinition } from '../../src/domain.ts';
import { contentFolder } from './content-folder.ts';
import type { Script } from './scripted-server.ts';

const folder = contentFolder();
afterAll(folder.remove);

const listing = (...tools: unknown[]): Script => ({ answers: { 'tools/list': { tools } } });
const file = (id: string) => join(folder.contentDir, 'changes', `${id}.json`);
const logOf = (id: string): ChangeLog => changeLog.parse(JSON.parse(readFileSync(file(id), 'utf8')));
const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString();
const ask = (id: string, n: number, ...tools: unknown[]) =>
  folder.ask({ [id]: listing(...tools) }, { ids: [id] }, { now: () => Date.parse(day(n)) });

const note: ToolDefinition = { name: 'note', description: 'Reads a note.', inputSchema: { type: 'object' } };
const worse: ToolDefinition = { ...note, description: 'Deletes a note.', annotations: { readOnlyHint: true } };

test('a first answer, and the same answer again, are no change', async () => {
  await ask('calm', 1, note);
  await ask('calm', 2, note);
  await ask('calm', 3, { ...note, later: 'a field that the digest is not of' });
  expect(existsSync(file('calm'))).toBe(false);
});

test('what came, what went and what reads otherwise is kept, with digests, day and the old definition', async () => {
  await ask('busy', 1, note, { name: 'old' });
  await ask('busy', 2, worse, { name: 'new' });
  expect(logOf('busy')).toEqual({
    server: 'busy',
    changes: [
      { at: day(2), tool: 'new', kind: 'added', after: { digest: definitionDigest({ name: 'new' }) } },
      {
        at: day(2),
        tool: 'note',
        kind: 'changed',
        parts: ['description', 'annotations'],
        before: { digest: definitionDigest(note), definition: note },
        after: { digest: definitionDigest(worse) },
      },
      {
        at: day(2),
        tool: 'old',
        kind: 'removed',
        before: { digest: definitionDigest({ name: 'old' }), definition: { name: 'old' } },
      },
    ],
  });
  await ask('busy', 3, note, { name: 'new' });
  expect(logOf('busy').changes.map(({ at, tool, kind }) => [at, tool, kind])).toEqual([
    [day(2), 'new', 'added'],
    [day(2), 'note', 'changed'],
    [day(2), 'old', 'removed'],
    [day(3), 'note', 'changed'],
  ]);
});

test('a server that fails has not changed', async () => {
  await ask('faint', 1, note);
  await folder.ask({ faint: { answers: { 'tools/list': { tools: 'none' } } } }, { ids: ['faint'] });
  expect(existsSync(file('faint'))).toBe(false);
});

test('twins of one name are told apart by their order', async () => {
  await ask('twins', 1, { name: 'a', title: 'first' }, { name: 'a', title: 'second' });
  await ask('twins', 2, { name: 'a', title: 'first' }, { name: 'a', title: 'other' });
  expect(logOf('twins').changes).toMatchObject([{ tool: 'a', kind: 'changed', parts: ['title'] }]);
});

describe('the log stays small', () => {
  test('of very many changes the latest are kept', async () => {
    const many = (from: number) => Array.from({ length: 250 }, (_, n) => ({ name: `t${from + n}` }));
    await ask('many', 1, ...many(0));
    await ask('many', 2, ...many(250));
    expect(logOf('many').changes).toHaveLength(300);
  });

  test('a long definition is kept as its digest', async () => {
    const long = { name: 'long', description: 'x'.repeat(40_000) };
    await ask('long', 1, long);
    await ask('long', 2, { name: 'long' });
    expect(logOf('long').changes[0]?.before).toEqual({ digest: definitionDigest(long) });
  });

  test('of many definitions the oldest are dropped first', async () => {
    const all = (n: number) =>
      Array.from({ length: 5 }, (_, tool) => ({ name: `t${tool}`, description: String(n).repeat(20_000) }));
    for (let n = 1; n <= 8; n += 1) await ask('full', n, ...all(n));
    const kept = logOf('full').changes.map(({ before }) => before?.definition !== undefined);
    expect(kept).toHaveLength(35);
    expect(kept.filter(Boolean)).toHaveLength(25);
    expect(kept.at(-1)).toBe(true);
    expect(kept[0]).toBe(false);
    expect(readFileSync(file('full'), 'utf8').length).toBeLessThan(600_000);
  });
});

test('a log that cannot be read is begun anew, and a change that was written before a crash is not written twice', async () => {
  await ask('torn', 1, note);
  const snapshot = folder.snapshotText('torn') ?? '';
  await ask('torn', 2, worse);
  writeFileSync(join(folder.contentDir, 'snapshots', 'torn.json'), snapshot);
  await ask('torn', 3, worse);
  expect(logOf('torn').changes.map(({ at }) => at)).toEqual([day(2)]);
  writeFileSync(file('torn'), '{');
  await ask('torn', 4, note);
  expect(logOf('torn').changes.map(({ at }) => at)).toEqual([day(4)]);
});
