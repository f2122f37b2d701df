/** Verbs that mostly look or calculate, and that change something where it is done to certain things. */
import { type ActRule, words } from '../rule.ts';

export const inPlaceRules: readonly ActRule[] = [
  {
    id: 'change.load-into',
    category: 'write',
    why: 'What is loaded into a track or a scene stays there.',
    note: 'which puts something into a work',
    verbs: ['load'],
    near: words('track scene timeline slot deck node layer'),
    when: ({ context }) =>
      ['track', 'scene', 'timeline', 'slot', 'deck', 'node', 'layer'].some((word) => context.includes(word)),
    matches: ['load_sound: Load a sound into a track'],
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
        ['path', 'paths', 'filepath', 'file', 'files', 'relativepath', 'uri', 'root'].some((key) =>
          facts.parameterNames.has(key),
        )) ||
      (verb !== 'convert' && verb !== 'translate' && verb !== 'highlight'
        ? [...object, ...context].some((word) => word !== 'drive' && word !== 'folder' && documentParts.has(word))
        : [...context, ...object].some((word) => ['drive', 'folder', 'doc', 'frame', 'layer'].includes(word)) ||
          facts.nameWords.includes('doc') ||
          (verb === 'highlight' && ['docid', 'documentid', 'fileid'].some((key) => facts.parameterNames.has(key)))),
    matches: ['format_cells: Format cells of a sheet', 'sort_range', 'style_shape: Style a shape on a slide'],
    misses: ['format_json', 'sort_results'],
  },
  {
    id: 'change.sort-stored',
    category: 'write',
    why: 'The order of stored things that is set stays so.',
    note: 'which changes something that stays',
    verbs: ['sort'],
    when: ({ object, context, facts: { parameterNames } }) =>
      (object.includes('order') && context.length > 0) ||
      [...parameterNames].some((key) => /^(?:playlist|list|board|album|collection|folder|deck|menu)id$/.test(key)) ||
      object.some((word) => word === 'child' || word === 'children' || word === 'sibling') ||
      (['parent', 'parentid'].some((key) => parameterNames.has(key)) &&
        ['sorting', 'sortorder', 'items', 'ids', 'order'].some((key) => parameterNames.has(key))),
    matches: [
      'sort_chapters: Sort the order of chapters in a book',
      'sort_pages: Sort pages (parent: string, ids: array)',
      'sort_chapters: Sort the children of a book by name',
    ],
    misses: ['sort_list: Sort a list of numbers', 'sort_order: Sort order'],
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
    id: 'change.encrypt-file',
    category: 'write',
    why: 'A file that is encrypted or decrypted in place is changed.',
    note: 'which changes something that stays',
    verbs: words('encrypt decrypt'),
    near: words('file disk folder directory volume drive pdf archive zip'),
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
];

const documentParts = new Set(
  words(
    'cell range paragraph slide sheet worksheet spreadsheet shape column row layer frame presentation bullet heading',
  ),
);
