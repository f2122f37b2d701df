import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/policy/grammar.ts';
import { parsePolicies } from '../../src/policy/parse.ts';
import { snippets } from '../../src/snippets/list.ts';
import { type SnippetInput, serverKeyOf } from '../../src/snippets/snippet.ts';
import { nastyNames } from '../policy/labels.ts';

const rules = {
  allow: { action: 'allow', rate_limit: { max: 60, window: 60 }, reason: 'Sixty calls a minute are enough.' },
  conditional: {
    action: 'allow',
    rate_limit: { max: 10, window: 60 },
    arguments: { properties: { force: { const: false } } },
  },
  approval: { action: 'require_approval', rate_limit: { max: 5, window: 60 }, definition: `sha256:${'0'.repeat(64)}` },
  deny: { action: 'deny', reason: 'Deleting is for people.' },
  hide: { action: 'hide' },
} as const satisfies Record<string, Rule>;

const extensions = { yaml: 'yaml', json: 'json', toml: 'toml' } as const;

const snippetOf = (id: string) => {
  const found = snippets.find((snippet) => snippet.id === id);
  if (!found) throw new Error(`no snippet ${id}`);
  return found;
};

function render(id: string, input: Partial<SnippetInput>) {
  const plain = { server: 'plex', serverKey: 'plex', tool: 'delete_playlist', rule: rules.deny };
  return snippetOf(id).render({ ...plain, ...input });
}

function text(id: string, input: Partial<SnippetInput>): string {
  const rendered = render(id, input);
  if (!rendered.ok) throw new Error(rendered.why);
  return rendered.text;
}

test('ids are unique and fit for an address', () => {
  expect(new Set(snippets.map(({ id }) => id)).size).toBe(snippets.length);
  for (const { id } of snippets) expect(id).toMatch(/^[a-z][a-z-]*$/);
});

describe.each(snippets.map((snippet) => [snippet.id, snippet] as const))('%s', (id, snippet) => {
  test('says each kind of rule as its golden file shows', async () => {
    const comment = snippet.language === 'json' ? '//' : '#';
    const parts = Object.entries(rules).map(
      ([name, rule]) => `${comment} ${name}: ${snippet.says(rule)}\n${text(id, { rule })}`,
    );
    await expect(parts.join('\n')).toMatchFileSnapshot(`../golden/snippets/${id}.${extensions[snippet.language]}`);
  });

  test('says what it does in one line', () => {
    for (const rule of Object.values(rules)) expect(snippet.says(rule)).toMatch(/^[A-Z][^\n]{10,300}\.$/);
  });
});

type CodexServer = { disabled_tools: string[]; tools: object };
const codexServers = (toml: string) =>
  new Map<string, CodexServer>(Object.entries(Object(Object.values(parseToml(toml))[0])));

/** What a client would read from the text, as one thing to compare. */
const reads: Record<string, (text: string, name: string, key: string) => unknown> = {
  policy: (yaml, name) => {
    const read = parsePolicies(yaml);
    return read.ok && read.policies[0]?.tools.get(name)?.action === 'deny';
  },
  'claude-code': (json) => {
    const { permissions } = JSON.parse(json);
    return permissions.deny.length === 1 && /^mcp__[A-Za-z0-9_-]+__[A-Za-z0-9_-]+$/.test(permissions.deny[0]);
  },
  codex: (toml, name, key) => {
    const servers = codexServers(toml);
    return servers.size === 1 && servers.get(key)?.disabled_tools[0] === name;
  },
};

describe.each(Object.entries(reads))('%s reads back a tool by any name', (id, read) => {
  test.each(nastyNames.map((name) => [name]))('%j', (tool) => {
    const rendered = render(id, { tool });
    if (rendered.ok) expect(read(rendered.text, tool, 'plex')).toBe(true);
    else expect(rendered.why).toMatch(/^The name holds .*\.$/);
  });
});

test('only a name that a format cannot hold is refused', () => {
  const refused = snippets.map(({ id }) => [id, nastyNames.filter((tool) => !render(id, { tool }).ok)]);
  expect(Object.fromEntries(refused)).toEqual({ policy: [], 'claude-code': ['*'], codex: ['half\ud800'] });
});

test('Codex reads the name of a tool and a server raw, allowed and asked for too', () => {
  for (const [rule, mode] of [
    ['allow', 'approve'],
    ['conditional', 'prompt'],
    ['approval', 'prompt'],
  ] as const) {
    for (const name of ['a.b', '__proto__', 'say "hi"', '😀']) {
      const tools = codexServers(text('codex', { tool: name, serverKey: name, rule: rules[rule] })).get(name)?.tools;
      expect(Object.entries(tools ?? {})).toEqual([[name, { approval_mode: mode }]]);
    }
  }
});

const claude: [string, Partial<SnippetInput>, unknown][] = [
  [
    'folds each odd UTF-16 unit to one underscore',
    { tool: 'a.b/😀' },
    { permissions: { deny: ['mcp__plex__a_b___'] } },
  ],
  ['keeps the case of a name', { tool: 'Del_X' }, { permissions: { deny: ['mcp__plex__Del_X'] } }],
  ['folds the server too', { serverKey: 'my plex' }, { permissions: { deny: ['mcp__my_plex__delete_playlist'] } }],
];
test.each(claude)('Claude Code: %s', (_, input, expected) => {
  expect(JSON.parse(text('claude-code', input))).toEqual(expected);
});

test('Claude Code: a server key that would be split in the wrong place is refused', () => {
  expect(render('claude-code', { serverKey: 'a__b' })).toMatchObject({
    ok: false,
    why: expect.stringContaining('underscores'),
  });
  expect(render('claude-code', { serverKey: serverKeyOf('a__b') }).ok).toBe(true);
});

test('no client is given a call freely that only its arguments make harmless', () => {
  expect(JSON.parse(text('claude-code', { rule: rules.conditional }))).toEqual({
    permissions: { ask: ['mcp__plex__delete_playlist'] },
  });
});

test('steering marks in a name are visible in every format', () => {
  for (const { id } of snippets) expect(text(id, { tool: 'a\u202eb\u{e0041}c' })).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]/u);
});
