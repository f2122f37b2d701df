/**
 * Every format through `decide`, the engine of the gateway: what the text says is made into rules again, and both meet
 * the same calls, with arguments that the rule permits and that it forbids, one more than the limit, and a person's yes.
 */
import type { Json } from '../../src/domain.ts';
import { compileArguments } from '../../src/policy/check-arguments.ts';
import { type Call, decide } from '../../src/policy/decide.ts';
import type { Policy, Rule } from '../../src/policy/grammar.ts';
import { slidingCounters } from '../../src/policy/window.ts';
import { exampleArguments } from '../../src/schema/example/example.ts';
import { render } from '../../src/snippets/render.ts';
import type { ServerRules, Snippet, Told } from '../../src/snippets/snippet.ts';
import { losesRule } from '../../src/snippets/words.ts';
import { type Reading, readers } from './readers.ts';
import { keyIn, namedLimit, wantedOf } from './round-trip.ts';

type Outcome = 'allow' | 'ask' | 'refuse';
type Arguments = Call['arguments'];

/** Calls of one tool in their order, and what the rule of the page makes of each. */
export type Meeting = { name: string; rule: Rule; calls: Call[]; outcomes: Outcome[] };

/** `inputSchema` of each tool that has one. Made once: every format meets the same calls. */
export function meetingsOf(rules: ReadonlyMap<string, Rule>, inputSchemas: ReadonlyMap<string, unknown>): Meeting[] {
  return [...rules].map(([name, rule]) => {
    const calls = callsOf(name, rule, inputSchemas.get(name));
    return { name, rule, calls, outcomes: outcomesOf(rule, calls) };
  });
}

export type Met = {
  calls: number;
  /** Calls that went otherwise than the format can say. */
  differing: string[];
  /** Calls that went more freely than the page's rule has it, although the page does not say so. */
  weaker: string[];
};

/** The text for `server` against the calls; what it leaves out, with its reason, meets none. */
export function meet(snippet: Snippet, server: ServerRules, meetings: readonly Meeting[]): Met {
  const met: Met = { calls: 0, differing: [], weaker: [] };
  const made = render(snippet, [server]);
  if (!made.ok) return met;
  const reading = readers[snippet.id]?.(made.text);
  if (!reading) throw new Error(`no reader for ${snippet.id}`);
  const left = new Set(made.leftOut.map(({ tool }) => tool));
  for (const { name, rule, calls, outcomes } of meetings) {
    if (left.has(name)) continue;
    const wanted = outcomesOf(expressible(snippet, server, name, rule), calls);
    const got = outcomesOf(ruleIn(reading, keyIn(snippet, server), name), calls);
    for (const [at, outcome] of got.entries()) {
      const place = `${snippet.id} ${server.server} ${JSON.stringify(name)} call ${at}: ${outcome}`;
      if (outcome !== wanted[at]) met.differing.push(`${place}, not ${wanted[at]}`);
      const own = outcomes[at] ?? 'refuse';
      if (strictness[outcome] < strictness[own] && !losesRule(snippet, rule)) met.weaker.push(`${place}, not ${own}`);
    }
    met.calls += calls.length;
  }
  return met;
}

const strictness = { allow: 0, ask: 1, refuse: 2 } as const satisfies Record<Outcome, number>;

function callsOf(tool: string, { rate_limit, arguments: schema }: Rule, inputSchema: unknown): Call[] {
  const at = { session: 's', identity: 'i', definitions: ['sha256:0'], isLossy: false, isCounted: false };
  const call = (given: Arguments, now: number, isApproved = false): Call => ({
    tool,
    arguments: given,
    isApproved,
    now,
    ...at,
  });
  const [permitted, forbidden] = argumentsFor(schema, inputSchema);
  const { max = 1, window = 60 } = rate_limit ?? {};
  const upToLimit = Array.from({ length: Math.min(max, 200) + 1 }, () => call(permitted, 1, true));
  return [
    call(permitted, 0),
    ...(forbidden ? [call(forbidden, 0), call(forbidden, 0, true)] : []),
    ...upToLimit,
    call(permitted, 1),
    call(permitted, window * 1000 + 2),
  ];
}

/** Arguments that a rule's schema lets pass, and such as it does not, both of the kind that the tool takes. */
function argumentsFor(schema: Rule['arguments'], inputSchema: unknown): [permitted: Arguments, forbidden?: Arguments] {
  const own = exampleArguments(inputSchema);
  if (!schema) return [own.ok ? (own.arguments as Arguments) : {}];
  const compiled = compileArguments(schema);
  if (!compiled.ok) throw new Error(compiled.fault);
  const tries = [{ allOf: [inputSchema, schema] }, schema, { allOf: [inputSchema, { not: schema }] }, { not: schema }]
    .map((each) => exampleArguments(each))
    .flatMap((example) => (example.ok ? [example.arguments as Arguments] : []));
  const all: Arguments[] = [{}, ...tries, ...probes(schema)];
  const permitted = all.find((given) => compiled.check(given) === undefined);
  const forbidden = all.find((given) => compiled.check(given) !== undefined);
  if (!permitted || !forbidden) throw new Error(`no arguments that ${JSON.stringify(schema)} tells apart`);
  return [permitted, forbidden];
}

/** Each property that the schema speaks of with values that it may mean, one at a time, nested as it is. */
function probes(schema: Json | undefined): Arguments[] {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return [];
  const { properties = {}, items, allOf, not } = schema as { [keyword: string]: Json };
  const below = (typeof properties === 'object' && properties !== null ? Object.entries(properties) : []).flatMap(
    ([name, inner]) => {
      const values: Json[] = [...valuesIn(inner as Json), true, false, 'any', 1, null, {}, []];
      const deeper = probes(inner as Json).flatMap((value): Json[] => [value, [value]]);
      return [...values, ...deeper].map((value) => ({ [name]: value }));
    },
  );
  const parts = [items, not, ...(Array.isArray(allOf) ? allOf : [])].flatMap((part) => probes(part));
  return [...below, ...parts];
}

function valuesIn(schema: Json): Json[] {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return [];
  const { const: one, enum: many, not } = schema;
  return [...(one === undefined ? [] : [one]), ...(Array.isArray(many) ? many : []), ...valuesIn(not ?? null)];
}

/** Formats say a rule in few ways: each meets the same calls once. */
const known = new WeakMap<readonly Call[], Map<string, Outcome[]>>();

function outcomesOf(rule: Rule, calls: readonly Call[]): Outcome[] {
  const before = known.get(calls) ?? new Map<string, Outcome[]>();
  known.set(calls, before);
  const key = JSON.stringify(rule);
  const outcomes = before.get(key) ?? decideAll(rule, calls);
  before.set(key, outcomes);
  return outcomes;
}

function decideAll(rule: Rule, calls: readonly Call[]): Outcome[] {
  const counters = slidingCounters();
  const policy = (tool: string): Policy => ({
    version: 1,
    server: 's',
    default: 'deny',
    tools: new Map([[tool, rule]]),
  });
  return calls.map((call) => decide(policy(call.tool), call, counters).outcome);
}

const actions = { allow: 'allow', ask: 'require_approval', deny: 'deny' } as const satisfies Record<
  Told,
  Rule['action']
>;
const seconds: { [window: string]: number } = { minute: 60, hour: 3600, day: 86_400 };

/** What the text says of a tool, as a rule. */
function ruleIn(reading: Reading, serverKey: string, tool: string): Rule {
  const whole = reading.whole?.(serverKey, tool);
  if (whole) return whole;
  const told = reading.decide(serverKey, tool) ?? 'deny';
  const limit = told === 'allow' ? reading.limit?.(serverKey, tool) : undefined;
  const { max = 1, window = '' } = limit ?? {};
  return { action: actions[told], ...(limit ? { rate_limit: { max, window: seconds[window] ?? 0 } } : {}) };
}

/** The most that the format can say of the rule, written apart from the code under test. */
function expressible(snippet: Snippet, server: ServerRules, tool: string, rule: Rule): Rule {
  if (snippet.isGateway) return rule;
  const told = wantedOf(snippet, server, tool, rule);
  const limit = told === 'allow' && snippet.can.limit ? namedLimit(rule) : undefined;
  if (!limit) return { action: actions[told] };
  return { action: 'allow', rate_limit: { max: limit.max, window: seconds[limit.window] ?? 0 } };
}
