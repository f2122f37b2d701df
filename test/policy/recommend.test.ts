import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Label, RaisingOption } from '../../src/classify/label.ts';
import type { Json } from '../../src/domain.ts';
import { parsePolicies } from '../../src/policy/parse.ts';
import { printPolicy } from '../../src/policy/print.ts';
import { recommendations, recommendPolicy, recommendRule } from '../../src/policy/recommend.ts';
import { labelOf, nastyNames } from './labels.ts';

const tool = (label: Label, inputSchema: Json = { type: 'object' }, name = 'a_tool') => ({
  definition: { name, inputSchema },
  label,
});

describe('the rule follows from the label', () => {
  const cases: [string, Label, string, number?][] = [
    ['Read', labelOf(), 'allow', 60],
    ['Write', labelOf({ category: 'write' }), 'allow', 10],
    ['Execute', labelOf({ category: 'execute' }), 'require_approval', 5],
    ['Destructive', labelOf({ category: 'destructive' }), 'deny'],
    ['Financial', labelOf({ category: 'financial' }), 'deny'],
    ['Read that hands out secrets', labelOf({ yes: ['secrets-out'] }), 'require_approval', 5],
    [
      'Write that changes permissions',
      labelOf({ category: 'write', yes: ['permission-change'] }),
      'require_approval',
      5,
    ],
    [
      'Write that reaches people',
      labelOf({ category: 'write', yes: ['irreversible-communication'] }),
      'require_approval',
      5,
    ],
    ['Read of a free URL', labelOf({ yes: ['free-url'] }), 'require_approval', 5],
    ['Read of a free path', labelOf({ yes: ['free-path'] }), 'require_approval', 5],
    ['Write with a free shell', labelOf({ category: 'write', yes: ['free-shell'] }), 'require_approval', 5],
    ['Write with free code', labelOf({ category: 'write', yes: ['free-code'] }), 'require_approval', 5],
    ['Read that takes secrets', labelOf({ yes: ['secrets-in'] }), 'allow', 60],
    ['Unclear', labelOf({ category: 'write', confidence: 'low', unclear: true }), 'require_approval', 5],
    ['Read with low confidence', labelOf({ confidence: 'low' }), 'require_approval', 5],
    ['Execute with low confidence', labelOf({ category: 'execute', confidence: 'low' }), 'require_approval', 5],
    ['Destructive with low confidence', labelOf({ category: 'destructive', confidence: 'low' }), 'deny'],
    ['Destructive that is unclear', labelOf({ category: 'destructive', unclear: true }), 'deny'],
  ];
  test.each(cases)('%s', (_, label, action, max) => {
    const rule = recommendRule(tool(label));
    expect(rule).toEqual({ action, ...(max ? { rate_limit: { max, window: 60 } } : {}), reason: expect.any(String) });
  });

  test('the whole table reads as its golden file shows', async () => {
    const policy = recommendPolicy(
      'plex',
      cases.map(([name, label]) => tool(label, {}, name)),
    );
    await expect(printPolicy(policy)).toMatchFileSnapshot('../golden/policies/recommended.yaml');
  });

  test('every row of the table decides for some label above', () => {
    const decided = cases.map(([, label]) => recommendations.find(({ fits }) => fits(label))?.id);
    expect(new Set(decided)).toEqual(new Set(recommendations.map(({ id }) => id)));
  });
});

describe('a label that rests on an option keeps the harmless part open', () => {
  const raised = (path: string[], values?: string[]): RaisingOption => ({
    path,
    ...(values ? { values } : {}),
    category: 'destructive',
    otherwise: 'write',
  });
  const flag = (more: object = {}) => ({ type: 'object', properties: { force: { type: 'boolean', ...more } } });
  const action = (more: object = {}, top: object = {}) => ({
    type: 'object',
    properties: { action: { type: 'string', enum: ['create', 'update', 'delete'], ...more } },
    ...top,
  });
  const nested = (options: object) => ({ type: 'object', properties: { options } });

  const cases: { name: string; schema: object; options: RaisingOption[]; passes: object[]; refuses: object[] }[] = [
    {
      name: 'a flag',
      schema: flag(),
      options: [raised(['force'])],
      passes: [{}, { force: false }, { other: true }],
      refuses: [{ force: true }, { force: 'true' }, { force: 1 }],
    },
    {
      name: 'a flag that is on by default',
      schema: flag({ default: true }),
      options: [raised(['force'])],
      passes: [{ force: false }],
      refuses: [{}, { force: true }],
    },
    {
      name: 'a flag that may be null',
      schema: { type: 'object', properties: { force: { anyOf: [{ type: 'boolean' }, { type: 'null' }] } } },
      options: [raised(['force'])],
      passes: [{}, { force: null }, { force: false }],
      refuses: [{ force: true }],
    },
    {
      name: 'a flag whose false raises',
      schema: { type: 'object', properties: { dry_run: { type: 'boolean' } } },
      options: [raised(['dry_run'], ['false'])],
      passes: [{ dry_run: true }],
      refuses: [{}, { dry_run: false }],
    },
    {
      name: 'a flag behind a reference',
      schema: { type: 'object', properties: { force: { $ref: '#/$defs/f' } }, $defs: { f: { type: 'boolean' } } },
      options: [raised(['force'])],
      passes: [{}],
      refuses: [{ force: true }],
    },
    {
      name: 'a value of an enum that must be given',
      schema: action({}, { required: ['action'] }),
      options: [raised(['action'], ['delete'])],
      passes: [{ action: 'create' }, { action: 'update' }],
      refuses: [{ action: 'delete' }, { action: 'DELETE' }, { action: 'purge' }, { action: ['delete'] }],
    },
    {
      name: 'a value of an enum without a default must be given',
      schema: action(),
      options: [raised(['action'], ['delete'])],
      passes: [{ action: 'create' }],
      refuses: [{}, { action: 'delete' }],
    },
    {
      name: 'a value of an enum with a harmless default may be left out',
      schema: action({ default: 'create' }),
      options: [raised(['action'], ['delete'])],
      passes: [{}, { action: 'update' }],
      refuses: [{ action: 'delete' }],
    },
    {
      name: 'a value of an enum that is the default',
      schema: action({ default: 'delete' }),
      options: [raised(['action'], ['delete'])],
      passes: [{ action: 'update' }],
      refuses: [{}, { action: 'delete' }],
    },
    {
      name: 'two values listed apart',
      schema: action({ default: 'create' }),
      options: [raised(['action'], ['delete']), raised(['action'], ['update'])],
      passes: [{}, { action: 'create' }],
      refuses: [{ action: 'delete' }, { action: 'update' }],
    },
    {
      name: 'a nested flag',
      schema: nested({ type: 'object', properties: { force: { type: 'boolean' } } }),
      options: [raised(['options', 'force'])],
      passes: [{}, { options: {} }, { options: { force: false } }],
      refuses: [{ options: { force: true } }, { options: '{"force":true}' }],
    },
    {
      name: 'a nested flag that its parent turns on by default',
      schema: nested({ type: 'object', default: { force: true }, properties: { force: { type: 'boolean' } } }),
      options: [raised(['options', 'force'])],
      passes: [{ options: { force: false } }],
      refuses: [{}, { options: {} }, { options: { force: true } }],
    },
    {
      name: 'a flag of each item',
      schema: nested({ type: 'array', items: { type: 'object', properties: { force: { type: 'boolean' } } } }),
      options: [raised(['options', 'force'])],
      passes: [{}, { options: [] }, { options: [{ force: false }, {}] }],
      refuses: [{ options: [{}, { force: true }] }],
    },
    {
      name: 'one value of a list',
      schema: { type: 'object', properties: { do: { type: 'array', items: { enum: ['x', 'y'] } } }, required: ['do'] },
      options: [raised(['do'], ['y'])],
      passes: [{ do: ['x'] }, { do: [] }],
      refuses: [{ do: ['x', 'y'] }, { do: 'y' }],
    },
    {
      name: 'an option that is no flag, such as a file to save to',
      schema: { type: 'object', properties: { path: { type: 'string' } } },
      options: [raised(['path'])],
      passes: [{}, { other: 1 }],
      refuses: [{ path: 'a' }, { path: '' }],
    },
    {
      name: 'two flags that share a parent',
      schema: nested({ type: 'object', properties: { a: { type: 'boolean' }, b: { type: 'boolean', default: true } } }),
      options: [raised(['options', 'a']), raised(['options', 'b'])],
      passes: [{ options: { b: false } }],
      refuses: [{}, { options: { a: true, b: false } }, { options: { b: true } }],
    },
    {
      name: 'properties with names that are words of JSON Schema',
      schema: { type: 'object', properties: { required: { type: 'boolean' }, const: { type: 'boolean' } } },
      options: [raised(['required']), raised(['const'])],
      passes: [{}, { required: false, const: false }],
      refuses: [{ required: true }, { const: true }],
    },
  ];
  test.each(cases)('$name', ({ schema, options, passes, refuses }) => {
    const rule = recommendRule(tool(labelOf({ category: 'destructive', raisedBy: options }), schema as Json));
    expect(rule).toMatchObject({ action: 'allow', rate_limit: { max: 10, window: 60 } });
    const validate = new Ajv2020({ strict: false }).compile(rule.arguments ?? {});
    expect(passes.filter((call) => !validate(call))).toEqual([]);
    expect(refuses.filter((call) => validate(call))).toEqual([]);
  });

  const whole: [string, object, RaisingOption[], Partial<Label>?][] = [
    ['the schema does not describe the option', { type: 'object' }, [raised(['force'])]],
    ['there is no schema to speak of', {}, [raised(['force'])]],
    ['every value raises', action(), [raised(['action'], ['create', 'update', 'delete'])]],
    ['the option takes any text', { properties: { action: { type: 'string' } } }, [raised(['action'], ['delete'])]],
    ['no call can do without it', { properties: { path: { type: 'string' } }, required: ['path'] }, [raised(['path'])]],
    [
      'the harmless part is destructive itself',
      flag(),
      [{ path: ['force'], category: 'financial', otherwise: 'destructive' }],
    ],
    [
      'validators would pass over the option',
      { properties: JSON.parse('{"__proto__":{"type":"boolean"}}') },
      [raised(['__proto__'])],
    ],
    ['one of two options cannot be kept out', flag(), [raised(['force']), raised(['prune'])]],
  ];
  test.each(whole)('the tool is denied where %s', (_, schema, raisedBy) => {
    expect(recommendRule(tool(labelOf({ category: 'destructive', raisedBy }), schema as Json)).action).toBe('deny');
  });

  test('the harmless part keeps the caution that its facets and confidence ask for', () => {
    const given = { category: 'destructive', raisedBy: [raised(['force'])] } as const;
    for (const label of [
      labelOf({ ...given, raisedBy: [...given.raisedBy], yes: ['free-path'] }),
      labelOf({ ...given, raisedBy: [...given.raisedBy], confidence: 'low' }),
    ]) {
      expect(recommendRule(tool(label, flag()))).toMatchObject({
        action: 'require_approval',
        arguments: expect.anything(),
      });
    }
  });

  test('of options that raise to different heights only those above the rest are kept out', () => {
    const options: RaisingOption[] = [
      { path: ['action'], values: ['delete'], category: 'destructive', otherwise: 'execute' },
      { path: ['action'], values: ['update'], category: 'execute', otherwise: 'write' },
    ];
    expect(
      recommendRule(tool(labelOf({ category: 'destructive', raisedBy: options }), action() as Json)),
    ).toMatchObject({
      action: 'require_approval',
      arguments: { properties: { action: { enum: ['create', 'update'] } }, required: ['action'] },
    });
  });

  test('an override to a lower category stands without limits on arguments', () => {
    const label = labelOf({ category: 'write', raisedBy: [raised(['force'])] });
    expect(recommendRule(tool(label, flag())).arguments).toBeUndefined();
  });
});

describe('a server’s policy', () => {
  test('denies by default, with a reason, and lists each tool in the order given', () => {
    const policy = recommendPolicy('plex', [tool(labelOf(), {}, 'b'), tool(labelOf(), {}, 'a')]);
    expect(policy).toMatchObject({ version: 1, server: 'plex', default: 'deny', reason: expect.stringMatching(/./) });
    expect([...policy.tools.keys()]).toEqual(['b', 'a']);
  });

  const twice: [string, Label, Label, string][] = [
    ['Read and Destructive', labelOf(), labelOf({ category: 'destructive' }), 'deny'],
    ['Execute and Write', labelOf({ category: 'execute' }), labelOf({ category: 'write' }), 'require_approval'],
    ['Write and Read', labelOf({ category: 'write' }), labelOf(), 'allow'],
  ];
  test.each(twice)('a name listed twice gets the stricter rule: %s', (_, a, b, action) => {
    for (const pair of [
      [a, b],
      [b, a],
    ]) {
      const rule = recommendPolicy(
        's',
        pair.map((label) => tool(label)),
      ).tools.get('a_tool');
      expect(rule?.action).toBe(action);
      if (action === 'allow') expect(rule?.rate_limit?.max).toBe(10);
    }
  });

  test('a name listed twice keeps the limits on arguments of both', () => {
    const option = (name: string): RaisingOption => ({ path: [name], category: 'destructive', otherwise: 'write' });
    const one = (name: string) =>
      tool(labelOf({ category: 'destructive', raisedBy: [option(name)] }), {
        properties: { [name]: { type: 'boolean' } },
      });
    const rule = recommendPolicy('s', [one('a'), one('b')]).tools.get('a_tool');
    const validate = new Ajv2020({ strict: false }).compile(rule?.arguments ?? {});
    expect([{}, { a: true }, { b: true }].map((call) => validate(call))).toEqual([true, false, false]);
  });

  test('is read back as it was printed, whatever the names, and whatever the words of a server', () => {
    const labels = [
      labelOf(),
      labelOf({ category: 'write' }),
      labelOf({ category: 'execute' }),
      labelOf({ category: 'destructive' }),
    ];
    const why = `It says “a: b # c”,\n\u202e \u0000 ${'very '.repeat(200)} \ud800`;
    const policy = recommendPolicy(
      'plex',
      nastyNames.map((name, index) => tool({ ...(labels[index % 4] ?? labelOf()), why }, {}, name)),
    );
    expect(policy.tools.size).toBe(nastyNames.length);
    expect(parsePolicies(printPolicy(policy))).toEqual({ ok: true, policies: [policy] });
  });
});
