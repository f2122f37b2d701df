/** What parameters admit: flags that overwrite or force, lists of what is deleted, clicks on a live page. */
import { links } from '../nouns.ts';
import { isFlag, type OptionRule } from '../option-rule.ts';
import { words } from '../rule.ts';
import { lossOptions, lossValue } from './loss-options.ts';
import { payOptions } from './pay-options.ts';
import { runOptions } from './run-options.ts';
import { saveOptions } from './save-options.ts';
import { statusOptions } from './status-options.ts';

const overwriteKeys = new Set(
  words(`overwrite forceoverwrite overwriteexisting allowoverwrite replaceexisting overwriteall clearexisting deleteexisting removeexisting dropexisting wipe wipefirst clearfirst
  prune purge permanent permanently harddelete permanentdelete deletepermanently truncate truncatefirst deletebranch deletesourcebranch shouldremovesourcebranch removesourcebranch deletesource deleteoriginal deleteafter removeoriginal discardchanges deletemissing removemissing deletedata
  resetexisting replaceall replacecontent clear reset deletebranchonmerge deletebranchaftermerge cleardata removevolumes deletevolumes droptable dropifexists overridesexisting clobber skiptrash drop dropexisting clean delete remove mirror replace`),
);
const pageInput =
  /\b(?:click|fill|type into|press|execute|run|evaluate)\S{0,4} .{0,60}\b(?:page|browser|button|element|scrap\w+|javascript|first)\b|\b(?:browser|web|page) (?:commands|actions|automation)\b/iu;

/** `truncate_target`, `delete_existing`: a loss and what it is done to. */
const lossKey =
  /^(?:overwrite|truncate|wipe|purge|prune|clobber|drop|delete|remove|clear|discard|erase|replace)(?:existing|target|table|destination|first|before|beforeimport|all|old|previous|original|missing|other|others|extra|extraneous|orphaned|unmatched|stale|conflicting)$|^(?:or|create ?or|allow)replace$/;
/** `delete_items`, `remove_archive` beside another act: what is lost on the way. */
const lostOnTheWay =
  /^(?:delete|remove|wipe|purge|drop|erase)(?:raw|items?|archive|children|source|sources|files?|data|contents?|records?|rows|backups?|history|branch|tables?|volumes?|images?|entries|messages?|originals?|nodes?|snapshots?|subtasks)$/;
const lossWords = /\b(?:overwrit|delet|discard|remov|replac|destroy|lost|lose|wipe|clobber|drop|erase|truncat)/iu;

const tied = new Set(links);

export const optionRules: readonly OptionRule[] = [
  {
    id: 'option.overwrite',
    category: 'destructive',
    why: 'A flag overwrites, clears or deletes what is there, so the tool does so in its worst mode.',
    note: 'a flag that overwrites or deletes what is there',
    on: ['write', 'execute'],
    fits: (parameter, facts) =>
      isFlag(parameter) &&
      (overwriteKeys.has(parameter.key) ||
        lossKey.test(parameter.key) ||
        (parameter.key === 'closesourcebranch' && facts.nameWords.includes('merge'))) &&
      !(
        parameter.key === 'replaceall' &&
        /\b(?:occurrence|match|instance)/iu.test(
          `${parameter.description}${[...facts.textWords].includes('occurrence') ? ' occurrence' : ''}`,
        )
      ) &&
      (![
        'clear',
        'reset',
        'permanent',
        'replaceall',
        'deletedata',
        'drop',
        'clean',
        'delete',
        'remove',
        'mirror',
        'replace',
      ].includes(parameter.key) ||
        lossWords.test(parameter.description) ||
        /clear|reset|existing/iu.test(parameter.description)) &&
      !/\b(?:does not|doesn't|never) (?:overwrite|delete)|remote-tracking|stale (?:refs?|branches)/iu.test(
        parameter.description,
      ) &&
      // A container that leaves nothing behind took nothing from anyone.
      !(
        parameter.key === 'remove' &&
        /\b(?:when|after|once) it (?:exits|stops|finishes)\b|\bon exit\b/iu.test(parameter.description)
      ) &&
      !(parameter.key === 'prune' && facts.nameWords.includes('fetch')) &&
      // All reviewers that are taken off can be put on again.
      !(parameter.key === 'removeall' && facts.nameWords.some((word) => tied.has(word))),
    matches: [
      'import_rows: Import rows from a file (overwrite: boolean)',
      'merge_request: Merge a request (delete_branch: boolean)',
    ],
    misses: ['import_rows: Import rows from a file (limit: number)', 'list_files: List files (overwrite: boolean)'],
  },
  {
    id: 'option.page-actions',
    category: 'execute',
    why: 'A parameter takes clicks, input or scripts for a live page before it is read.',
    note: 'a list of clicks and inputs for a live page',
    on: ['read'],
    fits: ({ key, values, description, isFree, path, types }) =>
      path.length <= 3 &&
      (values.some(({ text }) => text === 'click') &&
      values.some(({ text }) => /^(?:type|fill|write|press|input|executejavascript|evaluate)$/i.test(text))
        ? true
        : (isFree || types.includes('object')) &&
          /^(?:browser|web)?(?:automation|commands|actions|instructions|script|javascript|js|jscode|executejs)$/.test(
            key,
          ) &&
          pageInput.test(description)),
    matches: [
      'scrape_page: Scrape a page (actions: string = Browser actions to execute first, such as clicking a button)',
    ],
    misses: ['scrape_page: Scrape a page (format: string)'],
  },
  {
    id: 'option.force',
    category: 'destructive',
    why: 'A force flag discards or overwrites what stands in the way.',
    note: 'a flag that discards or overwrites what stands in the way',
    on: ['write', 'execute'],
    fits: (parameter, facts) =>
      ['force', 'hard', 'forcepush', 'forceupdate', 'forcewithlease'].includes(parameter.key) &&
      isFlag(parameter) &&
      (lossWords.test(parameter.description) ||
        /\b(?:log|sign)s?[ -]?out\b/iu.test(parameter.description) ||
        /\buncommitted|unsaved|data loss/iu.test(parameter.description) ||
        ['push', 'checkout'].some((word) => facts.nameWords.includes(word))),
    matches: [
      'git_push: Push commits (force: boolean)',
      'switch_branch: Switch branches (force: boolean = Discard local changes)',
    ],
    misses: ['refresh_index: Refresh the index (force: boolean = Refresh even if it is fresh)'],
  },
  {
    id: 'option.mode-overwrite',
    category: 'destructive',
    why: 'One value of a mode overwrites or replaces what is there.',
    note: 'a mode that overwrites what is there',
    on: ['write', 'execute'],
    fits: ({ values, key, path }) =>
      path.length <= 2 &&
      ((/(?:mode|strategy|behaviou?r|handling|onconflict|onduplicates?|(?:if|on)exist(?:s|ing)?|conflictresolution|conflictpolicy|resettype|^(?:operation|position|method|action|type))$/.test(
        key,
      ) &&
        values.some(({ text }) => overwriteValues.has(text.toLowerCase())) &&
        // `auto|none|force`: how eagerly, and not over what.
        !(values.some(({ text }) => text === 'auto') && values.some(({ text }) => text === 'force')) &&
        // Beside `insert_before` it is the found words that are replaced, beside `push` the screen that is shown.
        !values.some(({ text }) => /^(?:insert[_-]?(?:before|after)|push|navigate)$/i.test(text))) ||
        (/(?:strategy|behaviou?r|handling|policy)$/.test(key) && values.some(({ text }) => lossValue.test(text)))),
    matches: ['import_rows: Import rows (if_exists: skip|overwrite)'],
    misses: ['write_note: Write a note (mode: append|prepend)'],
  },
  {
    id: 'option.also-deletes',
    category: 'destructive',
    why: 'A flag also deletes what the tool has used or read.',
    note: 'a flag that also deletes something',
    on: ['read', 'write', 'execute'],
    fits: ({ key, types }) =>
      types.includes('boolean') && lostOnTheWay.test(key) && !overwriteKeys.has(key) && !lossKey.test(key),
    matches: [
      'summarize_log: Summarize a log (delete_raw: boolean)',
      'ungroup: Ungroup a group (delete_items: boolean)',
    ],
    misses: ['summarize_log: Summarize a log (raw: boolean)'],
  },
  {
    id: 'option.delete-list',
    category: 'destructive',
    why: 'One of the lists that the tool takes is of what is deleted.',
    note: 'a list of what is deleted',
    on: ['write'],
    fits: ({ key, types, path }) =>
      path.length <= 2 &&
      types.includes('array') &&
      /^(?:delete|deletes|deletions|todelete|deleteids|idstodelete|deleted)$/.test(key),
    matches: ['batch_update_orders: Batch update orders (create: array, delete: array)'],
    misses: ['batch_update_orders: Batch update orders (create: array)'],
  },
  {
    id: 'option.background',
    category: 'execute',
    why: 'With a flag the work goes on after the call has returned.',
    note: 'a flag that leaves the work running',
    on: ['read'],
    fits: ({ key, types, description, path }) =>
      path.length === 1 &&
      types.includes('boolean') &&
      /^(?:async|asynchronous|background|runinbackground|isasync|asyncmode|detach|detached|nonblocking)$/.test(key) &&
      /\b(?:background|asynchron\w+|poll|job|immediately|task)\b/iu.test(description),
    matches: ['ask_model: Ask a model (async: boolean = Run in the background and return an id to poll)'],
    misses: ['ask_model: Ask a model (stream: boolean = Stream the answer)'],
  },
  ...lossOptions,
  ...payOptions,
  ...runOptions,
  ...saveOptions,
  ...statusOptions,
];

export const overwriteValues = new Set(
  words(
    'overwrite rewrite replace replace_all replace_content replace_text truncate replace-all replaceall full_replace hard force',
  ),
);
