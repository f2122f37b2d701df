/** What the name says and what the text says, judged and weighed against each other. */
import type { Act } from './act.ts';
import { decide, lightVerbs, things, type Verdict, type Vote } from './decide.ts';
import { joined, type Reading } from './facts.ts';
import { judge } from './judge.ts';
import { nominals } from './noun-acts.ts';
import { nouns } from './phrases.ts';
import { words } from './rule.ts';
import { singular, type Word } from './words.ts';

/** Verbs of one family describe one act: `delete_item` and “Remove an item from a list”. */
const families = [
  words('delete remove erase drop clear purge wipe destroy discard'),
  words('cancel void abort'),
  words('generate create make produce synthesize'),
  words('transfer send move'),
  words('init initialize'),
  words('login authenticate authorize start initiate begin'),
].map((list) => new Set(list));
const sameFamily = (a: string, b: string) => a === b || families.some((family) => family.has(a) && family.has(b));

/** `deploy_get`, explained as “Retrieve …”. */
const lookVerbs = new Set(
  words('get list search describe show view find fetch count retrieve lookup return read display'),
);
const isSame = (a: string, b: string) => a === b || (lookVerbs.has(a) && lookVerbs.has(b));

/** `import_scan`, explained as “Scan a folder …”. */
const checking = new Set(words('scan check preview validate lint diff analyze verify inspect estimate'));

export function weigh(reading: Reading): Verdict {
  const { name, text } = reading;
  const textActs = consuming(sending(replacing(text.acts)));
  const nameActs = replacing(name.acts).map((act) => sameSense(act, textActs));
  const textVotes = textActs.flatMap((act) => {
    const twin = nameActs.find((one) => sameFamily(one.verb, act.verb));
    return vote(
      twin ? joined({ ...act }, twin.object.length > 0 ? { ...twin, head: act.head || twin.head } : act) : act,
      text.isNoun,
    );
  });
  const nameVotes = nameActs.flatMap((act) => {
    const twin = textActs.find((one) => sameFamily(one.verb, act.verb));
    // `pdf_resume: Generate a resume`: what the name ends with is made, not done.
    const isMade =
      act.span[0] > 0 &&
      !isLoss(act.verb) &&
      textActs.some(
        (one) => one !== twin && one.object[0] !== undefined && one.heads.includes(act.verb) && one.verb !== act.verb,
      );
    return vote(
      twin ? { ...joined(act, twin), span: act.span } : act,
      name.isNoun || isMade || isKnown(act, textActs, name.own),
    );
  });
  // `deploy_get`, explained as “Get a deployment”: the first word is only the field.
  const isField =
    nameActs.length === 1 &&
    !lookVerbs.has(nameActs[0]?.verb ?? '') &&
    textActs.length > 0 &&
    ((name.isNoun &&
      textActs.length === 1 &&
      textActs[0]?.verb !== nameActs[0]?.verb &&
      textActs[0]?.verb === name.own.at(-1)?.text) ||
      textActs.every(({ verb }) => name.later.some((one) => isSame(one, verb))) ||
      (checking.has(textActs[0]?.verb ?? '') &&
        !lightVerbs.has(nameActs[0]?.verb ?? '') &&
        name.own.at(-1)?.text === textActs[0]?.verb));
  // `order_items`, explained as “Items of an order”: nothing is done.
  const isOf =
    name.isNoun || (nouns.has(nameActs[0]?.verb ?? '') && opensWith(text.sentence?.text ?? '', name.own.at(-1)?.text));
  if (isOf && text.isThing && textActs.length === 0 && nameVotes[0]?.category !== 'read') return decide([], [], false);
  // `signal_data`, explained as “Signal data”: nothing is done.
  const [first] = textActs;
  if (
    name.isNoun &&
    text.isNoun &&
    nameActs.length === 1 &&
    first?.verb === nameActs[0]?.verb &&
    first !== undefined &&
    (things.has(first.object[0] ?? '') || first.object[0] === 'data')
  )
    return decide([], [], false);
  return decide(isField ? [] : nameVotes, answering(textVotes), (text.order ?? 0) > 0);
}

/** `run_steps`, explained as “Steps of a run”. */
const opensWith = (sentence: string, word: string | undefined) =>
  word !== undefined && word === /^\W{0,8}(\p{L}{2,30})/u.exec(sentence)?.[1]?.toLowerCase();

/** `Run the linter and return its findings`: a check, whose findings are all there is. */
function answering(votes: Vote[]): Vote[] {
  const returned = votes.some(
    ({ act, rule }) => rule.id === 'look.up' && act.object.some((word) => findings.has(word)) && act.verb === 'return',
  );
  return returned ? votes.filter(({ rule }) => rule.id !== 'run.any') : votes;
}
const findings = new Set(
  words('issue hint finding diagnostic violation warning error score metric recommendation suggestion'),
);

/** `confirm_exists: Confirm that it exists`: the name means by its verb what the text means by it. */
const sameSense = (act: Act, textActs: readonly Act[]): Act => {
  const verb = textActs.find(({ said }) => said === act.verb)?.verb;
  return verb === undefined ? act : { ...act, verb };
};

/** `printer_update_status: Get the update status of a printer`: what is known of it. */
function isKnown({ verb, span }: Act, textActs: readonly Act[], own: readonly Word[]): boolean {
  const [first] = textActs;
  // `change_detection: Detects changes`: the last noun is what is done, to the first.
  const last = own.at(-1);
  const done = last && last.start > span[0] ? nominals.get(last.text) : undefined;
  if (done !== undefined && done === first?.verb && (nouns.has(verb) || verb === 'change')) return true;
  if (!first || !textActs.every((one) => lookVerbs.has(one.verb) || one.verb === 'check')) return false;
  const next = singular(own[own.findIndex(({ start }) => start === span[0]) + 1]?.text ?? '');
  const at = first.object.indexOf(verb);
  if (at >= 0 && next !== '' && first.object[at + 1] === next) return true;
  // `order_cancel_reasons: List reasons to cancel an order`.
  return span[0] > 0 && first.head === next && next === singular(own.at(-1)?.text ?? '') && knowledge.has(next);
}
const knowledge = new Set(words('status state history log progress plan reason option window policy quota limit'));

const isLoss = (verb: string) => families[0]?.has(verb) === true || families[1]?.has(verb) === true;

function vote(act: Act, isNoun: boolean): Vote[] {
  const rule = judge(act);
  // A word that may be a noun, and that no rule knows with this object, is one: `book details`.
  if (isNoun && (rule?.id === 'change.otherwise' || rule?.id === 'change.effect')) return [];
  return rule ? [{ act, rule, category: rule.category, ambiguous: isNoun || rule.ambiguous === true, isNoun }] : [];
}

/** `create or replace` puts the new in the place of the old, whole. */
function replacing(acts: readonly Act[]): readonly Act[] {
  const isMade = acts.some(({ verb }) =>
    ['create', 'add', 'write', 'insert', 'set', 'install', 'save', 'store', 'upload', 'define', 'register'].includes(
      verb,
    ),
  );
  return isMade ? acts.map((act) => (act.verb === 'replace' ? { ...act, verb: 'overwrite' } : act)) : acts;
}

/** `Receive a message and delete it`: taken off the queue, as it was asked for. */
const consuming = (acts: readonly Act[]): readonly Act[] =>
  acts.length === 2 && handsOut.has(acts[0]?.verb ?? '') && queued.has(acts[0]?.head ?? '')
    ? acts.map((act) => (act.verb === 'delete' || act.verb === 'remove' ? asConsumed(act, acts[0]) : act))
    : acts;
const asConsumed = (act: Act, first: Act | undefined): Act =>
  act.head === first?.head ? { ...act, verb: 'consume' } : act;
const handsOut = new Set(words('receive pull poll pop dequeue take'));
const queued = new Set(words('message job item task element entry event'));

/** A draft that is sent is gone from the drafts; nothing is lost. */
const sending = (acts: readonly Act[]): readonly Act[] =>
  acts.some(({ verb, object }) => verb === 'send' && object.includes('draft'))
    ? acts.filter(({ verb }) => verb !== 'remove' && verb !== 'delete')
    : acts;
