/** The session's own lines to what it works with: opened again, and listened on. */
import { type ActRule, words } from '../rule.ts';

export const sessionLinkRules: readonly ActRule[] = [
  {
    id: 'look.reconnect',
    category: 'read',
    why: 'Whether and when the session connects again leaves all else as it is.',
    note: 'which opens or closes a connection of the session',
    verbs: words('start stop trigger retry enable disable pause attempt'),
    when: ({ verb, object }) =>
      object.some((word) => reconnections.has(word)) || (verb === 'retry' && object.includes('connection')),
    unless: words('client device account instance wifi user phone payment webhook service'),
    matches: ['stop_reconnect: Stop the reconnection to the debugger', 'retry_connect'],
    misses: ['retry_job', 'stop_server', 'trigger_reconnect: Trigger a reconnect of a wifi client'],
  },
  {
    id: 'look.join-channel',
    category: 'read',
    why: 'The channel through which the session talks to a program is left with the session.',
    note: 'which opens or closes a connection of the session',
    verbs: words('join'),
    head: words('channel room session'),
    near: words('communicate'),
    unless: words('people member team user voice'),
    matches: ['join_channel: Join a channel to communicate with the drawing program'],
    misses: ['join_channel: Join a channel'],
  },
  {
    id: 'look.live-stream',
    category: 'read',
    why: 'Listening to a live stream lasts as long as the session; nothing outside is different.',
    note: 'which listens for the session',
    verbs: words('subscribe'),
    near: words('stream websocket real-time realtime'),
    unless: words('webhook email mail newsletter list plan topic url customer queue sms'),
    matches: ['watch_run: Subscribe to the real-time stream of a run'],
    misses: ['subscribe: Subscribe to a newsletter', 'subscribe_webhook: Subscribe a webhook to real-time events'],
  },
  {
    id: 'look.resume-context',
    category: 'read',
    why: 'A session that is taken up again by reading what was kept of it changes nothing outside.',
    note: 'which reads what was kept of a session',
    verbs: words('resume reload rehydrate'),
    head: words('session work context conversation'),
    near: ['context'],
    unless: words('browser database snapshot backup container terminal sandbox playback training agent'),
    matches: ['load_notes: Resume the last session with its context'],
    misses: ['resume_session: Resume a paused session', 'resume_work: Resume the context of a browser session'],
  },
  {
    id: 'look.load-context',
    category: 'read',
    why: 'What was kept of earlier work is read into the conversation.',
    note: 'which reads what was kept of earlier work',
    verbs: ['load'],
    object: words('context memory handoff'),
    unless: words('browser file image model device address register buffer dump database page script'),
    matches: ['session_start: Load the context of the project'],
    misses: ['load_page', 'load_file: Load a file into memory'],
  },
];

const reconnections = new Set(words('reconnection reconnect auto-reconnection auto-reconnect autoreconnect connect'));
