/** What the later clauses of a sentence say is done besides. */
import type { Act, Facts } from './act.ts';
import { isNounHere } from './noun-or-verb.ts';
import { articles, nouns, verbAt } from './phrases.ts';
import { words } from './rule.ts';
import type { Sentence } from './sentences.ts';
import { actAt } from './text-acts.ts';
import type { VerbForm } from './verbs.ts';
import type { Word } from './words.ts';

const followsVerb = new Set(
  words('the a an it them its their any all each this that new existing your one these those changes'),
);
/** `upgrade info`, `update history`: a thing. */
const compounds = new Set(
  words(
    'info information details status metadata history options tips log logs settings notes snapshot snapshots stack stacks counts timestamps dates',
  ),
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
/** `… and post comments`, `… and file bugs`: left for others to read. */
const isLeft = (verb: string, next: string) =>
  verb === 'post'
    ? /^(?:comments?|repl(?:y|ies)|results|findings|feedback|suggestions|messages?)$/.test(next)
    : verb === 'file' && /^(?:issues|tickets|bugs)$/.test(next);
const adverbs = /^(?:then|also|optionally|automatically|immediately|permanently|even)$/;
/** `…, stores the result`: after a comma alone, a verb points at its object. */
const opensObject = new Set(words('the a an it them its their each'));

/**
 * `Get the order and send it`, `Creates a branch, then switches to it`: the acts after the one at `at`, which has the
 * form of the `head` of the sentence.
 */
export function clauseActs(
  all: readonly Word[],
  { at, form, head }: { at: number; form: VerbForm; head: number },
  lead: Act | undefined,
  sentence: Sentence,
  facts: Facts,
): Act[] {
  const text = sentence.text.slice(0, 600);
  const acts: Act[] = [];
  for (let i = at + 1; i < Math.min(all.length - 1, 60); i += 1) {
    const joiner = all[i]?.text;
    if (all[i]?.after === 'break' || subordinate.has(joiner ?? '')) break;
    const isJoined = joiner === 'and' || joiner === 'then' || joiner === 'or';
    if (!isJoined && all[i]?.after !== 'comma') continue;
    const skip = !isJoined ? 0 : adverbs.test(all[i + 1]?.text ?? '') ? 2 : 1;
    const hit = verbAt(all, i + skip);
    if (
      !hit ||
      hit.form !== form ||
      isNounHere(all, i + skip, hit.length) ||
      negated(all, i) ||
      endsList(all, i, skip) ||
      isPair(all, i, at) ||
      isShouted(text, all, i + skip, head) ||
      /["'`]/.test(text[(all[i + skip]?.start ?? 0) - 1] ?? '')
    )
      continue;
    const after = all[i + skip + hit.length];
    const gap = text.slice(all[i + skip + hit.length - 1]?.end ?? 0, after?.start ?? 0);
    if (!after || /[^\s"'`*[]/.test(gap)) continue;
    // `… and run checks`, `… and return rows`: of these nouns, two are always done there.
    const isDone = followsVerb.has(after.text) || isLeft(hit.verb, after.text);
    if (nouns.has(hit.verb) && hit.verb !== 'run' && hit.verb !== 'return' && !isDone) continue;
    if (!isJoined && !opensObject.has(after.text)) continue;
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
      acts.push({ ...extra, object: lead?.object ?? [], heads: lead?.heads ?? [], head: lead?.head ?? '' });
    else acts.push(extra);
  }
  return acts;
}

/** `A form with fields, rules and submit address`: the last of the things that it has. */
function endsList(all: readonly Word[], at: number, skip: number): boolean {
  if (skip > 1 || all[at]?.text !== 'and' || followsVerb.has(all[at + 2]?.text ?? '')) return false;
  const from = all.findLastIndex(({ text }, i) => i < at && (text === 'with' || text === 'including'));
  return from >= 0 && all.slice(from + 2, at + 1).some(({ after }) => after === 'comma');
}

/** `The undo and redo stacks`: which of them. */
const isPair = (all: readonly Word[], joiner: number, last: number): boolean =>
  joiner - 1 > last &&
  articles.has(all[joiner - 2]?.text ?? '') &&
  !nouns.has(all[joiner - 1]?.text ?? '') &&
  verbAt(all, joiner - 1)?.form === 'base' &&
  !followsVerb.has(all[joiner + 2]?.text ?? '');

function negated(all: readonly Word[], at: number): boolean {
  return all
    .slice(Math.max(0, at - 1), at + 3)
    .some(({ text }) => /^(?:not|never|without|cannot|doesn't|don't|won't)$/.test(text));
}

/** The `DELETE` of `Run an INSERT or DELETE statement` names a statement. */
export const isShouted = (text: string, all: readonly Word[], at: number, head: number) =>
  isUpper(text, all[at]) && !isUpper(text, all[head]);
const isUpper = (text: string, word: Word | undefined) =>
  word !== undefined && word.end - word.start > 3 && /^[A-Z]+$/.test(text.slice(word.start, word.end));
