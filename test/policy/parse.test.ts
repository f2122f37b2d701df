import { describe, expect, test } from 'vitest';
import { parsePolicies } from '../../src/policy/parse.ts';

const head = 'version: 1\nserver: plex\ndefault: deny\n';
const withTool = (rule: string) => `${head}tools:\n  a: ${rule}\n`;
const withArguments = (schema: string) => withTool(`{ action: allow, arguments: ${schema} }`);

/** Findings as `line:column path message`. */
function faults(text: string): string[] {
  const result = parsePolicies(text);
  return result.ok
    ? []
    : result.findings.map(({ line, column, path, message }) => `${line}:${column} ${path} ${message}`);
}

describe('a fault is reported with its place and what to do', () => {
  const cases: [string, string, string[]][] = [
    ['an empty file', '', ['1:1  holds no policy; begin with `version: 1`']],
    ['a list', '- 1\n', ['1:1  must be a list of keys and values: version, server, default, reason, tools']],
    [
      'nothing that is needed',
      'tools: {}\n',
      [
        '1:1 version is missing; write `version: 1`',
        '1:1 server is missing; write the id that the catalog gives the server',
        '1:1 default is missing; write `default: deny`',
      ],
    ],
    ['another version', head.replace('1', '2'), ['1:10 version must be the number 1, the only version there is']],
    [
      'a server that is no id',
      head.replace('plex', 'Plex Media'),
      ['2:9 server must be an id: lower-case letters, digits, `-` and `_`; quote a number'],
    ],
    [
      'a word that is near',
      head.replace('deny', 'dney'),
      ['3:10 default must be one of deny, hide, allow; did you mean `deny`?'],
    ],
    ['a key that is near', `${head}tols: {}\n`, ['4:1 tols is not a key of this grammar; did you mean `tools`?']],
    [
      'a key that is far',
      `${head}comment: x\n`,
      ['4:1 comment is not a key of this grammar; there are version, server, default, reason, tools'],
    ],
    ['a key twice', `${head}default: allow\n`, ['4:1 default stands here twice; keep one']],
    ['a reason of two lines', `${head}reason: "a\\nb"\n`, ['4:9 reason must be one line of 1 to 500 characters']],
    [
      'a reason too long',
      `${head}reason: ${'x'.repeat(501)}\n`,
      ['4:9 reason must be one line of 1 to 500 characters'],
    ],
    ['a blank reason', `${head}reason: " "\n`, ['4:9 reason must be one line of 1 to 500 characters']],
    ['tools as a list', `${head}tools: [a]\n`, ['4:8 tools must list tools by name, each with its rule below']],
    [
      'a name that is a number',
      `${head}tools:\n  404: { action: deny }\n`,
      [`5:3 tools a tool's name is text; quote it: "404"`],
    ],
    [
      'a tool twice',
      `${head}tools:\n  a: { action: deny }\n  "a": { action: allow }\n`,
      ['6:3 tools.a stands here twice; keep one rule for each tool'],
    ],
    [
      'a rule that is a word',
      withTool('deny'),
      ['5:6 tools.a must be a list of keys and values: action, rate_limit, arguments, reason, definition'],
    ],
    ['no action', withTool('{}'), ['5:6 tools.a has no action; write `action: deny`, or another']],
    [
      'an action in capitals',
      withTool('{ action: Allow }'),
      ['5:16 tools.a.action must be one of allow, require_approval, deny, hide; did you mean `allow`?'],
    ],
    [
      'limits beside deny',
      withTool('{ action: deny, rate_limit: { max: 1, window: 1 }, arguments: {} }'),
      [
        '5:34 tools.a.rate_limit can never act beside `action: deny`; remove it',
        '5:68 tools.a.arguments can never act beside `action: deny`; remove it',
      ],
    ],
    [
      'a limit out of range',
      withTool('{ action: allow, rate_limit: { max: 0, window: 2592001, per: grant } }'),
      [
        '5:42 tools.a.rate_limit.max must be a whole number from 1 to 1,000,000',
        '5:53 tools.a.rate_limit.window must be a whole number from 1 to 2,592,000',
        '5:67 tools.a.rate_limit.per must be one of session, identity; there are session, identity',
      ],
    ],
    [
      'a limit in halves',
      withTool('{ action: allow, rate_limit: { max: 1.5 } }'),
      [
        '5:35 tools.a.rate_limit.window must be a whole number from 1 to 2,592,000',
        '5:42 tools.a.rate_limit.max must be a whole number from 1 to 1,000,000',
      ],
    ],
    [
      'a definition that is no digest',
      withTool('{ action: allow, definition: abc }'),
      ['5:35 tools.a.definition must be `sha256:` and 64 hex digits'],
    ],
    [
      'two policies of one server',
      `${head}---\n${head}`,
      ['5:1 server "plex" has a policy above; keep one document for each server'],
    ],
    [
      'an alias',
      `${head}reason: &r why\ntools:\n  a: { action: deny, reason: *r }\n`,
      ['6:30  write the value out instead of `*r`'],
    ],
    ['broken YAML', `${head}tools: [\n`, [expect.stringMatching(/^5:1 {2}Flow sequence/) as unknown as string]],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  test('every fault of a file is found at once, in its order', () => {
    const text = 'version: 2\nservr: plex\ndefault: no\ntools:\n  a: { action: x }\n  b: { max: 1 }\n';
    expect(faults(text).map((fault) => fault.split(' ', 2).join(' '))).toEqual([
      '1:1 server',
      '1:10 version',
      '2:1 servr',
      '3:10 default',
      '5:16 tools.a.action',
      '6:6 tools.b',
      '6:8 tools.b.max',
    ]);
  });
});

describe('a schema for arguments', () => {
  const cases: [string, string, string[]][] = [
    [
      'must be a mapping',
      'true',
      ['must be a JSON Schema for the arguments, such as `{ properties: { type: { const: audio } } }`'],
    ],
    [
      'may not misspell a keyword',
      '{ propertes: {} }',
      ['.propertes is not a keyword of JSON Schema; did you mean `properties`?'],
    ],
    [
      'may not misspell one inside',
      '{ properties: { x: { cosnt: 1 } } }',
      ['.properties.x.cosnt is not a keyword of JSON Schema; did you mean `const`?'],
    ],
    ['may use any name for a property', '{ properties: { propertes: { const: 1 }, __proto__: false } }', []],
    ['may hold notes of its owner', '{ x-note: why }', []],
    ['may point into itself', '{ properties: { a: { $ref: "#/$defs/b" } }, $defs: { b: { type: string } } }', []],
    [
      'may not point outside',
      '{ $ref: "https://example.org/s.json" }',
      ['.$ref must point into this schema: `#/$defs/…`'],
    ],
    ['may not point at nothing', '{ $ref: "#/$defs/b" }', ['.$ref points at `#/$defs/b`, which is not there']],
    ['may not move its base', '{ $id: "x" }', ['.$id is not read here; point with `$ref: "#/$defs/…"`']],
    [
      'needs types that exist',
      '{ type: text }',
      ['.type must be of string, number, integer, boolean, object, array, null'],
    ],
    [
      'needs patterns of linear time',
      '{ properties: { a: { pattern: "(?=a)b" } } }',
      ['.properties.a.pattern may not look around or refer back: patterns run in linear time'],
    ],
    ['needs patterns that are patterns', '{ pattern: "(" }', ['.pattern must be a regular expression']],
    [
      'needs lists where lists belong',
      '{ anyOf: {}, enum: x, required: [1] }',
      [
        '.anyOf must be a list of schemas',
        '.enum must be a list of values',
        '.required must be a list of property names',
      ],
    ],
    [
      'needs schemas where schemas belong',
      '{ properties: { a: 5 }, not: x }',
      [
        '.properties.a must be a schema: keys and values, true, or false',
        '.not must be a schema: keys and values, true, or false',
      ],
    ],
    ['may not hold a key twice', '{ properties: { a: true, a: false } }', [' holds `a` twice']],
    ['may not hold what JSON cannot', '{ const: .inf }', [' holds a value that JSON does not have']],
    [
      'may not be larger than 64 KB',
      `{ const: ${'x'.repeat(65_536)} }`,
      [' is 65548 bytes of JSON; at most 65536 are read'],
    ],
  ];
  test.each(cases)('%s', (_, schema, expected) => {
    const found = faults(withArguments(schema)).map((fault) => fault.replace(/^\S+ tools\.a\.arguments/, ''));
    expect(found.map((fault) => fault.trim())).toEqual(expected.map((fault) => fault.trim()));
  });
});

describe('what people also write is read', () => {
  const plain = { version: 1, server: 'plex', default: 'deny' };
  const cases: [string, string, unknown][] = [
    ['no tools at all', head, [{ ...plain, tools: new Map() }]],
    [
      'keys of the owner',
      `${head}x-team: [media]\ntools:\n  a: { action: deny, x-ticket: 7 }\n`,
      [{ ...plain, tools: new Map([['a', { action: 'deny' }]]) }],
    ],
    [
      'JSON',
      JSON.stringify({ ...plain, tools: { a: { action: 'allow' } } }),
      [{ ...plain, tools: new Map([['a', { action: 'allow' }]]) }],
    ],
    [
      'JSON with tabs',
      JSON.stringify({ ...plain, tools: { 'a/😀': { action: 'allow' } } }, null, '\t'),
      [{ ...plain, tools: new Map([['a/😀', { action: 'allow' }]]) }],
    ],
    [
      'JSON with escapes',
      '{"version":1,"server":"plex","default":"deny","tools":{"a\\/\\ud83d\\ude00":{"action":"hide"}}}',
      [{ ...plain, tools: new Map([['a/😀', { action: 'hide' }]]) }],
    ],
    [
      'Windows line ends and a byte order mark',
      `\ufeff${withTool('{ action: deny }').replaceAll('\n', '\r\n')}`,
      [{ ...plain, tools: new Map([['a', { action: 'deny' }]]) }],
    ],
    ['empty documents between', `---\n${head}---\n`, [{ ...plain, tools: new Map() }]],
  ];
  test.each(cases)('%s', (_, text, policies) => {
    expect(parsePolicies(text)).toEqual({ ok: true, policies });
  });
});

describe('a hostile file is refused, never fatal', () => {
  const bomb = [
    'a: &a [1, 1]',
    ...Array.from(
      { length: 30 },
      (_, n) => `${'b'.repeat(n + 2)}: &n${n} [*${n ? `n${n - 1}` : 'a'}, *${n ? `n${n - 1}` : 'a'}]`,
    ),
  ];
  const cases: [string, string][] = [
    ['aliases that double', bomb.join('\n')],
    ['brackets without end', '['.repeat(100_000)],
    ['braces without end', '{a: '.repeat(20_000)],
    ['a null byte', '\0'],
    ['17 MB', ' '.repeat(17 * 1024 * 1024)],
    ['a schema of ten thousand levels', withArguments(`${'{ not: '.repeat(5_000)}true${' }'.repeat(5_000)}`)],
  ];
  test.each(cases)('%s', (_, text) => {
    const result = parsePolicies(text);
    expect(result).toEqual({ ok: false, findings: expect.any(Array) });
    if (!result.ok) expect(result.findings.length).toBeLessThanOrEqual(200);
  });
});
