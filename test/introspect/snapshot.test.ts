import { afterAll, describe, expect, test } from 'vitest';
import type { Ask } from '../../src/domain.ts';
import { contentFolder, scripted } from './content-folder.ts';
import type { Script } from './scripted-server.ts';

const folder = contentFolder();
afterAll(folder.remove);

const object = { type: 'object' };
const answered = (outcome: Ask['outcome'] | undefined) => {
  if (outcome?.kind !== 'answered') throw new Error(`Not answered: ${JSON.stringify(outcome)}`);
  return outcome;
};
const keptAndDropped = async (script: Script) => {
  const outcome = answered((await folder.ask({ one: script }, { ids: ['one'] })).get('one')?.ask.outcome);
  return { kept: folder.snapshot('one').tools.map(({ name }) => name), dropped: outcome.dropped };
};
const listing = (...tools: unknown[]): Script => ({ answers: { 'tools/list': { tools } } });
const nested = (levels: number): unknown => (levels === 0 ? {} : { items: nested(levels - 1) });

describe('a list of tools is read tool by tool', () => {
  const rows: { say: string; script: Script; kept: string[]; dropped: [string, RegExp][] }[] = [
    { say: 'a schema without type is kept', script: listing({ name: 'a', inputSchema: {} }), kept: ['a'], dropped: [] },
    {
      say: 'a schema that is a boolean, a text or a list is kept',
      script: listing(
        { name: 'a', inputSchema: true },
        { name: 'b', inputSchema: 'none' },
        { name: 'c', inputSchema: [] },
      ),
      kept: ['a', 'b', 'c'],
      dropped: [],
    },
    {
      say: 'what is no tool is left out alone',
      script: listing(null, 7, ['x'], { title: 'nameless' }, { name: '' }, { name: 5 }, { name: 'good' }),
      kept: ['good'],
      dropped: [
        ['entry 1', /not an object/],
        ['entry 2', /not an object/],
        ['entry 3', /not an object/],
        ['entry 4', /no name/],
        ['entry 5', /empty/],
        ['entry 6', /no name/],
      ],
    },
    {
      say: 'a field of the wrong kind is left out, the tool stays',
      script: listing({ name: 'a', description: { en: 'x' }, annotations: 'safe', title: 4, inputSchema: object }),
      kept: ['a'],
      dropped: [
        ['a', /title.*not a string/],
        ['a', /description.*not a string/],
        ['a', /annotations.*not an object/],
      ],
    },
    {
      say: 'a definition nested beyond sense is left out',
      script: listing({ name: 'deep', inputSchema: nested(300) }, { name: 'fair', inputSchema: nested(150) }),
      kept: ['fair'],
      dropped: [['deep', /200 levels/]],
    },
    {
      say: 'a definition beyond 1 MiB is left out',
      script: { fill: { tools: 1, bytes: 1024 * 1024 } },
      kept: [],
      dropped: [['t0', /1 MiB/]],
    },
    {
      say: 'names are sorted by code point, and twins stay in the order of the server',
      script: listing(
        { name: 'b' },
        { name: '\u{1f600}' },
        { name: 'a', title: 'first' },
        { name: '\uff5e' },
        { name: 'B' },
        { name: 'a', title: 'second' },
      ),
      kept: ['B', 'a', 'a', 'b', '\uff5e', '\u{1f600}'],
      dropped: [],
    },
    {
      say: 'names that other programs trip over are names like any other',
      script: listing({ name: '__proto__' }, { name: 'constructor' }, { name: '../x' }, { name: 'CON' }),
      kept: ['../x', 'CON', '__proto__', 'constructor'],
      dropped: [],
    },
  ];
  test.each(rows)('$say', async ({ script, kept, dropped }) => {
    const read = await keptAndDropped(script);
    expect(read.kept).toEqual(kept);
    expect(read.dropped.map(({ name }) => name)).toEqual(dropped.map(([name]) => name));
    for (const [index, [, reason]] of dropped.entries()) expect(read.dropped[index]?.reason).toMatch(reason);
  });

  const many = (from: number, count: number) => Array.from({ length: count }, (_, n) => ({ name: `t${from + n}` }));
  const pageRows: { say: string; script: Script; tools: number; dropped: RegExp[] }[] = [
    {
      say: 'all pages are read',
      script: {
        pages: [{ tools: many(0, 3), nextCursor: '1' }, { tools: [], nextCursor: '2' }, { tools: many(3, 2) }],
      },
      tools: 5,
      dropped: [],
    },
    {
      say: 'a cursor that comes twice ends the list',
      script: { pages: [{ tools: many(0, 3), nextCursor: '0' }] },
      tools: 6,
      dropped: [/same cursor/],
    },
    {
      say: 'a cursor that is no text ends the list',
      script: { pages: [{ tools: many(0, 3), nextCursor: 12 }] },
      tools: 3,
      dropped: [/not a string/],
    },
    {
      say: 'a page that is no list ends the list',
      script: { pages: [{ tools: many(0, 3), nextCursor: '1' }, { tools: 'none' }] },
      tools: 3,
      dropped: [/not a list/],
    },
    {
      say: 'an empty cursor is the end',
      script: { pages: [{ tools: many(0, 3), nextCursor: '' }] },
      tools: 3,
      dropped: [],
    },
    {
      say: 'more than 10,000 tools are cut',
      script: { fill: { tools: 12_000, bytes: 10 } },
      tools: 10_000,
      dropped: [/more than 10,000/],
    },
  ];
  test.each(pageRows)('$say', async ({ script, tools, dropped }) => {
    const read = await keptAndDropped(script);
    expect(read.kept).toHaveLength(tools);
    expect(read.dropped).toHaveLength(dropped.length);
    for (const [index, reason] of dropped.entries()) expect(read.dropped[index]?.reason).toMatch(reason);
  });
});

describe('a snapshot holds what the server said', () => {
  test('word for word, with fields unknown today and keys in the order of the server', async () => {
    const tool = {
      name: 'a',
      zeta: { later: true },
      inputSchema: { properties: { z: {}, a: {} }, type: 'object' },
      alpha: null,
      description: 'It says <b>so</b>.',
    };
    await folder.ask({
      words: {
        answers: {
          initialize: {
            protocolVersion: '2025-03-26',
            capabilities: { tools: { listChanged: true }, experimental: { x: 'odd' } },
            serverInfo: { name: 'said', icons: [{ src: 'file:///x.png' }], version: 2 },
            instructions: 'Use it well.',
          },
          'tools/list': { tools: [tool], nextCursor: null },
        },
      },
    });
    const { capturedAt, ...said } = folder.snapshot('words');
    expect(said).toEqual({
      server: 'words',
      protocolVersion: '2025-03-26',
      serverInfo: { name: 'said', icons: [{ src: 'file:///x.png' }] },
      instructions: 'Use it well.',
      capabilities: { tools: { listChanged: true }, experimental: { x: 'odd' } },
      tools: [tool],
    });
    expect(JSON.stringify(said.tools[0])).toBe(JSON.stringify(tool));
    expect(folder.snapshotText('words')).toMatch(/^\{\n "server": "words",/);
    expect(Date.parse(capturedAt)).not.toBeNaN();
  });

  test('and is written again only when that changes', async () => {
    const at = (iso: string) => ({ now: () => Date.parse(iso) });
    const first = await folder.ask({ same: listing({ name: 'a' }) }, { ids: ['same'] }, at('2026-01-01T00:00:00Z'));
    const again = await folder.ask({ same: listing({ name: 'a' }) }, { ids: ['same'] }, at('2026-02-01T00:00:00Z'));
    expect(folder.snapshot('same').capturedAt).toBe('2026-01-01T00:00:00.000Z');
    const other = await folder.ask({ same: listing({ name: 'b' }) }, { ids: ['same'] }, at('2026-03-01T00:00:00Z'));
    expect(folder.snapshot('same').capturedAt).toBe('2026-03-01T00:00:00.000Z');
    const changes = [first, again, other].map((outcomes) => outcomes.get('same'));
    expect(changes).toMatchObject([{ changed: true }, { changed: false }, { changed: true }]);
    expect(folder.record('same').answeredAt).toBe('2026-03-01T00:00:00.000Z');
  });

  test('without a trace of where it was asked, or of the secrets that it was given', async () => {
    process.env['TEST_SECRET'] = 'hunter2-hunter2';
    const transport = scripted({ tellAll: true }, ['${TEST_SECRET}', '.', 'plain']);
    await folder.ask({ traces: { ...transport, env: { KEY: '${TEST_SECRET}', MODE: '${UNSET_MODE:-quiet}' } } });
    const text = folder.snapshotText('traces') ?? '';
    expect(text).not.toMatch(/mcp-catalog-|hunter2/);
    const facts = Object.fromEntries(
      folder.snapshot('traces').tools.map(({ name, description }) => [name, JSON.parse(description ?? '')]),
    );
    expect(facts).toMatchObject({
      arguments: ['${TEST_SECRET}', '.', 'plain'],
      folders: { cwd: '/workdir', home: '/home' },
      environment: { KEY: '${TEST_SECRET}', MODE: 'quiet' },
    });
  });

  test('and counts prompts and resources where they are declared', async () => {
    const capabilities = { tools: {}, prompts: {}, resources: {} };
    const outcomes = await folder.ask({
      counted: {
        answers: {
          initialize: { protocolVersion: '2024-11-05', capabilities, serverInfo: {} },
          'prompts/list': { prompts: [{ name: 'p' }, 'nonsense'] },
        },
      },
    });
    const outcome = answered(outcomes.get('counted')?.ask.outcome);
    expect(outcome).toMatchObject({ tools: 0, prompts: 2 });
    expect(outcome.resources).toBeUndefined();
  });
});

describe('a server sees', () => {
  test('of our environment the way to programs and the network, and nothing else', async () => {
    process.env['OUR_TOKEN'] = 'not for servers';
    process.env['https_proxy'] = 'http://proxy.invalid:3128';
    await folder.ask({ seen: { ...scripted({ tellAll: true }), env: { DECLARED: 'yes' } } });
    delete process.env['https_proxy'];
    const environment = folder.snapshot('seen').tools.find(({ name }) => name === 'environment')?.description;
    const allowed =
      /^(?:PATH|LANG|HOME|(?:HTTPS?|ALL|NO)_PROXY|NODE_EXTRA_CA_CERTS|NODE_USE_ENV_PROXY|SSL_CERT_(?:FILE|DIR))$/i;
    const names = Object.keys(JSON.parse(environment ?? '{}'));
    expect(names.filter((name) => !allowed.test(name))).toEqual(['DECLARED']);
    expect(names).toContain('https_proxy');
  });

  test('a client that refuses whatever it is asked', async () => {
    const requests = ['sampling/createMessage', 'roots/list', 'elicitation/create'];
    await folder.ask({ asks: { requests } });
    expect(folder.snapshot('asks').tools[0]?.description).toBe('[-32601,-32601,-32601]');
  });
});
