import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Call, type Decision, decide } from '../../src/policy/decide.ts';
import type { Policy, Rule } from '../../src/policy/grammar.ts';
import { type Counters, slidingCounters } from '../../src/policy/window.ts';

const policy = (tools: { [name: string]: Rule }, more: Partial<Policy> = {}): Policy => ({
  version: 1,
  server: 'plex',
  default: 'deny',
  tools: new Map(Object.entries(tools)),
  ...more,
});
const call = (more: Partial<Call> = {}): Call => ({
  tool: 't',
  arguments: {},
  isLossy: false,
  definitions: ['sha256:a'],
  session: 's1',
  identity: 'i1',
  isApproved: false,
  isCounted: false,
  now: 0,
  ...more,
});
const words = (decision: Decision) =>
  decision.outcome === 'refuse' ? `${decision.rule}: ${decision.reason}` : decision.outcome;
const once = (rule: Rule, more: Partial<Call> = {}) =>
  words(decide(policy({ t: rule }), call(more), slidingCounters()));

const audio = { properties: { type: { const: 'audio' } } };
const broken: Counters = {
  wait: () => {
    throw new Error('down');
  },
  take: () => Number.NaN,
};

describe('one call', () => {
  const rows: [string, Rule, Partial<Call>, string][] = [
    ['of an allowed tool passes', { action: 'allow' }, {}, 'allow'],
    ['of a tool for people is asked about', { action: 'require_approval' }, {}, 'ask'],
    ['that a person approved passes', { action: 'require_approval' }, { isApproved: true }, 'allow'],
    ['of a denied tool is refused with the reason', { action: 'deny', reason: 'No.' }, {}, 'deny: No.'],
    ['of a denied tool is refused without one', { action: 'deny' }, {}, 'deny: The policy does not allow this tool.'],
    ['cannot be approved where it is denied', { action: 'deny', reason: 'No.' }, { isApproved: true }, 'deny: No.'],
    [
      'of a hidden tool never gives the reason',
      { action: 'hide', reason: 'Secret.' },
      {},
      'hide: The server has no tool named "t".',
    ],
    [
      'of a tool that the server lacks is unknown',
      { action: 'allow' },
      { definitions: [] },
      'unknown: The server has no tool named "t".',
    ],
    [
      'of a changed definition is refused',
      { action: 'allow', definition: 'sha256:b', reason: 'Checked in May.' },
      {},
      'definition: The tool is not what it was when it was allowed: its definition differs. Checked in May.',
    ],
    ['of the same definition passes', { action: 'allow', definition: 'sha256:a' }, {}, 'allow'],
    [
      'of a name with two definitions, one of them changed, is refused',
      { action: 'allow', definition: 'sha256:a' },
      { definitions: ['sha256:a', 'sha256:b'] },
      'definition: The tool is not what it was when it was allowed: its definition differs.',
    ],
    ['with allowed arguments passes', { action: 'allow', arguments: audio }, { arguments: { type: 'audio' } }, 'allow'],
    [
      'with other arguments is refused before anybody is asked',
      { action: 'require_approval', arguments: audio, reason: 'Music only.' },
      { arguments: { type: 'video' } },
      'arguments: The arguments are not allowed: `type` must be equal to constant: "audio". Music only.',
    ],
    [
      'with a number that no double holds is not checked, but refused',
      { action: 'allow', arguments: audio },
      { isLossy: true },
      'arguments: The arguments are not allowed: a number in them is too large or too exact to be checked.',
    ],
    ['with such a number passes where no schema looks at it', { action: 'allow' }, { isLossy: true }, 'allow'],
    [
      'with a property that validators pass over is refused',
      { action: 'allow', arguments: audio },
      { arguments: JSON.parse('{"a":{"__proto__":1}}') },
      'arguments: The arguments are not allowed: hold a property `__proto__`, which cannot be checked.',
    ],
    [
      'is refused where the schema cannot be compiled',
      { action: 'allow', arguments: { type: 'nonsense' } },
      {},
      expect.stringMatching(/^arguments: .*cannot be compiled/) as unknown as string,
    ],
    [
      'is refused where the schema never ends',
      { action: 'allow', arguments: { $ref: '#' } },
      {},
      expect.stringMatching(/^trouble: /) as unknown as string,
    ],
    [
      'is not let through by what every object inherits',
      { action: 'allow', arguments: { required: ['toString'] } },
      {},
      expect.stringMatching(/^arguments: /) as unknown as string,
    ],
  ];
  test.each(rows)('%s', (_, rule, more, expected) => {
    expect(once(rule, more)).toEqual(expected);
  });

  const defaults: [Policy['default'], string][] = [
    ['allow', 'allow'],
    ['deny', 'deny: Ask us.'],
    ['hide', 'hide: The server has no tool named "__proto__".'],
  ];
  test.each(defaults)('of a tool without an entry follows the default: %s', (fallback, expected) => {
    const decision = decide(
      policy({}, { default: fallback, reason: 'Ask us.' }),
      call({ tool: '__proto__' }),
      slidingCounters(),
    );
    expect(words(decision)).toBe(expected);
  });

  test('is refused where the counters fail, or answer nonsense', () => {
    const limited: Rule = { action: 'allow', rate_limit: { max: 1, window: 1 } };
    const asked: Rule = { ...limited, action: 'require_approval' };
    expect(words(decide(policy({ t: limited }), call(), broken))).toMatch(/^trouble/);
    expect(words(decide(policy({ t: asked }), call(), broken))).toMatch(/^trouble/);
  });

  test('is checked by a pattern in linear time', () => {
    const rule: Rule = { action: 'allow', arguments: { properties: { a: { pattern: '^(a+)+$' } } } };
    expect(once(rule, { arguments: { a: `${'a'.repeat(50_000)}!` } })).toMatch(/^arguments/);
    expect(once(rule, { arguments: { a: 'a'.repeat(50_000) } })).toBe('allow');
  });
});

describe('a limit', () => {
  const rule: Rule = { action: 'allow', rate_limit: { max: 2, window: 10 } };
  const run = (rules: Rule, calls: Partial<Call>[]) => {
    const counters = slidingCounters();
    return calls.map((each) => {
      const decision = decide(policy({ t: rules }), call(each), counters);
      return decision.outcome === 'refuse' ? `${decision.rule} ${decision.retryAfter ?? ''}`.trim() : decision.outcome;
    });
  };
  const rows: [string, Rule, Partial<Call>[], string[]][] = [
    ['says how long to wait', rule, [{}, { now: 4000 }, { now: 4001 }], ['allow', 'allow', 'rate_limit 6']],
    [
      'slides: the oldest call alone makes room',
      rule,
      [{}, { now: 9000 }, { now: 10_000 }, { now: 10_001 }],
      ['allow', 'allow', 'allow', 'rate_limit 9'],
    ],
    ['counts each session apart', rule, [{}, {}, { session: 's2' }, {}], ['allow', 'allow', 'allow', 'rate_limit 10']],
    [
      'counts an identity over its sessions',
      { action: 'allow', rate_limit: { max: 1, window: 10, per: 'identity' } },
      [{}, { session: 's2' }, { identity: 'i2' }],
      ['allow', 'rate_limit 10', 'allow'],
    ],
    [
      'is not used up by what is refused or only asked about',
      { action: 'require_approval', rate_limit: { max: 1, window: 10 }, arguments: audio },
      [{}, { arguments: { type: 'x' } }, {}, { isApproved: true }, {}],
      ['ask', 'arguments', 'ask', 'allow', 'rate_limit 10'],
    ],
  ];
  test.each(rows)('%s', (_, rules, calls, expected) => {
    expect(run(rules, calls)).toEqual(expected);
  });

  test('never lets more than max pass in any window, and never refuses where fewer did', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9 }), gaps, (max, window, steps) => {
        const counters = slidingCounters();
        const passed: number[] = [];
        let now = 0;
        for (const step of steps) {
          now += step;
          const recent = passed.filter((time) => time > now - window * 1000);
          const wait = counters.take({ key: 'k', max, window: window * 1000 }, now);
          expect(wait === 0).toBe(recent.length < max);
          if (wait === 0) passed.push(now);
          else expect(recent.filter((time) => time > now + wait - window * 1000).length).toBeLessThan(max);
        }
      }),
    );
  });

  test('refuses rather than counting without end', () => {
    const counters = slidingCounters({ mostKeys: 2 });
    const take = (key: string, now: number) => counters.take({ key, max: 1, window: 10 }, now);
    expect([take('a', 0), take('b', 0)]).toEqual([0, 0]);
    expect(() => take('c', 5)).toThrow();
    expect(take('c', 10)).toBe(0);
  });
});
