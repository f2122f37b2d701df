/** What can be made again, taken back or set again: no loss, in spite of the verb. */
import { derived } from '../nouns.ts';
import { type ActRule, words } from '../rule.ts';
import { loss } from './loss.ts';

export const smallLossRules: readonly ActRule[] = [
  {
    id: 'loss.derived',
    category: 'write',
    why: 'Caches, filters and temporary data are made again from what is still there.',
    note: 'which clears what can be made again',
    verbs: [...loss, 'invalidate', 'evict'],
    object: derived,
    when: ({ verb, object }) =>
      verb !== 'delete' ||
      object.some((word) => ['cache', 'cached', 'temp', 'temporary', 'tmp', 'thumbnail', 'breakpoint'].includes(word)),
    matches: ['purge_cache', 'clear_temp_files', 'remove_filter'],
    misses: ['clear_logs', 'delete_file'],
  },
  {
    id: 'loss.build-output',
    category: 'write',
    why: 'What a build made is made again by the next build.',
    note: 'which clears what can be made again',
    verbs: words('clean clear reset'),
    near: words('build product artifact derived output dist'),
    unless: words('log history database'),
    matches: ['clean: Clean build products'],
    misses: ['clear_logs'],
  },
  {
    id: 'change.trim',
    category: 'write',
    why: 'Cutting a part out of a film, a sound or a text edits it.',
    note: 'which edits something that stays',
    verbs: words('trim truncate'),
    head: words('video audio clip image text whitespace string track media sequence silence track footage'),
    matches: ['trim_video'],
    misses: ['trim_history', 'truncate_table'],
  },
  {
    id: 'loss.trash',
    category: 'write',
    why: 'What goes to the trash, or is only marked as deleted, can be taken back.',
    note: 'which moves something to where it can be taken back',
    verbs: words('trash softdelete recycle'),
    unless: words('node pod instance pool worker process connection'),
    matches: ['trash_email', 'soft-delete_item: Soft-delete an item'],
    misses: ['empty_trash'],
  },
  {
    id: 'change.clear-field',
    category: 'write',
    why: 'A field that is cleared is a field update.',
    note: 'which edits something that stays',
    verbs: words('clear unset'),
    head: words('field value property attribute override'),
    unless: words('row column cell range table sheet all storage'),
    matches: ['update_custom_field: Set or clear a custom field of a card'],
    misses: ['clear_table', 'delete_field'],
  },
  {
    id: 'change.close-draft',
    category: 'write',
    why: 'Removing a mark, a highlight or a value of a form is an edit of something that stays.',
    note: 'which edits something that stays',
    verbs: words('clear remove'),
    head: words(
      'bullet numbering indentation formatting format style background flag status description due date assignee filter sort field-value property-value whitespace duplicate border effect shadow freeze protection cell-format override constraint-style emoji icon cover default prefix suffix noise background',
    ),
    when: ({ head, facts }) => head !== 'background' || !facts.textWords.has('ai'),
    matches: ['remove_background', 'clear_due_date', 'remove_formatting'],
    misses: ['remove_file', 'clear_table'],
  },
  {
    id: 'loss.clean',
    category: 'write',
    why: 'Tidying and formatting change something that stays.',
    note: 'which tidies something that stays',
    verbs: words('tidy deduplicate dedupe compact vacuum defragment'),
    matches: ['compact_database', 'deduplicate_rows'],
    misses: ['delete_row'],
  },
];
