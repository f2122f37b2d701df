/** The forms of verbs: `deletes`, `deleting` and `deleted` are all `delete`. */
import { actRules } from './rules/acts.ts';

export type VerbForm = 'base' | 'third' | 'gerund' | 'past';

const doubling = /[^aeiou][aeiou][bdglmnprt]$/;

function formsOf(verb: string): [string, VerbForm][] {
  const stem = verb.endsWith('e') && !verb.endsWith('ee') ? verb.slice(0, -1) : verb;
  const third = /(?:s|x|z|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  const plain: [string, VerbForm][] = [
    [`${stem}ing`, 'gerund'],
    [past, 'past'],
    [third, 'third'],
    [verb, 'base'],
  ];
  if (!doubling.test(verb)) return plain;
  const doubled = verb + (verb.at(-1) ?? '');
  return [[`${doubled}ing`, 'gerund'], [`${doubled}ed`, 'past'], ...plain];
}

/** Spellings and doublings of one verb. */
const spellings: Record<string, string> = {
  analyse: 'analyze',
  summarise: 'summarize',
  categorise: 'categorize',
  visualise: 'visualize',
  initialise: 'initialize',
  organise: 'organize',
  optimise: 'optimize',
  synchronise: 'synchronize',
  synchronize: 'sync',
  customise: 'customize',
  favourite: 'favorite',
  sent: 'send',
  authorise: 'authorize',
  recognise: 'recognize',
  normalise: 'normalize',
  finalise: 'finalize',
  serialise: 'serialize',
  tokenise: 'tokenize',
  prioritise: 'prioritize',
  analyzes: 'analyze',
  signin: 'login',
  signout: 'logout',
  signup: 'register',
  crud: 'delete',
  logs_out: 'logout',
  del: 'delete',
  rm: 'delete',
  rmdir: 'delete',
  ls: 'list',
  mkdir: 'create',
  cp: 'copy',
  mv: 'move',
  upd: 'update',
  exec: 'execute',
  eval: 'evaluate',
  init: 'initialize',
  unsubscribes: 'unsubscribe',
  setup: 'configure',
  'set-up': 'configure',
  cleanup: 'clean',
  're-run': 'rerun',
  'lip-sync': 'lipsync',
  'hot-swap': 'reload',
  'hot-reload': 'reload',
  're-index': 'reindex',
  'sign-out': 'logout',
  'log-out': 'logout',
  tears: 'teardown',
  bulkdelete: 'delete',
  'hard-delete': 'delete',
  'force-push': 'forcepush',
  'look-up': 'lookup',
  lookups: 'lookup',
  'soft-delete': 'softdelete',
  'soft-deletes': 'softdelete',
  unschedule: 'cancel',
  topup: 'deposit',
  begins: 'begin',
  gives: 'give',
  makes: 'make',
  takes: 'take',
  upserts: 'upsert',
  gets: 'get',
  'un-archive': 'unarchive',
  screenshotting: 'screenshot',
  retweets: 'retweet',
  goto: 'navigate',
  sends: 'send',
  geocoding: 'geocode',
  fav: 'favorite',
  unfav: 'unfavorite',
  unfavorite: 'unstar',
  unbookmark: 'unstar',
  unlike: 'unstar',
  undelete: 'unarchive',
  untrash: 'unarchive',
  recover: 'unarchive',
};

const index = new Map<string, { verb: string; form: VerbForm }>();
const known = new Set<string>();
for (const { verbs } of actRules) for (const verb of verbs) known.add(verb);
const rank: Record<VerbForm, number> = { base: 0, third: 1, gerund: 2, past: 3 };
for (const verb of known) {
  for (const [text, form] of formsOf(verb)) {
    const before = index.get(text);
    if (!before || rank[form] < rank[before.form]) index.set(text, { verb, form });
  }
}
for (const [from, to] of Object.entries(spellings)) {
  for (const [text, form] of formsOf(from)) if (known.has(to) && !index.has(text)) index.set(text, { verb: to, form });
}

/** Forms by the letter that are another word: `News search` makes nothing new. */
for (const text of ['news']) index.delete(text);

/** The verb that a word is a form of; undefined for a word that the rules do not know. */
export function verbOf(word: string): { verb: string; form: VerbForm } | undefined {
  const hit = index.get(word);
  if (hit || word.length < 6) return hit;
  if (word.includes('-') && /^(?:auto|re|bulk|batch|mass)-/.test(word))
    return index.get(word.slice(word.indexOf('-') + 1));
  // `resend`, `reinvite`: done again; `unconfirm`, `unverify`: taken back, as a change of state.
  const again = word.startsWith('re') ? index.get(word.slice(2)) : undefined;
  if (again && again.form !== 'past') return again;
  const undone = word.startsWith('un') && word !== 'unread' && word !== 'unseen' ? index.get(word.slice(2)) : undefined;
  return undone && undone.form !== 'past' && undone.form !== 'gerund'
    ? { verb: 'unset', form: undone.form }
    : undefined;
}
