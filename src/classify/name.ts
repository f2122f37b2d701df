/** What a tool's name says it does. */
import type { Act, Facts } from './act.ts';
import { agentNoun, conversionAt, modifiers, safeLooks } from './name-forms.ts';
import { nominals } from './noun-acts.ts';
import { fields } from './nouns.ts';
import { nouns, objectPhrase, type VerbHit, verbAt } from './phrases.ts';
import { words } from './rule.ts';
import type { ServerNames } from './server-names.ts';
import { nameWords, singular, type Word } from './words.ts';

const glued: Record<string, string[]> = {
  createorupdate: ['create', 'update'],
  getorcreate: ['get', 'create'],
  createoredit: ['create', 'edit'],
  addorupdate: ['add', 'update'],
  createorreplace: ['create', 'replace'],
  findorcreate: ['find', 'create'],
};

export type NameReading = {
  words: Word[];
  /** The words without what the server puts before all of its names. */
  own: Word[];
  acts: Act[];
  /** Verbs after the one that was picked: `deploy_get`. */
  later: readonly string[];
  /** The verb may as well be a noun. */
  isNoun: boolean;
};

export function readName(name: string, names: ServerNames, facts: Facts): NameReading {
  const all = nameWords(name);
  const own = all.slice(names.prefixLength(all.map(({ text }) => text)));
  const start = own.findIndex(
    ({ text }, at) => !modifiers.has(text) || at === own.length - 1 || verbAt(own, at)?.length === 2,
  );
  const rest = own.slice(Math.max(0, start));
  if (rest.length > 2 && rest.at(-1)?.text === 'tool' && !['call', 'use'].includes(rest[0]?.text ?? '')) rest.pop();
  const picked = pickVerb(rest);
  // `flight_index`, `daily_report`: nothing is done.
  const isThing =
    picked?.isNoun && picked.at > 0 && picked.at === rest.length - 1 && things.has(rest[picked.at]?.text ?? '');
  if (!picked || isThing) return { words: all, own, acts: gluedActs(rest, facts), later: [], isNoun: false };
  const acts = [actAt(rest, picked.at, picked.hit, facts)];
  // `get_or_create`, `find_and_delete`: both are done.
  for (let at = picked.at + picked.hit.length; at + 1 < rest.length; at += 1) {
    const joiner = rest[at]?.text;
    const hit = verbAt(rest, at + 1);
    if (
      (joiner === 'or' || joiner === 'and') &&
      hit?.form === 'base' &&
      (!nouns.has(rest[at + 1]?.text ?? '') || at === picked.at + 1)
    )
      acts.push(actAt(rest, at + 1, hit, facts));
  }
  const later = [picked.at + 1, rest.length - 1].flatMap((at) => {
    if (at <= picked.at) return [];
    // `drift_detection`, explained as “Detects …”.
    const made = nominals.get(rest[at]?.text ?? '');
    if (made !== undefined && isLook.test(made)) return [made];
    const hit = verbAt(rest, at);
    return hit?.form === 'base' && (!nouns.has(hit.verb) || safeLooks.has(hit.verb)) ? [hit.verb] : [];
  });
  return { words: all, own, acts, later, isNoun: picked.isNoun };
}

function pickVerb(all: readonly Word[]): { at: number; hit: VerbHit; isNoun: boolean } | undefined {
  const candidates: { at: number; hit: VerbHit }[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const hit = verbAt(all, at);
    // `domain_by_compose_id`: what follows the preposition only says by which.
    const isBeyond = at > 1 && (all[at - 1]?.text === 'by' || all[at - 1]?.text === 'per');
    const isKey = all[at]?.text === 'key' && all[at + 1]?.text === 'value';
    if (hit && !isBeyond && !isKey && (hit.form === 'base' || (at === 0 && hit.form !== 'past')))
      candidates.push({ at, hit });
    if (hit?.length === 2) at += 1;
  }
  if (candidates.length > 1 && candidates[0]?.hit.form !== 'base') candidates.shift();
  const maker = agentNoun(all);
  if (maker) return maker;
  const [first] = candidates;
  if (!first || (first.at === 0 && nouns.has(all[0]?.text ?? ''))) {
    const conversion = conversionAt(all);
    if (conversion) return conversion;
  }
  if (!first) return undefined;
  // `labels-list` has its verb at the end; a lone plural is a noun.
  if (first.hit.form === 'third') return undefined;
  // `reporting_projects`: the field that the tool is of.
  if (first.hit.form === 'gerund' && (fields.has(all[0]?.text ?? '') || whatOf.has(singular(all.at(-1)?.text ?? ''))))
    return undefined;
  const isNoun = ({ at, hit }: { at: number; hit: VerbHit }) => hit.length === 1 && nouns.has(all[at]?.text ?? '');
  const plain = candidates.filter((one) => !isNoun(one));
  // The second half of a two-step action has the effect of the whole: `confirm_delete_group`.
  const confirmed = first.at === 0 && first.hit.verb === 'confirm' ? plain.find(({ at }) => at === 1) : undefined;
  if (confirmed) return { ...confirmed, isNoun: false };
  // `get_scenario_set`: what is got is a set.
  const last = plain.find(
    ({ at, hit }) =>
      at + hit.length === all.length &&
      !((all[at]?.text === 'set' || all[at]?.text === 'poll') && candidates.length > 1),
  );
  // `request_password_reset` asks for a letter.
  if (first.at === 0 && first.hit.verb === 'request' && all.at(-1)?.text === 'reset')
    return { ...first, isNoun: false };
  // `deploy_plan`, `sync_status`: what is known of it.
  if (first.at === 0 && all.length === 2 && jobs.has(first.hit.verb) && whatOf.has(singular(all[1]?.text ?? '')))
    return undefined;
  // `sync_stop`: what is done to the job.
  if (first.at === 0 && last && all.length === 2 && steered.has(first.hit.verb) && controls.has(last.hit.verb))
    return { ...last, isNoun: false };
  if (first.at === 0 && !isNoun(first)) return { ...first, isNoun: false };
  if (first.at === 0 && first.hit.verb === 'place' && placed.has(all[1]?.text ?? ''))
    return { ...first, isNoun: false };
  if (first.at === 0) {
    // `order_cancel`, `log_list_entries`: the plain verb is the verb, unless a preposition stands between (`search_by_read`).
    // `press_search` searches the press.
    const look = jobs.has(first.hit.verb)
      ? undefined
      : candidates.find(({ at, hit }) => at > 0 && at === all.length - 1 && hit.verb === 'search');
    const better = last ?? look ?? plain.find(({ at }) => at === 1 && first.hit.length === 1);
    if (!better && told.has(singular(all.at(-1)?.text ?? '')) && !safeLooks.has(first.hit.verb)) return undefined;
    // `plan_seed_data` may plan.
    const isPlan = better !== undefined && better.at === 1 && better !== last && plans.has(first.hit.verb);
    return better
      ? { ...better, isNoun: isPlan }
      : { ...first, isNoun: !safeLooks.has(first.hit.verb) && !runsSomething(all) };
  }
  // `page_get_lead_feed`: after `get` stands what is got.
  const better = plain[0]?.hit.verb === 'get' ? plain[0] : (last ?? plain[0]);
  if (better) return { ...better, isNoun: false };
  const tail = candidates.find(({ at, hit }) => at + hit.length === all.length) ?? first;
  return { ...tail, isNoun: true };
}

const isLook = /^(?:detect|analyze|validate|compare|calculate|estimate|classify|verify)$/;
const things = new Set(words('index report rate log stream market record'));
const plans = new Set(words('plan preview draft estimate'));
/** `run_live_session` runs; `run_details` are what is known of a run. */
const runsSomething = (all: readonly Word[]) =>
  all[0]?.text === 'run' && all.length > 1 && !aspects.has(singular(all.at(-1)?.text ?? ''));
const aspects = new Set(words('id log output result summary list count artifact note name status'));
const jobs = new Set(words('deploy build run test sync train release migrate crawl scan import restore'));
const steered = new Set([...jobs, 'download', 'upload', 'ingest', 'generate']);
const controls = new Set(words('start stop pause resume restart cancel abort'));
const whatOf = new Set(words('plan status preview diff log history report detail info metric stat'));
/** `order_details`: what is known of a thing. */
const told = new Set(words('detail history info information metric stat statistic'));
/** `place_bid` places, `place_details` does not. */
const placed = new Set(words('order orders bid bet trade limit market stop call'));

function actAt(all: readonly Word[], at: number, hit: VerbHit, facts: Facts): Act {
  const after = objectPhrase(all, at + hit.length, 20);
  const before = all.slice(0, at).map(({ text }) => singular(text));
  if (all[at]?.text === 'mkdir' || all[at]?.text === 'rmdir') before.push('directory');
  const object = after.object.length > 0 ? after.object : before;
  const heads = after.object.length > 0 ? after.heads : before.slice(-1);
  const from = all[at];
  const to = all[at + hit.length - 1];
  if (hit.verb === 'convert' && after.object.length === 0 && verbAt(all, at)?.verb !== 'convert')
    object.push(singular(from?.text ?? ''));
  return {
    verb: hit.verb,
    object,
    heads,
    head: heads[0] ?? '',
    context: after.object.length > 0 ? [...after.context, ...before] : after.context,
    from: after.object.length > 0 ? [...after.from, ...before] : after.from,
    source: 'name',
    place: 'name',
    span: [from?.start ?? 0, to?.end ?? 0],
    facts,
  };
}

function gluedActs(all: readonly Word[], facts: Facts): Act[] {
  const at = all.findIndex(({ text }) => Object.hasOwn(glued, text));
  const word = all[at];
  if (!word) return [];
  return (glued[word.text] ?? []).map((verb) => ({ ...actAt(all, at, { verb, form: 'base', length: 1 }, facts) }));
}

/** The act of one word or name, as a value of an enum is one; `fallback` is what it is done to where the value does not say. */
export function readValue(
  value: string,
  fallback: readonly string[],
  facts: Facts,
): { act: Act; isNoun: boolean } | undefined {
  const all = nameWords(value);
  const picked = pickVerb(all);
  if (!picked) return undefined;
  const act = actAt(all, picked.at, picked.hit, facts);
  const object = act.object.length > 0 ? act.object : fallback;
  const heads = act.object.length > 0 ? act.heads : fallback.slice(-1);
  return {
    act: {
      ...act,
      source: 'action',
      // `remove_issues` of a tool for sprints: out of the sprint.
      from: act.object.length > 0 ? [...act.from, ...fallback] : act.from,
      object,
      heads,
      head: heads[0] ?? '',
    },
    isNoun: picked.isNoun,
  };
}
