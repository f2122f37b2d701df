import { expect, test } from 'vitest';
import { pageParam, rowsPerPage } from '../../src/page/head.ts';
import { homePage } from '../../src/page/home.ts';
import { toolsPages } from '../../src/page/lists.ts';
import { serverPages } from '../../src/page/server.ts';
import { allToolsPages, categoryPages, riskPages } from '../../src/page/tool-lists.ts';
import { catalogOf, serverOf } from './catalog.ts';

const many = serverOf(
  'many',
  Array.from({ length: 2 * rowsPerPage + 1 }, (_, index) => ({ name: `tool_${index}` })),
);
const few = serverOf('few', [
  { name: 'remove', category: 'destructive' },
  { name: 'do_it', category: 'write', label: { unclear: true, confidence: 'low' } },
  { name: 'pay', category: 'financial' },
]);
const catalog = catalogOf([few, many]);

test('a long list is cut into pages that hold every row once', () => {
  const pages = allToolsPages(catalog);
  expect(pages.map(({ tools }) => tools.rows.length)).toEqual([rowsPerPage, rowsPerPage, 4]);
  expect(new Set(pages.flatMap(({ tools }) => tools.rows.map(({ href }) => href))).size).toBe(2 * rowsPerPage + 4);
  expect(pages.map(({ tools }) => pageParam(tools))).toEqual([undefined, '~2', '~3']);
  expect(pages.map(({ head }) => head.url)).toEqual(['/all-tools/', '/all-tools/~2/', '/all-tools/~3/']);
  expect(pages[1]?.tools.span).toBe('Rows 401 to 800 of 804');
});

test('every page of a list is its own canonical, titled with its number', () => {
  const heads = serverPages(catalog, many).map(({ head }) => head);
  expect(heads.map(({ url }) => url)).toEqual(['/tools/many/', '/tools/many/~2/', '/tools/many/~3/']);
  expect(new Set(heads.map(({ title }) => title)).size).toBe(3);
});

test('counts agree wherever they stand', () => {
  const home = homePage(catalog);
  const byRisk = riskPages(catalog).map(({ level, pages }) => [level, pages[0]?.tools.total]);
  expect(home.risks.map(({ mark, n }) => [mark, n])).toEqual(byRisk);
  const byCategory = categoryPages(catalog).map(({ category, pages }) => [category, pages[0]?.tools.total]);
  expect(home.categories.map(({ category, n }) => [category, n])).toEqual(byCategory);
  expect(home.risks.reduce((sum, { n }) => sum + n, 0)).toBe(many.tools.length + few.tools.length);
});

test('an unclear tool is counted among the medium ones and shown as Unclear', () => {
  const medium = riskPages(catalog).find(({ level }) => level === 'medium')?.pages[0];
  expect(medium?.lede).toContain('1 tool of 1 server. 1 of them is unclear.');
  expect(medium?.tools.rows).toMatchObject([{ name: 'do_it', category: 'Unclear', risk: 'Unclear', mark: 'unclear' }]);
});

test('an empty catalog has every page', () => {
  const empty = catalogOf([]);
  expect(homePage(empty).size).toBe('0 tools of 0 servers.');
  expect([toolsPages(empty), allToolsPages(empty)].map((pages) => pages.length)).toEqual([1, 1]);
  expect(riskPages(empty).map(({ pages }) => pages.length)).toEqual([1, 1, 1, 1]);
});

const { snapshot: _, ...unasked } = serverOf('quiet', []);
const failed = {
  server: 'quiet',
  transport: 'sha256:0',
  askedAt: '2026-11-23T08:00:00Z',
  milliseconds: 20_000,
  outcome: {
    kind: 'failed' as const,
    cause: 'timed-out' as const,
    message: 'Raise --timeout.',
    stderr: 'waiting',
    failures: 1,
  },
};
const notes: [string, Parameters<typeof serverPages>[1], string[]][] = [
  ['never asked', unasked, ['This server was never asked, so nothing is known of its tools.']],
  [
    'without an answer',
    { ...unasked, ask: failed },
    [
      'When it was asked on 23 Nov 2026, it did not answer in time. Raise --timeout. It never answered, so nothing is known of its tools.',
    ],
  ],
  [
    'with an older answer',
    { ...few, ask: { ...failed, answeredAt: '2026-11-20T08:00:00Z' } },
    [
      'When it was asked on 23 Nov 2026, it did not answer in time. Raise --timeout. What stands below is its answer of 20 Nov 2026.',
    ],
  ],
  [
    'with tools left out',
    {
      ...few,
      ask: {
        ...failed,
        outcome: {
          kind: 'answered',
          tools: 3,
          dropped: [{ name: 'x', reason: 'no name' }],
          strayLines: 2,
        },
      },
    },
    [
      '1 entry of its list could not be kept: x (no name).',
      'It wrote 2 lines that are not MCP on its output; a strict client may refuse it.',
    ],
  ],
];
test.each(notes)('a server %s says so', (_name, server, expected) => {
  expect(serverPages(catalog, server)[0]?.notes.map(({ text }) => text)).toEqual(expected);
});
