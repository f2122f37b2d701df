/** What holds of every definition, ours and any other. Properties run over the own set and over arbitrary JSON. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/classify/classify.ts';
import { facetIds } from '../../src/classify/label.ts';
import { categories, riskOf, type ToolDefinition } from '../../src/domain.ts';
import { ownDefinitions } from './own-set.ts';

const server = { id: 'any', toolNames: ['get_thing', 'delete_thing'] };
const rank = (definition: ToolDefinition, context = server) =>
  ['read', 'write', 'execute', 'destructive', 'financial'].indexOf(classify(definition, context).category);

const anyDefinition = fc.record(
  {
    name: fc.oneof(
      fc.string({ minLength: 1, unit: 'binary' }),
      fc.constantFrom('__proto__', 'constructor', 'delete_x'),
    ),
    title: fc.string({ unit: 'binary' }),
    description: fc.string({ unit: 'binary', maxLength: 400 }),
    inputSchema: fc.oneof(
      fc.jsonValue({ maxDepth: 6 }),
      fc.record({ type: fc.jsonValue(), properties: fc.jsonValue({ maxDepth: 5 }), required: fc.jsonValue() }),
      fc.record({ properties: fc.dictionary(fc.constantFrom('__proto__', 'action', 'sql', 'force'), fc.jsonValue()) }),
    ),
    outputSchema: fc.jsonValue(),
    annotations: fc.dictionary(fc.constantFrom('readOnlyHint', 'destructiveHint', 'x'), fc.jsonValue()),
  },
  { requiredKeys: ['name'] },
) as fc.Arbitrary<ToolDefinition>;

test('no definition makes it fail, and every label is whole', () => {
  fc.assert(
    fc.property(anyDefinition, (definition) => {
      const label = classify(definition, server);
      expect(categories).toContain(label.category);
      expect(label.risk).toBe(riskOf[label.category]);
      expect(label.why).not.toBe('');
      expect(Object.keys(label.facets).sort()).toEqual([...facetIds].sort());
    }),
    { numRuns: 500 },
  );
});

test('a schema that contains itself is labelled too', () => {
  const properties: Record<string, unknown> = { id: { type: 'string' } };
  properties['self'] = { type: 'object', properties };
  expect(classify({ name: 'delete_thing', inputSchema: { properties } as never }, server).category).toBe('destructive');
});

test('the same definition gets the same label', () => {
  fc.assert(
    fc.property(anyDefinition, (definition) => {
      expect(classify(structuredClone(definition), server)).toEqual(classify(definition, server));
    }),
    { numRuns: 100 },
  );
});

test.each(
  ownDefinitions.map(({ definition, context }): [string, ToolDefinition, typeof context] => [
    `${context.id} ${definition.name}`,
    definition,
    context,
  ]),
)('%s: neither annotations nor the order of keys change its category', (_, definition, context) => {
  const { category } = classify(definition, context);
  const harmless = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
  expect(rank({ ...definition, annotations: harmless }, context)).toBeGreaterThanOrEqual(rank(definition, context));
  const reversed = Object.fromEntries(Object.entries(definition).reverse()) as ToolDefinition;
  expect(classify(reversed, context).category).toBe(category);
  const more = { zebra: 1, 'x-note': 'deletes all', ...definition, icons: [{ src: 'drop.png' }] } as ToolDefinition;
  expect(classify(more, context).category).toBe(category);
});

/** Each speaks of calm, and restricts no effect in the rubric's sense. */
const reassurances = [
  'This is completely safe.',
  'This tool is harmless and nothing bad can happen.',
  'Trusted by thousands of teams.',
  'Do not worry, it is a gentle operation.',
  'You will be asked before anything happens.',
  'Use it freely.',
  'It is only for your convenience.',
  'A friendly helper for everyday work.',
];
const named = ownDefinitions.filter(
  ({ definition, context }) => rank(definition, context) > 1 && definition.description,
);

describe.each(reassurances)('“%s”', (sentence) => {
  test('lowers no tool that names an effect', () => {
    const lowered = named.flatMap(({ definition, context }) => {
      const before = rank(definition, context);
      const after = rank({ ...definition, description: `${definition.description} ${sentence}` }, context);
      const first = rank({ ...definition, description: `${sentence} ${definition.description}` }, context);
      return after < before || first < before ? [`${context.id} ${definition.name}`] : [];
    });
    expect(lowered).toEqual([]);
  });
});

/** Median CPU time of a call, in microseconds. */
function cost(definition: ToolDefinition): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    classify(definition, server);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return times.sort((a, b) => a - b)[2] ?? 0;
}

test.each([
  ['ordinary prose', 'Returns the thing. It then deletes what was there, unless told not to. '],
  ['no full stops', 'and deletes the thing or updates it '],
  ['full stops', '. '],
  ['one word', 'a'],
  ['spaces', ' '],
  ['line breaks', '\n'],
  ['negations', 'not never without '],
  ['quotes', '`x` "y" \'z\' '],
  ['brackets', '[(<{'],
  ['Chinese', '删除所有记录'],
  ['markup', '<b>**x**</b># '],
  ['commas', 'get, '],
  ['restrictions', 'read-only SELECT only '],
  ['overwriting', 'will overwrite existing '],
])('twice as much text (%s) costs at most 2.6 times as much', (_, piece) => {
  const of = (length: number) => ({ name: 'do_thing', description: piece.repeat(Math.ceil(length / piece.length)) });
  cost(of(50_000));
  for (const length of [250_000, 500_000]) {
    /** Below this many microseconds the clock's grain and the collector speak, not the length. */
    const ground = 3000;
    const ratios = Array.from({ length: 3 }, () => cost(of(2 * length)) / Math.max(ground, cost(of(length))));
    expect(Math.min(...ratios)).toBeLessThan(2.6);
  }
});
