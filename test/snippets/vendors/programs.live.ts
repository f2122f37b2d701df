/**
 * The programs themselves, with the snippets that pages print: a model calls every tool, and what becomes of each call
 * is what the reader of that format says. So what the readers prove of a whole catalog holds of the programs.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../../src/policy/grammar.ts';
import { snippets } from '../../../src/snippets/list.ts';
import { render } from '../../../src/snippets/render.ts';
import type { ServerRules, Snippet, Told } from '../../../src/snippets/snippet.ts';
import { nastyNames } from '../../policy/labels.ts';
import { anyName, of, ruleKinds, wholePolicy } from '../cases.ts';
import { readers } from '../readers.ts';
import { decisionsOf, type Program, packageOf } from './program.ts';
import { programs } from './programs.ts';

/** Keys that ids of the catalog may become, each near to a word or a mark of some program. */
const keys = ['7', 'mcp', 'shell', 'write', 'url', 'k'.repeat(40)];

/** A tool that no rule names. */
const unlisted = 'no_rule_names_this';

const gatewayPolicy = `version: 1
server: plex
default: deny
tools:
  allowed: { action: allow }
  denied: { action: deny }
  hidden: { action: hide }
`;

function snippetOf(id: string): Snippet {
  const snippet = snippets.find((each) => each.id === id);
  if (!snippet) throw new Error(`There is no format ${id}.`);
  return snippet;
}

/** Each tool whose call became something else than the reader says, and how many calls were compared. */
async function compare(program: Program, rules: ServerRules) {
  const made = render(snippetOf(program.id), [rules]);
  if (!made.ok) throw new Error(made.why);
  const left = new Set(made.leftOut.map(({ tool }) => tool));
  const names = [...rules.tools.keys(), unlisted].filter((name) => !left.has(name));
  const decided = await decisionsOf(program, { serverKey: rules.serverKey, tools: names }, made.text);
  const reading = readers[program.id]?.(made.text);
  const said = (tool: string): Told => reading?.decide(rules.serverKey, tool) ?? program.otherwise;
  const differing = [...decided].filter(([tool, told]) => told !== said(tool));
  return {
    differing: differing.map(([tool, told]) => `${JSON.stringify(tool)}: ${told}, not ${said(tool)}`),
    compared: decided.size,
    unseen: names.length - decided.size,
  };
}

test('every format that says so was proven with its program', () => {
  const said = snippets.filter(({ proven }) => proven.by === 'program').map(({ id }) => id);
  expect(programs.map(({ id }) => id).sort()).toEqual(said.sort());
});

describe.each(programs.map((program) => [program.id, program] as const))('%s', (id, program) => {
  test.each(['deny', 'allow', undefined] as const)('does what a policy with the default %s says', async (fallback) => {
    const { differing, compared } = await compare(program, of(wholePolicy, fallback && { default: fallback }));
    expect(differing).toEqual([]);
    expect(compared).toBe(wholePolicy.length + 1);
  });

  test('does what the rules of three hundred odd names say', async () => {
    const drawn = fc.sample(anyName, { numRuns: 300, seed: 5 });
    const names = [...new Set([...nastyNames, ...drawn])];
    const rules = names.map((name, at) => [name, ruleKinds[at % ruleKinds.length] as Rule] as const);
    const { differing, compared, unseen } = await compare(program, of(rules, { default: 'deny' }));
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(50);
    process.stdout.write(`${packageOf(program)}: ${compared} calls as the rules say, ${unseen} names never shown\n`);
  });

  test('starts the gateway as its entry says, and is held by it', async () => {
    const names = ['allowed', 'denied', 'hidden', 'unlisted'];
    const made = render(snippetOf(id), [of(names.map((name) => [name, { action: 'allow' }]))]);
    const world = { serverKey: 'plex', tools: names, gatewayPolicy };
    const decided = await decisionsOf(program, world, made.ok ? made.text : '');
    // What the gateway hides no program ever sees.
    expect([...decided].map(([tool, told]) => [tool, told === 'allow'])).toEqual([
      ['allowed', true],
      ['denied', false],
      ['unlisted', false],
    ]);
  });

  test.each(keys)('finds the server by the key %j, or the text is refused', async (serverKey) => {
    const rules = of(wholePolicy, { serverKey, default: 'deny' });
    if (!render(snippetOf(id), [rules]).ok) return;
    expect(await compare(program, rules)).toMatchObject({ differing: [], compared: wholePolicy.length + 1 });
  });
});
