import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/policy/grammar.ts';
import { parsePolicies } from '../../src/policy/parse.ts';
import { formats } from '../../src/snippets/formats.ts';
import { snippets } from '../../src/snippets/list.ts';
import { render } from '../../src/snippets/render.ts';
import { type ServerRules, serverKeyOf } from '../../src/snippets/snippet.ts';
import { gradeOf, gradeWords, says, saysOfOthers } from '../../src/snippets/words.ts';
import { nastyNames } from '../policy/labels.ts';
import { anyName, of, ruleKinds, rules, wholePolicy } from './cases.ts';
import { meet, meetingsOf } from './decisions.ts';
import { readers } from './readers.ts';
import { roundTrip } from './round-trip.ts';

const extensions = { yaml: 'yaml', json: 'json', toml: 'toml', sh: 'sh' } as const;

const whole = of(wholePolicy, { default: 'deny', reason: 'Only the tools listed here are open to agents.' });
const meetings = meetingsOf(
  whole.tools,
  new Map([['conditional_tool', { properties: { force: { type: 'boolean' } } }]]),
);
const second = of([['read_note', rules.free]], { server: 'notes', serverKey: 'notes', default: 'deny' });

const snippetOf = (id: string) => {
  const found = snippets.find((snippet) => snippet.id === id);
  if (!found) throw new Error(`no snippet ${id}`);
  return found;
};
function text(id: string, ...servers: ServerRules[]): string {
  const rendered = render(snippetOf(id), servers);
  if (!rendered.ok) throw new Error(rendered.why);
  return rendered.text;
}

test('thirteen formats, in the order of the switch, each with a reader', () => {
  expect(snippets.map(({ id }) => id)).toEqual(Object.keys(readers));
  expect([...formats.keys()]).toEqual(Object.keys(readers));
  for (const { id } of snippets) expect(id).toMatch(/^[a-z][a-z-]*$/);
});

describe.each(snippets.map((snippet) => [snippet.id, snippet] as const))('%s', (id, snippet) => {
  test('says each kind of rule, a whole policy and picks of two servers as its golden file shows', async () => {
    const comment = snippet.language === 'json' ? '//' : '#';
    const parts = Object.entries<Rule>(rules).map(
      ([name, rule]) =>
        `${comment} ${name}: ${gradeWords[gradeOf(snippet, rule)]}. ${says(snippet, rule)}\n${text(id, of([['delete_playlist', rule]]))}`,
    );
    const all = `${comment} whole policy: ${saysOfOthers(snippet, 'deny')}\n${text(id, whole)}`;
    const picks = snippet.servers === 'many' ? [`${comment} two servers\n${text(id, whole, second)}`] : [];
    const file = `../golden/snippets/${id}.${extensions[snippet.language]}`;
    await expect([...parts, all, ...picks].join('\n')).toMatchFileSnapshot(file);
  });

  test('says what it does in one line', () => {
    for (const rule of ruleKinds) expect(says(snippet, rule)).toMatch(/^(?:[A-Z]|opencode)[^\n]{10,400}\.$/);
  });

  test.each(['deny', 'hide', 'allow'] as const)('reads back the same decisions under the default %s', (fallback) => {
    const servers = [{ ...whole, default: fallback }, ...(snippet.servers === 'many' ? [second] : [])];
    expect(roundTrip(snippet, servers)).toMatchObject({ differing: [], refused: [] });
  });

  test.each(['deny', 'hide', 'allow'] as const)('real calls go the same way under the default %s', (fallback) => {
    const met = meet(snippet, { ...whole, default: fallback }, meetings);
    expect(met).toMatchObject({ differing: [], weaker: [] });
    expect(met.calls).toBe(meetings.reduce((sum, { calls }) => sum + calls.length, 0));
  });

  test.each(nastyNames.map((name) => [name]))('reads back the name %j, or refuses it', (name) => {
    for (const rule of ruleKinds) {
      const { differing, refused } = roundTrip(snippet, [of([[name, rule]])]);
      expect(differing).toEqual([]);
      if (refused.length > 0) expect(render(snippet, [of([[name, rule]])])).toMatchObject({ why: sentence });
    }
  });

  test('a whole policy leaves out what it cannot carry, with the reason, and nothing else', () => {
    const server = of([...nastyNames.map((name): [string, Rule] => [name, rules.free]), ['plain', rules.deny]], {
      default: 'deny',
    });
    const { differing, refused, compared } = roundTrip(snippet, [server]);
    expect(differing).toEqual([]);
    expect(refused.length + compared).toBe(server.tools.size);
    expect(refused).not.toContain('plain');
  });

  test('a default that allows is never written without a rule that it cannot carry', () => {
    const server = of(
      [
        ['half\ud800', rules.deny],
        ['plain', rules.free],
      ],
      { default: 'allow' },
    );
    const made = render(snippet, [server]);
    if (made.ok) expect(roundTrip(snippet, [server])).toMatchObject({ differing: [], refused: [] });
    else expect(made.why).toMatch(/^[A-Z].*\.$/);
  });
});

const sentence = expect.stringMatching(/^[A-Z].*\.$/);

test('a thousand names of any kind are read back exactly, or refused', () => {
  let written = 0;
  fc.assert(
    fc.property(anyName, fc.constantFrom(...ruleKinds), (name, rule) => {
      for (const snippet of snippets) {
        const made = render(snippet, [of([[name, rule]])]);
        const { differing, text: shown } = roundTrip(snippet, [of([[name, rule]])]);
        expect(differing).toEqual([]);
        if (!made.ok) continue;
        written++;
        expect(readers[snippet.id]?.(shown).rules ?? 2, `${snippet.id} holds this one rule`).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1000 },
  );
  expect(written, 'most are written').toBeGreaterThan(5000);
}, 120_000);

test('a shell reads the flags of Copilot CLI as they are meant', () => {
  const shell = `copilot() { for word in "$@"; do printf '%s\\n' "$word"; done; }\n${text('copilot-cli', whole)}`;
  expect(execFileSync('sh', ['-c', shell], { encoding: 'utf8' }).split('\n')).toEqual([
    '--allow-tool=plex(allow_tool)',
    '--allow-tool=plex(free_tool)',
    '--allow-tool=plex(odd_tool)',
    '--deny-tool=plex(deny_tool)',
    '--deny-tool=plex(hide_tool)',
    '',
  ]);
});

test('the catalog’s own grammar reads back every part of every rule', () => {
  for (const id of ['policy', 'policy-json']) {
    const read = parsePolicies(text(id, whole));
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && read.policies[0]?.tools).toEqual(whole.tools);
  }
});

const refusals: [string, string, RegExp][] = [
  ['claude-code', 'a*', /pattern/],
  ['codex', 'half\ud800', /half of a character/],
  ['vscode', 'a b', /write otherwise/],
  ['copilot-cli', 'a,b', /flag/],
  ['cursor-cli', 'a:b', /pattern/],
  ['gemini-cli', 'x'.repeat(64), /shortens/],
  ['gemini-cli', 'a/b', /otherwise/],
  ['zed', 'half\ud800', /half of a character/],
  ['policylayer', '*', /every tool/],
  ['intercept', '*', /every tool/],
  ['docker', 'a*', /otherwise/],
];
test.each(refusals)('%s refuses the tool %j', (id, name, why) => {
  expect(render(snippetOf(id), [of([[name, rules.deny]])])).toMatchObject({
    ok: false,
    why: expect.stringMatching(why),
  });
});

const keys: [string, string, RegExp][] = [
  ['claude-code', 'a__b', /underscores/],
  ['gemini-cli', 'a_b', /key/],
  ['gemini-cli', 'mcp', /prefix/],
  ['opencode', 'a_b', /underscore/],
  ['zed', 'a:b', /colon/],
];
test.each(keys)('%s refuses the server key %j', (id, serverKey, why) => {
  const refused = render(snippetOf(id), [of([['read', rules.deny]], { serverKey })]);
  expect(refused).toMatchObject({ ok: false, why: expect.stringMatching(why) });
  expect(render(snippetOf(id), [of([['read', rules.deny]], { serverKey: serverKeyOf('a__b_c') })]).ok).toBe(true);
});

test('Gemini CLI: a rule for every tool of a server with a long key is refused, a rule for one tool is not', () => {
  const serverKey = 'k'.repeat(26);
  expect(render(snippetOf('gemini-cli'), [{ ...whole, serverKey }])).toMatchObject({ ok: false });
  expect(roundTrip(snippetOf('gemini-cli'), [of([['read', rules.deny]], { serverKey })]).refused).toEqual([]);
});

test('two servers that would share a key are refused together', () => {
  expect(render(snippetOf('codex'), [whole, { ...second, serverKey: 'plex' }])).toMatchObject({ ok: false });
});

test.each(['claude-code', 'opencode'])('%s: two tools of one folded name share the stricter rule', (id) => {
  const server = of([
    ['a.b', rules.free],
    ['a_b', rules.deny],
  ]);
  expect(roundTrip(snippetOf(id), [server]).differing).toEqual([]);
  expect(readers[id]?.(text(id, server)).decide('plex', 'a.b')).toBe('deny');
});

test('no program is given a call freely that only its arguments make harmless', () => {
  for (const { id } of snippets.filter(({ can }) => !can.arguments)) {
    const reading = readers[id]?.(text(id, of([['delete_playlist', rules.conditional]])));
    expect(reading?.decide('plex', 'delete_playlist'), id).not.toBe('allow');
  }
});

test('steering marks in a name are visible in every format, or the name is refused', () => {
  for (const snippet of snippets) {
    const made = render(snippet, [of([['a\u202eb\u{e0041}c', rules.deny]])]);
    if (made.ok) expect(made.text).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]/u);
  }
});
