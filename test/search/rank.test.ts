import { describe, expect, test } from 'vitest';
import { addressOf, askedIn } from '../../src/search/address.ts';
import { distance } from '../../src/search/distance.ts';
import { namedTools } from '../../src/search/names.ts';
import { ranker } from '../../src/search/rank.ts';
import { linesOf, namesOf, recordsOf } from '../../src/search/records.ts';
import { wordsOf } from '../../src/search/words.ts';
import { catalogOf, serverOf } from '../page/catalog.ts';

const catalog = catalogOf([
  serverOf(
    'media-library',
    ['authenticate_plex', 'check_auth_status', 'clear_auth', 'search_plex', 'get_on_deck', 'delete_playlist'].map(
      (name) => ({ name, description: `Says what ${name} does. And more.` }),
    ),
  ),
  serverOf('mixed', [
    { name: 'list_s3_buckets', category: 'read' },
    { name: 'getPullRequestById' },
    { name: 'XMLHttpRequest' },
    { name: 'slack__post_message', category: 'write' },
    { name: 'createIssue', category: 'write' },
    { name: 'drop', category: 'destructive' },
    { name: 'do_it', category: 'write', label: { unclear: true } },
    { name: '__proto__' },
    { name: '../x' },
  ]),
]);
const tools = namedTools(namesOf(catalog));
const rank = ranker(tools);
const found = (query: string) => rank(query).map(({ name }) => name);

test.each([
  ['plex auth', 'authenticate_plex'],
  ['authenticate_plex', 'authenticate_plex'],
  ['authenticatePlex', 'authenticate_plex'],
  ['authenticateplex', 'authenticate_plex'],
  ['auth', 'authenticate_plex'],
  ['authentcate_plex', 'authenticate_plex'],
  ['authentciate', 'authenticate_plex'],
  ['plxe authenticate', 'authenticate_plex'],
  ['plex authenticate', 'authenticate_plex'],
  ['s3', 'list_s3_buckets'],
  ['pull request', 'getPullRequestById'],
  ['get_pull_request_by_id', 'getPullRequestById'],
  ['http request', 'XMLHttpRequest'],
  ['create_issue', 'createIssue'],
  ['message post', 'slack__post_message'],
  ['media playlist', 'delete_playlist'],
  ['__proto__', '__proto__'],
])('%s finds %s among the first three', (query, name) => {
  expect(found(query).slice(0, 3)).toContain(name);
});

test.each(['authenticate_plex', 'drop', 'getPullRequestById'])('the exact name %s comes first', (name) => {
  expect(found(name)[0]).toBe(name);
});

test('every word must match, and what matches nothing finds nothing', () => {
  expect(found('plex zzzzzz')).toEqual([]);
  expect(found('qqqq')).toEqual([]);
});

test('filters hold, and without words they list by name', () => {
  const kept = rank('', ({ risk, server }) => risk === 'critical' && server === 'mixed');
  expect(kept.map(({ name }) => name)).toEqual(['drop']);
  expect(rank('', undefined, 5).length).toBe(5);
});

test('a tool keeps its server, slug and label through the names file', () => {
  expect(tools.find(({ name }) => name === 'do_it')).toMatchObject({
    category: 'write',
    risk: 'medium',
    unclear: true,
  });
  for (const [n, tool] of catalog.servers.flatMap((server) => server.tools).entries()) {
    expect(tools[n]).toMatchObject({ n, slug: tool.slug, server: tool.server, category: tool.label.category });
  }
});

test('lines are one sentence, records say more, and a tool without a description has none', () => {
  expect(linesOf(catalog)[0]?.[0]).toBe('Says what authenticate_plex does.');
  expect(linesOf(catalog)[0]?.[6]).toBe('');
  expect(recordsOf(catalog).map(({ url }) => url)).toEqual(['/0', '/1', '/2', '/3', '/4', '/5']);
  expect(recordsOf(catalog)[0]?.content).toContain('And more.');
});

test('texts of servers are bounded, and nothing in them hides', () => {
  const hostile = catalogOf([
    serverOf('hostile', [{ name: `a\u202Eb${'x'.repeat(5000)}`, description: 'y'.repeat(1_000_000) }]),
  ]);
  expect(JSON.stringify(namesOf(hostile)).length).toBeLessThan(500);
  expect(namesOf(hostile).servers[0]?.[3][0]).toContain('a[U+202E]b');
  expect(recordsOf(hostile)[0]?.content.length).toBeLessThanOrEqual(2000);
});

test('records hold only what Pagefind can read, and invisible characters part no word', () => {
  const descriptions = [
    'half \ud800 of one',
    'nul\u0000 bell\u0007 esc\u001b[31m',
    'dele\u200bte\u202e it',
    `${'x'.repeat(1970)}${'😀'.repeat(99)}`,
  ];
  const records = recordsOf(
    catalogOf([
      serverOf(
        'odd',
        descriptions.map((description, n) => ({ name: `t${n}\udc00`, description })),
      ),
    ]),
  );
  for (const { content } of records) {
    expect(content.isWellFormed()).toBe(true);
    expect(content).not.toMatch(/\p{Cc}/u);
  }
  expect(records[2]?.content).toContain('delete it');
});

describe('words', () => {
  test.each([
    ['getPullRequestById', 'get pull request by id'],
    ['XMLHttpRequest', 'xml http request'],
    ['list-s3.buckets', 'list s3 buckets'],
    ['  ', ''],
    ['搜索_播放列表', '搜索 播放列表'],
  ])('%s', (text, words) => {
    expect(wordsOf(text).join(' ')).toBe(words);
  });
});

test.each([
  ['plex', 'plex', 0],
  ['plxe', 'plex', 1],
  ['pex', 'plex', 1],
  ['plexx', 'plex', 1],
  ['authentcate', 'authenticate', 1],
  ['abcd', 'wxyz', 3],
])('%s is %s but for %i edits', (a, b, edits) => {
  expect(distance(a, b, 2)).toBe(edits);
});

test.each([
  ['?q=plex+auth&risk=low&category=read&server=plex', '?q=plex+auth&risk=low&category=read&server=plex'],
  ['?risk=none&x=1&category=__proto__', ''],
  ['', ''],
])('the address %s is kept as %s', (given, kept) => {
  expect(addressOf(askedIn(given))).toBe(kept);
});

test('time grows no faster than the catalog', () => {
  const timed = (servers: number) => {
    const one = ranker(namedTools({ servers: Array.from({ length: servers }, (_, at) => synthetic(at)) }));
    const queries = ['plex auth', 'authentcate_plex', 'create item 7', 'zzzzyyyy'];
    for (const query of queries) one(query);
    const from = performance.now();
    for (let round = 0; round < 5; round += 1) for (const query of queries) one(query);
    return performance.now() - from;
  };
  expect(timed(3000) / timed(300)).toBeLessThan(60);
});

function synthetic(at: number): [string, string, string, string[]] {
  const verbs = ['get', 'list', 'create', 'delete', 'update', 'search', 'run', 'send', 'sync', 'authenticate'];
  return [
    `server-${at}`,
    `Server ${at}`,
    'rrwdwrewwe',
    verbs.map((verb, n) => `${verb}_thing${(at * 7 + n) % 4000}_item`),
  ];
}
