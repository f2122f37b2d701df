import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleArguments } from '../../src/schema/example/example.ts';
import { satisfies } from '../../src/schema/example/satisfies.ts';
import { schemaDocument } from '../../src/schema/refs.ts';
import { tools as hostileTools } from '../fixtures/servers/hostile-texts.ts';

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
/** A tool with one required parameter. */
const one = (name: string, schema: unknown, more: object = {}) =>
  object({ [name]: schema }, { required: [name], ...more });

const options = { strict: false, logger: false } as const;
const [newest, draft7, formatless] = [
  new Ajv2020(options),
  new Ajv(options),
  new Ajv2020({ ...options, validateFormats: false }),
];
for (const ajv of [newest, draft7]) (addFormats as unknown as (to: unknown) => void)(ajv);

/** As the world validates: by the draft that the schema names. */
function validator(schema: object | boolean, formats = true) {
  const ajv = JSON.stringify(schema).includes('draft-07') ? draft7 : newest;
  return (formats ? ajv : formatless).compile(schema);
}

// Written as text, since an object with a `then` may pass for a promise.
const conditional = JSON.parse('{"if":{"properties":{"a":{"const":"x"}}},"then":{"required":["b"]}}') as object;

/** The example, proven valid. */
function example(schema: object | boolean) {
  const made = exampleArguments(schema);
  if (!made.ok) return made.why;
  const validate = validator(schema);
  expect([validate(made.arguments), validate.errors]).toEqual([true, null]);
  return made.arguments;
}

describe('what stands in an example', () => {
  const cases: [string, object | boolean, unknown][] = [
    ['nothing where nothing is taken', object({}), {}],
    ['nothing where anything goes', true, {}],
    [
      'what is required, and no more',
      object({ title: {}, color: {}, size: {} }, { required: ['title'] }),
      { title: 'Weekly report' },
    ],
    [
      'where nothing is required, what tells most',
      object({ verbose: { type: 'boolean' }, query: { type: 'string' }, cursor: { type: 'string' } }),
      { query: 'quarterly report' },
    ],
    ['the schema’s own example', one('city', { type: 'string', examples: ['Oslo'] }), { city: 'Oslo' }],
    [
      'an example in its words',
      one('city', { type: 'string', description: 'The town, e.g. "Oslo".' }),
      { city: 'Oslo' },
    ],
    ['its default', one('unit', { type: 'string', default: 'km' }), { unit: 'km' }],
    ['an example of the whole', object({ a: {}, b: {} }, { examples: [{ a: 1, b: 2 }] }), { a: 1, b: 2 }],
    ['no example that the schema itself refuses', one('n', { type: 'integer', examples: ['x', 7] }), { n: 7 }],
    ['a member of a list', one('kind', { enum: [null, '', 'b', 'c'] }), { kind: 'b' }],
    ['a constant', one('kind', { const: { a: [1] } }), { kind: { a: [1] } }],
    ['a format', one('x', { type: 'string', format: 'date-time' }), { x: '2026-01-15T09:30:00Z' }],
    [
      'a pattern by a value that reads well',
      one('due', { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
      { due: '2026-01-15' },
    ],
    [
      'a pattern letter by letter',
      one('code', { type: 'string', pattern: '^[A-Z]{3}_(?:x|y)+\\d{2,4}$' }),
      { code: 'AAA_x11' },
    ],
    [
      'a pattern that looks ahead',
      one('at', { type: 'string', pattern: '^(?!\\.)(?!.*\\.\\.)[a-z.]+@[a-z.]+$' }),
      { at: 'ana@example.com' },
    ],
    ['a range', one('size', { type: 'integer', minimum: 200, exclusiveMaximum: 203, multipleOf: 2 }), { size: 200 }],
    [
      'bounds of draft 4',
      one('n', { $schema: 'http://json-schema.org/draft-07/schema#', type: 'number', exclusiveMinimum: 3, maximum: 4 }),
      { n: 4 },
    ],
    ['a length', one('name', { type: 'string', maxLength: 3 }), { name: 'Exa' }],
    [
      'as many as are asked for, each its own',
      one('ids', { type: 'array', items: { type: 'string' }, minItems: 3, uniqueItems: true }),
      { ids: ['12345', '123452', '123453'] },
    ],
    [
      'a tuple',
      one('pair', { type: 'array', prefixItems: [{ type: 'number' }, { type: 'boolean' }], items: false, minItems: 2 }),
      { pair: [1, true] },
    ],
    [
      'what the list must contain',
      one('tags', { type: 'array', items: { type: 'string' }, contains: { const: 'x' } }),
      { tags: ['x'] },
    ],
    ['null last', one('a', { anyOf: [{ type: 'null' }, { type: 'boolean' }] }), { a: true }],
    ['the one form that fits alone', one('a', { oneOf: [{ type: 'number' }, { type: 'integer' }] }), { a: 1.5 }],
    [
      'a form by its constant',
      object({}, { oneOf: [one('kind', { const: 'circle' }), one('side', { type: 'number' })] }),
      { kind: 'circle' },
    ],
    [
      'either of two names',
      object(
        { id: { type: 'integer' }, name: { type: 'string' } },
        { anyOf: [{ required: ['id'] }, { required: ['name'] }] },
      ),
      { id: 123 },
    ],
    [
      'all parts of a whole',
      object({}, { allOf: [one('a', { minimum: 3 }), one('a', { type: 'integer', maximum: 4 })] }),
      { a: 3 },
    ],
    [
      'a reference',
      { ...one('from', { $ref: '#/$defs/p' }), $defs: { p: one('x', { type: 'number' }) } },
      { from: { x: 100 } },
    ],
    [
      'a tree, cut where it may be',
      {
        ...one('node', { $ref: '#/$defs/n' }),
        $defs: {
          n: object(
            { name: { type: 'string' }, kids: { type: 'array', items: { $ref: '#/$defs/n' } } },
            { required: ['name', 'kids'] },
          ),
        },
      },
      { node: { name: 'Example', kids: [{ name: 'Example', kids: [] }] } },
    ],
    ['a name that is required and nowhere described', object({}, { required: ['page'] }), { page: 'example page' }],
    [
      'a schema without a type',
      { properties: { word: { type: 'string' } }, required: ['word'] },
      { word: 'example word' },
    ],
    [
      'an entry of a map',
      one('env', { type: 'object', additionalProperties: { type: 'string' } }),
      { env: { example: 'example' } },
    ],
    [
      'what one name asks for beside it',
      object({ a: { const: 1 }, b: { const: 2 } }, { required: ['a'], dependentRequired: { a: ['b'] } }),
      { a: 1, b: 2 },
    ],
    [
      'the way that a condition takes',
      object({ a: { enum: ['x', 'y'] } }, { required: ['a'], ...conditional }),
      { a: 'x', b: 'example b' },
    ],
    ['no grave option, and no cursor', object({ force: { type: 'boolean' }, cursor: { type: 'string' } }), {}],
    ['grave options off where they are asked for', one('force', { type: 'boolean' }), { force: false }],
  ];
  test.each(cases)('%s', (_name, schema, expected) => {
    expect(example(schema)).toEqual(expected);
  });
});

describe('no example is better than a wrong one', () => {
  const cases: [string, unknown, string][] = [
    ['no schema', undefined, 'no schema'],
    ['a schema that is a number', 42, 'not a schema'],
    ['a schema that is a list', [{ type: 'string' }], 'not a schema'],
    [
      'a keyword of the wrong kind, wherever it stands',
      object({ a: {}, b: { items: { type: 'strnig' } } }),
      'not a schema',
    ],
    ['a schema that accepts nothing', one('a', false), 'none found'],
    ['an empty list of values', one('a', { enum: [] }), 'not a schema'],
    ['a list of values of another type', one('a', { type: 'integer', enum: ['x'] }), 'none found'],
    ['bounds that cross', one('a', { type: 'number', minimum: 3, maximum: 2 }), 'none found'],
    ['a reference to nowhere', one('a', { $ref: '#/$defs/none' }), 'not a schema'],
    [
      'a ring of references',
      { ...one('a', {}), $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } },
      'not a schema',
    ],
    ['another document', one('a', { $ref: 'https://example.com/schema.json' }), 'not a schema'],
    [
      'a tree without an end',
      { ...one('a', { $ref: '#/$defs/n' }), $defs: { n: one('n', { $ref: '#/$defs/n' }) } },
      'none found',
    ],
    ['a text longer than anyone reads', one('a', { type: 'string', minLength: 1e9 }), 'none found'],
    ['a list of a million', one('a', { type: 'array', items: {}, minItems: 1e6 }), 'none found'],
    ['a pattern that no linear-time engine runs', one('a', { type: 'string', pattern: '^(a+)\\1$' }), 'none found'],
    ['what is no pattern', one('a', { type: 'string', pattern: '(' }), 'not a schema'],
    ['a root that is no object', { type: 'string' }, 'none found'],
  ];
  test.each(cases)('%s', (_name, schema, why) => {
    expect(exampleArguments(schema)).toEqual({ ok: false, why });
  });
});

test('what harmful servers send is survived, and what is shown is valid', () => {
  const schemas = hostileTools.flatMap((tool) =>
    typeof tool === 'object' && tool !== null && 'inputSchema' in tool ? [tool.inputSchema] : [],
  );
  expect(schemas.length).toBeGreaterThan(50);
  for (const schema of new Set(schemas)) {
    const made = exampleArguments(schema);
    if (made.ok) expect(runs(() => validator(schema as object)(made.arguments))).not.toBe(false);
  }
});

test('a property of the name __proto__ is one like any other', () => {
  const schema = JSON.parse(
    '{"type":"object","properties":{"__proto__":{"const":7}},"required":["__proto__"]}',
  ) as object;
  const made = exampleArguments(schema);
  expect(JSON.stringify(made)).toBe('{"ok":true,"arguments":{"__proto__":7}}');
});

const scalar = fc.oneof(
  fc.record({ type: fc.constant('boolean') }),
  fc.record({
    enum: fc.uniqueArray(fc.oneof(fc.string({ maxLength: 4 }), fc.integer(), fc.boolean()), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({ const: fc.jsonValue({ maxDepth: 1 }) }),
  fc
    .tuple(fc.integer({ min: -50, max: 50 }), fc.nat({ max: 40 }), fc.constantFrom('integer', 'number'))
    .map(([minimum, width, type]) => ({ type, minimum, maximum: minimum + width })),
  fc
    .tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 }))
    .map(([low, more]) => ({ type: 'string', minLength: low, maxLength: low + more })),
  fc
    .constantFrom('date', 'date-time', 'email', 'uri', 'uuid', 'ipv4', 'hostname')
    .map((format) => ({ type: 'string', format })),
  fc
    .constantFrom('^[a-z]{2,8}$', '^\\d{3}-\\d{4}$', '^(?:a|b)+c?$', '[0-9a-f]{8}', '^#[A-F]{6}$')
    .map((pattern) => ({ type: 'string', pattern })),
);
/** Schemas that surely accept something. */
const { node: satisfiable } = fc.letrec<{ node: object }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc
      .tuple(
        fc.dictionary(fc.constantFrom('a', 'size', 'path', '__proto__x', 'é'), tie('node'), { noNullPrototype: true }),
        fc.boolean(),
        fc.boolean(),
      )
      .map(([properties, all, open]) => ({
        type: 'object',
        properties,
        required: all ? Object.keys(properties) : [],
        additionalProperties: open,
      })),
    fc.tuple(tie('node'), fc.nat({ max: 3 })).map(([items, minItems]) => ({ type: 'array', items, minItems })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    tie('node').map((part) => ({ allOf: [part, { description: 'The same.' }] })),
  ),
}));

test('of a schema that accepts something there is an example, and it is valid', () => {
  fc.assert(
    fc.property(satisfiable, (schema) => {
      const whole = one('value', schema);
      const made = exampleArguments(whole);
      expect(made).toMatchObject({ ok: true });
      if (made.ok) expect(validator(whole)(made.arguments)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

const small = fc.oneof(
  fc.constantFrom(null, true, false, 0, 1, 2, 3.5, '', 'a', 'ab', 'b1', 'a'),
  fc.integer({ min: -2, max: 6 }),
);
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    small,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab'), tie('value'), { noNullPrototype: true }),
  ),
})).value;
const limit = fc.nat({ max: 4 });
/** Any keywords together, most of them at odds. */
const { node: wild } = fc.letrec<{ node: object | boolean }>((tie) => {
  const list = fc.array(tie('node'), { minLength: 1, maxLength: 3 });
  const named = fc.dictionary(fc.constantFrom('a', 'b', 'ab'), tie('node'), { maxKeys: 3, noNullPrototype: true });
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'ab'), { maxLength: 2 });
  const keywords = {
    type: fc.oneof(
      fc.constantFrom('string', 'number', 'integer', 'boolean', 'object', 'array', 'null'),
      fc.constant(['object', 'string']),
    ),
    const: value,
    enum: fc.array(value, { minLength: 1, maxLength: 3 }),
    ...Object.fromEntries(
      'minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems minProperties maxProperties'
        .split(' ')
        .map((keyword) => [keyword, limit]),
    ),
    ...Object.fromEntries([['then', tie('node')]]),
    multipleOf: fc.constantFrom(1, 2, 0.5),
    pattern: fc.constantFrom('a', '^b', '\\d', '^(?!a)'),
    ...{
      allOf: list,
      anyOf: list,
      oneOf: list,
      not: tie('node'),
      if: tie('node'),
      else: tie('node'),
      prefixItems: list,
    },
    ...{ items: tie('node'), contains: tie('node'), uniqueItems: fc.boolean(), properties: named, required: names },
    ...{ additionalProperties: tie('node'), propertyNames: tie('node'), dependentSchemas: named },
    patternProperties: fc.dictionary(fc.constantFrom('^a', 'b$'), tie('node'), { noNullPrototype: true }),
    dependentRequired: fc.dictionary(fc.constantFrom('a', 'b'), names, { noNullPrototype: true }),
    $ref: fc.constantFrom('#', '#/$defs/x'),
  };
  const some = fc
    .subarray(Object.keys(keywords), { minLength: 1, maxLength: 4 })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map((keyword) => [keyword, keywords[keyword as keyof typeof keywords]]))),
    );
  return { node: fc.oneof({ maxDepth: 2 }, fc.boolean(), some) };
});

const wildSchema = fc
  .tuple(wild, wild)
  .map(([root, x]) => (typeof root === 'boolean' ? root : { ...root, $defs: { x } }));

test('whatever the schema, an example is valid or there is none', () => {
  let found = 0;
  fc.assert(
    fc.property(wildSchema, (schema) => {
      const made = exampleArguments(schema);
      if (!made.ok) return;
      found += 1;
      expect(runs(() => validator(schema, false)(made.arguments))).not.toBe(false);
    }),
    { numRuns: 1500 },
  );
  expect(found).toBeGreaterThan(300);
});

test('what is accepted here, Ajv accepts; and almost all that Ajv accepts is accepted here', () => {
  let [both, ajvOnly] = [0, 0];
  fc.assert(
    fc.property(wildSchema, value, (schema, given) => {
      const ours = satisfies(given, schema, schemaDocument(schema));
      const theirs = runs(() => validator(schema, false)(given));
      if (ours) expect(theirs).not.toBe(false);
      if (ours && theirs) both += 1;
      if (!ours && theirs) ajvOnly += 1;
    }),
    { numRuns: 1500 },
  );
  expect(both).toBeGreaterThan(200);
  expect(ajvOnly).toBeLessThan(both / 50);
});

/** Undefined where Ajv cannot tell: it follows a ring of references until its stack is full, and trips over a `then` that refers to its root. */
function runs(check: () => boolean): boolean | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
