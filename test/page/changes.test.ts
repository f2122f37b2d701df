/** What pages say of a server that answered otherwise than before. */
import { expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog.ts';
import { definitionDigest } from '../../src/digest.ts';
import { type Change, declaredServer, site, type ToolDefinition } from '../../src/domain.ts';
import { changesPages, serverChanges } from '../../src/page/changes.ts';
import { findingsPages, serverFindingsBox, toolFindingsBox } from '../../src/page/findings.ts';

const reads: ToolDefinition = { name: 'note', description: 'Reads a note.' };
const deletes: ToolDefinition = { name: 'note', description: 'Deletes a note for good.' };
const calm: ToolDefinition = { name: 'calm', description: 'Lists notes.' };
const digest = definitionDigest;
const changed = (at: string, from: ToolDefinition, to: ToolDefinition): Change => ({
  at,
  tool: from.name,
  kind: 'changed',
  parts: ['description'],
  before: { digest: digest(from), definition: from },
  after: { digest: digest(to) },
});
const catalogWith = (tools: ToolDefinition[], changes: Change[]) =>
  buildCatalog(site.parse({}), [
    {
      id: 'box',
      declared: declaredServer.parse({ transport: { type: 'stdio', command: 'box' } }),
      snapshot: { server: 'box', capturedAt: '2026-03-01T00:00:00Z', protocolVersion: '2025-11-25', tools },
      changes,
    },
  ]);
const boxOf = (catalog: ReturnType<typeof catalogWith>, name: string) => {
  const [server] = catalog.servers;
  const tool = server?.tools.find(({ definition }) => definition.name === name);
  if (!server || !tool) throw new Error(`no tool ${name}`);
  return toolFindingsBox(catalog, server, tool).rows;
};

test('a change that raises the risk is an alert on the tool, with both labels, and a notice on its server', () => {
  const catalog = catalogWith([calm, deletes], [changed('2026-03-01T00:00:00Z', reads, deletes)]);
  const [row] = boxOf(catalog, 'note');
  expect(row?.severity).toBe('Alert');
  expect(row?.sentence).toContain(
    'changed on 1 Mar 2026: description. That raises its label from Read to Destructive.',
  );
  expect(row?.sentence).toContain(digest(deletes).slice(7, 19));
  expect(boxOf(catalog, 'calm')).toEqual([]);
  const [server] = catalog.servers;
  expect(server && serverFindingsBox(catalog, server).rows.map(({ sentence }) => sentence)).toEqual([
    'Found tools that have come, gone or changed on 1 Mar 2026: 1 definition changed.',
  ]);
  expect(findingsPages(catalog)[0]?.rows.rows.map(({ severity, tool }) => [severity, tool?.name])).toEqual([
    ['Alert', 'note'],
    ['Notice', undefined],
  ]);
});

test('a change that lowers it is a notice', () => {
  const [row] = boxOf(catalogWith([reads], [changed('2026-03-01T00:00:00Z', deletes, reads)]), 'note');
  expect([row?.severity, row?.sentence]).toEqual([
    'Notice',
    expect.stringContaining('moves its label from Destructive to Read'),
  ]);
});

test('the list shows every change, the newest first, with the label before and after each', () => {
  const log: Change[] = [
    { at: '2026-01-01T00:00:00Z', tool: 'gone', kind: 'removed', before: { digest: digest({ name: 'gone' }) } },
    { at: '2026-01-01T00:00:00Z', tool: 'calm', kind: 'added', after: { digest: digest(calm) } },
    changed('2026-02-01T00:00:00Z', reads, deletes),
    changed('2026-03-01T00:00:00Z', deletes, reads),
  ];
  const [page] = changesPages(catalogWith([calm, reads], log));
  expect(
    page?.rows.rows.map(({ date, tool, what, before, after, moved }) => [
      date,
      tool.name,
      what,
      before?.category,
      after?.category,
      moved,
    ]),
  ).toEqual([
    ['1 Mar 2026', 'note', 'Changed: description', 'Destructive', 'Read', true],
    ['1 Feb 2026', 'note', 'Changed: description', 'Read', 'Destructive', true],
    ['1 Jan 2026', 'calm', 'Added', undefined, 'Read', false],
    ['1 Jan 2026', 'gone', 'Removed', undefined, undefined, false],
  ]);
  expect(page?.rows.rows.map(({ tool }) => tool.href)).toEqual([
    '/tools/box/note/',
    '/tools/box/note/',
    '/tools/box/calm/',
    undefined,
  ]);
});

test('what has stayed while the server went on changing is no news any more', () => {
  const log = [
    changed('2026-01-01T00:00:00Z', reads, deletes),
    changed('2026-03-01T00:00:00Z', { name: 'calm', description: 'Lists all.' }, calm),
  ];
  const catalog = catalogWith([calm, deletes], log);
  expect(boxOf(catalog, 'note')).toEqual([]);
  expect(boxOf(catalog, 'calm')).toHaveLength(1);
});

test('a definition that was not kept leaves the label open, and a snapshot of another answer is not taken for it', () => {
  const log = [{ ...changed('2026-03-01T00:00:00Z', reads, deletes), before: { digest: digest(reads) } }];
  const [row] = changesPages(catalogWith([calm], log))[0]?.rows.rows ?? [];
  expect([row?.before, row?.after, row?.tool.href]).toEqual([undefined, undefined, undefined]);
});

test('a catalog whose servers never changed has a page that says so, and nothing else', () => {
  const catalog = catalogWith([calm], []);
  expect(changesPages(catalog)).toHaveLength(1);
  expect(changesPages(catalog)[0]?.rows.total).toBe(0);
  const [server] = catalog.servers;
  expect(server && serverChanges(server)).toEqual({ rows: [], more: 0 });
  expect(findingsPages(catalog)[0]?.rows.total).toBe(0);
});
