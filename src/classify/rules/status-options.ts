/** States that a thing is set to, and that end it: deleted, or called off. */
import { commitments } from '../nouns.ts';
import type { OptionRule } from '../option-rule.ts';
import type { Parameter } from '../parameters.ts';
import { words } from '../rule.ts';

const changing = words('update edit set change patch modify manage upsert transition move');
const isChange = (nameWords: readonly string[]) => changing.some((word) => nameWords.includes(word));

const isState = ({ key, path }: Parameter) => path.length <= 3 && /(?:status|state)$/.test(key);

/** As one of the values, or in a list of them: `confirmed, pending or cancelled`. */
const isCancelled = ({ values, description, isFree }: Parameter) =>
  values.some(({ text }) => /^cancell?ed$/i.test(text)) || (isFree && listed.test(description.slice(0, 400)));
const listed = /(?:^|[,:|/("'`]\s?|\bor )["'`]?cancell?ed\b/iu;

const owed = words('order subscription invoice purchase');
const notOwed = words('work sort webhook event topic item task production');

export const statusOptions: readonly OptionRule[] = [
  {
    id: 'option.status-deleted',
    category: 'destructive',
    why: 'One value of a state means that the thing is deleted.',
    note: 'a state that means deleted',
    on: ['write'],
    fits: (parameter, { nameWords }) =>
      isState(parameter) &&
      isChange(nameWords) &&
      parameter.values.some(({ text }) => /^(?:deleted?|removed|purged)$/i.test(text)),
    matches: ['update_journal: Update a journal (status: draft|posted|deleted)'],
    misses: ['update_journal: Update a journal (status: draft|posted)'],
  },
  {
    id: 'option.status-unpaid',
    category: 'financial',
    why: 'One value of a state cancels an order, a subscription or an invoice, which ends an obligation to pay.',
    note: 'a state that ends an obligation to pay',
    on: ['write', 'execute', 'destructive'],
    fits: (parameter, { nameWords }) =>
      isState(parameter) &&
      isChange(nameWords) &&
      nameWords.some((word) => owed.includes(word)) &&
      !nameWords.some((word) => notOwed.includes(word)) &&
      isCancelled(parameter),
    matches: ['update_order: Update an order (status: packed|shipped|cancelled)'],
    misses: ['update_order: Update an order (status: packed|shipped)', 'list_orders: List orders (status: cancelled)'],
  },
  {
    id: 'option.status-called-off',
    category: 'destructive',
    why: 'One value of a state calls off a meeting, a booking or another commitment to people.',
    note: 'a state that calls off a commitment to people',
    on: ['write'],
    fits: (parameter, { nameWords }) =>
      isState(parameter) &&
      isChange(nameWords) &&
      nameWords.some((word) => commitments.includes(word)) &&
      isCancelled(parameter),
    matches: ['edit_meeting: Edit a meeting (status: planned|held|cancelled)'],
    misses: ['edit_meeting: Edit a meeting (status: planned|held)', 'edit_task: Edit a task (status: open|cancelled)'],
  },
];
