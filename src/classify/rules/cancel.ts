/** Calling off: what runs, what was promised to people, and what is to be paid. */
import { commitments, moneyDocuments, processes } from '../nouns.ts';
import { type ActRule, words } from '../rule.ts';

export const cancelRules: readonly ActRule[] = [
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
    id: 'run.cancel-sending',
    category: 'execute',
    why: 'A sending or a pause that is planned is a process that waits; calling it off stops it.',
    note: 'which stops something that runs or waits to run',
    verbs: ['cancel'],
    head: words(
      'email message notification push sms post broadcast campaign reminder downtime silence mailing newsletter',
    ),
    when: ({ head, object, facts: { textWords } }) =>
      ['broadcast', 'campaign', 'downtime', 'mailing', 'silence'].includes(head) ||
      object.some((word) => waiting.has(word)) ||
      ['scheduled', 'queued', 'unsent'].some((word) => textWords.has(word)),
    matches: ['cancel_message: Cancel a scheduled message', 'cancel_downtime'],
    misses: ['cancel_meeting', 'cancel_order'],
  },
  {
    id: 'loss.money-document',
    category: 'financial',
    why: 'A document that may be an order or an invoice ends an obligation to pay where it is cancelled.',
    note: 'which ends an obligation to pay',
    verbs: words('cancel void submit'),
    head: words('document doc voucher'),
    when: ({ facts: { textWords } }) => textWords.has('invoice') && textWords.has('order'),
    matches: ['cancel_document: Cancel a document, such as a sales order or an invoice'],
    misses: ['cancel_document: Cancel a document', 'get_document'],
  },
  {
    id: 'change.take-back',
    category: 'write',
    why: 'A request or a proposal that is taken back is closed, and can be made again.',
    note: 'which closes a request that can be made again',
    verbs: words('cancel withdraw retract rescind'),
    head: words('request proposal nomination submission suggestion petition candidacy'),
    when: ({ verb, object }) => verb !== 'cancel' || object.some((word) => asked.has(word)),
    matches: ['cancel_review_request: Cancel a review request', 'withdraw_proposal'],
    misses: ['cancel_request', 'cancel_meeting_request'],
  },
  {
    id: 'loss.commitment',
    category: 'destructive',
    why: 'A meeting, a reservation or an invitation that is called off was a promise to other people.',
    note: 'which calls off a commitment to people',
    verbs: words('cancel withdraw retract'),
    when: ({ verb, head }) => verb === 'cancel' || head === 'invitation' || head === 'invite',
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
    verbs: words('cancel abort abandon'),
    when: ({ verb, heads, object }) =>
      verb === 'abort' || heads.length === 0 || [...heads, ...object].some((word) => running.has(word)),
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
    verbs: words('terminate destroy teardown clean'),
    head: words(
      'process session execution job run task query thread command workflow shell terminal connection app application agent tunnel call stream actor',
    ),
    when: ({ verb, heads }) => verb !== 'clean' || heads.includes('process') || heads.includes('thread'),
    matches: ['terminate_process', 'terminate_session', 'cleanup_processes'],
    misses: ['terminate_instance', 'destroy_stack', 'clean_sessions'],
  },
];

/** What is asked for, and no promise to anyone. */
const asked = new Set(
  words(
    'change review merge pull approval access friend connection follow join membership feature quote transfer proposal nomination submission suggestion petition candidacy',
  ),
);

const waiting = new Set(words('scheduled queued pending running recurring unsent'));

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
