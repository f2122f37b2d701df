/**
 * A server's recommended policy as a file of the site: JSON of the catalog's own grammar, which the gateway reads too,
 * and under `x-` keys what a browser must know beside the rules.
 */
import type { Risk, Transport } from '../domain.ts';
import type { Policy, Rule } from '../policy/grammar.ts';
import type { Leg } from '../policy/legs.ts';
import { type ServerRules, serverKeyOf } from './snippet.ts';

export type PublishedTool = {
  name: string;
  /** The name as a page shows it, where that differs: nothing in it hides, and it is short. */
  shown?: string;
  slug: string;
  mark: Risk | 'unclear';
  legs: Leg[];
};

/** An address's headers and parameters are nobody's business. */
export type PublishedStart = Extract<Transport, { type: 'stdio' }> | { type: 'http' };

export type PublishedPolicy = Omit<Policy, 'tools'> & {
  tools: { [name: string]: Rule };
  /** As a page shows it. */
  'x-title': string;
  'x-start': PublishedStart;
  /** Every tool, in the order of the policy; two of one name share its rule. */
  'x-tools': PublishedTool[];
};

/** The whole policy, in its own order: names that look like numbers come first in an object. */
export function wholePolicy(published: PublishedPolicy): ServerRules {
  return {
    ...serverOf(published),
    default: published.default,
    ...(published.reason === undefined ? {} : { reason: published.reason }),
    tools: new Map(published['x-tools'].map(({ name }) => [name, ruleOf(published, name)])),
  };
}

/** The rule of one tool, which says nothing of others; undefined where there is no such tool. */
export function oneRule(published: PublishedPolicy, slug: string): ServerRules | undefined {
  const tool = published['x-tools'].find((tool) => tool.slug === slug);
  return tool && { ...serverOf(published), tools: new Map([[tool.name, ruleOf(published, tool.name)]]) };
}

/** A name without a rule of its own is refused, as any policy refuses it by default. */
export const ruleOf = ({ tools }: PublishedPolicy, name: string): Rule =>
  (Object.hasOwn(tools, name) ? tools[name] : undefined) ?? { action: 'deny' };

const serverOf = ({ server }: PublishedPolicy) => ({ server, serverKey: serverKeyOf(server) });
