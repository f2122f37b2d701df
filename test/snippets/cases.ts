/** Rules and names that every format is tried with. */
import fc from 'fast-check';
import type { Rule } from '../../src/policy/grammar.ts';
import type { ServerRules } from '../../src/snippets/snippet.ts';

export const rules = {
  allow: { action: 'allow', rate_limit: { max: 60, window: 60 }, reason: 'Sixty calls a minute are enough.' },
  free: { action: 'allow' },
  odd: { action: 'allow', rate_limit: { max: 100, window: 604_800, per: 'identity' } },
  conditional: {
    action: 'allow',
    rate_limit: { max: 10, window: 90 },
    arguments: { properties: { force: { const: false } } },
  },
  approval: { action: 'require_approval', rate_limit: { max: 5, window: 60 }, definition: `sha256:${'0'.repeat(64)}` },
  deny: { action: 'deny', reason: 'Deleting is for people.' },
  hide: { action: 'hide' },
} as const satisfies Record<string, Rule>;
export const ruleKinds = Object.values<Rule>(rules);

export const of = (tools: readonly (readonly [string, Rule])[], more: Partial<ServerRules> = {}): ServerRules => ({
  server: 'plex',
  serverKey: 'plex',
  tools: new Map(tools),
  ...more,
});

/** A tool of each kind. */
export const wholePolicy = Object.entries(rules).map(([name, rule]): [string, Rule] => [`${name}_tool`, rule]);

const traps = [
  'no',
  'on',
  'y',
  '1e3',
  'null',
  '~',
  '__proto__',
  'constructor',
  '*',
  '?',
  '[a]',
  '{a,b}',
  '__',
  '.',
  '..',
];
const trapPieces = [
  ...traps,
  '"',
  "'",
  '\n',
  '\r\n',
  '\\',
  ' ',
  '#',
  ': ',
  '$(x)',
  '`',
  '\u202e',
  '\u0000',
  'é',
  '名',
  '😀',
  'a',
  'B',
  '-',
  '_',
];
export const anyName = fc.oneof(
  fc.constantFrom(...traps),
  fc.array(fc.constantFrom(...trapPieces), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'abcXYZ019_.-'), minLength: 1, maxLength: 128 }),
);
