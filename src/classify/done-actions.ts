/** Which values of an enum are done by the tool, and which only pick what it looks at. */
import type { ActionRow } from './actions.ts';
import type { Verdict } from './decide.ts';
import { words } from './rule.ts';

/** Where the text limits queries to reading, the action that runs one reads. */
export const limited = (rows: ActionRow[], isLimited: boolean): ActionRow[] =>
  isLimited
    ? rows.map((row) => (row.rule.id === 'run.code' || row.rule.id === 'run.any' ? { ...row, category: 'read' } : row))
    : rows;

/** `list_adjustments (action: refund|credit)` lists those; an action to do would be required. */
export function isFilter(verdict: Verdict, rows: ActionRow[]): ActionRow[] {
  const isList =
    !verdict.votes.some(({ category }) => category === 'execute') &&
    verdict.vote?.rule.id === 'look.up' &&
    ['list', 'search', 'find', 'count', 'query'].includes(verdict.vote.act.verb);
  const [first] = rows;
  // `scan_action (action_type: file_delete|bash)`: what is checked, and not done.
  const isSubject =
    verdict.category === 'read' &&
    verdict.votes.length > 0 &&
    verdict.votes.every(({ act }) => checks.has(act.verb)) &&
    first?.parameter.key.endsWith('type');
  if (isSubject) return [];
  return isList && first && (!first.parameter.required || rows.length * 2 < first.parameter.values.length) ? [] : rows;
}

const checks = new Set(
  words('scan check validate verify evaluate assess audit review classify predict estimate simulate return get show'),
);
