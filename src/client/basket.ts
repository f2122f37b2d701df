/** What a set of picks comes to: tools with their rules, the policy of each server, and what a leak would find. Pure. */
import { describeRule } from '../policy/describe.ts';
import type { Rule } from '../policy/grammar.ts';
import { type Leg, legs } from '../policy/legs.ts';
import { type PublishedPolicy, type PublishedTool, ruleOf } from '../snippets/published.ts';
import { serverKeyOf } from '../snippets/snippet.ts';
import type { Choice, Picks } from './picks.ts';
import type { BoxServer } from './snippet-box.ts';

export type BasketTool = PublishedTool & { choice: Choice; rule: Rule; recommended: string };

export type BasketServer = {
  id: string;
  /** Absent: the catalog has no such server, or no tool of it. */
  title?: string;
  tools: BasketTool[];
  /** Slugs that the catalog does not know. */
  unknown: string[];
};

export type Basket = {
  servers: BasketServer[];
  /** One policy a server, each refusing what it does not list. */
  policies: BoxServer[];
  /** Each leg of a leak with the picked tools that give it; refused tools give none. */
  leaks: { leg: Leg; title: string; tools: (PublishedTool & { server: string })[] }[];
};

/** `published` holds the servers that the site knows. */
export function basketOf(picks: Picks, published: ReadonlyMap<string, PublishedPolicy>): Basket {
  const servers = [...picks].map(([id, chosen]) => serverOf(id, chosen, published.get(id)));
  const open = servers.flatMap(({ id, tools }) =>
    tools.filter(({ rule }) => isOpen(rule)).map((tool) => ({ ...tool, server: id })),
  );
  return {
    servers,
    policies: servers.flatMap((server) => policyOf(server, published.get(server.id))),
    leaks: legs
      .map(({ facet, title }) => ({ leg: facet, title, tools: open.filter((tool) => tool.legs.includes(facet)) }))
      .filter(({ tools }) => tools.length > 0),
  };
}

/** In the server's own order, which is that of its whole policy. */
function serverOf(id: string, chosen: ReadonlyMap<string, Choice>, published?: PublishedPolicy): BasketServer {
  if (!published) return { id, tools: [], unknown: [...chosen.keys()] };
  const tools = published['x-tools'].flatMap((tool): BasketTool[] => {
    const choice = chosen.get(tool.slug);
    if (!choice) return [];
    const rule = ruleOf(published, tool.name);
    return [{ ...tool, choice, rule: chosenRule(rule, choice), recommended: describeRule(rule).headline }];
  });
  const known = new Set(tools.map(({ slug }) => slug));
  const unknown = [...chosen.keys()].filter((slug) => !known.has(slug));
  return { id, title: published['x-title'], tools, unknown };
}

function chosenRule(recommended: Rule, choice: Choice): Rule {
  switch (choice) {
    case 'recommended':
      return recommended;
    case 'allow':
      return { action: 'allow' };
    case 'ask':
      return { action: 'require_approval' };
    case 'deny':
      return { action: 'deny' };
    default:
      return choice satisfies never;
  }
}

function policyOf({ id, title = id, tools }: BasketServer, published?: PublishedPolicy): BoxServer[] {
  if (!published || tools.length === 0) return [];
  const rules = new Map<string, Rule>();
  // Two tools of one name cannot be told apart by a call: the stricter choice stands for both.
  for (const { name, rule } of tools) {
    const before = rules.get(name);
    if (!before || strictness[rule.action] > strictness[before.action]) rules.set(name, rule);
  }
  return [
    {
      server: id,
      serverKey: serverKeyOf(id),
      title,
      start: published['x-start'],
      default: 'deny',
      ...(published.reason === undefined ? {} : { reason: published.reason }),
      tools: rules,
    },
  ];
}

const isOpen = ({ action }: Rule) => action !== 'deny' && action !== 'hide';

const strictness = { allow: 0, require_approval: 1, deny: 2, hide: 3 } as const satisfies Record<
  Rule['action'],
  number
>;
