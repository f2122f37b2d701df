/** What the name says and what the text says, judged and weighed against each other. */
import type { Category } from '../domain.ts';
import type { Act } from './act.ts';
import { joined, type Reading } from './facts.ts';
import { judge } from './judge.ts';
import type { ActRule } from './rule.ts';
import { words } from './rule.ts';

type Vote = { act: Act; rule: ActRule; category: Category; ambiguous: boolean; isNoun: boolean };

export type Verdict = {
  category: Category;
  /** The vote that decided; absent where no verb is known. */
  vote: Vote | undefined;
  votes: Vote[];
  pattern:
    | 'agree'
    | 'name'
    | 'text'
    | 'ambiguous-name'
    | 'ambiguous-text'
    | 'name-over-text'
    | 'text-over-name'
    | 'both-ambiguous'
    | 'conflict'
    | 'nothing'
    | 'noun-phrase';
};

const order: readonly Category[] = ['read', 'write', 'execute', 'destructive', 'financial'];
export const isWorse = (a: Category, b: Category) => order.indexOf(a) > order.indexOf(b);
export const worst = (list: readonly Category[]): Category => list.reduce((a, b) => (isWorse(b, a) ? b : a), 'read');

/** Verbs of one family describe one act: `delete_item` and “Remove an item from a list”. */
const families = [
  words('delete remove erase drop clear purge wipe destroy'),
  words('cancel void abort'),
  words('generate create make produce synthesize'),
  words('transfer send move'),
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

/** Verbs that only say that something is done; what it is stands in the text. */
const lightVerbs = new Set(
  words(
    'run execute perform do make give demonstrate call invoke process handle manage operate control use trigger ask',
  ),
);

const handsBack = new Set(words('return provide suggest propose offer give'));
const reworks = new Set(words('fix refactor improve rewrite optimize polish correct repair enrich migrate'));
const isGreeting = ({ act, rule }: Vote) =>
  rule.id === 'run.start' &&
  act.object.every((word) => word === 'session' || word === 'conversation' || word === 'chat');

const things = new Set(words('list history detail status info information statistic summary overview count'));
const saysNothing = new Set(words('change.manage change.otherwise'));

const isLight = ({ act, rule }: Vote) => lightVerbs.has(act.verb) && rule.ambiguous === true;

export function weigh(reading: Reading): Verdict {
  const { name, text } = reading;
  const nameActs = replacing(name.acts);
  const textActs = sending(replacing(text.acts));
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
    return vote(twin ? { ...joined(act, twin), span: act.span } : act, name.isNoun || isMade);
  });
  // `deploy_get`, explained as “Get a deployment”: the first word is only the field.
  const isField =
    nameActs.length === 1 &&
    !lookVerbs.has(nameActs[0]?.verb ?? '') &&
    textActs.length > 0 &&
    (textActs.every(({ verb }) => name.later.some((one) => isSame(one, verb))) ||
      (checking.has(textActs[0]?.verb ?? '') &&
        !lightVerbs.has(nameActs[0]?.verb ?? '') &&
        name.own.at(-1)?.text === textActs[0]?.verb));
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
    return combine([], [], false);
  return combine(isField ? [] : nameVotes, answering(textVotes), (text.order ?? 0) > 0);
}

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

const isStart = (verb: string) => ['start', 'begin', 'launch', 'open', 'end', 'stop', 'close', 'run'].includes(verb);

const isLoss = (verb: string) => families[0]?.has(verb) === true || families[1]?.has(verb) === true;

function vote(act: Act, isNoun: boolean): Vote[] {
  const rule = judge(act);
  // A word that may be a noun, and that no rule knows with this object, is one: `book details`.
  if (isNoun && rule?.id === 'change.otherwise') return [];
  return rule ? [{ act, rule, category: rule.category, ambiguous: isNoun || rule.ambiguous === true, isNoun }] : [];
}

/** `create or replace` puts the new in the place of the old, whole. */
function replacing(acts: readonly Act[]): readonly Act[] {
  const isMade = acts.some(({ verb }) => ['create', 'add', 'write', 'insert', 'set'].includes(verb));
  return isMade ? acts.map((act) => (act.verb === 'replace' ? { ...act, verb: 'overwrite' } : act)) : acts;
}

/** A draft that is sent is gone from the drafts; nothing is lost. */
const sending = (acts: readonly Act[]): readonly Act[] =>
  acts.some(({ verb, object }) => verb === 'send' && object.includes('draft'))
    ? acts.filter(({ verb }) => verb !== 'remove' && verb !== 'delete')
    : acts;

const top = (votes: readonly Vote[]): Vote | undefined =>
  votes.reduce<Vote | undefined>((a, b) => (a === undefined || isWorse(b.category, a.category) ? b : a), undefined);

function combine(nameVotes: Vote[], textVotes: Vote[], isLater: boolean): Verdict {
  const votes = [...nameVotes, ...textVotes];
  const n = top(nameVotes);
  const t = top(textVotes);
  const decide = (vote: Vote, pattern: Verdict['pattern']): Verdict => ({
    category: vote.category,
    vote,
    votes,
    pattern,
  });
  if (!n && !t) return { category: 'write', vote: undefined, votes, pattern: 'nothing' };
  if (!t && n) return decide(n, n.ambiguous ? 'ambiguous-name' : 'name');
  if (!n && t) return decide(t, t.ambiguous ? 'ambiguous-text' : 'text');
  if (!n || !t) return { category: 'write', vote: undefined, votes, pattern: 'nothing' };
  if (n.category === t.category)
    return decide(n.ambiguous ? t : n, n.ambiguous && t.ambiguous ? 'both-ambiguous' : 'agree');
  const cut = [n, t].find(({ rule }) => ['change.detach', 'loss.link', 'loss.from-collection'].includes(rule.id));
  const lost = [n, t].find(
    ({ rule, act }) => rule.id === 'loss.entity' && ['remove', 'clear', 'drop'].includes(act.verb),
  );
  // `unassign`, explained as “Remove …”: a tie is cut.
  if (cut && lost) return decide(cut, 'agree');
  // `delete_cycle_issue`, explained as “Remove an issue from a cycle”.
  const { nameWords } = n.act.facts;
  if (
    t.rule.id === 'loss.from-collection' &&
    n.rule.id === 'loss.entity' &&
    nameWords.includes(t.act.head) &&
    t.act.from.some((word) => word !== t.act.head && nameWords.includes(word))
  )
    return decide(t, 'agree');
  // `delete_relation_record`, explained as “Delete a relation between two tasks”.
  if (
    t.rule.id === 'loss.link' &&
    n.rule.id === 'loss.entity' &&
    /^(?:relation|relationship|association|link|dependency)$/.test(t.act.head) &&
    n.act.object.includes(t.act.head)
  )
    return decide(t, 'agree');
  // `fix_security`, explained as “Scan a file and return fixes”; `start_session`, as “Returns what was left open”.
  const isHandedBack =
    textVotes.every(({ category }) => category === 'read') && textVotes.some(({ act }) => handsBack.has(act.verb));
  if (isHandedBack && (n.rule.id === 'change.edit' ? reworks.has(n.act.verb) : isGreeting(n)))
    return decide(t, 'text-over-name');
  // `create_bug_report`, explained as “Generate a link to the form”.
  if (
    t.rule.id.startsWith('look.generate') &&
    n.rule.id === 'change.make' &&
    (t.act.head === 'link' || t.act.head === 'url')
  )
    return decide(t, 'text-over-name');
  // `install_command`, explained as “Return the command …”: the answer is all there is.
  if ((t.rule.id === 'look.instructions' || t.rule.id === 'look.how') && n.category !== 'financial')
    return decide(t, 'text-over-name');
  if (t.rule.id.startsWith('auth.') && n.rule.id === 'look.up' && !n.isNoun) return decide(n, 'name-over-text');
  if (n.rule.id.startsWith('look.generate') && t.act.verb === 'make') return decide(n, 'both-ambiguous');
  if (t.rule.id.startsWith('look.generate') && n.act.verb === 'make') return decide(t, 'both-ambiguous');
  // `get_refund_list`, explained as “Refund list of …”: a title of nouns.
  if (n.rule.id === 'look.up' && n.act.facts.nameWords[0] === n.act.verb && things.has(t.act.object[0] ?? ''))
    return decide(n, 'name-over-text');
  if (n.ambiguous && !t.ambiguous) return decide(t, 'text-over-name');
  if (t.ambiguous && !n.ambiguous) return decide(n, 'name-over-text');
  const states = [n, t].find(({ act }) => ['enable', 'disable', 'activate', 'deactivate'].includes(act.verb));
  if (states === n && t.rule.id === 'run.start') return decide(n, 'name-over-text');
  // `session_start: Returns what was done before`: what is done when one begins or ends.
  if (
    ['start', 'end'].includes(n.act.verb) &&
    n.act.object.at(-1) === 'session' &&
    !isStart(t.act.verb) &&
    !t.ambiguous
  )
    return decide(t, 'text-over-name');
  // `get_address`, explained as “Build an address”.
  if (n.rule.id === 'look.up' && !n.isNoun && t.rule.id === 'run.build') return decide(n, 'name-over-text');
  // A sentence after the first may raise what the name says, and not lower it.
  if (isLater && !n.isNoun && isWorse(n.category, t.category) && !saysNothing.has(n.rule.id))
    return decide(n, 'name-over-text');
  if (n.rule.id === 'look.session' && ['change.edit', 'change.make'].includes(t.rule.id))
    return decide(n, 'name-over-text');
  if (n.rule.id === 'change.queue' && t.rule.id === 'loss.entity') return decide(n, 'agree');
  if (n.isNoun && !t.isNoun && t.ambiguous && !lightVerbs.has(t.act.verb)) return decide(t, 'text-over-name');
  if (n.ambiguous && t.ambiguous && t.isNoun && !n.isNoun) return decide(n, 'name-over-text');
  if (n.ambiguous && t.ambiguous)
    return decide(
      isLight(n) === isLight(t) ? (isWorse(n.category, t.category) ? n : t) : isLight(n) ? t : n,
      'both-ambiguous',
    );
  return decide(isWorse(n.category, t.category) ? n : t, 'conflict');
}
