/** What lives as long as the session: the tab that is chosen, the connection, the folder that one works in. */
import { type ActRule, words } from '../rule.ts';
import type { Known } from './making.ts';

export const sessionRules: readonly ActRule[] = [
  {
    id: 'look.session',
    category: 'read',
    why: 'What is selected, connected or current in the session is gone with it; nothing outside is different.',
    note: 'which changes the session only',
    verbs: words(
      'set select switch change use choose connect open activate focus resize bring emulate close disconnect revert configure enable disable',
    ),
    head: words(
      'focus directory dir cwd workdir viewport context tab page window connection database-connection frame agent useragent selection device default-project session working-directory namespace cursor company workspace project tenant organization board site layer target dimension size interception throttling offline pty tty terminal',
    ),
    when: ({ verb, head, object, facts }) => isSession(verb, head, object, facts),
    matches: [
      'set_working_directory',
      'cd: Change directory',
      'select_tab: Select a browser tab by index',
      'select_page',
    ],
    misses: ['set_title', 'create_page', 'update_context'],
  },
  {
    id: 'look.for-session',
    category: 'read',
    why: 'What is set for the calls of this session is gone with it; nothing outside is different.',
    note: 'which changes the session only',
    verbs: words('set select switch change use choose reset clear delete activate deactivate enable disable'),
    when: ({ facts }) => facts.isForSession,
    unless: words('account password credential cookie key token secret permission volume'),
    matches: ['set_units: Choose metric or imperial for the session', 'set_board: Set the board for subsequent calls'],
    misses: ['set_units: Choose metric or imperial', 'set_default: Set the default for the session and save it'],
  },
  {
    id: 'look.connect',
    category: 'read',
    why: 'A connection lives as long as the session; nothing outside is different.',
    note: 'which opens or closes a connection of the session',
    verbs: words(
      'connect attach disconnect open close begin start switch establish ensure initialize init revert release',
    ),
    near: words(
      'database db instance mongodb mysql postgres postgresql server host redis ssh cluster connection transaction sqlite broker endpoint websocket stream feed browser chrome cdp tab devtools',
    ),
    when: ({ verb, object, head, context }) =>
      (verb !== 'revert' || context.includes('connection')) &&
      (verb !== 'release' || object.includes('connection')) &&
      (verb !== 'attach' || [...object, ...context].some((word) => attachable.has(word))) &&
      (!['begin', 'start', 'open', 'close', 'establish', 'initialize', 'init'].includes(verb)
        ? !['account', 'integration', 'calendar', 'service', 'wallet', 'node'].includes(head)
        : object.includes('connection') || object.includes('transaction')),
    matches: ['connect: Connect to a database', 'begin_transaction'],
    misses: ['connect_account', 'start_server'],
  },
  {
    id: 'look.cache',
    category: 'read',
    why: 'What a server keeps in its own memory, to look it up faster, is bookkeeping.',
    note: 'which renews what the server keeps in memory',
    verbs: words('refresh reload warm renew rebuild'),
    head: ['cache'],
    object: words('in-memory memory'),
    matches: ['refresh_index: Refresh the in-memory cache'],
    misses: ['refresh_cache: Refresh the cache of a site', 'warm_cache: Warm the cache'],
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
    id: 'look.simulated',
    category: 'read',
    why: 'What is only simulated for the session changes nothing outside.',
    note: 'which only simulates',
    verbs: words('toggle emulate simulate start stop'),
    object: ['simulated', 'emulated'],
    matches: ['toggle_simulated_logging'],
    misses: ['toggle_logging'],
  },
];

const attachable = new Set(words('browser chrome cdp tab devtools'));

function isSession(verb: string, head: string, object: readonly string[], { textWords, nameWords }: Known): boolean {
  const browser = ['browser', 'tab', 'viewport', 'page', 'devtools'].some((word) => textWords.has(word));
  const any = (...list: string[]) => list.some((word) => object.includes(word));
  if (head === 'dimension' || head === 'size') return any('viewport') && (verb === 'set' || verb === 'change');
  // A browser that is set offline is cut off for its own pages only.
  if (head === 'offline') return verb === 'set' && (browser || textWords.has('network'));
  if (head === 'pty' || head === 'tty' || head === 'terminal') return verb === 'resize';
  if (head === 'interception' || head === 'throttling')
    return ['set', 'enable', 'disable', 'change', 'configure'].includes(verb) && (browser || any('network'));
  if (verb === 'enable' || verb === 'disable') return false;
  if (head === 'layer' || head === 'target')
    return any('active', 'current') && ['set', 'select', 'switch'].includes(verb);
  if (['directory', 'dir', 'cwd', 'workdir', 'working-directory'].includes(head))
    return (
      any('working', 'current', 'base', 'cwd', 'workdir') ||
      nameWords.includes('working') ||
      // `Change directory`: of none in particular, and so of the session.
      (verb === 'change' && object.length === 1 && !textWords.has('project')) ||
      (textWords.has('current') && textWords.has('session'))
    );
  if (verb === 'configure') return false;
  if (head === 'viewport') return true;
  if (['switch', 'set', 'change'].includes(verb) && any('focus')) return true;
  if (any('agent') && any('user')) return browser && ['set', 'change', 'emulate'].includes(verb);
  if (['tab', 'page', 'window', 'frame'].includes(head))
    return browser && ['select', 'switch', 'focus', 'resize', 'bring', 'activate', 'emulate', 'change'].includes(verb);
  if (head === 'connection') return ['use', 'select', 'switch', 'open', 'close', 'revert'].includes(verb);
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
