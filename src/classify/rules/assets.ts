/** Assets and accounts: trades, transfers, wallets, and what is only entered into a ledger. */
import { assets } from '../nouns.ts';
import { type ActRule, words } from '../rule.ts';
import { aspects, isChain, simulated } from './money-words.ts';

const assetWords = new Set(assets);
/** Traded only where an asset is spoken of: people borrow books, too. */
const weakTrades = new Set(words('mint supply burn bridge tip swap deposit bet withdraw borrow lend'));

export const assetRules: readonly ActRule[] = [
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
        'invite invitation install setup activation magic bearer jwt session login handshake signed scoped single-use access-token face component variant word letter layout axis color colour position memory instance node slot item element character disk doi',
      ),
    ],
    unlessObject: aspects,
    when: ({ verb, object, facts }) =>
      !weakTrades.has(verb) || [...object, ...facts.textWords].some((word) => assetWords.has(word)),
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
];
