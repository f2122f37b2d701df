/** What the rules on money look for: paid things, drafts that move nothing, chains. */
import type { Facts } from '../act.ts';
import { words } from '../rule.ts';

/** Wherever these stand, no money moves. */
export const simulated = words('draft template sample mock simulated paper sandbox testnet');
/** What is done to these is done to something about the money. */
export const aspects = words(
  'preview quote estimate test example setting configuration config note tag label line status metadata comment attachment description reminder tracking custom field webhook type method category preference',
);
export const isPaidThing = ({ facts }: { facts: Pick<Facts, 'textWords' | 'saysUnpaid'> }) =>
  !facts.saysUnpaid && paidWords.some((word) => facts.textWords.has(word));
const paidWords = words(
  'price payment pay paid currency card checkout ticket flight hotel billing bill customer stripe paypal plan fare cost charge charged billed fee usd',
);
const chainWords = words(
  'blockchain chain wallet eth ethereum erc20 erc721 nft solana bitcoin crypto evm onchain contract wei lamport spender allowance privatekey mainnet bsc bnb polygon erc1155 erc-20 staking dex swap onchain lightning address-to defi usdc bonding',
);
export function isChain({ textWords }: { textWords: ReadonlySet<string> }): boolean {
  if (textWords.has('address') && textWords.has('amount') && textWords.has('token')) return true;
  return chainWords.some((word) => textWords.has(word));
}
