/** Actions that only the descriptions of other parameters speak of. */
import type { Facts } from './act.ts';
import { type ActionRow, objectOf } from './action-row.ts';
import { judge } from './judge.ts';
import { readValue } from './name.ts';
import { verbAt } from './phrases.ts';
import { words } from './rule.ts';
import { nameWords } from './words.ts';

/** `Required for the update/delete actions`: what other parameters say of the actions that they are for. */
export function neededRows(facts: Facts): ActionRow[] {
  const rows = facts.parameters
    .filter(({ path, description }) => path.length === 1 && /action/iu.test(description))
    .flatMap((parameter) =>
      [...parameter.description.slice(0, 400).matchAll(neededFor)].flatMap(({ 0: whole, 1: list = '', index }) =>
        [...list.matchAll(/[a-z_]{3,30}/giu)].flatMap(({ 0: value, index: at }): ActionRow[] => {
          const reading = verbAt(nameWords(value), 0) && readValue(value, objectOf(facts), facts);
          const rule = reading && judge(reading.act);
          if (!rule || !reading || kinds.has(value.toLowerCase())) return [];
          const start = index + whole.indexOf(list) + at;
          const place = `${parameter.place}/description` as ActionRow['place'];
          const span: ActionRow['span'] = [start, start + value.length];
          return [{ parameter, value, category: rule.category, rule, place, span, isNoun: reading.isNoun }];
        }),
      ),
    );
  return new Set(rows.map(({ value }) => value.toLowerCase())).size > 1 ? rows : [];
}
const neededFor =
  /\b(?:for|by|in|with) (?:the )?((?:["'`]?[a-z_]{3,30}["'`]?(?:\/|, (?:and |or )?| and | or )){0,6}["'`]?[a-z_]{3,30}["'`]?) actions?\b/giu;
/** Kinds of actions, and none of them. */
const kinds = new Set(words('write read all other this that any each'));
