/** Money and assets: what moves them, and what makes or changes an obligation to pay. */
import type { Facts } from '../act.ts';
import { assets } from '../nouns.ts';
import { type ActRule, words } from '../rule.ts';

/** Wherever these stand, no money moves. */
const simulated = words('draft template sample mock simulated paper sandbox testnet');
/** What is done to these is done to something about the money. */
const aspects = words(
  'preview quote estimate test example setting configuration config note tag label line status metadata comment attachment description reminder tracking custom field webhook type method category preference',
);
const isPaidThing = ({ facts }: { facts: Pick<Facts, 'textWords' | 'saysUnpaid'> }) =>
  !facts.saysUnpaid && paidWords.some((word) => facts.textWords.has(word));
const paidWords = words(
  'price payment pay paid currency card checkout ticket flight hotel billing bill customer stripe paypal plan fare cost charge charged billed fee usd',
);

export const moneyRules: readonly ActRule[] = [
  {
    id: 'money.move',
    category: 'financial',
    why: 'Paying, refunding, buying, selling or withdrawing moves money or an asset.',
    note: 'which moves money or an asset',
    verbs: words('pay refund sell payout repay reimburse disburse wager donate prepay overpay remit'),
    unless: simulated,
    unlessObject: [
      ...words('attention application consent petition nomination approval ticket-withdrawal'),
      ...aspects,
    ],
    matches: ['pay_bill', 'refund_customer', 'sell_token'],
    misses: ['get_refund', 'list_purchases'],
  },
  {
    id: 'money.buy',
    category: 'financial',
    why: 'Buying moves money, whatever is bought.',
    note: 'which moves money or an asset',
    verbs: words('buy purchase'),
    unless: words('draft simulated paper sandbox testnet mock reminder template sample'),
    matches: ['buy_label: Buy postage for a shipment', 'purchase_credits'],
    misses: ['list_purchases', 'paper_buy: Simulated buying in a paper account'],
  },
  {
    id: 'money.redeem',
    category: 'financial',
    why: 'What is redeemed pays out.',
    note: 'which moves money or an asset',
    verbs: ['redeem'],
    unless: words('draft simulated paper sandbox testnet mock template invite invitation'),
    matches: ['redeem_gift_card', 'redeem_positions: Redeem the shares of a market'],
    misses: ['get_redemptions'],
  },
  {
    id: 'money.liquidity',
    category: 'financial',
    why: 'Putting liquidity, collateral or margin in or taking it out moves an asset.',
    note: 'which moves money or an asset',
    verbs: words('add remove provide supply increase decrease withdraw deposit'),
    head: words('liquidity collateral margin'),
    unless: words('simulated paper testnet chart indicator document page'),
    matches: ['add_liquidity: Add liquidity to a pool'],
    misses: ['get_liquidity', 'set_margin'],
  },
  {
    id: 'money.bet',
    category: 'financial',
    why: 'A bet puts money on an outcome.',
    note: 'which moves money or an asset',
    verbs: ['bet', 'wager'],
    when: ({ context, object, facts }) =>
      ['outcome', 'market', 'event', 'game', 'race', 'match'].some(
        (word) => context.includes(word) || object.includes(word),
      ) || facts.parameterNames.has('amount'),
    unless: words('simulated paper testnet'),
    matches: ['place_bet: Bet on the outcome of a market'],
    misses: ['list_bets'],
  },
  {
    id: 'money.order-goods',
    category: 'financial',
    why: 'Ordering goods or services makes an obligation to pay.',
    note: 'which orders something that must be paid for',
    verbs: ['order'],
    head: words(
      'food meal pizza product item grocery groceries ride taxi ingredient dish coffee drink delivery parcel',
    ),
    unless: words('list column sort by sequence menu display'),
    matches: ['order_food: Order a meal for delivery'],
    misses: ['order_columns', 'get_order'],
  },
  {
    id: 'money.to-invoice',
    category: 'financial',
    why: 'An offer that becomes an invoice makes an obligation to pay.',
    note: 'which makes or changes an obligation to pay',
    verbs: ['convert'],
    when: ({ context }) => context.includes('invoice') || context.includes('order'),
    unless: words('currency json format'),
    matches: ['convert_estimate: Turn an accepted estimate into an invoice'],
    misses: ['convert_currency'],
  },
  {
    id: 'money.boost',
    category: 'financial',
    why: 'Advertising that is bought for a budget costs that budget.',
    note: 'which buys advertising',
    verbs: words('boost sponsor'),
    when: ({ facts: { parameterNames, textWords } }) =>
      parameterNames.has('budget') || (textWords.has('paid') && textWords.has('budget')),
    matches: ['boost_post: Boost a post with a paid budget (budget: number)'],
    misses: ['boost_image'],
  },
  {
    id: 'money.draft-order',
    category: 'financial',
    why: 'A draft that is completed is an order, and must be paid for.',
    note: 'which orders something that must be paid for',
    verbs: words('complete finalize place confirm'),
    head: ['order'],
    object: ['draft'],
    matches: ['complete_draft_order'],
    misses: ['create_draft_order', 'delete_draft_order'],
  },
  {
    id: 'money.delegate',
    category: 'financial',
    why: 'Tokens that are delegated or staked are moved.',
    note: 'which moves money or an asset',
    verbs: words('delegate undelegate redelegate stake unstake'),
    near: words('token validator stake sol atom dot ada coin'),
    unless: words('task simulated testnet'),
    matches: ['delegate_stake: Delegate tokens to a validator'],
    misses: ['delegate_task'],
  },
  {
    id: 'money.plan',
    category: 'financial',
    why: 'A paid plan makes an obligation to pay.',
    note: 'which changes a paid subscription',
    verbs: words('subscribe join upgrade downgrade change switch'),
    head: words('plan tier membership'),
    when: ({ verb, object, facts }) =>
      isPaidThing({ facts }) && ((verb !== 'change' && verb !== 'switch') || object.includes('subscription')),
    matches: ['subscribe_plan: Subscribe to a paid plan'],
    misses: ['subscribe_topic', 'get_plan'],
  },
  {
    id: 'money.credit',
    category: 'financial',
    why: 'Crediting, debiting or reversing a transaction moves value from one account to another.',
    note: 'which moves money or an asset',
    verbs: words('credit debit reverse'),
    head: words('account wallet balance customer transaction payment charge'),
    unless: words('simulated paper testnet geocode lookup string list'),
    when: ({ head, facts: { textWords } }) =>
      ['payment', 'charge', 'wallet'].includes(head) ||
      ['payment', 'bank', 'card', 'fund', 'money', 'cash', 'currency'].some((word) => textWords.has(word)),
    matches: ['credit_account: Credit the bank account of a payee', 'reverse_payment'],
    misses: ['list_credits', 'reverse_string', 'reverse_transaction: Reverse an entry of the ledger'],
  },
  {
    id: 'change.ledger',
    category: 'write',
    why: 'An entry of a ledger is a record; reversing it adds another.',
    note: 'which makes a record that stays',
    verbs: ['reverse'],
    head: words('transaction entry journal posting movement journal-entry'),
    matches: ['reverse_transaction: Reverse an entry of the ledger'],
    misses: ['reverse_string', 'list_transactions'],
  },
  {
    id: 'money.collect',
    category: 'financial',
    why: 'A transaction that bills a customer makes an obligation to pay.',
    note: 'which makes or changes an obligation to pay',
    verbs: words('create bill make'),
    head: ['transaction'],
    when: ({ facts: { textWords } }) =>
      textWords.has('customer') && ['checkout', 'invoice', 'billing', 'charge'].some((word) => textWords.has(word)),
    unless: words('category budget database sql bank ledger'),
    matches: ['create_transaction: Create a transaction that bills a customer by checkout'],
    misses: ['create_transaction: Create a transaction in a budget'],
  },
  {
    id: 'money.wallet',
    category: 'financial',
    why: 'What a wallet sends is money or an asset.',
    note: 'which moves money or an asset',
    verbs: words('send transfer withdraw pay'),
    head: ['wallet'],
    unless: words('message notification invite'),
    matches: ['wallet: Wallet operations (action: balance|send)'],
    misses: ['get_wallet', 'create_wallet'],
  },
  {
    id: 'money.trade',
    category: 'financial',
    why: 'Trading, swapping or staking an asset moves it.',
    note: 'which moves a traded asset',
    verbs: words(
      'trade withdraw swap stake unstake bridge borrow lend liquidate mint redeem bet bid tip deposit supply airdrop burn',
    ),
    unless: [
      ...simulated,
      ...words(
        'face component variant word letter layout axis color colour position memory instance node slot item element character disk doi',
      ),
    ],
    unlessObject: aspects,
    when: ({ verb, object, facts }) =>
      !['mint', 'supply', 'burn', 'bridge', 'tip', 'swap', 'deposit', 'bet', 'withdraw'].includes(verb) ||
      [...object, ...facts.textWords].some((word) => assetWords.has(word)),
    matches: ['swap_tokens', 'stake_eth', 'place_bid: Bid on an auction'],
    misses: ['swap_component', 'get_trades', 'list_bids'],
  },
  {
    id: 'money.transfer',
    category: 'financial',
    why: 'Transferring or sending money, coins or tokens moves an asset.',
    note: 'which moves money or an asset',
    verbs: words('transfer send move claim receive bridge convert exchange approve release capture settle collect'),
    object: assets,
    unless: [
      ...words(
        'notification receipt confirmation reminder message email reset verification link request context prompt usage stock-photo quote tax',
      ),
      ...simulated,
    ],
    unlessObject: aspects,
    when: ({ verb, head, object, facts }) =>
      (assetWords.has(head) || head === 'transaction') &&
      (!['approve', 'convert', 'exchange', 'receive', 'move', 'release', 'collect'].includes(verb) ||
        (head !== 'payment' && (head !== 'token' || isChain(facts)) && verb !== 'convert') ||
        verb === 'capture') &&
      !(head === 'token' && !isChain(facts)) &&
      !(head === 'share' || head === 'position' || head === 'option' || (head === 'asset' && !isChain(facts))) &&
      !object.includes('expense'),
    matches: ['transfer_funds', 'send_eth', 'capture_payment'],
    misses: [
      'transfer_ownership',
      'send_email',
      'approve_expense',
      'convert_currency: Convert an amount between currencies',
    ],
  },
  {
    id: 'money.wrap',
    category: 'financial',
    why: 'Wrapping a coin, or exercising an option, exchanges one asset for another.',
    note: 'which moves a traded asset',
    verbs: words('wrap unwrap exercise'),
    object: words('eth ether weth bnb sol wsol token btc native coin option warrant'),
    when: ({ verb, object, facts }) =>
      verb === 'exercise' || isChain(facts) || object.includes('eth') || object.includes('ether'),
    matches: ['wrap_eth: Wrap ETH', 'exercise_option: Exercise an option contract that is held'],
    misses: ['wrap_text', 'list_options'],
  },
  {
    id: 'money.mark-paid',
    category: 'financial',
    why: 'What is marked as paid is owed no more.',
    note: 'which changes an obligation to pay',
    verbs: words('mark set flag'),
    near: ['paid'],
    when: ({ object, context }) =>
      [...object, ...context].some((word) => ['order', 'invoice', 'bill', 'debt', 'charge', 'payment'].includes(word)),
    matches: ['mark_order_as_paid', 'settle_bill: Mark a bill as paid'],
    misses: ['mark_as_read', 'list_paid_orders'],
  },
  {
    id: 'money.retry',
    category: 'financial',
    why: 'A payment that is tried again moves money when it succeeds.',
    note: 'which takes a payment',
    verbs: words('retry reattempt resubmit'),
    head: words('payment charge payout transfer invoice refund withdrawal'),
    unless: words('job webhook queue file'),
    matches: ['retry_payment: Retry a failed payment'],
    misses: ['retry_job', 'list_payments'],
  },
  {
    id: 'money.allowance',
    category: 'financial',
    why: 'An allowance lets someone else move the caller’s tokens.',
    note: 'which lets someone else move tokens',
    verbs: words('approve increase permit set grant'),
    near: words('spend spending spender allowance token erc20'),
    when: ({ facts }) => isChain(facts),
    matches: ['approve_token: Approve a spender address to use ERC20 tokens'],
    misses: ['approve_request', 'get_allowance'],
  },
  {
    id: 'money.transaction',
    category: 'financial',
    why: 'Signing and broadcasting a transaction moves an asset on a chain.',
    note: 'which sends a transaction to a chain',
    verbs: words('send broadcast submit sign execute relay'),
    head: words('transaction tx transactions bundle userop'),
    unless: words('database sql message get history span apm simulate dry monitoring screening evaluation compliance'),
    when: ({ facts }) => isChain(facts) || facts.textWords.has('sign') || facts.textWords.has('raw'),
    matches: ['send_transaction: Sign and broadcast a transaction to the blockchain'],
    misses: ['get_transaction', 'execute_transaction: Run statements in one SQL transaction'],
  },
  {
    id: 'money.chain-issue',
    category: 'financial',
    why: 'A token that is issued on a chain is issued by a transaction that the caller signs.',
    note: 'which sends a transaction to a chain',
    verbs: words('create deploy mint issue launch'),
    head: words('token nft erc20 erc721 coin collection'),
    when: ({ facts }) =>
      (facts.parameterNames.has('privatekey') ||
        ['wallet', 'sign', 'bonding', 'liquidity'].some((word) => facts.textWords.has(word))) &&
      isChain(facts),
    unless: words('access api auth refresh draft simulated testnet list'),
    matches: ['create_token: Create an ERC20 token (name: string, privateKey: string)'],
    misses: ['create_token: Create an access token', 'get_token'],
  },
  {
    id: 'money.contract-write',
    category: 'financial',
    why: 'Calling a contract’s state-changing function signs and sends a transaction.',
    note: 'which sends a transaction to a chain',
    verbs: words('write call execute invoke deploy'),
    head: ['contract'],
    when: ({ verb, facts }) =>
      isChain(facts) &&
      (verb === 'write' ||
        facts.parameterNames.has('privatekey') ||
        facts.textWords.has('sign') ||
        facts.textWords.has('wallet')),
    unless: words('read view'),
    matches: ['write_contract: Call a state-changing function of a smart contract (sign with private key)'],
    misses: ['read_contract'],
  },
  {
    id: 'money.charge',
    category: 'financial',
    why: 'Charging a card or an account moves money.',
    note: 'which takes a payment',
    verbs: ['charge'],
    unless: [...words('battery device phone vehicle car ev limit state port'), ...simulated],
    unlessObject: aspects,
    matches: ['charge_customer', 'charge_card'],
    misses: ['charge_vehicle', 'list_charges'],
  },
  {
    id: 'money.dispute',
    category: 'financial',
    why: 'Accepting a payment dispute gives the money back.',
    note: 'which gives money back',
    verbs: words('accept concede'),
    near: ['dispute', 'chargeback'],
    matches: ['accept_dispute'],
    misses: ['get_dispute', 'accept_invite'],
  },
  {
    id: 'money.checkout',
    category: 'financial',
    why: 'Checking out a cart places an order.',
    note: 'which places an order',
    verbs: ['checkout'],
    unless: words('branch file commit git ref revision tag repository repo pr head worktree book'),
    when: ({ facts }) =>
      ['cart', 'payment', 'order', 'purchase', 'session', 'shipping', 'basket'].some((word) =>
        facts.textWords.has(word),
      ) &&
      !facts.textWords.has('branch') &&
      !facts.textWords.has('git'),
    matches: ['checkout: Check out the cart and pay', 'checkout_cart'],
    misses: ['git_checkout: Check out a branch'],
  },
  {
    id: 'money.order',
    category: 'financial',
    why: 'Placing, changing or finishing an order of goods, services or assets makes an obligation to pay.',
    note: 'which orders something that must be paid for',
    verbs: words('place create submit make complete modify amend close confirm'),
    head: ['order', 'orders', 'bid', 'bet', 'trade', 'purchase', 'position'],
    unless: simulated,
    unlessObject: [
      ...words(
        'sort work change deploy deployment release maintenance tab column sequence display execution list fulfillment z render layer stacking draw menu item',
      ),
      ...aspects,
    ],
    when: ({ verb, head, object, facts }) =>
      (head !== 'position' && head !== 'trade') ||
      (verb === 'close' && (object.includes('open') || object.includes('all'))) ||
      tradeWords.some((word) => facts.textWords.has(word)) ||
      verb === 'place',
    matches: ['place_order', 'create_order', 'modify_order'],
    misses: ['get_order', 'update_order_note', 'create_work_order'],
  },
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
      isPaidThing({ facts }) ||
      head !== 'subscription' ||
      (verb !== 'add' && verb !== 'start' && !topics.some((word) => facts.textWords.has(word))),
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
    verbs: words('enable disable set toggle renew turn cancel'),
    when: ({ verb, object, facts }) =>
      (object.includes('renewal') ||
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
          ? isPaidThing({ facts }) && !['table', 'restaurant'].includes(head)
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

/** A draft is one no more. */
const finishes = new Set(words('finalize issue send submit confirm'));
const journeys = new Set(words('booking reservation ride trip taxi flight hotel stay cab journey'));
const isEdit = (verb: string) => ['update', 'edit', 'modify'].includes(verb);
/** “Only works on draft invoices”; a flag named `draft` says that drafts are one choice. */
const isDraft = ({ textWords, parameterNames }: Pick<Facts, 'textWords' | 'parameterNames'>) =>
  textWords.has('draft') && !parameterNames.has('draft');
const assetWords = new Set(assets);
const topics = words(
  'webhook event topic notification push pubsub rss lifecycle graph resource channel newsletter alert message callback feed listener subscriber gcp sns mqtt',
);
const tradeWords = words(
  'long short leverage broker trading stock crypto market exchange perpetual futures margin ticker symbol',
);
const chainWords = words(
  'blockchain chain wallet eth ethereum erc20 erc721 nft solana bitcoin crypto evm onchain contract wei lamport spender allowance privatekey mainnet bsc bnb polygon erc1155 erc-20 staking dex swap onchain lightning address-to defi usdc bonding',
);
function isChain({ textWords }: { textWords: ReadonlySet<string> }): boolean {
  if (textWords.has('address') && textWords.has('amount') && textWords.has('token')) return true;
  return chainWords.some((word) => textWords.has(word));
}
