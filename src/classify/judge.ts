/** Which rule fits an act. */
import type { Act } from './act.ts';
import type { ActRule } from './rule.ts';
import { actRules } from './rules/acts.ts';

type Compiled = {
  rule: ActRule;
  head?: Set<string>;
  object?: Set<string>;
  near?: Set<string>;
  unless?: Set<string>;
  unlessHead?: Set<string>;
  unlessObject?: Set<string>;
};

const byVerb = new Map<string, Compiled[]>();
for (const rule of actRules) {
  const compiled: Compiled = { rule };
  for (const key of ['head', 'object', 'near', 'unless', 'unlessHead', 'unlessObject'] as const)
    if (rule[key]) compiled[key] = new Set(rule[key]);
  for (const verb of new Set(rule.verbs)) {
    const rows = byVerb.get(verb) ?? [];
    rows.push(compiled);
    byVerb.set(verb, rows);
  }
}

/** The first rule, in their order, that fits; undefined where none does. */
export function judge(act: Act): ActRule | undefined {
  return byVerb.get(act.verb)?.find((row) => fits(row, act))?.rule;
}

function fits({ rule, head, object, near, unless, unlessHead, unlessObject }: Compiled, act: Act): boolean {
  if (head && !act.heads.some((word) => head.has(word))) return false;
  if (object && !act.object.some((word) => object.has(word))) return false;
  if (near && !act.object.some((word) => near.has(word)) && !act.context.some((word) => near.has(word))) return false;
  if (unless && (act.object.some((word) => unless.has(word)) || act.context.some((word) => unless.has(word))))
    return false;
  if (unlessHead && act.heads.some((word) => unlessHead.has(word))) return false;
  if (unlessObject && act.object.some((word) => unlessObject.has(word))) return false;
  return rule.when ? rule.when(act) : true;
}
