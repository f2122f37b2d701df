/** Charges, checkouts and orders: what others are made to pay, or what one orders for money. */
import { type ActRule, words } from '../rule.ts';
import { aspects, isChain, simulated } from './money-words.ts';

const tradeWords = words(
  'long short leverage broker trading stock crypto market exchange perpetual futures margin ticker symbol',
);

export const chargeRules: readonly ActRule[] = [
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
    id: 'money.pay-link',
    category: 'financial',
    why: 'A link by which someone is to pay asks for money.',
    note: 'which asks for money',
    verbs: words('create generate make issue'),
    head: words('link url'),
    when: ({ context }) => context.includes('pay'),
    unless: simulated,
    matches: ['settle_link: Create a link to pay what is open'],
    misses: ['create_link: Create a link to a page'],
  },
  {
    id: 'money.stop-order',
    category: 'financial',
    why: 'A stop that is set is an order that sells by itself.',
    note: 'which places an order',
    verbs: words('set place add update modify'),
    unless: simulated,
    unlessObject: aspects,
    when: ({ object }) =>
      object.includes('stop-loss') ||
      object.includes('take-profit') ||
      (object.includes('stop') && object.includes('loss')) ||
      (object.includes('take') && object.includes('profit')),
    matches: ['set_stop_loss: Set a stop loss'],
    misses: ['get_stop_loss', 'set_stop_time'],
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
      (verb === 'close' &&
        ['symbol', 'market', 'coin', 'ticker', 'pair', 'leverage'].some((key) => facts.parameterNames.has(key))) ||
      tradeWords.some((word) => facts.textWords.has(word)) ||
      verb === 'place',
    matches: ['place_order', 'create_order', 'modify_order'],
    misses: ['get_order', 'update_order_note', 'create_work_order'],
  },
];
