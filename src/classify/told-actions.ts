/** The actions that a text lists where no parameter does: `Actions: create_track | remove_track | list`. */
import type { Act, Facts } from './act.ts';
import { readValue } from './name.ts';
import type { Sentence } from './sentences.ts';

const opensList =
  /^\W{0,8}(?:(?:available|supported|possible|valid) )?(?:actions?|operations?|commands?|subcommands|methods|ops)(?: \([\w ]{1,30}\))?\s?[:=]\s?/iu;
const most = 24;

/** None unless there are two at least, and most of them are verbs. */
export function toldActions({ text, start }: Sentence, facts: Facts): Act[] {
  const from = opensList.exec(text)?.[0].length;
  if (from === undefined) return [];
  const items = [...text.slice(from, from + 500).matchAll(/[^|,/;]{1,80}/gu)].slice(0, most);
  const acts = items.flatMap(({ 0: item, index }): Act[] => {
    const value = /^[^\p{L}]{0,4}([\p{L}][\w-]{1,40})/u.exec(item);
    const act = value?.[1] === undefined ? undefined : readValue(value[1], facts.nameWords, facts);
    if (!value?.[1] || !act || act.isNoun) return [];
    const at = start + from + index + value[0].length - value[1].length;
    return [{ ...act.act, source: 'description', place: 'description', span: [at, at + value[1].length] }];
  });
  return acts.length > 1 && acts.length * 2 >= items.length ? acts : [];
}
