/** Which of the votes of a name and a text decides, where they do not say the same. */
import { type Category, categories } from '../domain.ts';
import type { Act } from './act.ts';
import type { ActRule } from './rule.ts';
import { words } from './rule.ts';
import { verbOf } from './verbs.ts';

export type Vote = { act: Act; rule: ActRule; category: Category; ambiguous: boolean; isNoun: boolean };

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

export const isWorse = (a: Category, b: Category) => categories.indexOf(a) > categories.indexOf(b);
export const worst = (list: readonly Category[]): Category => list.reduce((a, b) => (isWorse(b, a) ? b : a), 'read');

/** Verbs that only say that something is done; what it is stands in the text. */
export const lightVerbs = new Set(
  words(
    'run execute perform do make give demonstrate call invoke process handle manage operate control use trigger ask',
  ),
);

const handsBack = new Set(words('return provide suggest propose offer give'));
const reworks = new Set(words('fix refactor improve rewrite optimize polish correct repair enrich migrate'));
const greets = new Set(words('bootstrap initialize init onboard prime'));
const isGreeting = ({ act, rule }: Vote) =>
  (rule.id === 'run.start' || greets.has(act.verb)) &&
  act.object.every((word) => word === 'session' || word === 'conversation' || word === 'chat');

/** `order_list`: what is known of things. */
export const things = new Set(words('list history detail status info information statistic summary overview count'));
const answerForms = words('json yaml base64 svg markdown');
const saysNothing = new Set(words('change.manage change.otherwise'));

const isLight = ({ act, rule }: Vote) => lightVerbs.has(act.verb) && rule.ambiguous === true;

const isStart = (verb: string) => ['start', 'begin', 'launch', 'open', 'end', 'stop', 'close', 'run'].includes(verb);

const top = (votes: readonly Vote[]): Vote | undefined =>
  votes.reduce<Vote | undefined>(
    (a, b) =>
      a === undefined ||
      isWorse(b.category, a.category) ||
      (b.category === 'read' && a.category === 'read' && a.ambiguous && !b.ambiguous)
        ? b
        : a,
    undefined,
  );

const sources = new Set(words('configuration config code command script sql snippet template query statement'));

/** `isLater`: the text's votes are of a sentence after the first. */
export function decide(nameVotes: Vote[], textVotes: Vote[], isLater: boolean): Verdict {
  const votes = [...nameVotes, ...textVotes];
  const n = top(nameVotes);
  const t = top(textVotes);
  const by = (vote: Vote, pattern: Verdict['pattern']): Verdict => ({
    category: vote.category,
    vote,
    votes,
    pattern,
  });
  if (!n && !t) return { category: 'write', vote: undefined, votes, pattern: 'nothing' };
  if (!t && n) return by(n, n.ambiguous ? 'ambiguous-name' : 'name');
  if (!n && t) return by(t, t.ambiguous ? 'ambiguous-text' : 'text');
  if (!n || !t) return { category: 'write', vote: undefined, votes, pattern: 'nothing' };
  if (n.category === t.category)
    return by(n.ambiguous ? t : n, n.ambiguous && t.ambiguous ? 'both-ambiguous' : 'agree');
  const cut = [n, t].find(({ rule }) => ['change.detach', 'loss.link', 'loss.from-collection'].includes(rule.id));
  const lost = [n, t].find(
    ({ rule, act }) => rule.id === 'loss.entity' && ['remove', 'clear', 'drop'].includes(act.verb),
  );
  // `unassign`, explained as “Remove …”: a tie is cut.
  if (cut && lost) return by(cut, 'agree');
  // `unfollow`, explained as “Stop following …”.
  if (n.rule.id === 'change.detach' && t.rule.id === 'run.start' && t.act.verb === 'stop') return by(n, 'agree');
  // `delete_cycle_issue`, explained as “Remove an issue from a cycle”.
  const { nameWords } = n.act.facts;
  if (
    t.rule.id === 'loss.from-collection' &&
    n.rule.id === 'loss.entity' &&
    nameWords.includes(t.act.head) &&
    t.act.from.some((word) => word !== t.act.head && nameWords.includes(word))
  )
    return by(t, 'agree');
  // `delete_relation_record`, explained as “Delete a relation between two tasks”.
  if (
    t.rule.id === 'loss.link' &&
    n.rule.id === 'loss.entity' &&
    /^(?:relation|relationship|association|link|dependency)$/.test(t.act.head) &&
    n.act.object.includes(t.act.head)
  )
    return by(t, 'agree');
  // `fix_security`, explained as “Scan a file and return fixes”; `start_session`, as “Returns what was left open”.
  const isHandedBack =
    textVotes.every(({ category }) => category === 'read') &&
    textVotes.some(({ act, rule }) => handsBack.has(act.verb) || rule.id === 'look.load-context');
  if (isHandedBack && (n.rule.id === 'change.edit' ? reworks.has(n.act.verb) : isGreeting(n)))
    return by(t, 'text-over-name');
  // `refresh_catalogue`, explained as “Download the latest catalogue again”: what is held for the answers is renewed.
  if (
    n.act.verb === 'refresh' &&
    t.category === 'read' &&
    ['download', 'fetch', 'get', 'retrieve', 'load'].includes(t.act.verb) &&
    textVotes.length === 1 &&
    !n.act.object.some((word) => word === 'token' || word === 'session' || word === 'login')
  )
    return by(t, 'text-over-name');
  // `create_bug_report`, explained as “Generate a link to the form”.
  if (
    t.rule.id.startsWith('look.generate') &&
    n.rule.id === 'change.make' &&
    (t.act.head === 'link' || t.act.head === 'url')
  )
    return by(t, 'text-over-name');
  // `install_command`, explained as “Return the command …”: the answer is all there is.
  if (t.rule.id === 'look.form' && n.category === 'write') return by(t, 'text-over-name');
  // Money that moves takes a parameter to say how much.
  if (
    (t.rule.id === 'look.instructions' || t.rule.id === 'look.how') &&
    (n.category !== 'financial' || (t.act.verb === 'provide' && t.act.facts.parameters.length === 0))
  )
    return by(t, 'text-over-name');
  if (t.rule.id.startsWith('auth.') && n.rule.id === 'look.up' && !n.isNoun) return by(n, 'name-over-text');
  if (n.rule.id.startsWith('look.generate') && t.act.verb === 'make') return by(n, 'both-ambiguous');
  if (t.rule.id.startsWith('look.generate') && n.act.verb === 'make') return by(t, 'both-ambiguous');
  // `generate_settings`, explained as “Create settings as JSON”: a form in which it comes back.
  if (
    n.rule.id.startsWith('look.generate') &&
    t.rule.id === 'change.make' &&
    t.act.verb === 'create' &&
    answerForms.some((word) => t.act.facts.textWords.has(word)) &&
    !t.act.facts.parameters.some(({ key }) => /path|file|folder|dir$/.test(key))
  )
    return by(n, 'name-over-text');
  // `get_refund_list`, explained as “Refund list of …”: a title of nouns.
  if (n.rule.id === 'look.up' && n.act.facts.nameWords[0] === n.act.verb && things.has(t.act.object[0] ?? ''))
    return by(n, 'name-over-text');
  // `select_album`, explained as “Mark an album as the active one”.
  if (
    n.act.verb === 'select' &&
    n.category === 'read' &&
    ['mark', 'set', 'make'].includes(t.act.verb) &&
    t.category === 'write' &&
    t.act.context.some((word) => word === 'active' || word === 'current')
  )
    return by(n, 'name-over-text');
  // `attach`, explained as “Connect to an instance”.
  if (/^(?:attach|detach)$/.test(n.act.verb) && /^look\.(?:dis)?connect$/.test(t.rule.id))
    return by(t, 'text-over-name');
  // `create_index`, explained as “Generate the commands for creating an index”.
  if (
    t.rule.id.startsWith('look.generate') &&
    n.category === 'write' &&
    sources.has(t.act.head) &&
    t.act.context.some((word) => verbOf(word)?.verb === n.act.verb)
  )
    return by(t, 'text-over-name');
  if (n.ambiguous && !t.ambiguous) return by(t, 'text-over-name');
  if (t.ambiguous && !n.ambiguous) return by(n, 'name-over-text');
  const states = [n, t].find(({ act }) => ['enable', 'disable', 'activate', 'deactivate'].includes(act.verb));
  if (states === n && t.rule.id.startsWith('run.') && isStart(t.act.verb)) return by(n, 'name-over-text');
  // `save_sheet`, explained as “Triggers the save action”.
  if (t.rule.id === 'run.tool' && n.rule.id.startsWith('change.') && t.act.object.includes(n.act.verb))
    return by(n, 'name-over-text');
  // `session_start: Returns what was done before`: what is done when one begins or ends.
  if (
    ['start', 'end'].includes(n.act.verb) &&
    n.act.object.at(-1) === 'session' &&
    !isStart(t.act.verb) &&
    !t.ambiguous
  )
    return by(t, 'text-over-name');
  // `get_address`, explained as “Build an address” or “Compose an address”.
  if (n.rule.id === 'look.up' && !n.isNoun && (t.rule.id === 'run.build' || t.act.verb === 'compose'))
    return by(n, 'name-over-text');
  // A sentence after the first may raise what the name says, and not lower it.
  if (isLater && !n.isNoun && isWorse(n.category, t.category) && !saysNothing.has(n.rule.id))
    return by(n, 'name-over-text');
  if (n.rule.id === 'look.session' && ['change.edit', 'change.make'].includes(t.rule.id))
    return by(n, 'name-over-text');
  if (n.rule.id === 'change.queue' && t.rule.id === 'loss.entity') return by(n, 'agree');
  if (n.isNoun && !t.isNoun && t.ambiguous && !lightVerbs.has(t.act.verb)) return by(t, 'text-over-name');
  // `ask_archive`, explained as “Use this whenever you want to store …”: a question may be more than one.
  const isAsked = n.rule.id === 'look.ask' && isWorse(t.category, 'read');
  if (n.ambiguous && t.ambiguous && t.isNoun && !n.isNoun && !isAsked) return by(n, 'name-over-text');
  if (n.ambiguous && t.ambiguous)
    return by(
      isLight(n) === isLight(t) ? (isWorse(n.category, t.category) ? n : t) : isLight(n) ? t : n,
      'both-ambiguous',
    );
  return by(isWorse(n.category, t.category) ? n : t, 'conflict');
}
