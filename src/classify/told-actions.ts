/** The actions that a text lists where no parameter does: `Actions: create_track | remove_track | list`. */
import type { Act, Facts } from './act.ts';
import { readValue } from './name.ts';
import { words } from './rule.ts';
import type { Sentence } from './sentences.ts';

const opensList =
  /^\W{0,8}(?:(?:available|supported|possible|valid) )?(?:actions?|operations?|commands?|subcommands|methods|ops)(?: \([\w ]{1,30}\))?\s?[:=]\s?/iu;
const most = 24;
/** What was done by others, and is only told of. */
const records = new Set(words('log history audit event activity trail'));
/** `- delete: Delete a note`, in the lines after `Actions:`. */
const bullet = /^\s{0,8}(?:[-•*]|\d{1,2}[.)])\s{0,3}[`"'*]{0,3}([\w-]{2,40})[`"'*]{0,3}\s{0,2}(?:[:—–=(]|-\s|→|$)/u;
const mostLines = 60;
/** `Tickets (list, create, delete)`: verbs alone. */
const bracketed = /^[^\p{L}]{0,8}(?:[\p{L}-]{2,20} ){1,3}\(((?:[a-z_-]{2,30}\s?[,/|]\s?){1,15}[a-z_-]{2,30})\)/u;

const isRecord = ({ nameWords }: Facts) => nameWords.some((word) => records.has(word));
/** `Actions: create, delete` of a history: which of them are told of. */
export const isOfRecord = (text: string, facts: Facts) => isRecord(facts) && opensList.test(text);

/** Those of the lines after one that says `Actions:` and no more. */
export function actionLines(sentences: readonly Sentence[], facts: Facts): Act[] {
  const at = sentences.slice(0, 12).findIndex(({ text }) => opensList.exec(text)?.[0].length === text.length);
  if (at < 0 || isRecord(facts)) return [];
  const acts: Act[] = [];
  for (const { text, start } of sentences.slice(at + 1, at + 1 + mostLines)) {
    const value = bullet.exec(text)?.[1];
    const act = value === undefined ? undefined : actOf(value, start + text.indexOf(value), facts);
    if (act) acts.push(act);
    else if (value === undefined && !/^\s/.test(text)) break;
  }
  return acts.length > 1 ? acts : [];
}

/** Those in the bracket after a noun; none unless all that stands there is done. */
export function bracketedActions({ text, start }: Sentence, facts: Facts): Act[] {
  const found = bracketed.exec(text.slice(0, 300));
  const values = [...(found?.[1]?.matchAll(/[\w-]+/g) ?? [])];
  const from = start + (found?.[0].indexOf('(') ?? 0) + 1;
  const acts = values.flatMap(({ 0: value, index }) => actOf(value, from + index, facts) ?? []);
  return acts.length > 1 && acts.length === values.length ? acts : [];
}

function actOf(value: string, at: number, facts: Facts): Act | undefined {
  const read = readValue(value, facts.nameWords, facts);
  return read && !read.isNoun
    ? { ...read.act, source: 'description', place: 'description', span: [at, at + value.length] }
    : undefined;
}

/** None unless there are two at least, and most of them are verbs. */
export function toldActions({ text, start }: Sentence, facts: Facts): Act[] {
  const from = opensList.exec(text)?.[0].length;
  if (from === undefined || isRecord(facts)) return [];
  const items = [...text.slice(from, from + 500).matchAll(/[^|,/;]{1,80}/gu)].slice(0, most);
  const acts = items.flatMap(({ 0: item, index }): Act[] => {
    const value = /^[^\p{L}]{0,4}([\p{L}][\w-]{1,40})/u.exec(item);
    if (!value?.[1]) return [];
    const act = actOf(value[1], start + from + index + value[0].length - value[1].length, facts);
    return act ? [act] : [];
  });
  return acts.length > 1 && acts.length * 2 >= items.length ? acts : [];
}
