/** What the beginning of a description says the tool does. */
import type { Act, Facts } from './act.ts';
import { isAside, saysWhen } from './asides.ts';
import { headVerb } from './head-verb.ts';
import { cjkVerbs } from './languages.ts';
import { tellsOfThing } from './noun-acts.ts';
import { isNounHere } from './noun-or-verb.ts';
import { managing, opList } from './op-list.ts';
import { opening } from './opening.ts';
import { nouns, type VerbHit, verbAt } from './phrases.ts';
import { words } from './rule.ts';
import type { Sentence } from './sentences.ts';
import { actAt, foreignActs, spread } from './text-acts.ts';
import { unknownSecond, unknownVerb } from './unknown-verb.ts';
import { verbOf } from './verbs.ts';
import { sentenceWords, type Word } from './words.ts';

const followsVerb = new Set(
  words('the a an it them its their any all each this that new existing your one these those changes'),
);
/** `upgrade info`, `update history`: a thing. */
const compounds = new Set(
  words('info information details status metadata history options tips log logs settings notes'),
);
/** `… and open tickets`, `… and complete details`: which of them. */
const adjectives = new Set(words('open complete'));
/** `… and fix ideas`: what is said of a repair. */
const isIdea = (verb: string, next: string) =>
  /^(?:fix|repair|change|upgrade|migrate)$/.test(verb) && /^(?:idea|suggestion|hint|tip|recommendation)s?$/.test(next);
/** `… and submit URL`: where to. */
const isAddress = (verb: string, next: string) =>
  /^(?:submit|upload|download|share|edit|reset|redirect|checkout|login|join|invite|return)$/.test(verb) &&
  /^(?:url|link|endpoint|button|date|label)s?$/.test(next);
/** `… and make informed decisions`: what the caller makes of it. */
const isDecision = (verb: string, next: string) =>
  /^(?:make|take)$/.test(verb) &&
  /^(?:informed|better|smarter|data-driven|strategic|sound|timely|decisions?)$/.test(next);
/** What follows these describes, and is not done. */
const subordinate = new Set(words('whether including such which that where if because whose based'));
export type DescriptionReading = {
  acts: Act[];
  /** The sentence that the acts come from, or the first one. */
  sentence: Sentence | undefined;
  /** The verb may as well be a noun (`Search results for …`), or the sentence only says when to call. */
  isNoun: boolean;
  /** The first sentence names a thing, and nothing that is done. */
  isThing?: boolean;
  /** Which sentence it is; 0 is the first. */
  order?: number;
  /** A word that stands where the verb does and that no rule knows: `Discharge a patient`. */
  unknownVerb?: [start: number, end: number];
};

export function readDescription(sentences: readonly Sentence[], facts: Facts): DescriptionReading {
  const lead = sentences
    .slice(0, 4)
    .filter(({ text }) => /\p{L}{2}/u.test(text) && !isAside(text))
    .slice(0, 3);
  for (const [order, sentence] of lead.entries()) {
    if (order > 0 && sentence.masked) continue;
    const reading = readSentence(sentence, facts, order);
    if (order > 0 && reading.isNoun && tellsOfValue(sentence.text, facts)) continue;
    if (reading.acts.length > 0) return { ...reading, sentence, order };
    if (reading.unknownVerb && order === 0) return { ...reading, sentence };
  }
  const isThing = lead[0] !== undefined && tellsOfThing(openingWords(lead[0].text));
  return { acts: [], sentence: lead[0], isNoun: false, isThing };
}

function openingWords(sentence: string): Word[] {
  const text = sentence.slice(0, 600);
  const from = opening(text);
  return sentenceWords(text.slice(from), from);
}

/** `• trust — trust holdings`: what one value of a parameter picks. */
function tellsOfValue(text: string, { parameters }: Facts): boolean {
  const value = /^[^\p{L}]{0,8}([\w-]{2,60})["'`*]{0,4}\s{0,2}(?:[—–:=]|- )/u.exec(text)?.[1];
  return value !== undefined && parameters.some(({ values }) => values.some((one) => one.text === value));
}

function readSentence(sentence: Sentence, facts: Facts, order: number): Omit<DescriptionReading, 'sentence'> {
  const foreign = cjkVerbs(sentence.text.slice(0, 200).split(/[(（:：]/)[0] ?? '');
  const latinStart =
    /^[^\p{L}]*[A-Za-z]{3}/u.test(sentence.text) &&
    (verbAt(sentenceWords(sentence.text.slice(0, 60)), 0) !== undefined || foreign.length === 0);
  if (foreign.length > 0 && !latinStart) return { acts: foreignActs(sentence, foreign, facts), isNoun: false };
  const text = sentence.text.slice(0, 600);
  const all = openingWords(text);
  const found = headVerb(all, order);
  if (!found) return doesUnknown(unknownVerb(all, facts), sentence);
  const acts: Act[] = [];
  let at = found.at;
  const form = found.form;
  let isNoun = found.isNoun || saysWhen.test(text) || isNamed(found, all, facts);
  // `Create, update or delete …`: all verbs before the object are done.
  for (let steps = 0; steps < 8; steps += 1) {
    const hit = at === found.at ? found : listed(all, at);
    if (!hit) break;
    acts.push(actAt(all, at, hit.verb, hit.length, sentence, facts));
    const next = all[at + hit.length];
    const gap = text.slice(all[at + hit.length - 1]?.end ?? 0, next?.start ?? 0);
    if (!next) break;
    // `Update (rotate) a key`: the verb in brackets is done to the same thing.
    const gloss = /^ ?\($/.test(gap) && text[next.end] === ')' ? verbAt(all, at + hit.length) : undefined;
    if (gloss?.form === form && gloss.length === 1 && acts.length === 1 && acts[0])
      acts.push({ ...actAt(all, at + hit.length, gloss.verb, 1, sentence, facts) });
    if (/^\s?[,/&|+]/.test(gap) || next.text === 'and' || next.text === 'or') {
      let on = at + hit.length + (next.text === 'and' || next.text === 'or' ? 1 : 0);
      // `Dataset ops: list/schema/create/delete`: a word that is no verb stops nothing between slashes.
      while (!listed(all, on) && /^\s?\/$/.test(text.slice(all[on]?.end ?? 0, all[on + 1]?.start ?? 0))) on += 1;
      const more = listed(all, on);
      if (!more || more.form !== form || isShouted(text, all, on, found.at)) break;
      at = on;
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
      endsList(all, i, skip) ||
      isShouted(text, all, i + skip, found.at) ||
      /["'`]/.test(text[(all[i + skip]?.start ?? 0) - 1] ?? '')
    )
      continue;
    const after = all[i + skip + hit.length];
    const gap = text.slice(all[i + skip + hit.length - 1]?.end ?? 0, after?.start ?? 0);
    if (!after || /[^\s"'`*[]/.test(gap)) continue;
    // `… and run checks`, `… and return rows`: of these nouns, two are always done there.
    if (nouns.has(hit.verb) && hit.verb !== 'run' && hit.verb !== 'return' && !followsVerb.has(after.text)) continue;
    if (adjectives.has(hit.verb) && !followsVerb.has(after.text)) continue;
    if (
      isIdea(hit.verb, after.text) ||
      isAddress(hit.verb, after.text) ||
      isDecision(hit.verb, after.text) ||
      compounds.has(after.text) ||
      (hit.form === 'third' && ['by', 'of', 'with', 'per'].includes(after.text))
    )
      continue;
    const extra = actAt(all, i + skip, hit.verb, hit.length, sentence, facts);
    if (/^(?:it|them)$/.test(all[i + skip + hit.length]?.text ?? ''))
      acts.push({ ...extra, object: acts[0]?.object ?? [], heads: acts[0]?.heads ?? [], head: acts[0]?.head ?? '' });
    else acts.push(extra);
  }
  const [first] = acts;
  const second = first?.verb === 'take' && acts.length === 1 ? unknownSecond(all, found.at) : undefined;
  if (second) return doesUnknown(second, sentence);
  if (first && managing.has(first.verb)) {
    const done = opList(all, found.at);
    // `Perform actions like create and get`: these, and no others.
    if (done.length > 0 && first.verb === 'perform') acts.shift();
    for (const { verb, at: place, length } of done) {
      const span: Act['span'] = [
        sentence.start + (all[place]?.start ?? 0),
        sentence.start + (all[place + length - 1]?.end ?? 0),
      ];
      acts.push({ ...first, verb, span });
    }
  }
  // `Use X to delete …` says more with its second verb.
  return { acts: spread(acts), isNoun };
}

const doesUnknown = (word: Word | undefined, { start }: Sentence): Omit<DescriptionReading, 'sentence'> => ({
  acts: [],
  isNoun: false,
  ...(word && { unknownVerb: [start + word.start, start + word.end] }),
});

/** A verb, also as the first part of `list/upload/delete_file`. */
function listed(all: readonly Word[], at: number): VerbHit | undefined {
  const hit = verbAt(all, at);
  const [first, second] = hit ? [] : (all[at]?.text ?? '').split('_');
  const inner = first && second ? verbOf(first) : undefined;
  return hit ?? (inner && { ...inner, length: 1 });
}

/** `list_indexes: Indexes on a table`: the word of the name that stands for a thing. */
function isNamed(
  { at, form, verb }: { at: number; form: string; verb: string },
  all: readonly Word[],
  { nameWords }: Facts,
) {
  const [first] = nameWords;
  return (
    form === 'third' &&
    first !== undefined &&
    first !== verb &&
    looks.has(first) &&
    (nameWords.includes(verb) || nameWords.includes(all[at]?.text ?? ''))
  );
}
const looks = new Set(words('list get show describe find search view count fetch'));

/** `A form with fields, rules and submit address`: the last of the things that it has. */
function endsList(all: readonly Word[], at: number, skip: number): boolean {
  if (skip > 1 || all[at]?.text !== 'and' || followsVerb.has(all[at + 2]?.text ?? '')) return false;
  const from = all.findLastIndex(({ text }, i) => i < at && (text === 'with' || text === 'including'));
  return from >= 0 && all.slice(from + 2, at + 1).some(({ after }) => after === 'comma');
}

/** The `DELETE` of `Run an INSERT or DELETE statement` names a statement. */
const isShouted = (text: string, all: readonly Word[], at: number, head: number) =>
  isUpper(text, all[at]) && !isUpper(text, all[head]);
const isUpper = (text: string, word: Word | undefined) =>
  word !== undefined && word.end - word.start > 3 && /^[A-Z]+$/.test(text.slice(word.start, word.end));

function negated(all: readonly Word[], at: number): boolean {
  return all
    .slice(Math.max(0, at - 1), at + 3)
    .some(({ text }) => /^(?:not|never|without|cannot|doesn't|don't|won't)$/.test(text));
}
