/** Clearing what only the session holds: nothing outside is different. */
import { sessionOnly } from '../nouns.ts';
import { type ActRule, words } from '../rule.ts';

export const sessionLossRules: readonly ActRule[] = [
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
    id: 'loss.own-cache',
    category: 'read',
    why: 'A cache that the server keeps in its memory for the session is gone with it anyway.',
    note: 'which clears what only the session holds',
    verbs: words('clear reset empty flush invalidate'),
    head: ['cache'],
    object: words('snapshot in-memory session'),
    unless: words('database redis cdn site disk browser file user'),
    matches: ['clear_snapshot: Clear the snapshot cache'],
    misses: ['clear_cache', 'clear_session_cache: Clear the session cache of a site'],
  },
  {
    id: 'loss.debugged',
    category: 'read',
    why: 'The breakpoints of a debugging session, and who is seen to be present, are gone with the session anyway.',
    note: 'which clears what only the session holds',
    verbs: words('remove clear'),
    head: words('breakpoint watchpoint presence'),
    when: ({ head, context }) => head === 'presence' || context.includes('session'),
    matches: ['drop_stops: Remove all breakpoints of a session', 'leave_editor: Remove my presence from the editor'],
    misses: ['remove_member', 'remove_breakpoint: Remove a breakpoint'],
  },
  {
    id: 'loss.console-log',
    category: 'read',
    why: 'A log that a driven browser keeps for the session is gone with it anyway.',
    note: 'which clears what only the session holds',
    verbs: words('clear reset empty flush wipe discard'),
    near: words('console network'),
    when: ({ object }) =>
      object.some((word) =>
        ['log', 'message', 'request', 'buffer', 'console', 'entry', 'monitor', 'capture'].includes(word),
      ) && !object.includes('database'),
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
    object: words('session active'),
    head: words('default setting variable context configuration config'),
    when: ({ verb, object, head }) => object.includes('session') || (verb === 'reset' && head === 'context'),
    matches: ['clear_session_defaults: Clear the session defaults'],
    misses: ['clear_session_cookies', 'clear_defaults'],
  },
];
