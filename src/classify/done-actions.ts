/** Which values of an enum are done by the tool, and which only pick what it looks at. */
import type { ActionRow } from './action-row.ts';
import type { Verdict, Vote } from './decide.ts';
import { words } from './rule.ts';

/** Where the text limits queries to reading, the action that runs one reads. */
export const limited = (rows: ActionRow[], isLimited: boolean): ActionRow[] =>
  isLimited
    ? rows.map((row) => (row.rule.id === 'run.code' || row.rule.id === 'run.any' ? { ...row, category: 'read' } : row))
    : rows;

/** `list_adjustments (action: refund|credit)` lists those; an action to do would be required. */
export function isFilter(verdict: Verdict, rows: ActionRow[], description: string): ActionRow[] {
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
  // `create_rule (action: archive|delete)`: what the rule does, one day.
  const isOfRule =
    verdict.vote !== undefined &&
    ['create', 'add', 'update', 'edit'].includes(verdict.vote.act.verb) &&
    later.has(verdict.vote.act.head);
  // `set_selection (mode: add|replace)`: how the selection changes, which is gone with the session.
  const isOfSelection =
    verdict.category === 'read' &&
    verdict.vote !== undefined &&
    (verdict.vote.act.verb === 'select' || verdict.vote.act.head === 'selection') &&
    rows.every(({ value }) => selecting.has(value.toLowerCase()));
  // `preview_change (action: pause|cancel)`: what would be, and not done.
  const isForetold =
    verdict.category === 'read' &&
    verdict.votes.length > 1 &&
    verdict.votes.every(({ act, isNoun }) => foretells.has(act.verb) && !isNoun);
  if (isSubject || isOfRule || isOfSelection || isForetold) return [];
  // `timeline (action: create|delete)`, of which the text only says that it returns: an action to do would be required.
  if (first && !first.parameter.required && isTold(verdict) && !saysAction.test(description)) return [];
  // `get_history (operation: issue|commit)`: nouns are what is got.
  const looks = verdict.votes.length > 1 && verdict.votes.every(isLook) && verdict.votes.some(isNamed);
  const done = looks ? rows.filter(({ isNoun, category }) => !isNoun || category === 'read') : rows;
  return isList && first && (!first.parameter.required || rows.length * 2 < first.parameter.values.length) ? [] : done;
}

const isLook = ({ rule, isNoun }: Vote) => rule.id === 'look.up' && !isNoun;
const isNamed = ({ act }: Vote) => act.source === 'name';
const isTold = ({ votes }: Verdict) =>
  votes.length > 0 && votes.every((vote) => isLook(vote) && told.has(vote.act.verb));
const told = new Set(words('return show display describe'));
const saysAction = /\b(?:actions?|operations?|modes?|commands?|manag(?:e|es|ing)|methods?)\b/iu;

const selecting = new Set(words('set add replace remove extend subtract toggle new clear'));
const foretells = new Set(words('preview estimate predict forecast'));
const later = new Set(words('rule filter automation trigger alert'));
const checks = new Set(
  words('scan check validate verify evaluate assess audit review classify predict estimate simulate return get show'),
);
