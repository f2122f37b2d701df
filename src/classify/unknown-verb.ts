/** Words that stand where the verb does and that no rule knows. */
import type { Facts } from './act.ts';
import { leadIn } from './head-verb.ts';
import { prepositions, verbAt } from './phrases.ts';
import { words } from './rule.ts';
import { singular, type Word } from './words.ts';

const opensObject = new Set(words('a an the your this these its two multiple selected existing specified given'));
const noVerbs = new Set(
  words(
    'all both just only like not what how why who also here there does did have had being and but yes see whether both half such quite rather even still once twice upon despite except plus minus versus unlike never always often',
  ),
);
const mayBeVerb = ({ text }: Word) =>
  /^[a-z]{3,20}$/.test(text) && !prepositions.has(text) && !leadIn.has(text) && !noVerbs.has(text);

/** `Contest a dispute`, `Extrudes the sketch`: a word before an article is a verb, known or not. */
export function unknownVerb(all: readonly Word[], facts: Facts): Word | undefined {
  const [first, second] = all;
  if (!first || !second || first.after || second.after || !mayBeVerb(first) || verbAt(all, 0)) return undefined;
  return opensObject.has(second.text) || isOfName(first, second, facts) ? first : undefined;
}

/** `discharge_patient: Discharges patients`: the word that the name begins with, as one does it. */
const isOfName = ({ text }: Word, { text: next }: Word, { name, nameWords: [first, object] }: Facts) =>
  object !== undefined &&
  singular(text) === first &&
  !name.toLowerCase().includes(text) &&
  !prepositions.has(next) &&
  !['of', 'and', 'or'].includes(next);

/** `Take a parcel and fan it out to all shops`: what is done with it, and not that it is taken. */
export function unknownSecond(all: readonly Word[], from: number): Word | undefined {
  const at = all.findIndex(({ text }, i) => i > from && i < from + 12 && (text === 'and' || text === 'then'));
  const [word, next] = [all[at + 1], all[at + 2]];
  if (at < 0 || !word || !next || word.after || next.after || !mayBeVerb(word) || verbAt(all, at + 1)) return undefined;
  return opensObject.has(next.text) || next.text === 'it' || next.text === 'them' ? word : undefined;
}
