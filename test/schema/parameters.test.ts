import { describe, expect, test } from 'vitest';
import { type ParameterRow, parameterTable } from '../../src/schema/parameters.ts';

/** One row as one line: `  name: type* = default {allowed} (constraints) – description [notes]`. */
function line(row: ParameterRow): string {
  const more = row.allowedMore > 0 ? ` +${row.allowedMore}` : '';
  return [
    `${'  '.repeat(row.depth)}${row.name}: ${row.type}${row.required ? '*' : ''}`,
    row.default === undefined ? '' : ` = ${row.default}`,
    row.allowed.length > 0 ? ` {${row.allowed.join(', ')}${more}}` : '',
    row.constraints.length > 0 ? ` (${row.constraints.join('; ')})` : '',
    row.description === undefined ? '' : ` – ${row.description}`,
    row.deprecated ? ' deprecated' : '',
    row.notes.length > 0 ? ` [${row.notes.join('; ')}]` : '',
  ].join('');
}

function described(schema: unknown) {
  const table = parameterTable(schema);
  if (table.kind !== 'described') throw new Error('not described');
  return table;
}

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });

describe('a parameter is shown in words', () => {
  const cases: [string, unknown, string[]][] = [
    [
      'required, default, allowed values, description',
      object({ a: { type: 'string', enum: ['x', ''], default: 'x', description: 'What.' } }, { required: ['a'] }),
      ['a: string* = "x" {x, ""} – What.'],
    ],
    ['a range', object({ a: { type: 'integer', minimum: 1, maximum: 100 } }), ['a: integer (1 to 100)']],
    [
      'bounds of draft 4 and of later drafts',
      object({ a: { type: 'number', minimum: 0, exclusiveMinimum: true }, b: { type: 'number', exclusiveMaximum: 5 } }),
      ['a: number (more than 0)', 'b: number (less than 5)'],
    ],
    [
      'the largest safe integers are no bounds',
      object({ a: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER } }),
      ['a: integer (at least 0)'],
    ],
    [
      'length, format and pattern',
      object({ a: { type: 'string', minLength: 1, maxLength: 9, format: 'date-time', pattern: '^a+$' } }),
      ['a: string (1 to 9 characters; format: date-time; matches /^a+$/)'],
    ],
    [
      'three ways to say or null',
      object({
        a: { type: ['string', 'null'] },
        b: { anyOf: [{ type: 'string', minLength: 2 }, { type: 'null' }], default: null },
        c: { type: 'string', nullable: true },
      }),
      ['a: string or null', 'b: string or null = null (at least 2 characters)', 'c: string or null'],
    ],
    [
      'an array of scalars',
      object({ a: { type: 'array', items: { type: 'string', enum: ['x', 'y'] }, maxItems: 1, uniqueItems: true } }),
      ['a: array of string {x, y} (at most 1 item; unique items)'],
    ],
    [
      'an array of objects',
      object({ a: { type: 'array', items: object({ b: { type: 'string' } }, { required: ['b'] }) } }),
      ['a: array of object', '  b: string*'],
    ],
    [
      'arrays of arrays, with items described',
      object({ a: { type: 'array', items: { type: 'array', description: 'A row.', items: { type: 'number' } } } }),
      ['a: array of array of number', '  each item: array of number – A row.'],
    ],
    [
      'tuples of both drafts',
      object({
        a: { prefixItems: [{ type: 'number' }, { type: 'string' }] },
        b: { type: 'array', items: [{ type: 'number', minimum: 0 }] },
      }),
      [
        'a: list of 2 items',
        '  item 1: number',
        '  item 2: string',
        'b: list of 1 item',
        '  item 1: number (at least 0)',
      ],
    ],
    [
      'nested objects in the server’s order',
      object({ z: object({ y: object({ x: {} }) }), a: { type: 'boolean' } }),
      ['z: object', '  y: object', '    x: any [accepts anything]', 'a: boolean'],
    ],
    [
      'a choice between types',
      object({ a: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] } }),
      ['a: string or array of string'],
    ],
    [
      'a choice between constants',
      object({ a: { oneOf: [{ const: 'x', title: 'X' }, { const: 2 }] } }),
      ['a: string or number {x, 2}'],
    ],
    [
      'a choice between objects',
      object({
        a: { oneOf: [{ title: 'Circle', ...object({ r: { type: 'number' } }) }, object({ kind: { const: 'line' } })] },
      }),
      [
        'a: one of 2 forms',
        '  form 1: Circle: object – Circle',
        '    r: number',
        '  form 2: kind = "line": object',
        '    kind: string {line}',
      ],
    ],
    [
      'allOf is merged',
      object({
        a: { allOf: [object({ b: { type: 'string' } }), { required: ['b'] }, object({ b: { minLength: 3 } })] },
      }),
      ['a: object', '  b: string* (at least 3 characters)'],
    ],
    [
      'other keys',
      object({
        a: { type: 'object', additionalProperties: { type: 'string' } },
        b: { type: 'object', additionalProperties: true },
        c: { type: 'object', patternProperties: { '^x': { type: 'number' } } },
        d: { type: 'object', additionalProperties: object({ e: { type: 'string' } }) },
      }),
      [
        'a: object [may have other keys: string]',
        'b: object [may have other keys, of any kind]',
        'c: object [may have keys that match /^x/: number]',
        'd: object [may have other keys: object]',
        '  any other key: object',
        '    e: string',
      ],
    ],
    [
      'a name that is required but not described',
      object({ a: { type: 'string' } }, { required: ['b'] }),
      ['a: string', 'b: not described* [named as required but not described]'],
    ],
    [
      'deprecated, write-only, examples',
      object({ a: { type: 'string', deprecated: true, writeOnly: true, examples: ['x', 'y', 'z'] } }),
      ['a: string deprecated [write-only; for example "x" or "y"]'],
    ],
    [
      'rules that only the schema can say',
      object({ a: { not: {} }, b: { type: 'string', if: { minLength: 2 }, else: { const: '' } } }),
      ['a: any [has further rules; see the JSON Schema]', 'b: string [has further rules; see the JSON Schema]'],
    ],
    [
      'schemas that are no schemas',
      object({ a: true, b: false, c: 5, d: 'x', e: [], f: null, g: { type: 7, properties: 'none', required: 'all' } }),
      [
        'a: any [accepts anything]',
        'b: any [no value is accepted]',
        ...['c', 'd', 'e', 'f'].map((name) => `${name}: any [what stands here is not a schema]`),
        'g: any [its list of properties cannot be read]',
      ],
    ],
  ];
  test.each(cases)('%s', (_, schema, expected) => {
    expect(described(schema).rows.map(line)).toEqual(expected);
  });
});

describe('a reference is followed', () => {
  const target = { type: 'integer', minimum: 1 };
  const cases: [string, unknown, string][] = [
    ['into $defs', object({ a: { $ref: '#/$defs/t' } }, { $defs: { t: target } }), 'a: integer (at least 1)'],
    [
      'into definitions',
      object({ a: { $ref: '#/definitions/t' } }, { definitions: { t: target } }),
      'a: integer (at least 1)',
    ],
    [
      'with escapes',
      object({ a: { $ref: '#/$defs/t~1u~0%20v' } }, { $defs: { 't/u~ v': target } }),
      'a: integer (at least 1)',
    ],
    [
      'by $anchor',
      object({ a: { $ref: '#t' } }, { $defs: { x: { $anchor: 't', ...target } } }),
      'a: integer (at least 1)',
    ],
    [
      'by $id',
      object({ a: { $ref: 'urn:t' } }, { $defs: { x: { $id: 'urn:t', ...target } } }),
      'a: integer (at least 1)',
    ],
    [
      'with words of its own',
      object({ a: { $ref: '#/$defs/t', description: 'D' } }, { $defs: { t: target } }),
      'a: integer (at least 1) – D',
    ],
    [
      'through a chain',
      object({ a: { $ref: '#/$defs/s' } }, { $defs: { s: { $ref: '#/$defs/t' }, t: target } }),
      'a: integer (at least 1)',
    ],
    [
      'to nothing',
      object({ a: { $ref: '#/$defs/none' } }),
      'a: any [refers to `#/$defs/none`, which the schema does not hold]',
    ],
    [
      'never to another document',
      object({ a: { $ref: 'https://example.org/s.json' } }),
      'a: any [refers to `https://example.org/s.json`, which the schema does not hold]',
    ],
    [
      'never to what objects inherit',
      object({ a: { $ref: '#/constructor' } }),
      'a: any [refers to `#/constructor`, which the schema does not hold]',
    ],
    [
      'back to itself',
      object({ a: { $ref: '#/$defs/t' } }, { $defs: { t: { $ref: '#/$defs/t' } } }),
      'a: any [accepts anything]',
    ],
    ['back to the root', object({ a: { $ref: '#' } }), 'a: object [refers back to the whole input, described above]'],
  ];
  test.each(cases)('%s', (_, schema, expected) => {
    expect(described(schema).rows.map(line)).toEqual([expected]);
  });

  test('into another parameter', () => {
    const schema = object({ a: { type: 'string', minLength: 4 }, b: { $ref: '#/properties/a' } });
    expect(described(schema).rows.map(line)).toEqual([
      'a: string (at least 4 characters)',
      'b: string (at least 4 characters)',
    ]);
  });

  test('a tree is described once and then said to repeat', () => {
    const node = object({ title: { type: 'string' }, children: { type: 'array', items: { $ref: '#/$defs/node' } } });
    expect(described(object({ root: { $ref: '#/$defs/node' } }, { $defs: { node } })).rows.map(line)).toEqual([
      'root: object',
      '  title: string',
      '  children: array of object [each item refers back to `root`, described above]',
    ]);
  });
});

describe('the whole table', () => {
  const silent: [string, unknown][] = [
    ['no schema', undefined],
    ['null', null],
    ['a number', 7],
    ['a string', 'object'],
    ['an array', []],
    ['true', true],
    ['false', false],
    ['an empty schema', {}],
    ['a schema of unknown words', { $schema: 'x', note: 'y' }],
  ];
  test.each(silent)('%s is "not described", never "0 parameters"', (_, schema) => {
    expect(parameterTable(schema)).toEqual({ kind: 'not-described' });
  });

  const counted: [string, unknown, { total: number; required: number; notes?: string[] }][] = [
    ['none', { type: 'object' }, { total: 0, required: 0 }],
    ['only top-level ones', object({ a: object({ b: {} }), c: {} }, { required: ['c'] }), { total: 2, required: 1 }],
    ['without type', { properties: { a: {} } }, { total: 1, required: 0 }],
    ['named as required alone', object({ a: {} }, { required: ['b'] }), { total: 2, required: 1 }],
    [
      'in forms: required where every form requires it',
      { oneOf: [object({ a: {}, b: {} }, { required: ['a', 'b'] }), object({ a: {} }, { required: ['a'] })] },
      { total: 2, required: 1 },
    ],
    [
      'closed',
      object({ a: {} }, { additionalProperties: false }),
      { total: 1, required: 0, notes: ['no other parameters are accepted'] },
    ],
    [
      'one of several',
      object({ a: {}, b: {} }, { anyOf: [{ required: ['a'] }, { required: ['b', 'a'] }] }),
      { total: 2, required: 1, notes: ['needs `a`, or `b` and `a`'] },
    ],
    [
      'not an object',
      { type: 'array', items: { type: 'string' } },
      { total: 0, required: 0, notes: ['the schema asks for "array", where tools take an object'] },
    ],
  ];
  test.each(counted)('counts parameters: %s', (_, schema, expected) => {
    const { total, required, notes } = described(schema);
    expect({ total, required, notes }).toEqual({ notes: [], ...expected });
  });

  test('ids are unique and safe in HTML', () => {
    const names = ['a-b', 'a b', 'a.b', '"><script>', '__proto__', 'constructor', '名', 'x'.repeat(5000)];
    const schema = object({
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
      a: object({ b: {} }),
    });
    const ids = described(schema).rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(names.length + 2);
    for (const id of ids) expect(id).toMatch(/^p-[\p{L}\p{N}_~-]{0,200}$/u);
  });

  test('no text is cut inside a character', () => {
    const long = '👩‍👩‍👧'.repeat(2000);
    const [row] = described(object({ a: { type: 'string', default: long, enum: [long], description: long } })).rows;
    for (const text of [row?.default, row?.allowed[0], row?.description]) {
      expect(text?.replaceAll('👩‍👩‍👧', '').replace('"', '')).toBe('…');
    }
  });

  test('a long list of values says how many more there are', () => {
    const [row] = described(object({ a: { enum: Array.from({ length: 120 }, (_, index) => index) } })).rows;
    expect([row?.allowed.length, row?.allowedMore]).toEqual([40, 80]);
  });

  test('55 parameters are 55 rows, and 22 levels 22', () => {
    const wide = Object.fromEntries(Array.from({ length: 55 }, (_, index) => [`p${index}`, { type: 'string' }]));
    const deep = Array.from({ length: 22 }).reduce<object>((inner) => object({ x: inner }), { type: 'string' });
    expect(described(object(wide)).rows).toHaveLength(55);
    expect(described(deep).rows.map(({ depth }) => depth)).toEqual([...Array(22).keys()]);
  });
});

describe('a hostile schema is cut and said to be', () => {
  const names = (n: number) => Array.from({ length: n }, (_, index) => `p${index}`);
  const chain = (n: number, wrap: (inner: object) => object) =>
    Array.from({ length: n }).reduce<object>((inner) => wrap(inner), { type: 'string' });
  const cyclic = object({});
  Object.assign(cyclic.properties, { me: cyclic, list: { type: 'array', items: cyclic }, d: { default: cyclic } });
  const fan = Object.fromEntries(
    names(60).map((name, index) => [
      name,
      object({ a: { $ref: `#/$defs/p${index + 1}` }, b: { $ref: `#/$defs/p${index + 1}` } }),
    ]),
  );
  const cases: [string, unknown][] = [
    [
      '100,000 parameters',
      object(Object.fromEntries(names(100_000).map((name) => [name, {}])), { required: names(100_000) }),
    ],
    ['50,000 levels of objects', chain(50_000, (inner) => object({ x: inner }))],
    ['50,000 levels of arrays', object({ x: chain(50_000, (items) => ({ type: 'array', items })) })],
    ['50,000 levels of allOf', object({ x: chain(50_000, (inner) => ({ allOf: [inner] })) })],
    ['5,000 levels of five choices', object({ x: chain(5_000, (i) => ({ anyOf: [i, i, i, i, { items: i }] })) })],
    ['references that double at each level', { $ref: '#/$defs/p0', $defs: fan }],
    ['an object that holds itself', cyclic],
    ['an enum of 200,000', object({ x: { enum: names(200_000) } })],
  ];
  test.each(cases)('%s', (_, schema) => {
    const { rows, truncated } = described(schema);
    expect(rows.length).toBeLessThanOrEqual(400);
    expect(truncated === undefined || truncated.more > 0).toBe(true);
  });

  test('rows left out are counted', () => {
    const { rows, truncated } = described(object(Object.fromEntries(names(450).map((name) => [name, {}]))));
    expect([rows.length, truncated]).toEqual([400, { more: 50, atLeast: false }]);
  });

  test('one deep parameter does not crowd out the others', () => {
    const deep = object(Object.fromEntries(names(1000).map((name) => [name, {}])));
    const { rows } = described(object({ deep, last: { type: 'string' } }));
    expect(rows.at(-1)?.name).toBe('last');
  });
});
