/** Where a verb leaves room for what a text or a flag says. */

import type { Verdict } from './decide.ts';
import type { Reading } from './facts.ts';
import type { TextFinding } from './text-effects.ts';

/** A text raises reads and jobs only where the verb leaves room for it. */
export function isRaisable(verdict: Verdict, { rule, span }: TextFinding, description: string): boolean {
  const quoteAfter = description.slice(span[0], span[1] + 8);
  if (rule.id === 'text.result-kept') return verdict.vote?.ambiguous === true;
  if (rule.id === 'text.overwrite' && /\bempty\b/iu.test(quoteAfter)) return false;
  if (rule.id === 'text.overwrite' && verdict.category === 'read')
    return ['load', 'open', 'pull', 'import', 'apply'].includes(verdict.vote?.act.verb ?? '');
  if (rule.id === 'text.overwrite' && /draft|reply/.test(verdict.votes[0]?.act.object.join(' ') ?? '')) return false;
  if (rule.id === 'text.job' || rule.id === 'text.pays-people')
    return verdict.votes.every(
      ({ act }) =>
        !['get', 'list', 'check', 'poll', 'wait', 'describe', 'show', 'search', 'find', 'read', 'query'].includes(
          act.verb,
        ),
    );
  if (rule.id === 'text.overwrite' || rule.id === 'text.drops-others')
    return (
      verdict.votes.length > 0 && verdict.votes.every(({ act }) => !['restart', 'stop', 'list'].includes(act.verb))
    );
  return true;
}

/** The whole call can be undone, options and all. */
export const isUndoable = ({ findings }: Reading) =>
  findings.some(({ rule, quote }) => rule.id === 'text.recoverable' && /\bundo(?:able|ne)\b/iu.test(quote)) &&
  !findings.some(({ rule }) => rule.id === 'text.permanent');

/** `overwrites if overwrite=true`: the flag says it better. */
export const isOptional = ({ parameters, description }: Reading, { span }: TextFinding) =>
  /\b(?:if|when|unless|set|with) \S{0,3}(?:overwrite|force|replace)/iu.test(
    description.slice(Math.max(0, span[0] - 40), span[1] + 40),
  ) && parameters.some(({ key }) => /overwrite|force|replace/.test(key));

export const isRecoverable = (verdict: Verdict, rule: string, { description }: Reading) =>
  ['loss.entity', 'loss.member', 'loss.from-collection'].includes(rule) &&
  !verdict.votes.some(({ act }) => ['empty', 'purge', 'destroy', 'wipe'].includes(act.verb)) &&
  !orForGood.test(description.slice(0, 4000));

/** `Moves it to the trash, or permanently deletes it`, `Set permanent=true to …`: one of two ways leaves none back. */
const orForGood =
  /\bor (?:(?:\S{1,16} )?permanently (?:delet|remov|eras)\w{1,3}|(?:delet|remov|eras)\w{1,3} (?:it |them |(?:the|a) \S{1,20} )?permanently)\b|\b(?:permanent|permanently|force|hard|hard_?delete|skip_?trash|purge)["'`]?\s?(?:=|:|is|to)\s?["'`]?true\b/iu;

/** Deleting is destructive with or without flags; a flag on a label that the text restricted says nothing new. */
export const isOpenToOption = (id: string, rule: string) =>
  !(id === 'option.overwrite' && (rule.startsWith('run.ui') || rule === 'run.type-into')) &&
  !(id.startsWith('option.save') && (rule === 'auth.url' || rule === 'text.read-only'));
