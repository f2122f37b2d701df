/** From words to acts: which word is the verb, what it is done to, and where its object ends. */
import { words } from './rule.ts';
import { twoWords } from './two-words.ts';
import { type VerbForm, verbOf } from './verbs.ts';
import { singular, type Word } from './words.ts';

export const prepositions = new Set(
  words(`from to in on for with by using at into via that which when where if as within under through inside onto against during after before based including such like given
  matching whose who without about between per across so because while than then until over around near toward towards off out up per is are was were be can will may must should has have it they you`),
);
export const articles = new Set(['a', 'an', 'the', 'this']);
const determiners = new Set(
  words(
    'the a an all any one more specific given existing new multiple single your this that these those its their every each some my our several many entire whole particular certain other another both no only also just specified selected provided existing available various two',
  ),
);
const joiners = new Set(['and', 'or', 'nor', 'plus', 'then']);
/** `a list of users` is about users. */
const quantities = new Set(
  words(
    'list number set batch series pair copy range lot piece type kind array bunch collection group lists details detail information info metadata content contents summary',
  ),
);

export type ObjectPhrase = {
  object: string[];
  heads: string[];
  context: string[];
  /** The part of the context that follows `from` or `off`. */
  from: string[];
  end: number;
};

/** Reads on from a verb: `a label from an issue` → object label, context issue. `at` is the first word after the verb. */
export function objectPhrase(all: readonly Word[], at: number, most = 14): ObjectPhrase {
  const object: string[] = [];
  const heads: string[] = [];
  const context: string[] = [];
  const from: string[] = [];
  let preposition = '';
  let last = '';
  let inContext = false;
  let end = all[at - 1]?.end ?? 0;
  for (let i = at; i < Math.min(all.length, at + most); i += 1) {
    const text = all[i]?.text ?? '';
    const mark = all[i]?.after;
    if (mark === 'break' && i > at) break;
    // `list/get/abort`: the next one of a list is not what is done to.
    if (mark === 'comma' && i === at) break;
    if (mark === 'comma' && !inContext && last) {
      heads.push(last);
      last = '';
    }
    if (text === 'of' && !inContext) {
      if (quantities.has(last) || last === '') {
        last = '';
        continue;
      }
      if (last) heads.push(last);
      last = '';
      inContext = true;
      continue;
    }
    if (prepositions.has(text)) {
      preposition = text;
      if (!inContext && last) heads.push(last);
      last = '';
      inContext = true;
      continue;
    }
    if (determiners.has(text) || isAdverb(text)) continue;
    if (joiners.has(text)) {
      if (opensClause(all, i + 1)) break;
      if (!inContext && last) heads.push(last);
      last = '';
      continue;
    }
    // `the tunnels created earlier`: what was done to them before.
    if (!inContext && last && text.endsWith('ed') && isMany(all[i - 1]?.text) && verbAt(all, i)?.form === 'past') {
      heads.push(last);
      last = '';
      inContext = true;
      continue;
    }
    // `the code sent to a phone`: what was done to it before.
    if (!inContext && last && participles.has(text) && prepositions.has(all[i + 1]?.text ?? '')) {
      heads.push(last);
      last = '';
      inContext = true;
      continue;
    }
    const noun = singular(text.replace(/'s$/, ''));
    if (inContext) {
      context.push(noun);
      if (leaving.has(preposition)) from.push(noun);
    } else {
      object.push(...(noun.includes('-') || noun.includes('_') ? [noun, ...noun.split(/[-_]/)] : [noun]));
      last = noun;
      end = all[i]?.end ?? end;
    }
  }
  if (!inContext && last) heads.push(last);
  return { object, heads, context, from, end };
}

const participles = new Set(words('sent made given found held kept written shown taken sold paid bought'));
const isMany = (text: string | undefined) => text !== undefined && singular(text) !== text;
const leaving = new Set(['from', 'off', 'out']);

/** `create embeddings locally`: how it is done, not what is made. */
const isAdverb = (text: string) => text.length > 5 && text.endsWith('ly') && !lyNouns.has(text);
const lyNouns = new Set(words('reply family supply assembly anomaly monopoly subassembly butterfly'));

/** `… and delete it`, `… and optionally email the customer`: another act begins. */
function opensClause(all: readonly Word[], at: number): boolean {
  const from = /ly$|^(?:then|also|even)$/.test(all[at]?.text ?? '') ? at + 1 : at;
  const hit = verbAt(all, from);
  if (!hit || hit.form === 'past') return false;
  if (hit.verb === 'return') return true;
  const next = all[from + hit.length]?.text;
  return next !== undefined && (determiners.has(next) || next === 'it' || next === 'them' || next === 'their');
}

const opensPair = new Set(Object.keys(twoWords).map((pair) => pair.slice(0, pair.indexOf(' '))));

export type VerbHit = { verb: string; form: VerbForm; length: number };

/** The verb that stands at `at`, which may be of two words (`log out`). */
export function verbAt(all: readonly Word[], at: number): VerbHit | undefined {
  const first = all[at]?.text ?? '';
  const second = all[at + 1]?.text;
  const hit = verbOf(first);
  // `Hands over` and `handing over` are `hand over`.
  const base = hit && hit.form !== 'past' && !opensPair.has(first) ? hit.verb : first;
  const pair = second !== undefined && opensPair.has(base) ? own(twoWords, `${base} ${second}`) : undefined;
  const inner = pair === undefined ? undefined : verbOf(pair);
  if (inner) return { verb: inner.verb, form: hit?.form ?? 'base', length: 2 };
  return hit && { ...hit, length: 1 };
}

const own = (table: Record<string, string>, key: string) => (Object.hasOwn(table, key) ? table[key] : undefined);

/** Verbs that are as often nouns: `order_list`, `log entries`. As the first word of a name they lose against a plain verb. */
export const nouns = new Set(
  words(`call run test build report log search query view export post comment share order charge trade stake book invoice label tag pin star plan watch format hash play press scale release map filter sort match link block lock
  fork branch diff stash record file issue request email message text alert note draft review rate sample cluster graph chart plot access help answer index document process profile step schedule contact account track monitor transfer deposit swap bridge mint signal host page
  print copy flag clip cast stream mirror backup snapshot checkpoint trigger design model stage time type use value key dispatch vacuum mention trash prompt queue switch dial sound voice display dump trace capture store load purchase bid bet tip dm sms state group bundle package template register form
  supply balance average score rank sum round estimate forecast quote debug benchmark patch focus scan head tree cat stat find-out function control drain level place supply burn grade power position back forward next previous new report screen distance fill plant stats input
  compact vote like comment push pull extract resolve archive mail story cover react resume sketch outline conference subject question measure answer exchange pair grid contract claim object return project tip skip approach increase border colour color sign visit guide triage handle split level process mirror rebase merge reference hover drag select click type commit embed archive lease subscribe render delegate train interact style protect repair drop fire lead feed leave trust award blacklist whitelist allowlist denylist waitlist redirect pickup tick tie pack symlink`),
);
