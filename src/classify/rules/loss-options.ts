/** Parameters that admit a loss whatever the tool's verb is: flags that say so, and lists of parts that are taken away. */
import { links } from '../nouns.ts';
import { isFlag, type OptionRule } from '../option-rule.ts';
import type { Parameter } from '../parameters.ts';
import { words } from '../rule.ts';

/** Tools that only tell what would happen take such a flag, too. */
const tells = words(
  'list get search find validate check preview plan diff estimate simulate show describe lint compare',
);

/** `Whether to overwrite an existing file`, `If true, replaces …`; what it says of the other choice counts as well. */
const saysLoss =
  /^[^\p{L}]{0,4}(?:(?:whether|if|when|set|force|allow|flag|option|true|should|it|this|the tool|to|not|will|file|files|output)\S{0,3} ){0,4}(?:it )?(?:overwrit|replac|delet|wip|eras|discard)\w{1,4} (?:\S{1,20} ){0,3}?(?:existing|current)\b|\bdiscard\w{0,3} (?:\S{1,12} ){0,2}(?:unsaved|uncommitted|local|pending) |\bwritten\b.{0,20}\beven if\b.{0,30}\bexists\b|覆盖(?:更新|已存在|已有|现有|本地)|覆盖.{0,8}(?:已存在|已有|现有)的/iu;
const keepsOrReplaces =
  /\b(?:or|otherwise|false)\b[^.]{0,12}? (?:fully |completely |to )?(?:replac|overwrit)\w{1,4}\b/iu;
const deniesLoss =
  /\b(?:does not|doesn't|do not|don't|never|without) (?:overwrit|delet|replac|discard)|\boccurrence|不会覆盖/iu;

/** `delete_extra_columns`, `auto_delete_branch`: what is lost on the way. */
const deletingKey =
  /^(?:auto|also|and|then|force|should)?(?:delete|wipe|purge|erase|truncate|destroy)(?!d|s|ion|protect|able|marker|lock)[a-z]{3,}$/;
const rightsOf = /^(?:permission|right|role|polic|scope|capabilit|privilege|allow)/i;

const dropsOthers =
  /\b(?:not|n't) (?:provided|included|listed|specified|passed|present)\b.{0,40}? (?:will be|are|is|get) (?:removed|deleted|dropped|discarded)\b|\bomitted (?:\S{1,20} ){1,2}(?:will be|are|is|get) (?:removed|deleted|dropped)\b/iu;
const ties = new Set(links);

/** Parts that live in the thing they are taken from, and nowhere else. */
const ownParts =
  /^(?:remove|delete|drop|removed|deleted)(?:fields?|columns?|rows?|files?|properties|attributes?|values?|lines|sections?|blocks?|steps?|nodes?|comments?|attachments?|records?|variables?|documents?|entries|classes|objects?|resources?|tables?|pages?|slides?|sheets?|envvars|secrets?|keys?)$/;
const keyAmong = ({ key, path }: Parameter) =>
  key === 'remove' || key === 'delete' ? `${key}${(path.at(-2) ?? '').toLowerCase().replaceAll(/[^a-z]/g, '')}` : key;

/** `REMOVE_ORPHANS`, `overwrite_existing`. */
export const lossValue =
  /^(?:overwrite|replace|truncate|wipe|purge|delete|remove|drop|discard)[_-](?!duplicate|background|noise|match)/i;

export const lossOptions: readonly OptionRule[] = [
  {
    id: 'option.overwrite-output',
    category: 'destructive',
    why: 'A flag lets what the tool writes take the place of what is there.',
    note: 'a flag that overwrites what is there',
    on: ['read'],
    fits: (parameter, { nameWords }) =>
      isFlag(parameter) &&
      parameter.path.length === 1 &&
      /^(?:(?:force|allow)?overwrite(?:existing|file|files|all|output|target|local)?|(?:truncate|wipe|clear|drop|replace)(?:target|existing|destination)|clobber)$/.test(
        parameter.key,
      ) &&
      !deniesLoss.test(parameter.description) &&
      !tells.some((word) => nameWords.includes(word)),
    matches: ['extract_archive: Extracts an archive (overwrite: boolean = Overwrite existing files)'],
    misses: ['validate_records: Validate records (overwrite: boolean)', 'list_files: List files (overwrite: boolean)'],
  },
  {
    id: 'option.says-loss',
    category: 'destructive',
    why: 'What is said of a flag is that existing things are overwritten, replaced or discarded.',
    note: 'a flag that overwrites or discards what is there',
    on: ['write', 'execute'],
    fits: ({ key, types, description }) =>
      types.includes('boolean') &&
      !deniesLoss.test(description) &&
      (saysLoss.test(description) || (/^(?:merge|append|incremental)$/.test(key) && keepsOrReplaces.test(description))),
    matches: [
      'publish_site: Publish a site (yes: boolean = Whether to replace existing pages)',
      'load_profile: Store a profile (merge: boolean = Merge with what is there or replace it)',
    ],
    misses: [
      'publish_site: Publish a site (yes: boolean = Whether to skip existing pages)',
      'save_user: Save a user (merge: boolean = Merge nested objects instead of overwriting them)',
    ],
  },
  {
    id: 'option.deletes-parts',
    category: 'destructive',
    why: 'A flag or a list of the tool deletes parts of what it works on.',
    note: 'which deletes parts of what is there',
    on: ['write', 'execute'],
    fits: (parameter) =>
      parameter.types.includes('boolean')
        ? deletingKey.test(parameter.key) && !parameter.path.some((name) => rightsOf.test(name))
        : parameter.types.includes('array') && parameter.path.length <= 2 && ownParts.test(keyAmong(parameter)),
    matches: [
      'clone_board: Clone a board (delete_extra_columns: boolean)',
      'edit_form: Edit a form (remove_fields: array)',
    ],
    misses: [
      'edit_message: Edit a message (remove_labels: array)',
      'invite_member: Invite a member (include_deleted: boolean)',
    ],
  },
  {
    id: 'option.expires-records',
    category: 'destructive',
    why: 'With an index that expires, records that are old enough are deleted.',
    note: 'which lets records expire',
    on: ['write'],
    fits: ({ key, path }, { nameWords }) =>
      path.length <= 4 && key === 'expireafterseconds' && nameWords.includes('index'),
    matches: ['create_index: Create an index (expire_after_seconds: number)'],
    misses: ['create_index: Create an index (name: string)'],
  },
  {
    id: 'option.replaces-list',
    category: 'destructive',
    why: 'What is said of a list is that it takes the place of all that was there.',
    note: 'a list that replaces all that was there',
    on: ['write'],
    fits: ({ description, path, types, words: own }, { nameWords }) =>
      path.length <= 3 &&
      (types.length === 0 || types.includes('array')) &&
      /\breplac(?:e|es|ing) (?:all|any|the) (?:of the )?(?:existing|current|previous) (?!tag|label)/iu.test(
        description,
      ) &&
      !deniesLoss.test(description) &&
      ![...own, ...nameWords].some((word) => ties.has(word) || word === 'unlink' || word === 'detach'),
    matches: ['update_quiz: Update a quiz (questions: array = Questions. Replaces all existing questions.)'],
    misses: ['update_quiz: Update a quiz (questions: array = Questions to add to the existing ones)'],
  },
  {
    id: 'option.new-password',
    category: 'destructive',
    why: 'Whoever sets a new password for an existing account makes the old one stop working.',
    note: 'a new password, with which the old one stops working',
    on: ['write'],
    fits: ({ key, path, isFree, description }, { nameWords }) =>
      path.length === 1 &&
      isFree &&
      /^(?:new)?(?:password|passphrase|pin)$/.test(key) &&
      ['update', 'edit', 'change', 'modify', 'set', 'patch'].some((word) => nameWords.includes(word)) &&
      (/\bnew (?:\S{1,16} )?(?:password|passphrase|pin)\b/iu.test(description) || key.startsWith('new')),
    matches: ['update_user: Update a user (password: string = New password)'],
    misses: [
      'update_user: Update a user (name: string)',
      'create_user: Create a user (password: string = New password)',
    ],
  },
  {
    id: 'option.append-or-overwrite',
    category: 'destructive',
    why: 'Where a flag is not set, what is written takes the place of what is there.',
    note: 'a flag without which what is there is overwritten',
    on: ['write'],
    fits: ({ key, description }) =>
      /^append(?:mode)?$/.test(key) && /\b(?:instead of|rather than) (?:overwrit|replac)/iu.test(description),
    matches: ['save_log: Save a log (append: boolean = Append instead of overwriting)'],
    misses: ['save_log: Save a log (append: boolean = Append a line break)'],
  },
  {
    id: 'option.drops-others',
    category: 'destructive',
    why: 'What is said of a list is that entries which are not passed along are removed.',
    note: 'a list whose missing entries are removed',
    on: ['write'],
    fits: ({ description, path, words: own }, { nameWords }) =>
      path.length <= 3 &&
      dropsOthers.test(description) &&
      ![...own, ...nameWords].some((word) => ties.has(word) || word === 'unlink' || word === 'detach'),
    matches: ['update_form: Update a form (lines: array = Lines that are not provided will be removed)'],
    misses: ['update_form: Update a form (lines: array = Lines that are not provided stay as they are)'],
  },
];
