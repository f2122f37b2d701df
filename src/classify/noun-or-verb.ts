/** Whether a word that may be either is a verb here, or names a thing. */
import { fields } from './nouns.ts';
import { nouns, prepositions, verbAt } from './phrases.ts';
import { words } from './rule.ts';
import type { Word } from './words.ts';

/** `Everything that ran`, `Currently running tests`, `Reporting per team`: a thing that is told of. */
export function isWhat(all: readonly Word[]): boolean {
  const text = all[0]?.text ?? '';
  const next = all[1]?.text ?? '';
  if (everything.has(text)) return next === 'that' || next === 'which' || next === 'about' || next === 'in';
  if (compounds.has(`${text} ${next}`)) return true;
  const form = verbAt(all, 1)?.form;
  if (moments.has(text)) return form === 'gerund' || form === 'past';
  return fields.has(text) && next !== '' && !/^(?:an?|the|your|all|this|new)$/.test(next);
}
const everything = new Set(words('everything anything something all those items'));
const moments = new Set(words('currently recently previously newly actively now'));

/** `Next buses at a stop`: which of them, not what is done. */
export const ordinals = new Set(words('next previous'));

/** `Rates of a currency`, `Notes that hold a word`, `Bids and asks`: more than one of a thing. */
export function isPlural(all: readonly Word[], at: number, length: number): boolean {
  const hit = verbAt(all, at);
  const next = all[at + length]?.text;
  if (at > 1 || hit?.form !== 'third') return false;
  if (next === 'of') return true;
  if (!nouns.has(hit.verb) || lookWords.has(hit.verb)) return false;
  if (next === undefined || ['that', 'which', 'with', 'by', 'without', 'between'].includes(next)) return true;
  const other = next === 'and' ? verbAt(all, at + length + 1) : undefined;
  return other?.form === 'third' && ['of', 'for', 'in'].includes(all[at + length + 2]?.text ?? '');
}
const lookWords = new Set(words('search query view filter sort match scan track monitor display print watch log'));

/** `Search results for`, `Order details`, `Log entries of`: the noun, not the verb. */
export function isNounHere(all: readonly Word[], at: number, length: number): boolean {
  const text = all[at]?.text ?? '';
  if (isPlural(all, at, length)) return true;
  if (!nouns.has(text) && !nouns.has(verbAt(all, at)?.verb ?? '')) return false;
  const next = all[at + length]?.text;
  if (next === undefined) return true;
  if (goesInto(all, at + length)) return false;
  // `Order book depth`: an order is given to do with `the`, `a` or `your`, or in a list of verbs.
  if (at === 0 && !lookWords.has(text) && !jobWords.has(text) && opensTitle(all, length)) return true;
  return [
    'of',
    'is',
    'are',
    'was',
    'results',
    'result',
    'details',
    'tool',
    'entries',
    'status',
    'information',
    'data',
    'history',
    'settings',
    'management',
    'statistics',
    'operations',
    'headers',
    'body',
    'volume',
    'latency',
    'rate',
    'rates',
    'to',
    'that',
    'which',
  ].includes(next);
}

/** One thing in two words. */
const compounds = new Set([
  'call stack',
  'call graph',
  'call history',
  'order book',
  'order flow',
  'trade history',
  'change log',
  'change history',
  'change feed',
]);

/** `Load data into a table`: only what is done goes into something, insights and what was divided aside. */
function goesInto(all: readonly Word[], from: number): boolean {
  const at = all.findIndex(({ text }, i) => i > from && i < from + 9 && (text === 'into' || text === 'onto'));
  const before = all[at - 1]?.text ?? '';
  return at > 0 && !/(?:ed|down|up|insights?|visibility|research|looks?|split|window)$/.test(before);
}

/** Nothing between the word and the next preposition points at a thing, as an order does: `Order the book`. */
function opensTitle(all: readonly Word[], length: number): boolean {
  const rest = all.slice(length, length + 4).map(({ text }) => text);
  const end = rest.findIndex((text) => prepositions.has(text));
  // `Cast media to a device`.
  if (rest[end] === 'to' && end > 0 && rest[end + 1] === 'a') return false;
  return !rest.slice(0, end < 0 ? rest.length : end).some((text) => objectOpeners.has(text));
}
/** `Run payroll`, `Build project`: done as often without an article as with one. */
const jobWords = new Set(
  words('run build test call sync scan train process trigger schedule print request vote capture'),
);
const objectOpeners = new Set(
  words('a an the all any one this that these those its it them your new existing multiple or and to specified given'),
);
