/** From a label to the rule that the catalog recommends. One table; the methodology page prints it. */
import type { FacetId, Label } from '../classify/label.ts';
import type { Category, ToolDefinition } from '../domain.ts';
import { forbidRaising } from './forbid.ts';
import { defaultReason, type Policy, type RateLimit, type Rule } from './grammar.ts';

export type LabelledTool = { definition: ToolDefinition; label: Label };

export type Recommendation = {
  id: string;
  /** In words, as a row of the methodology page says it. */
  when: string;
  fits: (label: Label) => boolean;
  rule: { action: Rule['action']; rate_limit?: RateLimit };
  /** One sentence; the reason that the agent is given begins with it. */
  because: string;
};

const approval = { action: 'require_approval', rate_limit: { max: 5, window: 60 } } as const;

const isBelowDestructive = ({ category }: Label) => category !== 'destructive' && category !== 'financial';
const isReadOrWrite = ({ category }: Label) => category === 'read' || category === 'write';
const says = (label: Label, ...facets: FacetId[]) => facets.some((id) => label.facets[id].value === 'yes');
const readOrWriteThat =
  (...facets: FacetId[]) =>
  (label: Label) =>
    isReadOrWrite(label) && says(label, ...facets);

/** The first row that fits decides. */
export const recommendations: readonly Recommendation[] = [
  {
    id: 'financial',
    when: 'Financial',
    fits: ({ category }) => category === 'financial',
    rule: { action: 'deny' },
    because: 'Moving money, or promising it, is left to people.',
  },
  {
    id: 'destructive',
    when: 'Destructive',
    fits: ({ category }) => category === 'destructive',
    rule: { action: 'deny' },
    because: 'What this removes or overwrites does not come back with another call, so it is left to people.',
  },
  {
    id: 'unclear',
    when: 'Unclear, or labelled with low confidence',
    fits: (label) => isBelowDestructive(label) && (label.unclear || label.confidence === 'low'),
    rule: approval,
    because: 'The definition does not say enough of what a call does, so a person looks at each one.',
  },
  {
    id: 'execute',
    when: 'Execute',
    fits: ({ category }) => category === 'execute',
    rule: approval,
    because: 'What a call does is set by its arguments or goes on after it, so a person looks at each one.',
  },
  {
    id: 'secrets',
    when: 'Read or Write that hands out secrets',
    fits: readOrWriteThat('secrets-out'),
    rule: approval,
    because: 'It hands out secrets, so a person looks at each call.',
  },
  {
    id: 'permissions',
    when: 'Read or Write that changes permissions',
    fits: readOrWriteThat('permission-change'),
    rule: approval,
    because: 'It changes who may do what, so a person looks at each call.',
  },
  {
    id: 'people',
    when: 'Read or Write that reaches people irreversibly',
    fits: readOrWriteThat('irreversible-communication'),
    rule: approval,
    because: 'It reaches people and cannot be taken back, so a person looks at each call.',
  },
  {
    id: 'free-code',
    when: 'Read or Write that takes a free shell command or code',
    fits: readOrWriteThat('free-shell', 'free-code'),
    rule: approval,
    because: 'Its arguments may hold any command or code, so a person looks at each call.',
  },
  {
    id: 'free-url',
    when: 'Read or Write that takes a free URL',
    fits: readOrWriteThat('free-url'),
    rule: approval,
    because: 'Its arguments may name any address, inner networks included, so a person looks at each call.',
  },
  {
    id: 'free-path',
    when: 'Read or Write that takes a free path',
    fits: readOrWriteThat('free-path'),
    rule: approval,
    because: 'Its arguments may name any file, so a person looks at each call.',
  },
  {
    id: 'write',
    when: 'Write',
    fits: ({ category }) => category === 'write',
    rule: { action: 'allow', rate_limit: { max: 10, window: 60 } },
    because: 'It changes things that can be changed back: ten calls a minute bound what a loop can do.',
  },
  {
    id: 'read',
    when: 'Read',
    fits: () => true,
    rule: { action: 'allow', rate_limit: { max: 60, window: 60 } },
    because: 'It changes nothing: sixty calls a minute are enough.',
  },
];

/**
 * The rule for one tool. Where the label rests on an option or on one value of an enum, it is the rule of the harmless
 * part with `arguments` that keep the option out; where they cannot, it is the rule of the whole.
 */
export function recommendRule({ definition, label }: LabelledTool): Rule {
  const whole = ruleOf(label, label.why);
  const harmless = label.raisedBy.map(({ otherwise }) => otherwise).sort(worstFirst)[0];
  if (!harmless) return whole;

  const raising = label.raisedBy.filter(({ category }) => worstFirst(category, harmless) < 0);
  const rest = ruleOf({ ...label, category: harmless }, '');
  // A person may have overridden the category: then the label no longer rests on its options.
  if (rest.action === 'deny' || !raising.some(({ category }) => category === label.category)) return whole;
  const forbidden = forbidRaising(definition.inputSchema, raising);
  if (!forbidden) return whole;
  const { reason, ...limits } = rest;
  return { ...limits, arguments: forbidden.schema, reason: oneLine(`Only with ${forbidden.words}. ${reason ?? ''}`) };
}

/** Every tool of a server, in the order given. Of tools that share one name the strictest rule stands. */
export function recommendPolicy(server: string, tools: readonly LabelledTool[]): Policy {
  const rules = new Map<string, Rule>();
  for (const tool of tools) {
    const { name } = tool.definition;
    const before = rules.get(name);
    const rule = recommendRule(tool);
    rules.set(name, before === undefined ? rule : stricter(before, rule));
  }
  return { version: 1, server, default: 'deny', reason: defaultReason, tools: rules };
}

function ruleOf(label: Label, why: string): Rule {
  const row = recommendations.find(({ fits }) => fits(label));
  if (!row) return { action: 'deny', reason: defaultReason };
  return { ...row.rule, reason: oneLine(`${row.because} ${row.rule.action === 'allow' ? '' : why}`) };
}

const order: readonly Category[] = ['financial', 'destructive', 'execute', 'write', 'read'];
const worstFirst = (a: Category, b: Category) => order.indexOf(a) - order.indexOf(b);

const strictness = { hide: 3, deny: 2, require_approval: 1, allow: 0 } as const satisfies Record<
  Rule['action'],
  number
>;

/** Either rule's limits on arguments hold, whichever action wins. */
function stricter(a: Rule, b: Rule): Rule {
  const gap = strictness[a.action] - strictness[b.action] || (b.rate_limit?.max ?? 0) - (a.rate_limit?.max ?? 0);
  const rule = gap >= 0 ? a : b;
  if (rule.action === 'deny' || rule.action === 'hide') return rule;
  const schemas = [a.arguments, b.arguments].filter((schema) => schema !== undefined);
  const [first] = schemas;
  if (!first) return rule;
  return { ...rule, arguments: schemas.length === 1 ? first : { allOf: schemas } };
}

/** A reason is one line of at most 500 characters, whatever a server put into the words it quotes. */
function oneLine(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  if (line.length <= 500) return line;
  const cut = line.slice(0, 499);
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), 400))
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`;
}
