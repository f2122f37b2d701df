/** Which word of a sentence says what the tool does. */
import { foreignVerb, isAlsoEnglish } from './languages.ts';
import { nominals, nounAct } from './noun-acts.ts';
import { isNounHere, isPlural, isWhat, ordinals } from './noun-or-verb.ts';
import { articles, nouns, prepositions, type VerbHit, verbAt } from './phrases.ts';
import { words } from './rule.ts';
import type { Word } from './words.ts';

/** Words before the verb: `This tool allows you to …`, `Use this function for …`. */
export const leadIn = new Set(
  words(`this the a an your our tool tools function endpoint command method operation utility helper api use used using to that allows allow you users user agents agent lets let enables enable for is can be will would helps help please call
  when want need it which should may provides-a ability way i it's its we allowing useful designed if not also simple simply quickly easily safely directly permanently immediately automatically interactively asynchronously async efficiently optionally batch bulk atomically explicitly manually
  programmatically intelligently dynamically partially fully completely irreversibly temporarily mcp wrapper primary main ideal by then first convenience shortcut powerful step now here must shall could might advanced unified high-level low-level meta remotely securely silently new v1 v2 v3 force forcefully forcibly beta go-to deprecated experimental recommended important note-that`),
);
const plainThings = new Set(
  words(
    'tool tools function endpoint service interface module plugin script server integration capability feature functionality command method operation utility helper api way wrapper ability simple convenience meta powerful unified advanced high-level low-level mcp shortcut batch bulk',
  ),
);
/** `Accepts names or ids.`, `Wraps a command.`: how it works. */
const workings = new Set(words('accepts wraps uses calls takes handles supports expects needs follows'));
const longestLead = 16;

export type HeadVerb = VerbHit & {
  at: number;
  /** It may as well be a noun. */
  isNoun: boolean;
};

/** The head verb of a sentence; `order` is the sentence's place, 0 for the first. */
export const headVerb = (all: readonly Word[], order: number): HeadVerb | undefined =>
  (order === 0 ? nounAct(all) : undefined) ?? activeVerb(all, order) ?? (order === 0 ? passive(all) : undefined);

function activeVerb(all: readonly Word[], order: number): HeadVerb | undefined {
  const start = afterCondition(all, order);
  for (let at = start; at < Math.min(all.length, longestLead); at += 1) {
    const text = all[at]?.text ?? '';
    const before = at > start ? all[at - 1]?.text : undefined;
    // `With this tool you can add`: by what, and not what.
    if (at === 0 && text === 'with' && all[1]?.text === 'this') continue;
    if (text === 'use' || text === 'using' || callsApi(all, at) || (order > 0 && at === 0 && setsParameter(all))) {
      const to = all.findIndex(
        (word, i) => i > at && i < at + 12 && word.text === 'to' && !asksHow.has(all[i - 1]?.text ?? ''),
      );
      if (to > 0 && verbAt(all, to + 1)) {
        at = to;
        continue;
      }
    }
    // `Lets the model write`, `Let a colleague know`.
    const knows = text === 'let' || text === 'lets' ? all.findIndex((one, i) => i < at + 6 && one.text === 'know') : -1;
    if (knows > at) return { at, verb: 'notify', form: 'base', length: 1, isNoun: false };
    if (
      leadIn.has(text) &&
      !(text === 'step' && /^(?:into|over|out|through|forward|back|backward)$/.test(all[at + 1]?.text ?? '')) &&
      !((text === 'enable' || text === 'enables') && !isEased(all, at + 1)) &&
      !(at === 0 && (text === 'call' || text === 'help') && !['this', 'to', 'when'].includes(all[1]?.text ?? ''))
    )
      continue;
    if (at === 0 && ordinals.has(text) && all.length > 2) return undefined;
    if (at === 0 && isWhat(all)) return undefined;
    const made = nominals.get(text);
    if (made !== undefined && all[at + 1]?.text === 'of')
      return { at, verb: made, form: 'base', length: 1, isNoun: false };
    const isLet = before !== undefined && articles.has(before) && lets.test(all[at - 2]?.text ?? '');
    if (isLet && !plainThings.has(text)) continue;
    const hit = verbAt(all, at) ?? foreignHead(text, at);
    if (hit && hit.form !== 'past') {
      const after = all[at + hit.length]?.text ?? '';
      // `The delete tool deletes`, `Request to delete`: what follows is done.
      if (before !== undefined && articles.has(before)) {
        if (!plainThings.has(after)) return undefined;
        at += hit.length;
        continue;
      }
      if (nouns.has(text) && after === 'to' && verbAt(all, at + hit.length + 1)?.form === 'base') {
        at += hit.length;
        continue;
      }
      // `A tool for text and images`: of these, only a gerund is done.
      if (before === 'for' && hit.form !== 'gerund') return undefined;
      // `Like search_orders, but …` compares.
      if (text === 'like' && after.includes('_')) return undefined;
      // `Continue editing the picture`: what goes on is what is done.
      const going =
        hit.verb === 'continue' || /^(?:authenticat|authoriz)ing/.test(after)
          ? verbAt(all, at + hit.length)
          : undefined;
      if (going?.form === 'gerund') return { at: at + hit.length, ...going, isNoun: false };
      // `Currently running tests`: which of them.
      if (hit.form === 'gerund' && before === 'currently') return undefined;
      // `Activating it enables …` goes on about what was said.
      if (order > 0 && hit.form === 'gerund' && at === 0) return undefined;
      // How it works is not what it does.
      if (order > 0 && workings.has(text)) return undefined;
      // Second sentences count only where they open with the verb.
      if (order > 0 && at > 3 && before !== 'to') return undefined;
      if (isPlural(all, at, hit.length)) return undefined;
      return deeper(all, at, hit) ?? { at, ...hit, isNoun: isNounHere(all, at, hit.length) };
    }
    const jump = toPlainThing(all, at);
    if (jump !== undefined) {
      at = jump;
      continue;
    }
    if (before !== undefined && articles.has(before) && !plainThings.has(text)) return undefined;
    if (plainThings.has(text) || (text === 'and' && /ly$/.test(before ?? '')) || /ly$/.test(text)) continue;
    if (before === 'wrapper' && (text === 'around' || text === 'over' || text === 'for')) continue;
    // `Tool for deleting files`, `Search tool to find`: a noun before `to` or `for`.
    const next = all[at + 1]?.text;
    if (at < 4 && next !== undefined && connectors.has(next)) continue;
    if (eases.has(text) && verbAt(all, at + 1)?.form === 'gerund') continue;
    return undefined;
  }
  return undefined;
}

/** `The text is stored as a note`: what is done to what stands before. */
function passive(all: readonly Word[]): HeadVerb | undefined {
  const be = all.findIndex(({ text, after }, i) => i > 0 && i < 7 && !after && /^(?:is|are|be|gets?)$/.test(text));
  const before = all.slice(0, Math.max(0, be));
  if (be < 0 || before.some(({ text }) => asks.has(text))) return undefined;
  const at = be + (/ly$/.test(all[be + 1]?.text ?? '') ? 2 : 1);
  const hit = verbAt(all, at);
  return hit?.form === 'past' && kept.has(hit.verb) ? { at, ...hit, form: 'base', isNoun: false } : undefined;
}
const asks = new Set(words('that which who where whether what how if when whose why'));
const kept = new Set(words('create save store write add insert send post publish apply submit update delete remove'));

/** `Calls the API to create a note`: bound by what follows. */
const callsApi = (all: readonly Word[], at: number) =>
  at === 0 &&
  /^(?:calls?|invokes?)$/.test(all[at]?.text ?? '') &&
  all.slice(1, 8).some(({ text }, i) => /^(?:api|endpoint|route)$/.test(text) && all[i + 2]?.text === 'to');
const lets = /^(?:lets?|allows?|enables?|permits?|helps?)$/;

/** `Set with_parts=true to search in parts`: what a parameter is for. */
const setsParameter = (all: readonly Word[]) => all[0]?.text === 'set' && all[1]?.text.includes('_') === true;
/** `Use when choosing how to run it`: which way, and not what is done. */
const asksHow = new Set(words('how what whether when where which'));
/** `Enables you to`, `Enables managing`; `Enables a feature` does it. */
const isEased = (all: readonly Word[], at: number) =>
  /^(?:you|users?|agents?|clients?|llms?|ai|developers|teams|to|the|your)$/.test(all[at]?.text ?? '') ||
  verbAt(all, at)?.form === 'gerund';
const connectors = new Set(words('to for that will tool lets allows enables helps'));
const eases = new Set(words('supports support facilitates facilitate supporting covers'));

/** `Given an id, delete …`, `In a project, create …`: the clause before the comma only says where and when. */
function afterCondition(all: readonly Word[], order: number): number {
  const first = all[0]?.text ?? '';
  const isWhen = order === 0 && (first === 'if' || first === 'when' || first === 'whenever');
  if (!conditions.has(first) && !isWhen) return 0;
  const at = all.findIndex(({ after }, i) => i > 1 && i < 14 && after === 'comma');
  if (at > 0 && order === 0 && (all[at]?.text === 'this' || all[at]?.text === 'it')) return at + 1;
  const hit = at > 0 ? verbAt(all, at) : undefined;
  if (isWhen && hit && /^(?:use|call|invoke|run|you|see|check|ask)$/.test(hit.verb)) return 0;
  return hit && (hit.form === 'base' || hit.form === 'third') ? at : 0;
}
const conditions = new Set(words('given in for with within inside from on based after before once at by across'));

/** `Acme API endpoint to delete`: words without meaning for us, up to a thing that does something. */
function toPlainThing(all: readonly Word[], at: number): number | undefined {
  for (let i = at + 1; i < Math.min(all.length - 1, at + 5); i += 1) {
    const text = all[i]?.text ?? '';
    if (prepositions.has(text) && text !== 'to') return undefined;
    if (!plainThings.has(text)) continue;
    const next = all[i + 1]?.text ?? '';
    if (['to', 'that', 'which', 'for', 'used', 'will', 'lets', 'allows'].includes(next)) return i;
    if (verbAt(all, i + 1)?.form === 'third') return i;
  }
  return undefined;
}

/** `Provides the ability to delete`, `Performs the deletion of`: the verb that matters stands further on. */
function deeper(all: readonly Word[], at: number, hit: VerbHit): HeadVerb | undefined {
  if (provides.has(hit.verb)) {
    for (let i = at + hit.length; i < Math.min(all.length - 2, at + 7); i += 1) {
      if (!means.has(all[i]?.text ?? '')) continue;
      const inner = verbAt(all, i + 2);
      const joiner = all[i + 1]?.text;
      if (inner && ((joiner === 'to' && inner.form === 'base') || (joiner === 'for' && inner.form === 'gerund')))
        return { at: i + 2, ...inner, isNoun: false };
    }
  }
  if (performs.has(hit.verb)) {
    for (let i = at + hit.length; i < Math.min(all.length - 1, at + 5); i += 1) {
      const made = nominals.get(all[i]?.text ?? '');
      if (made !== undefined && all[i + 1]?.text === 'of')
        return { at: i, verb: made, form: 'base', length: 1, isNoun: false };
    }
  }
  return undefined;
}
const provides = new Set(words('provide offer give expose implement add'));
const means = new Set(
  words(
    'ability way means functionality capability option interface tool tools method methods support function functions',
  ),
);
const performs = new Set(
  words('perform handle manage execute conduct do request initiate trigger control start run make'),
);

function foreignHead(text: string, at: number): { verb: string; form: 'base'; length: number } | undefined {
  const verb = foreignVerb(text);
  return verb !== undefined && at < 3 && !isAlsoEnglish(text) ? { verb, form: 'base', length: 1 } : undefined;
}
