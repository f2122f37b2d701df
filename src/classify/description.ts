/** What the beginning of a description says the tool does. */
import type { Act, Facts } from './act.ts';
import { cjkThings, cjkVerbs, foreignVerb, isAlsoEnglish, latinThing } from './languages.ts';
import { nouns, type ObjectPhrase, objectPhrase, prepositions, verbAt } from './phrases.ts';
import { words } from './rule.ts';
import type { Sentence } from './sentences.ts';
import { sentenceWords, singular, type Word } from './words.ts';

/** Words before the verb: `This tool allows you to …`, `Use this function for …`. */
const leadIn = new Set(
  words(`this the a an tool tools function endpoint command method operation utility helper api use used using to that allows allow you users user agents agent lets let enables enable for is can be will would helps help please call
  when want need it which should may provides-a ability way i it's its we allowing useful designed if not also simple simply quickly easily safely directly permanently immediately automatically interactively asynchronously async efficiently optionally batch bulk atomically explicitly manually
  programmatically intelligently dynamically partially fully completely irreversibly temporarily mcp wrapper primary main ideal by then first convenience shortcut powerful step now advanced unified high-level low-level meta remotely securely silently new v1 v2 v3 force forcefully forcibly beta deprecated experimental recommended important note-that`),
);
const followsVerb = new Set(
  words('the a an it them its their any all each this that new existing your one these those changes'),
);
/** `upgrade info`, `update history`: a thing. */
const compounds = new Set(
  words('info information details status metadata history options tips log logs settings notes'),
);
/** What follows these describes, and is not done. */
const subordinate = new Set(words('whether including such which that where if because whose based'));
const articles = new Set(['a', 'an', 'the', 'this']);
const plainThings = new Set(
  words(
    'tool function endpoint command method operation utility helper api way wrapper ability simple convenience meta powerful unified advanced high-level low-level mcp shortcut batch bulk',
  ),
);
const longestLead = 16;
/** `Use this when the user wants to …`: speaks of the wish, and may name what the tool does not do itself. */
const saysWhen = /^[^\p{L}]{0,8}(?:use|call|invoke) (?:this|it|the)?(?: \w+)? ?(?:when|whenever|if)\b/iu;
/** `Do not worry`, `Never share it`: speaks to the reader, and does nothing. */
const asksNotTo = /^[^\p{L}]{0,8}(?:do not|don['’]t|never)\b/iu;

export type DescriptionReading = {
  acts: Act[];
  /** The sentence that the acts come from, or the first one. */
  sentence: Sentence | undefined;
  /** The verb may as well be a noun (`Search results for …`), or the sentence only says when to call. */
  isNoun: boolean;
  /** Which sentence it is; 0 is the first. */
  order?: number;
  /** A word that stands where the verb does and that no rule knows: `Discharge a patient`. */
  unknownVerb?: [start: number, end: number];
};

export function readDescription(sentences: readonly Sentence[], facts: Facts): DescriptionReading {
  const lead = sentences
    .slice(0, 4)
    .filter(({ text }) => /\p{L}{2}/u.test(text) && !asksNotTo.test(text))
    .slice(0, 3);
  for (const [order, sentence] of lead.entries()) {
    if (order > 0 && sentence.masked) continue;
    const reading = readSentence(sentence, facts, order);
    if (reading.acts.length > 0) return { ...reading, sentence, order };
    if (reading.unknownVerb && order === 0) return { ...reading, sentence };
  }
  return { acts: [], sentence: lead[0], isNoun: false };
}

function readSentence(sentence: Sentence, facts: Facts, order: number): Omit<DescriptionReading, 'sentence'> {
  const foreign = cjkVerbs(sentence.text.slice(0, 200).split(/[(（:：]/)[0] ?? '');
  const latinStart =
    /^[^\p{L}]*[A-Za-z]{3}/u.test(sentence.text) &&
    (verbAt(sentenceWords(sentence.text.slice(0, 60)), 0) !== undefined || foreign.length === 0);
  if (foreign.length > 0 && !latinStart) return { acts: foreignActs(sentence, foreign, facts), isNoun: false };
  const text = sentence.text.slice(0, 600);
  const from = opening(text);
  const all = sentenceWords(text.slice(from), from);
  const found = headVerb(all, order);
  if (!found) {
    const unknown = unknownVerb(all);
    return {
      acts: [],
      isNoun: false,
      ...(unknown && { unknownVerb: [sentence.start + unknown.start, sentence.start + unknown.end] }),
    };
  }
  const acts: Act[] = [];
  let at = found.at;
  const form = found.form;
  let isNoun = found.isNoun || saysWhen.test(text);
  // `Create, update or delete …`: all verbs before the object are done.
  for (let steps = 0; steps < 8; steps += 1) {
    const hit = at === found.at ? found : verbAt(all, at);
    if (!hit) break;
    acts.push(actAt(all, at, hit.verb, hit.length, sentence, facts));
    const next = all[at + hit.length];
    const gap = text.slice(all[at + hit.length - 1]?.end ?? 0, next?.start ?? 0);
    if (!next) break;
    if (/^\s?[,/&|+]/.test(gap) || next.text === 'and' || next.text === 'or') {
      at += hit.length + (next.text === 'and' || next.text === 'or' ? 1 : 0);
      const more = verbAt(all, at);
      if (!more || more.form !== form || isShouted(text, all, at, found.at)) break;
      isNoun = false;
      continue;
    }
    break;
  }
  // `Get the order and send it`, `Creates a branch, then switches to it`.
  for (let i = at + 1; i < Math.min(all.length - 1, 60); i += 1) {
    const joiner = all[i]?.text;
    if (all[i]?.after === 'break' || subordinate.has(joiner ?? '')) break;
    if (joiner !== 'and' && joiner !== 'then' && joiner !== 'or') continue;
    const skip = /^(?:then|also|optionally|automatically|immediately|permanently|even)$/.test(all[i + 1]?.text ?? '')
      ? 2
      : 1;
    const hit = verbAt(all, i + skip);
    if (
      !hit ||
      hit.form !== form ||
      isNounHere(all, i + skip, hit.length) ||
      negated(all, i) ||
      isShouted(text, all, i + skip, found.at)
    )
      continue;
    const after = all[i + skip + hit.length];
    const gap = text.slice(all[i + skip + hit.length - 1]?.end ?? 0, after?.start ?? 0);
    if (!after || /[^\s"'`*[]/.test(gap)) continue;
    if (nouns.has(hit.verb) && !followsVerb.has(after.text)) continue;
    if (compounds.has(after.text) || (hit.form === 'third' && ['by', 'of', 'with', 'per'].includes(after.text)))
      continue;
    const extra = actAt(all, i + skip, hit.verb, hit.length, sentence, facts);
    if (/^(?:it|them)$/.test(all[i + skip + hit.length]?.text ?? ''))
      acts.push({ ...extra, object: acts[0]?.object ?? [], heads: acts[0]?.heads ?? [], head: acts[0]?.head ?? '' });
    else acts.push(extra);
  }
  // `Use X to delete …` says more with its second verb.
  return { acts: spread(acts), isNoun };
}

/** Past bullets, emoji, headings, `[TAGS]`, `(notes)`, and `Name:` or `Name -` before the words. */
function opening(text: string): number {
  let at = 0;
  for (let steps = 0; steps < 6; steps += 1) {
    const rest = text.slice(at, at + 160);
    const skip =
      /^[^\p{L}\p{N}[(<]+/u.exec(rest) ??
      /^\[[^\]]{0,60}\]/u.exec(rest) ??
      /^\([^)]{0,60}\)/u.exec(rest) ??
      /^<[^>]{0,60}>/u.exec(rest) ??
      /^[\p{L}\p{N} /&.'_-]{1,40}(?::[*_`]{0,3}|\s[-–—|])\s+(?=[\p{L}*_`])/u.exec(rest);
    if (!skip || isClause(skip[0])) break;
    at += skip[0].length;
  }
  return at >= text.length ? 0 : at;
}

/** `Returns the state of a site: …` is no label before the words. */
function isClause(text: string): boolean {
  const all = sentenceWords(text);
  const hit = all.length > 1 ? verbAt(all, 0) : undefined;
  if (hit === undefined || hit.form === 'past' || /^[^\p{L}]/u.test(text)) return false;
  return !nouns.has(all[0]?.text ?? '') || articles.has(all[hit.length]?.text ?? '');
}

function headVerb(
  all: readonly Word[],
  order: number,
):
  | {
      at: number;
      verb: string;
      form: ReturnType<typeof verbAt> extends infer T ? (T extends { form: infer F } ? F : never) : never;
      length: number;
      isNoun: boolean;
    }
  | undefined {
  for (let at = 0; at < Math.min(all.length, longestLead); at += 1) {
    const text = all[at]?.text ?? '';
    const before = all[at - 1]?.text;
    if (text === 'use' || text === 'using') {
      const to = all.findIndex((word, i) => i > at && i < at + 12 && word.text === 'to');
      if (to > 0 && verbAt(all, to + 1)) {
        at = to;
        continue;
      }
    }
    if (
      leadIn.has(text) &&
      !(at === 0 && (text === 'call' || text === 'help') && !['this', 'to', 'when'].includes(all[1]?.text ?? ''))
    )
      continue;
    if (at === 0 && ordinals.has(text) && all.length > 2) return undefined;
    const hit = verbAt(all, at) ?? foreignHead(text, at);
    if (hit && hit.form !== 'past') {
      const afterArticle = before !== undefined && articles.has(before);
      if (afterArticle) return undefined;
      // Second sentences count only where they open with the verb.
      if (order > 0 && at > 3 && before !== 'to') return undefined;
      if (isPlural(all, at, hit.length)) return undefined;
      return { at, ...hit, isNoun: isNounHere(all, at, hit.length) };
    }
    if (before !== undefined && articles.has(before) && !plainThings.has(text)) return undefined;
    if (plainThings.has(text)) continue;
    // `Tool for deleting files`, `Search tool to find`: a noun before `to` or `for`.
    const next = all[at + 1]?.text;
    if (at < 4 && next !== undefined && ['to', 'for', 'that', 'will', 'tool'].includes(next)) continue;
    if (/ly$/.test(text)) continue;
    return undefined;
  }
  return undefined;
}

/** `Next buses at a stop`: which of them, not what is done. */
const ordinals = new Set(words('next previous'));

/** `Contest a dispute`, `Extrudes the sketch`: a word before an article is a verb, known or not. */
function unknownVerb(all: readonly Word[]): Word | undefined {
  const [first, second] = all;
  if (!first || !second || first.after || second.after || !/^[a-z]{3,20}$/.test(first.text)) return undefined;
  if (
    !opensObject.has(second.text) ||
    prepositions.has(first.text) ||
    leadIn.has(first.text) ||
    noVerbs.has(first.text)
  )
    return undefined;
  return verbAt(all, 0) ? undefined : first;
}
const opensObject = new Set(words('a an the your this these its'));
const noVerbs = new Set(
  words(
    'all both just only like not what how why who also here there does did have had being and but yes see whether both half such quite rather even still once twice upon despite except plus minus versus unlike never always often',
  ),
);

/** The `DELETE` of `Run an INSERT or DELETE statement` names a statement. */
const isShouted = (text: string, all: readonly Word[], at: number, head: number) =>
  isUpper(text, all[at]) && !isUpper(text, all[head]);
const isUpper = (text: string, word: Word | undefined) =>
  word !== undefined && word.end - word.start > 3 && /^[A-Z]+$/.test(text.slice(word.start, word.end));

function foreignHead(text: string, at: number): { verb: string; form: 'base'; length: number } | undefined {
  const verb = foreignVerb(text);
  return verb !== undefined && at < 3 && !isAlsoEnglish(text) ? { verb, form: 'base', length: 1 } : undefined;
}

/** `Rates of a currency`, `Notes that hold a word`, `Bids and asks`: more than one of a thing. */
function isPlural(all: readonly Word[], at: number, length: number): boolean {
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
function isNounHere(all: readonly Word[], at: number, length: number): boolean {
  const text = all[at]?.text ?? '';
  if (isPlural(all, at, length)) return true;
  if (!nouns.has(text) && !nouns.has(verbAt(all, at)?.verb ?? '')) return false;
  const next = all[at + length]?.text;
  if (next === undefined) return true;
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
    'to',
    'that',
    'which',
  ].includes(next);
}

function negated(all: readonly Word[], at: number): boolean {
  return all
    .slice(Math.max(0, at - 1), at + 3)
    .some(({ text }) => /^(?:not|never|without|cannot|doesn't|don't|won't)$/.test(text));
}

function actAt(all: readonly Word[], at: number, known: string, length: number, sentence: Sentence, facts: Facts): Act {
  const isForeign = length === 1 && verbAt(all, at) === undefined;
  const { object, heads, context, from } = foreignly(objectPhrase(all, at + length), isForeign);
  return {
    verb: meant(known, all, at + length),
    object,
    heads,
    head: heads[0] ?? '',
    context,
    from,
    source: 'description',
    place: 'description',
    span: [sentence.start + (all[at]?.start ?? 0), sentence.start + (all[at + length - 1]?.end ?? 0)],
    facts,
  };
}

/** `Cria um pedido de compra`: the things by their English names. */
function foreignly(phrase: ObjectPhrase, isForeign: boolean): ObjectPhrase {
  if (!isForeign) return phrase;
  const things = phrase.object.map(latinThing);
  const known = things.filter((word, i) => word !== phrase.object[i]);
  return { ...phrase, object: things, heads: known.length > 0 ? known : phrase.heads };
}

/** `Say what a picture shows` shows, `Turn speech into text` converts, `Take a track off a list` removes. */
function meant(verb: string, all: readonly Word[], at: number): string {
  const next = all[at]?.text ?? '';
  const near = all.slice(at, at + 24).map(({ text }) => singular(text));
  if (
    /^(?:say|tell|check|note|report)$/.test(verb) &&
    /^(?:what|whether|how|which|why|if|that|who|when|where)$/.test(next)
  )
    return 'show';
  if (/^(?:suggest|explain|show|describe|recommend|advise)$/.test(verb) && next === 'how') return 'advisehow';
  // `Accepts a list of messages and returns …` speaks of what goes in.
  if (verb === 'accept' && (next === 'a' || next === 'an') && near.includes('return')) return 'take';
  if (verb === 'remove' && next === 'and' && near[1] === 'return') return 'pop';
  if (verb === 'turn' && near.includes('into')) return 'convert';
  if (verb === 'take' && near.includes('off')) return 'remove';
  return verb;
}

/** In `create, update or delete rows` the rows are the object of all three. */
function spread(acts: Act[]): Act[] {
  const last = acts.findLast(({ object }) => object.length > 0);
  return acts.map((act) =>
    act.object.length > 0 && !isBareVerbs(act)
      ? act
      : last
        ? { ...act, object: last.object, heads: last.heads, head: last.head, context: last.context, from: last.from }
        : act,
  );
}
const isBareVerbs = ({ object }: Act) => object.length > 0 && object.every((word) => !prepositions.has(word)) && false;

function foreignActs(sentence: Sentence, hits: ReturnType<typeof cjkVerbs>, facts: Facts): Act[] {
  // The verb stands first in Chinese (`删除文件`), last in Japanese (`ファイルを削除`).
  const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence.text.slice(0, 200));
  const chosen = japanese ? hits.slice(-1) : hits.slice(0, 1);
  const things = cjkThings(sentence.text.slice(0, 200));
  const heads = things.length > 0 ? things : facts.nameWords.slice(-1);
  return chosen.map(({ verb, start, end }) => ({
    verb,
    object: [...facts.nameWords.slice(1), ...things],
    heads,
    head: heads[0] ?? '',
    context: [],
    from: [],
    source: 'description',
    place: 'description',
    span: [sentence.start + start, sentence.start + end],
    facts,
  }));
}
