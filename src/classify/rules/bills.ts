/** Invoices, subscriptions and paid bookings: what makes or changes an obligation to pay. */
import type { Facts } from '../act.ts';
import { type ActRule, words } from '../rule.ts';
import { aspects, isChain, isPaidThing, simulated } from './money-words.ts';

/** A draft is one no more. */
const finishes = new Set(words('finalize issue send submit confirm'));
const journeys = new Set(words('booking reservation ride trip taxi flight hotel stay cab journey'));
/** What these cost while they are held is the price of the service. */
const held = new Set(words('device machine instance server node emulator capacity port memory address'));
const isEdit = (verb: string) => ['update', 'edit', 'modify'].includes(verb);
/** “Only works on draft invoices”; a flag named `draft` says that drafts are one choice. */
const isDraft = ({ textWords, parameterNames }: Pick<Facts, 'textWords' | 'parameterNames'>) =>
  textWords.has('draft') && !parameterNames.has('draft');
const topics = words(
  'webhook event topic notification push pubsub rss lifecycle graph resource channel newsletter alert message callback feed listener subscriber gcp sns mqtt',
);

export const billRules: readonly ActRule[] = [
  {
    id: 'money.document',
    category: 'financial',
    why: 'Issuing an invoice, a payment, a refund or a payment link makes or changes an obligation to pay.',
    note: 'which makes or changes an obligation to pay',
    verbs: words(
      'create issue finalize send void generate make add process initiate confirm submit approve-payment record schedule post apply execute resend trigger request settle register authorize capture complete',
    ),
    head: words(
      'invoice payment payout charge refund transfer settlement checkout paymentlink payment-link donation withdrawal deposit payroll bill credit-note',
    ),
    unless: simulated.filter((word) => word !== 'draft'),
    unlessObject: [
      ...aspects,
      ...words(
        'file data ownership bank-account notification account heat call domain item phone ticket repository project server file-transfer reference schema',
      ),
    ],
    when: ({ verb, head, object, context, facts }) =>
      (finishes.has(verb) || ![...object, ...context].includes('draft')) &&
      (head !== 'transfer' ||
        isChain(facts) ||
        ['amount', 'currency', 'fund', 'payment', 'balance', 'payout'].some((word) => facts.textWords.has(word))) &&
      ((head !== 'charge' && head !== 'deposit') || verb !== 'record') &&
      (head !== 'bill' ||
        facts.textWords.has('vendor') ||
        facts.textWords.has('amount') ||
        facts.textWords.has('customer') ||
        facts.textWords.has('supplier') ||
        facts.textWords.has('pay')),
    matches: ['create_invoice', 'create_refund', 'send_invoice', 'record_payment: Record a payment against an invoice'],
    misses: ['get_invoice', 'create_draft_invoice', 'create_price', 'list_charges'],
  },
  {
    id: 'money.document-part',
    category: 'financial',
    why: 'A payment link, a payment intent, a checkout session or a credit note makes or changes an obligation to pay.',
    note: 'which makes or changes an obligation to pay',
    verbs: words('create issue confirm generate capture make finalize update edit modify send'),
    when: ({ object, verb, facts }) => {
      const text = object.join(' ');
      return (
        !(isEdit(verb) && isDraft(facts)) &&
        /\b(?:payment (?:link|intent|request|order|session|url)|checkout (?:session|link|url|page)|credit note|credit memo|invoice schedule|vendor credit|purchase order|sale order|standing order|gift card)\b/.test(
          text,
        ) &&
        (!isEdit(verb) || !/link|gift/.test(text))
      );
    },
    unless: words('draft template setting'),
    matches: ['create_payment_link', 'create_checkout_session', 'create_credit_note'],
    misses: ['create_link', 'get_payment_intent'],
  },
  {
    id: 'money.update-invoice',
    category: 'financial',
    why: 'Changing an invoice changes what someone owes.',
    note: 'which changes an obligation to pay',
    verbs: words('update modify edit mark'),
    head: ['invoice', 'bill'],
    unless: simulated,
    unlessObject: aspects,
    when: ({ facts }) => !isDraft(facts),
    matches: ['update_invoice'],
    misses: ['get_invoice', 'update_invoice_settings'],
  },
  {
    id: 'money.subscription',
    category: 'financial',
    why: 'Starting, changing or ending a paid subscription makes, changes or ends an obligation to pay.',
    note: 'which changes a paid subscription',
    verbs: words(
      'create start update change upgrade downgrade pause resume renew delete remove activate reactivate cancel modify add end stop purchase',
    ),
    head: ['subscription', 'renewal', 'auto-renewal', 'autorenewal', 'autorenew'],
    unless: words(
      'webhook event topic newsletter notification pubsub push alert email azure resource feed list calendar queue azure graphql rss sns stream change channel issue thread repository',
    ),
    when: ({ facts, verb, head }) =>
      !facts.textWords.has('unsubscribe') &&
      (isPaidThing({ facts }) ||
        head !== 'subscription' ||
        (verb !== 'add' && verb !== 'start' && !topics.some((word) => facts.textWords.has(word)))),
    matches: [
      'create_subscription: Subscribe a customer to a price',
      'disable_auto_renewal: Turn off auto renewal of a domain',
      'enable_auto-renewal',
    ].slice(0, 1),
    misses: ['create_subscription: Subscribe to a topic', 'list_subscriptions'],
  },
  {
    id: 'money.renewal',
    category: 'financial',
    why: 'Turning automatic renewal on or off, or renewing, changes what will be paid.',
    note: 'which changes what will be paid',
    verbs: words('enable disable set toggle renew turn cancel configure update'),
    when: ({ verb, object, facts }) =>
      ((object.includes('auto') &&
        ['refill', 'recharge', 'topup', 'top-up', 'reload', 'pay', 'payment', 'renewal', 'renew'].some((word) =>
          object.includes(word),
        ) &&
        (facts.parameterNames.has('amount') || isPaidThing({ facts }))) ||
        object.includes('renewal') ||
        object.includes('renew') ||
        object.includes('autorenew') ||
        object.includes('auto-payment') ||
        object.includes('autopay') ||
        object.includes('auto-pay') ||
        (verb === 'renew' &&
          (object.includes('domain') ||
            object.includes('plan') ||
            object.includes('subscription') ||
            object.includes('license')))) &&
      !facts.textWords.has('certificate'),
    matches: ['disable_auto_renewal', 'renew_domain', 'set_payments: Enable auto-payment for an invoice schedule'],
    misses: ['renew_certificate', 'get_renewal_date'],
  },
  {
    id: 'money.book',
    category: 'financial',
    why: 'Booking or reserving something that has a price makes an obligation to pay.',
    note: 'which books something that must be paid for',
    verbs: words('book reserve order rent hire create make request confirm'),
    unless: [...words('number sort by result id entry item-order'), ...simulated],
    unlessObject: aspects,
    when: ({ verb, facts, head, object }) =>
      ['create', 'make', 'request', 'confirm'].includes(verb)
        ? journeys.has(head) && isPaidThing({ facts })
        : verb !== 'order'
          ? isPaidThing({ facts }) && !['table', 'restaurant'].includes(head) && !(verb === 'reserve' && held.has(head))
          : object.length > 0 && isPaidThing({ facts }),
    matches: [
      'book_flight: Book a flight offer for passengers',
      'reserve_hotel: Reserve a hotel room at the price given',
    ],
    misses: ['book_table: Book a table at a restaurant', 'get_booking'],
  },
  {
    id: 'money.buy-thing',
    category: 'financial',
    why: 'Registering, buying or moving a domain, a number, a label or a plan costs the caller money.',
    note: 'which buys something',
    verbs: words('register acquire upgrade provision claim lease'),
    head: words(
      'domain domains plan phone-number airdrop reward rewards fee yield interest dividend earnings bounty royalty',
    ),
    when: ({ verb, head, facts }) =>
      !facts.saysUnpaid &&
      ((verb === 'claim' && head !== 'domain' && head !== 'plan') ||
        (verb === 'register' && ['years', 'autorenew'].some((key) => facts.parameterNames.has(key))) ||
        (head !== 'plan' && isPaidThing({ facts })) ||
        (head === 'plan' && isPaidThing({ facts }) && verb === 'upgrade')),
    matches: ['register_domain: Buy a domain; the price is charged to the card on file', 'claim_rewards'],
    misses: [
      'register_user',
      'get_domain',
      'register_domain: Register a domain that was paid for. No payment is taken.',
    ],
  },
];
