/** Verbs that only look or calculate elsewhere, and leave something behind where they are done to stored things. */
import type { Facts } from '../act.ts';
import type { Parameter } from '../parameters.ts';
import { type ActRule, words } from '../rule.ts';

export const keptRules: readonly ActRule[] = [
  {
    id: 'change.watch',
    category: 'write',
    why: 'A watch that reports to an address stays until it is taken off.',
    note: 'which asks to be told from now on',
    verbs: words('watch monitor listen observe track'),
    when: ({ verb, facts }) =>
      facts.parameters.some(isTold) ||
      (verb === 'watch' && ['notification', 'notified', 'watcher'].some((word) => facts.textWords.has(word))),
    matches: ['watch_shelf: Watch a shelf for changes (callback_url: string)'],
    misses: ['watch_shelf: Watch a shelf for changes (seconds: number)'],
  },
  {
    id: 'change.statistics',
    category: 'write',
    why: 'Statistics that a database renews are kept for its later plans.',
    note: 'which renews statistics that are kept',
    verbs: words('analyze collect gather compute'),
    near: ['statistic'],
    object: words('table index column statistic planner optimizer'),
    when: ({ facts: { textWords }, context, object }) =>
      ['update', 'refresh', 'recompute', 'renew'].some((word) => context.includes(word) || object.includes(word)) &&
      ['table', 'index', 'planner', 'optimizer'].some((word) => textWords.has(word)),
    matches: ['analyze_rows: Analyze a table to refresh the statistics of the planner'],
    misses: ['analyze_table: Analyze a table and return statistics'],
  },
  {
    id: 'change.warm',
    category: 'write',
    why: 'A cache that is warmed holds other things afterwards.',
    note: 'which fills a cache',
    verbs: words('warm prewarm pre-warm warmup prime prefetch preload'),
    near: words('cache cdn edge'),
    matches: ['warm_cache: Pre-warm the cache of a shop'],
    misses: ['get_cache', 'list_warm_leads: List warm leads'],
  },
  {
    id: 'change.convert-stored',
    category: 'write',
    why: 'What is stored and is turned into something else, or into another character set, stays so.',
    note: 'which changes something that stays',
    verbs: words('convert turn'),
    when: ({ object, context, facts }) =>
      isStored(facts) ||
      (facts.isSql && [...object, ...context].some((word) => ['column', 'table', 'collation'].includes(word))),
    unless: words('unit currency date time timestamp text number value temperature amount json csv markdown html'),
    matches: ['image_convert: Turn an image into a template (image_id: string)'],
    misses: ['convert_file: Convert a file (file_id: string, format: string)', 'convert_units'],
  },
  {
    id: 'change.rework-stored',
    category: 'write',
    why: 'A plan or a model that is known by its number and made better or smaller stays so.',
    note: 'which changes something that stays',
    verbs: words('optimize compress enhance improve'),
    head: words(
      'model itinerary schedule route plan playlist layout network image video document page listing campaign performance embedding',
    ),
    when: ({ facts }) =>
      facts.parameters.some(({ key }) => ids.test(key)) && !advises.some((word) => facts.textWords.has(word)),
    matches: ['optimize_timetable: Optimize an existing schedule (schedule_id: string)'],
    misses: [
      'optimize_route: Optimize a route (stops: array)',
      'optimize_page: Suggest how to optimize a page (page_id: string)',
    ],
  },
  {
    id: 'change.make-room',
    category: 'write',
    why: 'What is stored and is compressed to save room stays so.',
    note: 'which changes something that stays',
    verbs: words('compress compact'),
    near: words('space storage disk room'),
    unless: words('zip archive download'),
    matches: ['shrink_diary: Compress old diary pages to save space'],
    misses: ['shrink_text: Compress a text'],
  },
  {
    id: 'change.default',
    category: 'write',
    why: 'What is chosen as the default stays the default.',
    note: 'which sets a default',
    verbs: words('select choose pick use capture take record'),
    near: words('default baseline'),
    when: ({ context, facts: { isForSession, textWords } }) =>
      context.some((word) => word === 'default' || word === 'baseline') && textWords.has('as') && !isForSession,
    matches: ['select_printer: Select a printer as the default', 'hold: Capture the level as the new baseline'],
    misses: ['select_printer: Select a printer'],
  },
  {
    id: 'change.recalculate',
    category: 'write',
    why: 'Totals and scores that are reckoned anew are stored with what they are of.',
    note: 'which renews what is kept',
    verbs: words('recalculate recompute rescore regrade'),
    when: ({ object, context, facts: { parameters } }) =>
      parameters.some(({ key }) => /[a-z]ids?$/.test(key)) ||
      [...object, ...context].some((word) => word === 'stored' || word === 'cached') ||
      parameters.length === 0,
    unless: words('route directions'),
    matches: ['recalculate_totals: Recalculate the totals of a budget (budget_id: string)'],
    misses: ['recalculate_totals: Recalculate totals (values: array)'],
  },
  {
    id: 'change.untrash',
    category: 'write',
    why: 'What is taken out of the trash to be used again is restored.',
    note: 'which takes something out of the trash',
    verbs: ['remove'],
    when: ({ from, facts: { nameWords } }) =>
      from.some((word) => word === 'trash' || word === 'bin' || word === 'spam') &&
      nameWords.some((word) => /^(?:un(?:trash|delete|spam)|restore|recover)/.test(word)),
    matches: ['untrash_letter: Remove a letter from the trash'],
    misses: ['remove_letter: Remove a letter from the trash'],
  },
  {
    id: 'change.request-reset',
    category: 'write',
    why: 'A reset that is asked for sends a letter; the password stays until someone follows it.',
    note: 'which sends a letter',
    verbs: words('request send'),
    object: words('reset recovery'),
    near: words('password passphrase pin'),
    matches: ['forgot_password: Request a password reset (email: string)'],
    misses: ['reset_password', 'request_password'],
  },
  {
    id: 'change.rollback-text',
    category: 'write',
    why: 'A page or a project that goes back to an earlier version gets one more version; the later ones stay.',
    note: 'which makes one more version',
    verbs: ['rollback'],
    head: words('page document doc article file note record entry post prompt template content project wiki snippet'),
    near: words('version revision commit'),
    unless: words('deployment deploy release environment database transaction'),
    matches: ['rollback_page: Rollback a page to an earlier revision'],
    misses: ['rollback_deployment', 'rollback_project'],
  },
  {
    id: 'change.flush-table',
    category: 'write',
    why: 'Tables that are closed and opened again, and buffers that are written out, lose nothing.',
    note: 'which writes out what is held',
    verbs: ['flush'],
    head: words('table buffer write privilege status host memtable'),
    when: ({ facts: { textWords }, heads }) =>
      heads.some((head) => ['write', 'privilege', 'status', 'host', 'memtable'].includes(head)) ||
      ['reopen', 'disk', 'read_lock', 'reload', 'persist'].some((word) => textWords.has(word)),
    matches: ['flush_sheets: Flushes tables: closes and reopens them (table: string)'],
    misses: ['flush_table: Flush a table', 'flush_queue: Flush a queue'],
  },
];

/** Where changes are told to; what is listened to may be a topic as well. */
const isTold = ({ key, description }: Parameter) =>
  told.has(key) || (/^(?:topic|topicname|topicarn|channel|endpoint)$/.test(key) && pushes.test(description));
const told = new Set(
  words(
    'webhook webhookurl webhookuri callback callbackurl callbackuri notificationurl notifyurl notifyemail pushendpoint endpointurl',
  ),
);
const pushes = /\b(?:publish|notif|deliver|push|send)\w* (?:\w{2,16} ){0,3}to\b/iu;

const ids =
  /^(?:model|itinerary|schedule|route|plan|playlist|layout|network|image|video|document|page|listing|campaign)id$/;
const advises = words(
  'suggest suggestion recommend recommendation advice tip insight opportunity analyze analysis return',
);

/** All that goes in is the number of what is stored. */
const isStored = ({ parameters }: Facts) =>
  parameters.length > 0 &&
  parameters.length < 3 &&
  parameters.every(({ key, isFree }) => /id$/.test(key) || !isFree) &&
  parameters.some(({ key, required }) => required && /id$/.test(key));
