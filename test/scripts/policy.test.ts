/** `npm run policy`, as a person runs it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parsePolicies } from '../../src/policy/parse.ts';

const folder = mkdtempSync(join(tmpdir(), 'policy-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string | object) => {
  const path = join(folder, name);
  writeFileSync(path, typeof text === 'string' ? text : JSON.stringify(text));
  return path;
};
function run(...args: string[]) {
  const script = join(import.meta.dirname, '../../scripts/policy.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, stdout: stdout.replaceAll(`${folder}/`, ''), stderr: stderr.replaceAll(`${folder}/`, '') };
}

const good = file(
  'good.yaml',
  `version: 1
server: notes
default: deny
tools:
  list_notes: { action: allow, rate_limit: { max: 60, window: 60 } }
  write_note: { action: require_approval, arguments: { properties: { text: { maxLength: 10 } } } }
  delete_note: { action: deny, reason: Deleting is for people. }
  read_note: { action: allow, definition: "sha256:${'0'.repeat(64)}" }
  gone: { action: allow }
`,
);
const tool = (name: string) => ({ name, inputSchema: { type: 'object' } });
const notes = file('notes.json', {
  server: 'notes',
  capturedAt: '2026-01-01T00:00:00Z',
  protocolVersion: '2025-11-25',
  tools: ['list_notes', 'read_note', 'write_note', 'delete_note', 'mail_note'].map(tool),
});

describe('check', () => {
  test('takes a good file', () => {
    expect(run('check', good)).toEqual({ status: 0, stdout: 'notes: good; 5 by name, the others deny\n', stderr: '' });
  });

  test.each([
    [
      'a fault with its place',
      'version: 1\nserver: notes\ndefault: dney\n',
      'bad.yaml:3:10: default must be one of deny, hide, allow; did you mean `deny`?\n',
    ],
    [
      'a schema that no call could be checked by',
      'version: 1\nserver: notes\ndefault: deny\ntools: { a: { action: allow, arguments: { minimum: x } } }\n',
      expect.stringContaining('bad.yaml: notes: tools.a.arguments cannot be compiled') as unknown as string,
    ],
  ])('tells %s and exits 1', (_, text, stderr) => {
    expect(run('check', good, file('bad.yaml', text))).toEqual({ status: 1, stdout: '', stderr });
  });

  test('tells of a file that is not there', () => {
    const { status, stderr } = run('check', join(folder, 'none.yaml'));
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('none.yaml: cannot be read') });
  });

  test('speaks JSON', () => {
    expect(JSON.parse(run('check', '--json', good).stdout)).toEqual({
      ok: true,
      policies: [{ server: 'notes', default: 'deny', tools: 5 }],
    });
  });
});

test('explain says for each tool what would happen, and why', () => {
  const { stdout, status } = run('explain', good, '--snapshot', notes);
  expect(status).toBe(0);
  expect(stdout.split('\n')).toEqual([
    'allow   list_notes: Allow, 60 a minute. Calls go through. At most 60 calls pass in any 60 seconds in one session. Each start of the gateway counts anew.',
    'refuse  read_note: Deny: its definition differs. The tool is not what it was when it was allowed: its definition differs.',
    'ask     write_note: Ask a person first, with limits on its arguments. Each call waits until a person says yes; no answer is a no. A call whose arguments break the schema is refused.',
    'refuse  delete_note: Deny. Every call is refused, and the agent is told why. Deleting is for people.',
    'refuse  mail_note: Deny (the default). Every call is refused, and the agent is told why.',
    'refuse  gone: Allow. The server has no tool of this name.',
    '',
  ]);
});

test('diff says what a change allows and forbids', () => {
  const rule = (text: string) => `version: 1\nserver: notes\n${text}\n`;
  const old = file(
    'old.yaml',
    rule(
      'default: deny\ntools: { a: { action: allow }, b: { action: deny }, c: { action: allow, rate_limit: { max: 5, window: 60 } }, d: { action: allow, arguments: { maxProperties: 1 } }, e: { action: deny } }',
    ),
  );
  const now = file(
    'now.yaml',
    rule(
      'default: hide\ntools: { a: { action: require_approval }, b: { action: allow, reason: x }, c: { action: allow, rate_limit: { max: 9, window: 60 } }, d: { action: allow, arguments: { maxProperties: 2 } }, e: { action: deny, reason: New words. } }',
    ),
  );
  expect(run('diff', old, now).stdout.split('\n')).toEqual([
    'changes  notes (every other tool): Deny → Hide',
    'forbids  notes a: Allow → Ask a person first',
    'allows   notes b: Deny → Allow',
    'allows   notes c: Allow, 5 a minute → Allow, 9 a minute',
    'changes  notes d: Allow, with limits on its arguments: {"maxProperties":1} → Allow, with limits on its arguments: {"maxProperties":2}',
    '',
  ]);
  expect(run('diff', old, old).stdout).toBe('The same calls pass.\n');
});

describe('convert', () => {
  const converted = (name: string, text: string | object) => {
    const { stdout, stderr, status } = run('convert', file(name, text), '--server', 'github');
    const read = parsePolicies(stdout);
    return { status, policy: read.ok ? read.policies[0] : undefined, notes: stderr.split('\n').filter(Boolean) };
  };

  test('reads Intercept, whose default allows', () => {
    const { policy, notes: told } = converted(
      'intercept.yaml',
      `version: "1"
hide: [internal]
tools:
  get_file: { rules: [] }
  delete_repo: { rules: [ { name: no, action: deny, on_deny: "Never." } ] }
  create_issue: { rules: [ { name: hourly, rate_limit: 5/hour, on_deny: "Five an hour." }, { rate_limit: 20/day } ] }
  pay: { rules: [ { conditions: [ { path: args.amount, op: lte, value: 500 }, { path: args.to, op: in, value: [a, b] } ] } ] }
  odd: { rules: [ { conditions: [ { path: args.x, op: contains, value: y } ] } ] }
`,
    );
    expect(policy).toEqual({
      version: 1,
      server: 'github',
      default: 'allow',
      tools: new Map([
        ['get_file', { action: 'allow' }],
        ['delete_repo', { action: 'deny', reason: 'Never.' }],
        [
          'create_issue',
          { action: 'allow', rate_limit: { max: 5, window: 86_400, per: 'identity' }, reason: 'Five an hour.' },
        ],
        [
          'pay',
          {
            action: 'allow',
            arguments: {
              allOf: [
                { type: 'object', properties: { amount: { type: 'number', maximum: 500 } }, required: ['amount'] },
                { type: 'object', properties: { to: { enum: ['a', 'b'] } }, required: ['to'] },
              ],
            },
          },
        ],
        ['odd', { action: 'deny' }],
        ['internal', { action: 'hide' }],
      ]),
    });
    expect(told).toHaveLength(3);
    expect(told.at(-1)).toBe('tools.odd: the condition `args.x contains` cannot be said here, so the tool is denied');
  });

  test('reads PolicyLayer', () => {
    const limit = { counter: 'c', window: 'hour', max: 2, scope: 'grant' };
    const { policy } = converted('policy.json', {
      version: '1',
      default: 'deny',
      hide: ['secret'],
      tools: {
        get_file: {},
        delete_repo: { limits: [limit] },
        merge: { require: [] },
        never: { limits: [{ ...limit, max: 0 }] },
      },
    });
    expect(policy).toEqual({
      version: 1,
      server: 'github',
      default: 'deny',
      tools: new Map<string, object>([
        ['get_file', { action: 'allow' }],
        ['delete_repo', { action: 'allow', rate_limit: { max: 2, window: 3600, per: 'identity' } }],
        ['merge', { action: 'deny' }],
        ['never', { action: 'deny' }],
        ['secret', { action: 'hide' }],
      ]),
    });
  });

  test.each([
    [
      'a limit over all tools',
      {
        version: '1',
        default: 'deny',
        all_tools: { limits: [{ counter: 'c', window: 'day', max: 1, scope: 'grant' }] },
      },
    ],
    ['a limit on every tool', 'version: "1"\ntools: { "*": { rules: [ { rate_limit: 5/hour } ] } }\n'],
    ['a key that it does not know', 'version: "1"\ntools: { a: { rules: [ { increment_from: args.n } ] } }\n'],
    ['a window that it does not know', 'version: "1"\ntools: { a: { rules: [ { rate_limit: 5/week } ] } }\n'],
    ['a tool twice', 'version: "1"\ntools:\n  a: { rules: [ { action: deny } ] }\n  a: { rules: [] }\n'],
  ])('refuses %s rather than leaving it out', (_, text) => {
    expect(converted('refused', text)).toMatchObject({ status: 1, policy: undefined });
  });

  test('denies all where every tool is denied', () => {
    const { policy } = converted(
      'all.yaml',
      'version: "1"\ndefault: allow\ntools: { "*": { rules: [ { action: deny } ] }, a: { rules: [] } }\n',
    );
    expect(policy).toMatchObject({ default: 'deny', tools: new Map([['a', { action: 'deny' }]]) });
  });
});

test.each([
  ['no command', []],
  ['another command', ['lint', 'x']],
  ['no file', ['check']],
  ['an unknown option', ['check', '--strict', 'x']],
  ['one file to compare', ['diff', 'x']],
  ['no server to convert for', ['convert', 'x']],
])('wrong usage exits 2: %s', (_, args) => {
  expect(run(...args)).toMatchObject({ status: 2, stdout: '' });
});

test('help tells all', () => {
  expect(run('--help')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/check[\s\S]*explain[\s\S]*diff[\s\S]*convert[\s\S]*Exit codes/),
  });
});
