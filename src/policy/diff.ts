/** What a change of a policy allows, and what it forbids, tool by tool. */
import { effectiveRule } from './decide.ts';
import { describeRule } from './describe.ts';
import type { Policy, Rule } from './grammar.ts';

export type Change = {
  server: string;
  /** Absent: every tool that is not listed. */
  tool?: string;
  /** `changes`: more in one way and less in another, or other arguments. */
  effect: 'allows' | 'forbids' | 'changes';
  before: string;
  after: string;
};

/** `names`: tools to look at besides those that either policy lists. Reasons alone are no change. */
export function diffPolicies(
  before: readonly Policy[],
  after: readonly Policy[],
  names: (server: string) => readonly string[],
): Change[] {
  const servers = [...new Set([...before, ...after].map(({ server }) => server))];
  return servers.flatMap((server) => {
    const [old = nothing(server), now = nothing(server)] = [before, after].map((policies) =>
      policies.find((policy) => policy.server === server),
    );
    const tools = new Set([...old.tools.keys(), ...now.tools.keys(), ...names(server)]);
    const rows = [...tools].map((tool) => ({ tool, was: effectiveRule(old, tool), is: effectiveRule(now, tool) }));
    const others = { was: { action: old.default }, is: { action: now.default } };
    return [others, ...rows].flatMap(({ was, is, ...at }) =>
      change(was, is).map((found) => ({ server, ...at, ...found })),
    );
  });
}

/** A gateway without a policy for a server does not start it. */
const nothing = (server: string): Policy => ({ version: 1, server, default: 'deny', tools: new Map() });

function change(was: Rule, is: Rule): Omit<Change, 'server' | 'tool'>[] {
  const effects = new Set([
    sign(openness[is.action] - openness[was.action]),
    ...(isOpen(was) && isOpen(is) ? limits(was, is) : []),
  ]);
  effects.delete('');
  const [effect] = effects;
  if (!effect) return was.action === is.action ? [] : [{ effect: 'changes', ...headlines(was, is) }];
  return [{ effect: effects.size === 1 ? effect : 'changes', ...headlines(was, is) }];
}

const openness = { hide: 0, deny: 0, require_approval: 1, allow: 2 } as const satisfies Record<Rule['action'], number>;

const isOpen = ({ action }: Rule) => openness[action] > 0;

type Effect = Change['effect'] | '';

const sign = (n: number): Effect => (n > 0 ? 'allows' : n < 0 ? 'forbids' : '');

function limits(was: Rule, is: Rule): Effect[] {
  return [rateChange(was, is), presence(was.arguments, is.arguments), presence(was.definition, is.definition)];
}

function presence(was: unknown, is: unknown): Effect {
  if (JSON.stringify(was) === JSON.stringify(is)) return '';
  if (was === undefined) return 'forbids';
  return is === undefined ? 'allows' : 'changes';
}

function rateChange({ rate_limit: was }: Rule, { rate_limit: is }: Rule): Effect {
  if (!was || !is || (was.per ?? 'session') !== (is.per ?? 'session')) return presence(was, is);
  const more = sign(is.max - was.max);
  const sooner = sign(was.window - is.window);
  if (more === '' || sooner === '') return more || sooner;
  return more === sooner ? more : 'changes';
}

/** Where both read alike, the difference is in what a headline leaves out. */
function headlines(was: Rule, is: Rule): { before: string; after: string } {
  const pin = ({ definition }: Rule) => (definition === undefined ? '' : `, pinned to ${definition.slice(0, 19)}…`);
  const schema = ({ arguments: given }: Rule) => (given ? `: ${JSON.stringify(given).slice(0, 200)}` : '');
  const [before, after] = [was, is].map((rule) => `${describeRule(rule).headline}${schema(rule)}${pin(rule)}`);
  return { before: before ?? '', after: after ?? '' };
}
