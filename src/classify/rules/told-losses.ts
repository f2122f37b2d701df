/** Losses, and payments to people, that a later sentence or clause tells in its own words. */
import { words } from '../rule.ts';
import type { TextRule } from '../text-rule.ts';

export const toldLosses: readonly TextRule[] = [
  {
    id: 'text.state-lost',
    category: 'destructive',
    why: 'The text says that files, changes or a state are lost by the call.',
    note: 'which says that something is lost',
    cues: words('lost wiped erased removed deleted destructive'),
    pattern:
      /(?<!non-)\bdestructive to (?:the|its|any|all|existing) (?!session)|\b(?:changes|data|files|content|contents|progress|work)(?: (?!may|might|can|could|if|when)\S{1,20}){0,5} (?:are|is|will be|gets?) (?:permanently |then |all )?(?:lost|wiped|erased)\b(?! (?:if|when|unless))|\b(?:(?<!if )its|their|all) (?:(?!tool|tags?|labels?)[\p{L}-]{2,20},? ){1,2}(?:and (?:its |their )?(?:[\p{L}-]{2,20} )?[\p{L}-]{2,20} )?(?:are|will be|get) (?:also |then |permanently )?(?:removed|deleted|erased|wiped)\b/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: [
      'give_back_desk: Give back a desk. Giving it back is destructive to its state: files left on it are lost.',
      'delete_favorite: Delete a favorite. The favorite, its notes, and its pictures are removed.',
    ],
    misses: [
      'give_back_desk: Give back a desk. Files that were left on it may be lost if the disk is full.',
      'close_shell: Close a shell. Destructive to session state only.',
    ],
  },
  {
    id: 'text.older-removed',
    category: 'destructive',
    why: 'The text says that older copies or entries are removed on the way.',
    note: 'which says that older ones are removed',
    cues: words('older old oldest last'),
    pattern:
      /\b(?:prun|delet|remov|purg|discard|expir)(?:es?|ing) (?:the |any |all )?(?:\S{1,20} ){0,3}older than\b|\b(?:old|older|oldest|previous) (?:\S{1,20} )?(?:backups?|snapshots?|copies|versions|checkpoints?|archives|logs|entries|records|ones) (?:(?:are|is|will be|gets?) )(?:automatically |then |also )?(?:pruned|deleted|removed|purged|discarded)\b|\b(?:prun|delet|remov|purg|discard)(?:es|ing) (?:the )?(?:old|older|oldest) (?:\S{1,20} )?(?:backups?|snapshots?|copies|versions|checkpoints?|archives|logs|entries|records|ones)\b/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: ['save_copy: Save a copy of a shop. Afterwards it prunes copies older than a month.'],
    misses: ['save_copy: Save a copy of a shop. Copies older than a month are kept elsewhere.'],
  },
  {
    id: 'text.names-delete',
    category: 'destructive',
    why: 'One of the operations that the text names is to delete.',
    note: 'which names deleting as one of its operations',
    cues: words('delet remov'),
    pattern:
      /\buse (?:the )?["'`]?(?:delete|remove)["'`]? (?:(?:action|operation|mode|command) )?to (?:permanently )?(?:delete|remove|erase) (?:an?|the|one|all|entire)\b|\bconfirm\w{0,6}\b[^.()]{0,60}\((?:[^)]{0,40}[, ])?delet\w{1,4}\b/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: [
      'manage_shelf: Manage a shelf of books. Use delete to remove a book.',
      'carry_on: Execute what needs confirmation (publish, delete).',
    ],
    misses: ['manage_shelf: Manage a shelf of books. Use another call to remove a book.'],
  },
  {
    id: 'text.or-overwrites',
    category: 'destructive',
    why: 'One of the ways that the text names is to overwrite.',
    note: 'which names overwriting as one of its ways',
    cues: words('overwrit'),
    pattern:
      /\b(?:append|prepend|insert|modify|merg)\w{0,3}(?: to)?,? (?:or|and) (?:completely |fully )?overwrit(?:e|es|ing)\b/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: ['tune_text: Adjust a text. Allows appending or overwriting.'],
    misses: ['tune_text: Adjust a text. Allows appending; never overwrites.'],
  },
  {
    id: 'text.losing',
    category: 'destructive',
    why: 'The text says that changes, or what was open, are lost on the way.',
    note: 'which says that something is lost on the way',
    cues: words('losing discarding replacing without loses discards existing'),
    pattern:
      /(?<!\b(?:prevents?|avoids?|against|risk|if|may|might) )\b(?:losing|loses|discarding|discards) (?:all |any |the |your |its )*(?:local |uncommitted |unsaved |pending |current |existing )+(?:changes?|edits|work|data|one|scene|project|document|state|modifications)\b|\breplacing the (?:target|destination)\b|\bwill (?:delete|erase|wipe|remove) (?:all|any|every) existing\b|\breplacing the current (?:one|scene|project|document|model|canvas|workspace)\b|\b(?:clos|quit|exit)\w{0,4} (?:\S{1,20} ){0,4}without saving\b/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: ['open_stage: Set up an empty stage, discarding the current one.'],
    misses: ['open_stage: Set up an empty stage without losing unsaved changes.'],
  },
  {
    id: 'text.gone-removed',
    category: 'destructive',
    why: 'The text says that entries of what is gone elsewhere are removed here, too.',
    note: 'which says that entries are removed',
    cues: words('remov delet prun drop'),
    pattern:
      /\b(?:remov|delet|prun|drop)\w{1,4} (?:\S{1,20} ){1,4}(?:that|which) (?:are|have been|were|no longer)(?: now)? (?:gone|exist|missing|deleted|removed|present)\b/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: ['align_index: Align an index with a folder: add new files and remove entries for files that are gone.'],
    misses: ['align_index: Align an index with a folder: report files that are gone.'],
  },
  {
    id: 'text.deletes-in-list',
    category: 'destructive',
    why: 'One of the things that the text says a call does is to delete something.',
    note: 'which says that something is deleted on the way',
    cues: words('deletes deleting wipes erases destroys'),
    pattern:
      /\band (?:also |then )?(?:deletes|wipes|erases|destroys) (?:the |its |any |all )(?:associated|linked|related|underlying|corresponding) \p{L}|\bby deleting (?:its|the|all) \p{L}|^\W{0,4}\p{Lu}\p{Ll}{2,14}s (?:\S{1,20} ){1,8}?(?<=, )(?:and |then )?(?:deletes|wipes|erases|destroys) (?:the |all |any |every |its |saved |stored |existing )/u,
    effect: 'raises',
    on: ['read', 'write', 'execute'],
    matches: [
      'switch_account: Switch to another account. Closes all windows, deletes saved cookies, and opens a login.',
    ],
    misses: ['switch_account: Switch to another account. Closes all windows, keeps saved cookies, and opens a login.'],
  },
  {
    id: 'text.access-revoked',
    category: 'destructive',
    why: 'The text says that the certificate, key or secret that was in use is revoked or works no longer.',
    note: 'which says that what gave access is revoked',
    cues: words('revok invalidat certificate stop'),
    pattern:
      /\b(?:current|old|existing|previous|prior)(?: \S{1,16}){0,2} (?:certificates?|keys?|secrets?|tokens?|passwords?|credentials?)\b(?!.{0,40}\b(?:unless|if not)\b)(?:(?! if )[^.]){0,60}? (?:(?:is|are|will be|gets?) (?:immediately |automatically |also )?(?:revoked|invalidated)|(?:will )?(?:immediately )?stops? working)\b|\b(?:revokes|invalidates) (?:the|those|any|all) (?:existing|current|old|previous|other) (?:\S{1,16} )?(?:certificates?|keys?|secrets?|tokens?|credentials?)\b/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: ['renew_badge: Renew the badge of a site. The current certificate is revoked and a new one is set up.'],
    misses: ['renew_badge: Renew the badge of a site. Fails where a certificate was revoked.'],
  },
  {
    id: 'text.replaces-whole',
    category: 'destructive',
    why: 'The text says that a list, a set or a configuration is replaced as a whole.',
    note: 'which says that what is there is replaced as a whole',
    cues: words('replac overwrit wholesale'),
    pattern:
      /\breplac(?:e|es|ing) (?:its|their) (?:existing|current|previous|old) (?!tag|label)\S|\breplac(?:e|es|ing) (?:the |its |all |any |your )?(?:(?!tag|label|occurrence|match|cached|manual)\S{2,24} ){1,4}?(?:wholesale|outright|in its entirety|in their entirety)\b|\breplac(?:e|es|ing) (?:the )?\S{2,24}['’]s (?:entire|whole) (?!tag|label)|^\W{0,4}(?:fully |completely )?replac(?:e|es|ing) (?:an? |the |its )?(?:(?!tag|label|occurrence|match)\S{2,24} ){1,2}(?:entirely|completely|as a whole|in full)\b|\b(?<!to )replac(?:e|es|ing) all existing (?!value|selection|tag|label|reviewer|assignee|association|relation|link|follower|member|attendee|occurrence|fill|text)|^\W{0,4}replac(?:e|es|ing) (?:the|its|an?) (?:\S{2,24} ){1,2}with (?:a|the) new (?:array|list|set)\b|\b(?:array|list|set|collection|map) (?:is|are|will be) (?:always |fully )?replaced (?:entirely|completely|wholesale|as a whole)|\boverwrites (?:the |your |any |all )(?:(?!cache|memo|name|title|label|previous answer)\S{1,24} ){0,3}?(?:configuration|config|settings|board|project|profile|files?|\S{1,20}\.\w{2,4})\b/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: [
      'add_paper: Add a paper to an index. Adding the same paper again replaces its existing data.',
      'install_kit: Install a starter kit. Installing overwrites the board configuration.',
    ],
    misses: ['add_paper: Add a paper to an index', 'tag_issue: Set tags of an issue. Replaces its existing tags.'],
  },
  {
    id: 'text.pays-people',
    category: 'financial',
    why: 'The text says that people are hired or paid by what the call starts or approves.',
    note: 'which says that people are paid',
    cues: words('paid release real live binding actual 雇佣 雇用'),
    pattern:
      /\b(?:workers?|winners?|creators?|freelancers?|experts?|humans?|they|contributors?) (?:(?:is|are|get|gets|will be) )?paid (?:automatically|instantly|immediately|in seconds|per|on|via|when|out)\b|\bget paid per\b|\breleases? (?:the|their|your|its) (?:payment|funds|escrow)\b|\b(?:produces|creates|places|submits) an? (?:real|live|binding|actual) (?:order|trade|purchase|charge|payment)\b|雇[佣用](?:人类|他人|工人|员工)?/iu,
    effect: 'raises',
    on: ['read', 'write', 'execute'],
    matches: [
      'accept_work: Accept the work of a helper and release their payment.',
      'post_errand: Post an errand. Helpers do it. Workers are paid automatically when it is done.',
    ],
    misses: ['list_errands: List errands. Workers are paid automatically when they are done.', 'accept_work'],
  },
];
