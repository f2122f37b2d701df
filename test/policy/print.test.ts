import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Policy, Rule } from '../../src/policy/grammar.ts';
import { parsePolicies } from '../../src/policy/parse.ts';
import { printPolicy, printRule } from '../../src/policy/print.ts';
import { nastyNames } from './labels.ts';

const policy = (tools: [string, Rule][]): Policy => ({
  version: 1,
  server: 'plex',
  default: 'deny',
  reason: 'Only the tools listed here are open to agents.',
  tools: new Map(tools),
});

test('a policy reads as a person would write it', async () => {
  const text = printPolicy(
    policy([
      ['search_plex', { action: 'allow' }],
      [
        'authenticate_plex',
        { action: 'allow', rate_limit: { max: 10, window: 60 }, reason: 'Ten sign-ins a minute are enough.' },
      ],
      [
        'create_playlist',
        {
          action: 'require_approval',
          rate_limit: { max: 5, window: 60, per: 'identity' },
          arguments: { properties: { type: { const: 'audio' } } },
        },
      ],
      [
        'delete_playlist',
        { action: 'deny', reason: 'Deleting is for people.', definition: `sha256:${'0'.repeat(64)}` },
      ],
      ['no', { action: 'hide', reason: 'Yes: "quoted".' }],
    ]),
  );
  await expect(text).toMatchFileSnapshot('../golden/policies/written.yaml');
});

test.each(nastyNames.map((name) => [name]))('%j is printed so that readers of YAML 1.1 and 1.2 agree', (name) => {
  const rule: Rule = {
    action: 'allow',
    reason: `Not ${name.replaceAll(/\s/g, ' ').slice(0, 400)}.`,
    arguments: { const: name },
  };
  const text = printRule('plex', name, rule);
  const newer = parsePolicies(text);
  if (!newer.ok) throw new Error(JSON.stringify(newer.findings));
  expect([...(newer.policies[0]?.tools ?? [])]).toEqual([[name, rule]]);
  const older = parse(text, { version: '1.1', mapAsMap: true });
  expect([...older.get('tools').keys()]).toEqual([name]);
  expect(older.get('tools').get(name).get('action')).toBe('allow');
});

test('marks that steer or hide text are visible', () => {
  const text = printRule('plex', 'a\u202eb\u200b\u{e0041}', { action: 'deny', reason: 'x\u2066y' });
  expect(text).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]/u);
});

test('a rule by itself is a whole policy that refuses every other tool', () => {
  const read = parsePolicies(printRule('plex', 'search_plex', { action: 'allow' }));
  expect(read).toEqual({
    ok: true,
    policies: [
      {
        version: 1,
        server: 'plex',
        default: 'deny',
        reason: expect.any(String),
        tools: new Map([['search_plex', { action: 'allow' }]]),
      },
    ],
  });
});

test('policies joined with --- make one file', () => {
  const one = policy([['a', { action: 'allow' }]]);
  const other = { ...policy([]), server: 'git' };
  expect(parsePolicies([one, other].map(printPolicy).join('---\n'))).toEqual({ ok: true, policies: [one, other] });
});
