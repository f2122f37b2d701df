/** What the beginning of a description says the tool does. */
import type { Act, Facts } from './act.ts';
import { isAside, saysWhen } from './asides.ts';
import { withoutBrackets } from './brackets.ts';
import { clauseActs, isShouted } from './clauses.ts';
import { headVerb } from './head-verb.ts';
import { cjkVerbs } from './languages.ts';
import { tellsOfThing } from './noun-acts.ts';
import { managing, opList } from './op-list.ts';
import { opening } from './opening.ts';
import { type VerbHit, verbAt } from './phrases.ts';
import { words } from './rule.ts';
import type { Sentence } from './sentences.ts';
import { actAt, bracketEnd, foreignActs, spread } from './text-acts.ts';
import { actionLines, bracketedActions, isOfRecord, toldActions } from './told-actions.ts';
import { unknownSecond, unknownVerb } from './unknown-verb.ts';
import { verbOf } from './verbs.ts';
import { sentenceWords, type Word } from './words.ts';

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
    if (order > 0 && (sentence.masked || isOfRecord(sentence.text, facts))) continue;
    const listed = [...toldActions(sentence, facts), ...(order === 0 ? bracketedActions(sentence, facts) : [])];
    if (listed.length > 0) return { acts: listed, sentence, isNoun: false, order };
    const reading = readSentence(sentence, facts, order);
    if (order > 0 && reading.isNoun && tellsOfValue(sentence.text, facts)) continue;
    const next = lead[order + 1];
    const verb = reading.acts[0]?.verb ?? '';
    const isOpen = managing.has(verb) || (reading.isNoun && facts.nameWords.includes(verb));
    const lines = isOpen || verb === '' ? actionLines(sentences, facts) : [];
    if (lines.length > 0) return { acts: lines, sentence, isNoun: false, order };
    const told = next && isOpen ? toldActions(next, facts) : [];
    if (reading.acts.length > 0) return { ...reading, acts: [...reading.acts, ...told], sentence, order };
    if (reading.unknownVerb && order === 0) return { ...reading, sentence };
  }
  const isThing = lead[0] !== undefined && tellsOfThing(openingWords(lead[0].text));
  return { acts: [], sentence: lead[0], isNoun: false, isThing };
}

function openingWords(sentence: string): Word[] {
  const text = withoutBrackets(sentence.slice(0, 600));
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
  const text = withoutBrackets(sentence.text.slice(0, 600));
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
    // `Pause (on hold), resume or cancel`: what stands in brackets only says how.
    const closing = /^ ?\($/.test(gap) && !gloss ? bracketEnd(text, all, at + hit.length) : undefined;
    if (closing !== undefined) {
      at = closing + 1;
      if (all[at]?.text === 'and' || all[at]?.text === 'or') at += 1;
      if (listed(all, at)?.form !== form) break;
      isNoun = false;
      continue;
    }
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
  acts.push(...clauseActs(all, { at, form, head: found.at }, acts[0], sentence, facts));
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
