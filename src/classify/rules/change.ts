/** Making and changing what stays: records, files, messages, settings, states. */
import { type ActRule, words } from '../rule.ts';

export const changeRules: readonly ActRule[] = [
  {
    id: 'look.session',
    category: 'read',
    why: 'What is selected, connected or current in the session is gone with it; nothing outside is different.',
    note: 'which changes the session only',
    verbs: words(
      'set select switch change use choose connect open activate focus resize bring emulate close disconnect',
    ),
    head: words(
      'focus directory dir cwd workdir viewport context tab page window connection database-connection frame agent useragent selection device default-project session working-directory namespace cursor company workspace project tenant organization board site',
    ),
    when: ({ verb, head, object, facts }) => isSession(verb, head, object, facts),
    matches: ['set_working_directory', 'select_tab: Select a browser tab by index', 'select_page'],
    misses: ['set_title', 'create_page', 'update_context'],
  },
  {
    id: 'look.for-session',
    category: 'read',
    why: 'What is set for the calls of this session is gone with it; nothing outside is different.',
    note: 'which changes the session only',
    verbs: words('set select switch change use choose'),
    when: ({ facts }) => facts.isForSession,
    unless: words('account password credential cookie key token secret permission volume'),
    matches: ['set_units: Choose metric or imperial for the session', 'set_board: Set the board for subsequent calls'],
    misses: ['set_units: Choose metric or imperial', 'set_default: Set the default for the session and save it'],
  },
  {
    id: 'change.load-into',
    category: 'write',
    why: 'What is loaded into a table or an index stays there.',
    note: 'which puts data into a store',
    verbs: ['load'],
    near: words(
      'table database warehouse index collection dataset bucket graph track scene timeline slot deck node layer',
    ),
    when: ({ context, object, facts }) =>
      context.length > 0 &&
      (context.some((word) => ['track', 'scene', 'timeline', 'slot', 'deck', 'node', 'layer'].includes(word)) ||
        facts.parameterNames.has('file') ||
        object.includes('data') ||
        object.includes('file') ||
        object.includes('row')),
    matches: ['load_table: Load a file into a table (file: string)'],
    misses: ['load_page'],
  },
  {
    id: 'change.upload-address',
    category: 'write',
    why: 'An address or a session to upload to opens a way in.',
    note: 'which opens a place to upload to',
    verbs: words('generate create get request initiate prepare start'),
    object: ['upload'],
    when: ({ verb, object }) =>
      object.some((word) => ['url', 'link', 'credential', 'session', 'token'].includes(word)) ||
      (verb !== 'get' && object.includes('upload')),
    unless: words('status list limit history metadata detail'),
    matches: ['generate_upload_url', 'create_upload_session', 'initiate_file_upload'],
    misses: ['get_upload_status', 'upload_file'],
  },
  {
    id: 'change.git-fetch',
    category: 'write',
    why: 'Fetching from a remote stores its objects and refs here.',
    note: 'which brings changes onto this machine',
    verbs: ['fetch'],
    near: words('remote origin upstream'),
    when: ({ facts }) => facts.textWords.has('git') || facts.textWords.has('ref') || facts.textWords.has('branch'),
    matches: ['git_fetch: Fetch refs from a remote repository'],
    misses: ['fetch_page'],
  },
  {
    id: 'look.connect',
    category: 'read',
    why: 'A connection lives as long as the session; nothing outside is different.',
    note: 'which opens or closes a connection of the session',
    verbs: words('connect disconnect open close begin start switch establish'),
    near: words(
      'database instance mongodb mysql postgres postgresql server host redis ssh cluster connection transaction sqlite broker endpoint websocket stream feed',
    ),
    when: ({ verb, object, head }) =>
      !['begin', 'start', 'open', 'close', 'establish'].includes(verb)
        ? !['account', 'integration', 'calendar', 'service', 'wallet'].includes(head)
        : object.includes('connection') || object.includes('transaction'),
    matches: ['connect: Connect to a database', 'begin_transaction'],
    misses: ['connect_account', 'start_server'],
  },
  {
    id: 'change.format-document',
    category: 'write',
    why: 'Formatting or sorting a part of a document changes the document.',
    note: 'which changes a document',
    verbs: words('format sort style translate convert group arrange highlight wrap embed protect'),
    near: words(
      'file document cell range paragraph slide sheet worksheet spreadsheet shape column row layer frame drive folder presentation bullet heading',
    ),
    unlessObject: words('result output json response number date value answer list query'),
    when: ({ verb, context, object, facts }) =>
      (verb === 'format' &&
        [...object, ...context].some((word) => word === 'file' || word === 'document') &&
        (facts.parameterNames.has('path') ||
          facts.parameterNames.has('filepath') ||
          facts.parameterNames.has('file'))) ||
      (verb !== 'convert' && verb !== 'translate' && verb !== 'highlight'
        ? [...object, ...context].some((word) => word !== 'drive' && word !== 'folder' && documentParts.has(word))
        : [...context, ...object].some((word) => ['drive', 'folder', 'doc', 'frame', 'layer'].includes(word)) ||
          facts.nameWords.includes('doc')),
    matches: ['format_cells: Format cells of a sheet', 'sort_range', 'style_shape: Style a shape on a slide'],
    misses: ['format_json', 'sort_results'],
  },
  {
    id: 'change.pull',
    category: 'write',
    why: 'Pulling brings changes, an image or a model onto this machine.',
    note: 'which brings changes onto this machine',
    verbs: ['pull'],
    when: ({ object, context, facts }) =>
      facts.nameWords.includes('git') ||
      facts.textWords.has('git') ||
      [...object, ...context].some((word) => ['remote', 'branch', 'repository', 'repo', 'origin'].includes(word)) ||
      object.includes('image') ||
      object.includes('model'),
    unless: ['request'],
    matches: ['git_pull: Pull changes from a remote branch', 'pull_image'],
    misses: ['pull_report', 'list_pull_requests'],
  },
  {
    id: 'change.backup',
    category: 'write',
    why: 'A snapshot or a backup of a machine, a disk or a database is kept.',
    note: 'which makes something that stays',
    verbs: words('take create make capture snapshot backup'),
    near: words(
      'droplet vm machine server instance volume disk database cluster site website container share bucket table repository board project',
    ),
    when: ({ verb, object }) =>
      verb === 'snapshot' || verb === 'backup' || object.includes('snapshot') || object.includes('backup'),
    unless: ['accessibility', 'page', 'dom', 'screen'],
    matches: ['snapshot_vm: Take a snapshot of a machine'],
    misses: ['take_snapshot: Take a snapshot of the page'],
  },
  {
    id: 'change.convert-record',
    category: 'write',
    why: 'A record that is turned into another kind of record stays so.',
    note: 'which changes something that stays',
    verbs: words('convert turn'),
    head: words('lead prospect deal opportunity ticket issue task note contact subscriber idea draft request'),
    when: ({ head, object }) => head !== 'request' || object.includes('pull') || object.includes('merge'),
    matches: ['convert_lead: Convert a lead into a contact'],
    misses: ['convert_units'],
  },
  {
    id: 'change.notify',
    category: 'write',
    why: 'A notification that is shown reaches the person at the screen.',
    note: 'which sends something to others',
    verbs: words('show display pop raise'),
    head: words('notification toast banner popup alert'),
    when: ({ object }) => object.includes('desktop') || object.includes('system') || object.includes('toast'),
    matches: ['notify_user: Show a desktop notification'],
    misses: ['show_notifications', 'list_alerts'],
  },
  {
    id: 'look.presence',
    category: 'read',
    why: 'A sign that someone is typing is gone in a moment.',
    note: 'which shows a passing sign',
    verbs: words('start send show set trigger'),
    object: ['typing'],
    matches: ['start_typing: Show that an answer is being typed', 'send_typing_indicator'],
    misses: ['send_message', 'start_call'],
  },
  {
    id: 'change.shape',
    category: 'write',
    why: 'A body, a mesh or a sketch that is shaped stays so.',
    note: 'which changes something that stays',
    verbs: words('subtract intersect union round mirror divide sum join solve combine'),
    near: words('body bodies mesh solid edge face sketch shape vertex geometry part'),
    when: ({ verb }) => verb !== 'solve' && verb !== 'sum',
    unless: words('image result number set value list'),
    matches: ['boolean_subtract: Subtract one body from another'],
    misses: ['subtract: Subtract two numbers'],
  },
  {
    id: 'change.open-door',
    category: 'write',
    why: 'A door or a valve that is opened or closed stays so.',
    note: 'which sets a state',
    verbs: words('open close'),
    head: words('door garage gate valve blind blinds curtain curtains cover shutter trunk window-cover barrier'),
    matches: ['open_garage: Open the garage door'],
    misses: ['open_file', 'close_tab'],
  },
  {
    id: 'look.savepoint',
    category: 'read',
    why: 'A savepoint lives as long as its open transaction.',
    note: 'which changes the session only',
    verbs: words('create set release add'),
    head: ['savepoint'],
    matches: ['create_savepoint', 'release_savepoint: Release a savepoint'],
    misses: ['rollback_savepoint'],
  },
  {
    id: 'change.unhide',
    category: 'write',
    why: 'What is shown again after it was hidden stays shown.',
    note: 'which sets a state',
    verbs: words('show reveal'),
    when: ({ facts }) => facts.textWords.has('unhide') || facts.nameWords.includes('unhide'),
    matches: ['show_rows: Show (unhide) rows of a sheet'],
    misses: ['show_rows: Show rows of a sheet'],
  },
  {
    id: 'look.disconnect',
    category: 'read',
    why: 'Closing the session’s own connection changes nothing outside; what else is disconnected the text must say.',
    note: 'which closes a connection of the session',
    verbs: words('disconnect reconnect revoke'),
    when: ({ verb, object, heads }) =>
      verb === 'revoke'
        ? heads.includes('connectionid')
        : object.length === 0 || heads.every((head) => head === 'connection' || head === 'server'),
    ambiguous: true,
    matches: ['disconnect: Close the connection'],
    misses: ['disconnect_account', 'disconnect_nodes'],
  },
  {
    id: 'change.encrypt-file',
    category: 'write',
    why: 'A file that is encrypted or decrypted in place is changed.',
    note: 'which changes something that stays',
    verbs: words('encrypt decrypt'),
    near: words('file disk folder directory volume drive'),
    matches: ['encrypt_file: Encrypt a file'],
    misses: ['encrypt_text'],
  },
  {
    id: 'change.test-delivery',
    category: 'write',
    why: 'A test that sends something reaches whoever receives it.',
    note: 'which sends something to others',
    verbs: words('test ping'),
    near: words('webhook hook notification alert channel subscription'),
    when: ({ verb, object, facts: { textWords } }) =>
      (verb === 'ping' && (object.includes('webhook') || object.includes('hook'))) ||
      ['send', 'sending', 'deliver', 'delivery', 'message'].some((word) => textWords.has(word)),
    matches: ['test_webhook: Test a webhook by sending a message'],
    misses: ['test_connection'],
  },
  {
    id: 'look.simulated',
    category: 'read',
    why: 'What is only simulated for the session changes nothing outside.',
    note: 'which only simulates',
    verbs: words('toggle emulate simulate start stop'),
    object: ['simulated', 'emulated'],
    matches: ['toggle_simulated_logging'],
    misses: ['toggle_logging'],
  },
  {
    id: 'look.screenshot',
    category: 'read',
    why: 'A picture of what is on the screen changes nothing.',
    note: 'which takes a picture of what is there',
    verbs: words('take capture grab screenshot snap snapshot get'),
    near: words('screenshot snapshot screen screencap viewport accessibility dom page element browser'),
    unless: words(
      'volume vm database backup disk instance server droplet ebs create device-backup heap repository cluster',
    ),
    matches: ['take_screenshot', 'capture_screen'],
    misses: ['create_volume_snapshot', 'capture_payment'],
  },
  {
    id: 'change.mark-done',
    category: 'write',
    why: 'Marking, finishing or approving sets a state that can be set back.',
    note: 'which sets a state',
    verbs: words(
      'complete mark finish resolve approve reject close reopen accept decline dismiss acknowledge ack snooze enable disable activate deactivate suspend unsuspend refuse veto advance lock unlock pin unpin mute unmute block unblock archive unarchive star unstar follow unfollow like dislike vote upvote downvote hide unhide flag unflag unmark toggle turn freeze unfreeze promote demote verify-domain confirm fulfill fulfil',
    ),
    when: ({ verb, object, facts }) =>
      (verb !== 'resolve' && verb !== 'complete' && verb !== 'confirm' && verb !== 'close') ||
      !isLookResolve(verb, object, facts),
    matches: ['mark_as_read', 'complete_task', 'approve_expense', 'disable_account', 'archive_email'],
    misses: ['resolve_library_id', 'get_completed_tasks'],
  },
  {
    id: 'change.detach',
    category: 'write',
    why: 'Cutting the tie between two things that both survive can be undone by tying it again.',
    note: 'which cuts a tie that can be tied again',
    verbs: words(
      'detach unlink unassign untag unlabel unsubscribe disassociate dissociate unbind ungroup leave unregister-listener unfriend unshare exclude unwatch unmount unset disconnect deselect unpublish-draft',
    ),
    matches: ['detach_volume', 'unassign_issue', 'unsubscribe', 'disconnect_nodes'],
    misses: ['attach_volume', 'disconnect_account'],
  },
  {
    id: 'change.permission',
    category: 'write',
    why: 'Granting, sharing or inviting lets others in, and can be taken back.',
    note: 'which lets someone in',
    verbs: words('grant share invite permit allow deny authorize-user delegate-access impersonate expose'),
    matches: ['grant_access', 'share_document', 'invite_user'],
    misses: ['revoke_access', 'list_invites'],
  },
  {
    id: 'change.message',
    category: 'write',
    why: 'What is sent, posted or published reaches others and stays.',
    note: 'which sends something to others',
    verbs: words(
      'send post reply publish comment message notify email dm text sms tweet retweet repost broadcast announce forward respond mention react nudge ping-user remind alert fax mail toot whisper say speak unpublish relist republish crosspost greet-user',
    ),
    when: ({ verb, object, facts }) =>
      !['text', 'alert', 'message', 'email', 'comment', 'mail', 'say', 'speak', 'respond', 'post'].includes(verb) ||
      object.length > 0 ||
      facts.parameters.length > 0,
    matches: ['send_email', 'post_message', 'publish_article', 'reply_to_review'],
    misses: ['get_message', 'list_posts'],
  },
  {
    id: 'change.make',
    category: 'write',
    why: 'Creating or adding makes something that stays.',
    note: 'which makes something that stays',
    verbs: words(
      'create add insert append prepend make new compose write draft save store record log note remember memorize register enroll subscribe submit upload import put set define declare book reserve schedule reschedule open-issue file scaffold bootstrap initialize provision copy clone duplicate fork commit push merge stash bookmark favorite join rsvp enqueue stage allocate attach link bind associate connect pair assign tag label annotate classify-as categorize-as track-time contribute plant spawn-entity place instantiate establish open capture track introduce embed-into ingest capture-note learn seed populate sign init remix template cherrypick cherry-pick backup snapshot mount checkpoint report nominate request apply-for propose donate-data rate review-submit stamp mirror generate-and-save inject plug index hold clock contest dispute appeal challenge endorse enlist vouch pledge petition sow water feed trust queue craft harvest smelt',
    ),
    when: ({ verb, object, facts }) => !weakMakers.has(verb) || isMaking(verb, object, facts),
    matches: ['create_issue', 'add_comment', 'save_note', 'write_file', 'upload_file'],
    misses: ['get_issue', 'list_files'],
  },
  {
    id: 'change.make-weak',
    category: 'write',
    why: 'Saving, recording or connecting makes something that stays, unless the text says otherwise.',
    note: 'which makes something that stays',
    verbs: words(
      'record log note file report request sign set put backup snapshot connect place review rate open capture track learn stage',
    ),
    when: ({ verb }) => verb !== 'review' && verb !== 'open' && verb !== 'capture' && verb !== 'track',
    ambiguous: true,
    matches: ['log_line', 'request_thing'],
    misses: ['get_log', 'track_shipment'],
  },
  {
    id: 'change.edit',
    category: 'write',
    why: 'Updating, moving or setting changes something that stays and can be changed back.',
    note: 'which changes something that stays',
    verbs: words(
      'update edit modify change set patch rename move adjust replace alter upsert sync configure customize transition reorder rearrange reparent rotate flip crop resize scale-node align distribute group split convert-file correct fix rewrite refactor reformat migrate merge swap increment decrement increase decrease raise lower extend shorten restore revert undo redo renew transfer reassign escalate deescalate translate-file apply rebase squash amend override bump redeem-points switch dim brighten fill colour color paint draw-on reindex refresh renumber unstage optimize normalize-data organize downgrade relocate reposition delay postpone fade format-file substitute inline integrate repair protect style reinvite collapse expand shuffle mask mirror-image embed concat-files transcode dedupe pad stretch move-up demux trim-file snap retag renumber relabel rotate-image recolor reactivate reinstate rearm sharpen blur watermark caption-image stitch extrude chamfer fillet bevel revolve loft subdivide decimate thicken knit solidify sculpt knead smooth weld texture rig cut slice splice recode retime mute-track sharpen-image deform dispatch-edit escalate postpone cancel-edit revise amend-draft polish improve-file admit discharge mutate transition-stage rebalance reroute reorganize reprice restock replenish mark-up equip wear cast-spell level-up build-structure indent shift tune calibrate level reclassify enrich tighten sanitize-file reconcile settle finalize unpublish release unpublish',
    ),
    when: ({ verb, object, facts }) => !weakEditors.has(verb) || isEditing(verb, object, facts),
    matches: ['update_issue', 'rename_file', 'move_card', 'restore_page'],
    misses: ['get_updates', 'create_issue'],
  },
  {
    id: 'change.export',
    category: 'write',
    why: 'What is exported or downloaded to a place that the caller names stays there.',
    note: 'which writes to a place that the caller names',
    verbs: words(
      'export download dump extract convert zip unzip compress decompress untar package archive-file render print',
    ),
    when: ({ facts, context, object }) =>
      hasDestination(facts.parameterNames) ||
      ([...context, ...object].some((word) => ['bucket', 'disk'].includes(word)) && !object.includes('usage')),
    matches: ['download_file: Download a file to disk'],
    misses: ['export_report: Return the report as CSV'],
  },
  {
    id: 'change.queue',
    category: 'write',
    why: 'Taking a message off a queue, or leasing it, changes what the next reader sees.',
    note: 'which takes something off a queue',
    verbs: words('dequeue consume pop lease nack'),
    matches: ['dequeue_message', 'pop_job'],
    misses: ['peek_message'],
  },
  {
    id: 'change.generate-stored',
    category: 'write',
    why: 'Generating a key, a link or a file that is kept makes something that stays.',
    note: 'which makes something that stays',
    verbs: words('generate build issue prepare'),
    head: words(
      'key token secret link file document credential page site project article task ticket record entry component certificate webhook embed badge code-file invite wallet',
    ),
    when: ({ head, facts, object }) =>
      !['link', 'token', 'document', 'code-file', 'component', 'page', 'file'].includes(head) ||
      (head === 'link' && object.some((word) => doors.has(word))) ||
      storedWords.some((word) => facts.textWords.has(word)) ||
      (head === 'token' && object.includes('access')),
    unless: words(
      'summary report example sample template preview diagram deep map search random text content documentation',
    ),
    matches: ['generate_api_key', 'generate_certificate'],
    misses: ['generate_summary', 'generate_report'],
  },
  {
    id: 'change.manage',
    category: 'write',
    why: '“Manage” does not say what is done; until someone knows, it is taken to change things.',
    note: 'which does not say what is done',
    verbs: words('manage handle control maintain administer process perform operate-on'),
    ambiguous: true,
    matches: ['manage_users', 'control_lights'],
    misses: ['list_users'],
  },
];

const documentParts = new Set(
  words(
    'cell range paragraph slide sheet worksheet spreadsheet shape column row layer frame presentation bullet heading',
  ),
);
/** A link through one of these lets someone in. */
const doors = new Set(words('portal billing share sharing invite invitation access login magic session onboarding'));
const storedWords = words('save store file disk database output path write project folder create persist');

type Known = { parameterNames: ReadonlySet<string>; textWords: ReadonlySet<string>; nameWords: readonly string[] };

function isSession(verb: string, head: string, object: readonly string[], { textWords, nameWords }: Known): boolean {
  const browser = ['browser', 'tab', 'viewport', 'page', 'devtools'].some((word) => textWords.has(word));
  const any = (...list: string[]) => list.some((word) => object.includes(word));
  if (['directory', 'dir', 'cwd', 'workdir', 'working-directory'].includes(head))
    return any('working', 'current', 'base', 'cwd', 'workdir') || nameWords.includes('working');
  if (head === 'viewport') return true;
  if (['switch', 'set', 'change'].includes(verb) && any('focus')) return true;
  if (any('agent') && any('user')) return browser && ['set', 'change', 'emulate'].includes(verb);
  if (['tab', 'page', 'window', 'frame'].includes(head))
    return (
      browser &&
      ['select', 'switch', 'focus', 'resize', 'bring', 'activate', 'close', 'set', 'emulate', 'change'].includes(
        verb,
      ) &&
      !(verb === 'close' && head === 'page' && !textWords.has('browser')) &&
      verb !== 'set'
    );
  if (head === 'connection') return ['use', 'select', 'switch', 'open', 'close'].includes(verb);
  if (
    head === 'context' ||
    head === 'namespace' ||
    head === 'device' ||
    head === 'session' ||
    head === 'database-connection' ||
    head === 'default-project'
  )
    return (
      ['select', 'switch', 'use'].includes(verb) ||
      (any('active', 'current', 'session', 'default') && verb === 'set' && head !== 'device')
    );
  if (head === 'selection' || (head === 'focus' && (verb === 'set' || verb === 'change'))) return true;
  if (['company', 'workspace', 'project', 'tenant', 'organization', 'board', 'site', 'account-context'].includes(head))
    return any('current', 'active') || nameWords.includes('current') || nameWords.includes('active');
  return head === 'cursor' && verb === 'set';
}

function isLookResolve(verb: string, object: readonly string[], { textWords, parameterNames }: Known): boolean {
  const any = (...list: string[]) => list.some((word) => object.includes(word));
  if (verb === 'resolve')
    return (
      (object.length === 0 && ['query', 'intent', 'text', 'name'].some((word) => parameterNames.has(word))) ||
      any(
        'id',
        'library',
        'name',
        'dns',
        'url',
        'address',
        'domain',
        'reference',
        'path',
        'symbol',
        'handle',
        'ens',
        'link',
        'package',
        'hostname',
        'ip',
        'entity',
        'type',
        'term',
        'location',
        'identifier',
        'did',
        'doi',
        'username',
        'ref',
        'redirect',
      )
    );
  if (verb === 'complete')
    return (
      any('text', 'code', 'prompt', 'sentence', 'chat') || parameterNames.has('prompt') || textWords.has('completion')
    );
  if (verb === 'close') return any('tab', 'browser', 'page', 'session', 'connection');
  return false;
}

const weakMakers = new Set(
  words(
    'record log note file report request sign set put backup snapshot connect place review rate open capture track learn stage',
  ),
);
function isMaking(verb: string, object: readonly string[], { textWords }: Known): boolean {
  const any = (...list: string[]) => list.some((word) => object.includes(word));
  switch (verb) {
    case 'log':
      return any(
        'activity',
        'time',
        'call',
        'meal',
        'workout',
        'food',
        'hour',
        'work',
        'event',
        'interaction',
        'message',
        'water',
        'weight',
        'entry',
        'note',
        'mood',
        'decision',
        'metric',
        'worklog',
        'sleep',
        'habit',
        'expense',
        'session',
      );
    case 'record':
      return any(
        'payment',
        'activity',
        'time',
        'note',
        'decision',
        'measurement',
        'entry',
        'transaction',
        'expense',
        'event',
        'observation',
        'feedback',
        'result',
        'outcome',
        'metric',
        'lesson',
        'thought',
      );
    case 'report':
      return any(
        'bug',
        'issue',
        'problem',
        'spam',
        'abuse',
        'incident',
        'feedback',
        'post',
        'user',
        'message',
        'progress',
        'status',
        'outage',
        'error',
      );
    case 'rate':
      return any('movie', 'show', 'episode', 'item', 'track', 'album', 'book', 'song', 'media', 'title');
    case 'request':
      return any(
        'review',
        'reviewer',
        'access',
        'change',
        'approval',
        'feedback',
        'leave',
        'vacation',
        'time',
        'demo',
        'refund',
        'quote',
      );
    case 'sign':
      return any('document', 'message', 'contract', 'up', 'agreement');
    case 'file':
      return any('bug', 'issue', 'ticket', 'complaint', 'report', 'tax', 'claim');
    case 'backup':
    case 'snapshot':
      return object.length > 0 && !textWords.has('accessibility');
    case 'place':
    case 'stage':
      return object.length > 0;
    case 'set':
    case 'put':
      return true;
    case 'connect':
      return any(
        'account',
        'node',
        'integration',
        'repository',
        'calendar',
        'wallet',
        'network',
        'wifi',
        'signal',
        'item',
        'shape',
        'pin',
      );
    case 'capture':
      return any('note', 'thought', 'idea', 'lead', 'task', 'lesson', 'memory');
    case 'open':
      return any('issue', 'pull', 'ticket', 'pr', 'request', 'case', 'incident', 'account');
    case 'track':
      return any('time', 'event', 'habit', 'conversion', 'expense', 'goal');
    default:
      return false;
  }
}

const weakEditors = new Set(
  words(
    'sync embed group split fix refresh scale-node rotate transfer apply release extend optimize organize convert-file switch restore draw-on fill reconcile format-file lower raise align',
  ),
);
function isEditing(verb: string, object: readonly string[], { textWords, parameterNames }: Known): boolean {
  const any = (...list: string[]) => list.some((word) => object.includes(word));
  switch (verb) {
    case 'embed':
      return any('video', 'widget', 'file', 'block');
    case 'group':
      return any('node', 'layer', 'shape', 'object', 'element', 'track', 'selected', 'sheet', 'tab', 'light');
    case 'fix':
      return !any('suggestion', 'plan', 'advice');
    case 'optimize':
      return any('image', 'database', 'table', 'file', 'layout', 'dashboard') && !any('query', 'route');
    case 'switch':
      return !any('tab', 'window', 'context', 'profile');
    default:
      return textWords.size >= 0 && parameterNames.size >= 0;
  }
}

const destinations = words(
  'outputpath savepath saveto outputfile outfile outputdir outputdirectory destinationpath savedir saveas downloadpath targetpath bucket outputdirectorypath outputfilepath localpath downloaddir downloaddirectory destinationfolder savefilepath savefolder exportpath outputfolder outpath outdir destpath filetosave',
);
const hasDestination = (names: ReadonlySet<string>) => destinations.some((name) => names.has(name));
