/** Nouns that say what is done: `Deletion of a file`, `Email verification`, `Overview of a project`. */
import type { HeadVerb } from './head-verb.ts';
import { articles, nouns, prepositions, verbAt } from './phrases.ts';
import { words } from './rule.ts';
import { singular, type Word } from './words.ts';

/** The act that a sentence of nouns alone names. */
export const nounAct = (all: readonly Word[]): HeadVerb | undefined => titleVerb(all) ?? lookOf(all) ?? guideTo(all);

/** `Email verification`, `Bulk record deletion`: a title of nouns, the last of which is an act. */
function titleVerb(all: readonly Word[]): HeadVerb | undefined {
  const at = all.length - 1;
  const made = at > 0 && at < 4 ? nominals.get(all[at]?.text ?? '') : undefined;
  const first = verbAt(all, 0);
  if (made === undefined || all.some(({ text, after }) => prepositions.has(text) || articles.has(text) || after))
    return undefined;
  if (first && !nouns.has(all[0]?.text ?? '')) return undefined;
  return { at, verb: made, form: 'base', length: 1, isNoun: false };
}

/** `Static security analysis of code`, `Overview of a project`: a thing to look at. */
function lookOf(all: readonly Word[]): HeadVerb | undefined {
  const of = all.findIndex(({ text }, i) => i > 0 && i < 7 && text === 'of');
  const noun = of > 0 ? (all[of - 1]?.text ?? '') : '';
  const verb = looksAt.get(noun) ?? (of > 1 ? (nominals.get(noun) ?? changes.get(noun)) : undefined);
  const before = all.slice(0, Math.max(0, of - 1));
  if (verb === undefined || before.some(({ text, after }) => prepositions.has(text) || after)) return undefined;
  return before.some((_, i) => ['base', 'third'].includes(verbAt(all, i)?.form ?? ''))
    ? undefined
    : { at: of - 1, verb, form: 'base', length: 1, isNoun: false };
}
/** `Setup guide for a printer`: a text to read. */
function guideTo(all: readonly Word[]): HeadVerb | undefined {
  const at = all.findIndex(({ text }, i) => i > 0 && i < 5 && guides.has(text));
  const next = all[at + 1];
  if (at < 0 || !(next === undefined || next.after || prepositions.has(next.text))) return undefined;
  const isTitle = all
    .slice(0, at)
    .every(({ text, after }, i) => !after && !prepositions.has(text) && (text === 'setup' || !verbAt(all, i)));
  return isTitle ? { at: at - 1, verb: 'show', form: 'base', length: 1, isNoun: false } : undefined;
}
const guides = new Set(words('guide guides tutorial walkthrough checklist'));
/** `Items of an order`, `Metrics for a run`: a thing that is told of, and nothing that is done. */
export function tellsOfThing(all: readonly Word[]): boolean {
  const at = all.findIndex(({ text }, i) => i > 0 && i < 5 && /^(?:of|for|in|on|from)$/.test(text));
  const thing = all[at - 1]?.text ?? '';
  const isMany = singular(thing) !== thing;
  if (at < 1 || (all[at]?.text !== 'of' && !isMany) || actionNoun.test(thing)) return false;
  return all.slice(0, at).every(({ text, after }, i) => {
    const hit = verbAt(all, i);
    const isLast =
      i === at - 1 && (hit?.form === 'third' || (i > 0 && nouns.has(text) && whichOne.has(all[0]?.text ?? '')));
    return !after && !prepositions.has(text) && (!hit || hit.form === 'past' || isLast);
  });
}
const whichOne = new Set(words('latest last current recent first the'));
const actionNoun =
  /(?:ing|tion|sion|ment|al|control|tools?|interface|access|support|wrapper|operations?|actions?|commands?|functions?|utility|utilities)$/;
const looksAt = new Map<string, string>(
  words(
    'scan:scan audit:audit review:review check:check summary:summarize overview:show breakdown:show comparison:compare analysis:analyze assessment:assess inspection:inspect list:list metadata:show log:show logs:show keys:show details:show rows:show entries:show statistics:show stats:show info:show information:show',
  ).map((pair): [string, string] => pair.split(':') as [string, string]),
);

/** `Two-way sync of notes`: these are acts only before an `of`. */
const changes = new Map<string, string>(words('sync update import backup merge').map((verb) => [verb, verb]));

/** Nouns that name an act: `deletion of a file`. */
export const nominals = new Map<string, string>(
  words(
    `deletion:delete removal:remove creation:create execution:execute deployment:deploy revocation:revoke restart:restart cancellation:cancel upload:upload modification:modify insertion:insert
    installation:install uninstallation:uninstall termination:terminate destruction:destroy submission:submit activation:activate deactivation:deactivate registration:register conversion:convert
    extraction:extract retrieval:retrieve validation:validate calculation:calculate migration:migrate restoration:restore rotation:rotate invocation:invoke publication:publish purchase:buy
    archival:archive assignment:assign duplication:duplicate renaming:rename addition:add editing:edit updating:update computation:calculate estimation:estimate comparison:compare detection:detect
    classification:classify translation:translate analysis:analyze shutdown:stop provisioning:provision synchronization:sync verification:verify generation:generate
    management:manage administration:manage`,
  ).map((pair): [string, string] => pair.split(':') as [string, string]),
);
