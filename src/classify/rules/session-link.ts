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
];

const reconnections = new Set(words('reconnection reconnect auto-reconnection auto-reconnect autoreconnect connect'));
