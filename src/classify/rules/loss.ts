/** Removing, clearing, cancelling, revoking: what is lost, and whether the same caller could put it back. */

import type { Act } from '../act.ts';
import {
  collections,
  commitments,
  credentials,
  derived,
  links,
  moneyDocuments,
  organisations,
  people,
  processes,
  sessionOnly,
} from '../nouns.ts';
import { type ActRule, words } from '../rule.ts';

const loss = words(
  'delete remove erase drop purge wipe destroy discard clear empty flush reset truncate trim prune clean nuke shred',
);

export const lossRules: readonly ActRule[] = [
  {
    id: 'loss.session',
    category: 'read',
    why: 'Clearing what the server itself holds for the session, such as a browser’s console, changes nothing outside.',
    note: 'which clears what only the session holds',
    verbs: words('clear reset empty flush'),
    head: [...sessionOnly, 'buffer', 'emulation'],
    unless: ['history', 'database', 'storage'],
    matches: ['clear_console', 'reset_viewport'],
    misses: ['clear_history', 'delete_console_app'],
  },
  {
    id: 'loss.console-log',
    category: 'read',
    why: 'A log that a driven browser keeps for the session is gone with it anyway.',
    note: 'which clears what only the session holds',
    verbs: words('clear reset empty flush wipe discard'),
    near: words('console network'),
    when: ({ object }) =>
      object.some((word) => ['log', 'message', 'request', 'buffer', 'console', 'entry'].includes(word)) &&
      !object.includes('database'),
    matches: ['clear_console_logs', 'clear_network_requests'],
    misses: ['clear_logs'],
  },
  {
    id: 'loss.working-directory',
    category: 'read',
    why: 'Forgetting which folder the session works in leaves the folder as it is.',
    note: 'which clears what only the session holds',
    verbs: words('clear reset unset'),
    when: ({ object }) =>
      object.includes('working') && object.some((word) => ['dir', 'directory', 'folder'].includes(word)),
    matches: ['clear_working_directory', 'clear_working_dir: Clear the session working directory setting'],
    misses: ['clear_directory', 'delete_working_directory'],
  },
  {
    id: 'loss.session-defaults',
    category: 'read',
    why: 'Defaults that count for the session only are gone with it anyway.',
    note: 'which clears what only the session holds',
    verbs: words('clear reset unset'),
    object: ['session'],
    head: words('default setting variable context configuration config'),
    matches: ['clear_session_defaults: Clear the session defaults'],
    misses: ['clear_session_cookies', 'clear_defaults'],
  },
  {
    id: 'loss.credentials',
    category: 'destructive',
    why: 'Removing a key, a login or a permission takes access away; a person must give it again.',
    note: 'which takes access away',
    verbs: [...loss, ...words('revoke expire invalidate deactivate-key forget')],
    head: credentials,
    unless: ['cache', 'cached', 'foreign', 'primary', 'partition', 'translation', 'locale', 'i18n'],
    when: ({ verb, heads, facts: { textWords } }) =>
      !['clear', 'reset', 'empty', 'flush'].includes(verb) ||
      heads.some((head) => head !== 'session') ||
      ['login', 'auth', 'authentication', 'user', 'logged', 'cookie'].some((word) => textWords.has(word)),
    matches: ['clear_auth: Clear the stored credentials', 'delete_api_key', 'remove_permission', 'delete_cookies'],
    misses: ['remove_label', 'delete_branch'],
  },
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
    verbs: words('clean clear'),
    near: words('build product artifact derived output dist'),
    unless: words('log history database'),
    matches: ['clean: Clean build products'],
    misses: ['clear_logs'],
  },
  {
    id: 'loss.member',
    category: 'destructive',
    why: 'Taking a person out of an organisation, a workspace, a project or a repository ends that person’s access.',
    note: 'which ends a person’s access',
    verbs: words('remove delete kick expel evict ban drop'),
    object: people,
    near: [...organisations, 'board', 'app'],
    matches: ['remove_user_from_org', 'remove_team_member', 'kick_member_from_guild'],
    misses: ['remove_user_from_channel', 'remove_label_from_issue'],
  },
  {
    id: 'loss.link',
    category: 'write',
    why: 'Cutting the tie between two things that both survive (a label, a reaction, a follow) can be undone by tying it again.',
    note: 'which cuts a tie that can be tied again',
    verbs: words('remove delete clear drop'),
    head: links,
    when: ({ verb, heads }) =>
      (verb === 'remove'
        ? heads.some((head) => isLink.has(head))
        : heads.some((head) => isLink.has(head)) &&
          heads.every((head) => isLink.has(head) || head === 'record' || head === 'entry')) &&
      (verb !== 'delete' || !heads.some((head) => ownThings.has(head))),
    matches: [
      'remove_reaction',
      'remove_label_from_issue',
      'delete_reaction',
      'remove_assignee',
      'delete_relationship',
    ],
    misses: ['delete_label', 'remove_file', 'delete_tag'],
  },
  {
    id: 'loss.from-collection',
    category: 'write',
    why: 'Taking something off a list, a playlist or a board leaves both; one call puts it back.',
    note: 'which takes something out of a collection and leaves both',
    verbs: words('remove delete'),
    when: (act) => isTakenOut(act),
    matches: ['remove_from_playlist: Remove tracks from a playlist', 'remove_playlist_items', 'remove_item_from_cart'],
    misses: ['delete_playlist', 'remove_file'],
  },
  {
    id: 'loss.money',
    category: 'financial',
    why: 'Cancelling or voiding an order, an invoice or a paid subscription ends an obligation to pay.',
    note: 'which ends an obligation to pay',
    verbs: words('cancel void terminate abort'),
    head: [...moneyDocuments, 'trade', 'ticket', 'flight', 'hotel', 'shipment', 'rental', 'plan', 'membership'],
    unless: words(
      'webhook event topic newsletter notification pubsub push alert message email work sort review code stream test',
    ),
    matches: ['cancel_order', 'cancel_flight'],
    misses: ['cancel_run', 'cancel_event', 'cancel_event_subscription'],
  },
  {
    id: 'loss.commitment',
    category: 'destructive',
    why: 'A meeting, a reservation or an invitation that is called off was a promise to other people.',
    note: 'which calls off a commitment to people',
    verbs: ['cancel'],
    head: [
      ...commitments,
      'email',
      'message',
      'notification',
      'post',
      'scheduled',
      'schedule',
      'broadcast',
      'reminder',
      'request',
    ],
    matches: ['cancel_meeting', 'cancel_booking'],
    misses: ['cancel_run', 'cancel_order'],
  },
  {
    id: 'run.cancel',
    category: 'execute',
    why: 'Cancelling or ending something that runs is control over something that runs.',
    note: 'which stops something that runs',
    verbs: words('cancel abort'),
    when: ({ heads, object }) => heads.length === 0 || [...heads, ...object].some((word) => running.has(word)),
    matches: ['cancel_run', 'abort_build', 'cancel_job'],
    misses: ['cancel_order', 'cancel_meeting'],
  },
  {
    id: 'loss.cancel-other',
    category: 'destructive',
    why: 'What is called off and does not run is a commitment; it would have to be made again.',
    note: 'which calls something off for good',
    verbs: words('cancel abort'),
    unless: words('default selection'),
    matches: ['cancel_bundle'],
    misses: ['cancel_job', 'cancel_order'],
  },
  {
    id: 'run.terminate-process',
    category: 'execute',
    why: 'Ending a process or a session is control of something that runs; nothing stored is lost.',
    note: 'which stops something that runs',
    verbs: words('terminate destroy teardown'),
    head: words(
      'process session execution job run task query thread command workflow shell terminal connection app application agent tunnel call stream actor',
    ),
    matches: ['terminate_process', 'terminate_session'],
    misses: ['terminate_instance', 'destroy_stack'],
  },
  {
    id: 'loss.end-session-access',
    category: 'destructive',
    why: 'Logging out, disconnecting an account or revoking takes access away; a person must sign in again.',
    note: 'which takes access away',
    verbs: words('logout revoke unauthorize deauthorize unauthenticate unpair'),
    unless: words('like vote reaction connectionid connection lease'),
    matches: ['logout', 'unpair_device'],
    misses: ['login', 'check_login'],
  },
  {
    id: 'loss.disconnect-account',
    category: 'destructive',
    why: 'Disconnecting a stored account or integration takes access away; a person must connect it again.',
    note: 'which takes access away',
    verbs: words('disconnect unlink'),
    head: words('account integration provider oauth auth credential app wallet identity config'),
    matches: ['disconnect_account', 'disconnect_integration'],
    misses: ['disconnect', 'unlink_issue'],
  },
  {
    id: 'loss.recreate',
    category: 'destructive',
    why: 'Recreating a machine or a database from scratch loses what was on it.',
    note: 'which starts again from nothing',
    verbs: words('recreate reinstall reimage reformat rebuild'),
    object: words('machine vm server instance database os system disk droplet volume schema'),
    when: ({ verb, object }) => verb !== 'rebuild' || !object.includes('database'),
    matches: ['recreate_virtual_machine', 'reinstall_server'],
    misses: ['recreate_container', 'restart_vm'],
  },
  {
    id: 'loss.rotate',
    category: 'destructive',
    why: 'The old secret stops working as soon as a new one takes its place.',
    note: 'which makes the old secret stop working',
    verbs: words('rotate regenerate reset roll refresh-key reissue recreate change'),
    object: words('key secret token password credential apikey passphrase certificate pin mfa 2fa backup recovery'),
    when: ({ verb, head, object }) =>
      (verb !== 'change' || head === 'password' || head === 'passphrase') &&
      (!(object.includes('backup') || object.includes('recovery')) || head === 'code'),
    matches: ['rotate_api_key', 'regenerate_token', 'change_password'],
    misses: ['rotate_image', 'reset_viewport', 'change_title'],
  },
  {
    id: 'loss.set-secret',
    category: 'destructive',
    why: 'Setting a new password for an existing account makes the old one stop working.',
    note: 'which makes the old password stop working',
    verbs: words('set update change replace'),
    head: ['password', 'passphrase', 'credential'],
    when: ({ verb, head }) => verb === 'update' || verb === 'replace' || head === 'password' || head === 'passphrase',
    unless: words('policy entry item setting rule vault record metadata description tag label expiry'),
    matches: ['set_user_password: Set a new password for an existing user'],
    misses: ['update_user', 'set_password_policy'],
  },
  {
    id: 'loss.close-account',
    category: 'destructive',
    why: 'An account that is closed for good cannot be opened again.',
    note: 'which ends something for good',
    verbs: words('close deactivate'),
    head: words('account tenant workspace organization'),
    when: ({ facts: { textWords } }) => textWords.has('permanently') || textWords.has('irreversible'),
    matches: ['close_account: Permanently close an account'],
    misses: ['close_account', 'close_issue: Permanently close an issue'],
  },
  {
    id: 'run.drop-onto',
    category: 'execute',
    why: 'What is dropped onto a live page does whatever the page makes of it.',
    note: 'which gives input to a live screen or device',
    verbs: ['drop'],
    near: words('element page dropzone target coordinate'),
    when: ({ facts }) => facts.textWords.has('element') || facts.textWords.has('drag'),
    unless: words('table column index database collection'),
    matches: ['drop: Drop files onto an element of the page'],
    misses: ['drop_table', 'drop_database'],
  },
  {
    id: 'loss.release-address',
    category: 'destructive',
    why: 'An address or a number that is given up goes to whoever asks next.',
    note: 'which gives something up for good',
    verbs: words('release relinquish surrender'),
    head: words('ip ipv4 ipv6 address phone number domain eip elastic-ip'),
    near: words('ip ipv4 ipv6 address phone number domain eip elastic'),
    matches: ['release_ip', 'release_phone_number'],
    misses: ['release_lock', 'get_ip'],
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
    id: 'loss.undo-transaction',
    category: 'destructive',
    why: 'Rolling back an open transaction throws away what it had done.',
    note: 'which throws away uncommitted work',
    verbs: words('rollback discard'),
    object: words('transaction savepoint change changes modification draft'),
    matches: ['rollback_transaction', 'discard_changes'],
    misses: ['rollback_deployment'],
  },
  {
    id: 'loss.restore-over',
    category: 'destructive',
    why: 'Restoring a backup puts old data in the place of live data.',
    note: 'which puts old data in the place of live data',
    verbs: words('restore rollback'),
    when: ({ verb, object, context }) =>
      verb === 'restore' || [...object, ...context].some((word) => word === 'snapshot' || word === 'backup'),
    near: words('backup snapshot database db point-in-time checkpoint dump cluster'),
    matches: ['restore_backup', 'restore_database'],
    misses: ['restore_page', 'restore_email'],
  },
  {
    id: 'loss.force-push',
    category: 'destructive',
    why: 'A forced push overwrites history that others may hold.',
    note: 'which overwrites history',
    verbs: ['forcepush'],
    matches: ['repo_force-push: Force-push the branch'],
    misses: ['push_files'],
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
    id: 'loss.reset-state',
    category: 'destructive',
    why: 'A reset throws away the current values.',
    note: 'which throws away the current values',
    verbs: ['reset'],
    unless: words('timer counter count view zoom camera position map layout'),
    when: ({ facts: { textWords } }) => !textWords.has('unstage') || textWords.has('hard') || textWords.has('discard'),
    matches: ['reset_settings', 'reset_database'],
    misses: ['reset_viewport', 'reset_timer'],
  },
  {
    id: 'change.reset-small',
    category: 'write',
    why: 'Putting a view, a timer or a counter back to its start loses nothing that is kept.',
    note: 'which puts a small state back to its start',
    verbs: ['reset'],
    matches: ['reset_timer', 'reset_zoom'],
    misses: ['reset_settings'],
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
      'bullet numbering indentation formatting format style background flag status description due date assignee filter sort field-value property-value whitespace duplicate border effect shadow freeze protection cell-format override constraint-style emoji avatar icon cover default prefix suffix noise background',
    ),
    when: ({ head, facts }) => head !== 'background' || !facts.textWords.has('ai'),
    matches: ['remove_background', 'clear_due_date', 'remove_formatting'],
    misses: ['remove_file', 'clear_table'],
  },
  {
    id: 'loss.entity',
    category: 'destructive',
    why: 'Deleting, wiping or dropping something loses it: the same caller could not put it back with one call.',
    note: 'which removes something for good',
    verbs: [
      ...loss,
      ...words(
        'uninstall deprovision teardown deregister unregister terminate obliterate rmdir kick ban expel evict overwrite zap expunge decommission dispose factory-reset',
      ),
    ],
    unless: words('zap-workflow'),
    matches: ['delete_branch', 'clear_logs', 'terminate_instance', 'helm_uninstall', 'empty_trash'],
    misses: ['list_deleted_items', 'remove_reaction', 'purge_cache', 'clear_console'],
  },
  {
    id: 'loss.drain',
    category: 'destructive',
    why: 'A queue that is drained has lost what waited in it.',
    note: 'which empties something for good',
    verbs: ['drain'],
    near: words('queue stream topic buffer backlog'),
    matches: ['drain_queue: Drain a queue'],
    misses: ['drain_node'],
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
  {
    id: 'loss.invalidate',
    category: 'destructive',
    why: 'What has expired, been discarded or invalidated does not work any more.',
    note: 'which makes something stop working for good',
    verbs: words('expire invalidate forget deactivate-permanently void cancel-permanently'),
    matches: ['expire_link', 'forget_memory'],
    misses: ['get_expired_links', 'invalidate_cache'],
  },
];

const running = new Set([
  ...processes,
  'transaction',
  'timer',
  'simulation',
  'indexing',
  'evaluation',
  'print',
  'order-run',
  'goal',
  'navigation',
  'mission',
  'statement',
  'download',
  'crawling',
  'scraping',
  'cancelation',
]);
const isLink = new Set(links);
/** Deleting one of these deletes a thing with uses of its own, not one tie. */
const ownThings = new Set([
  'subtask',
  'child',
  'parent',
  'reference',
  'dependent',
  'label',
  'tag',
  'assignment',
  'link',
  'category',
  'topic-tag',
  'emoji',
  'mapping',
]);
const fromCollection = new Set(
  [
    ...collections,
    'card',
    'issue',
    'task',
    'ticket',
    'story',
    'pull',
    'meeting',
    'event',
    'campaign',
    'sequence',
    'case',
    'deal',
    'owner',
    'assignee',
    'reviewer',
    'favourites',
    'schedule',
    'selection',
    'workflow',
    'automation',
    'funnel',
    'tag',
    'label',
    'dashboard',
    'firewall',
    'balancer',
    'pool',
  ].filter((word) => !['set', 'history-list', 'parent', 'view', 'module', 'reading'].includes(word)),
);
const tightCollection = new Set(
  words(
    'playlist cart basket wishlist watchlist collection audience favorite favourite album sprint milestone whitelist allowlist blocklist denylist watched segment portfolio cycle',
  ),
);
const contents = new Set(
  words(
    'file row column cell table field page document data database disk workspace sheet text line code message comment attachment history event-type collection index rule policy value',
  ),
);

/** Out of a collection, not out of existence: `remove a track from a playlist`, `remove_playlist_items`. */
function isTakenOut({ verb, object, heads, from, head }: Act): boolean {
  const tight =
    object.some((word) => tightCollection.has(word) && !heads.includes(word)) ||
    (from.some((word) => tightCollection.has(word)) && !heads.some((word) => tightCollection.has(word)));
  const isMember = object.some((word) => ['item', 'track', 'song', 'member', 'entry', 'membership'].includes(word));
  if (verb === 'delete')
    return (
      (tight && isMember) ||
      (['contact', 'member', 'subscriber', 'person', 'user', 'lead'].includes(head) &&
        from.some((word) => ['workflow', 'campaign', 'segment', 'audience', 'sequence', 'list'].includes(word)))
    );
  if (head === 'contact' && from.some((word) => ['business', 'company', 'deal', 'account', 'group'].includes(word)))
    return true;
  if (heads.some((word) => contents.has(word))) return false;
  // A domain is held by the registrar, whatever it points to.
  if (
    verb === 'remove' &&
    head === 'domain' &&
    from.some((word) => ['project', 'app', 'site', 'application', 'service'].includes(word))
  )
    return true;
  // A job lives in its queue and nowhere else.
  if (from.includes('queue') && heads.some((word) => word === 'job' || word === 'task')) return false;
  return tight || from.some((word) => fromCollection.has(word));
}
