/** Tools of several actions: each value of an action enum is judged like a tool of its own. */
import type { Category } from '../domain.ts';
import type { Facts } from './act.ts';
import { type ActionRow, objectOf } from './action-row.ts';
import { judge } from './judge.ts';
import type { RaisingOption } from './label.ts';
import { readValue } from './name.ts';
import { neededRows } from './needed-actions.ts';
import { isNounHere } from './noun-or-verb.ts';
import type { Parameter } from './parameters.ts';
import { nouns, verbAt } from './phrases.ts';
import { isConversion, isFilter, isHttpMethod, isJsonPatch } from './picks.ts';
import { words } from './rule.ts';
import { nameWords } from './words.ts';

const selectors = new Set(
  words(
    'action actions method operation operations op verb subcommand actiontype operationtype command cmd task functionname cmdtype kind',
  ),
);
/** Each value of these is something that is done, whether its word is known or not. */
const saysAction = new Set(words('action actions operation operations op actiontype operationtype'));
const looseSelectors = new Set(words('mode type status state'));

/** Tools that are picked by name; only an enum of them says which. */
const toolSelectors = new Set(words('tool toolid toolname'));

/**
 * Rows of the first parameter that selects what is done, with those of a list of operations beside it; empty for a tool
 * of one action.
 */
export function actionRows(facts: Facts, text = ''): ActionRow[] {
  const found: ActionRow[] = [];
  for (const parameter of facts.parameters) {
    if (found.length > 0 && !isInList(parameter)) continue;
    found.push(...rowsOf(parameter, facts, text));
  }
  const keyed = found.length > 0 ? found : keyedRows(facts);
  return keyed.length > 0 ? keyed : neededRows(facts);
}

/** `operations: [{ type: add | drop }]`. */
const isInList = ({ path }: Parameter) => path.length === 2 && saysAction.has(path[0]?.toLowerCase() ?? '');

/** `actions: [{ set_style: {…}, remove_style: {…} }]`: each key is something that is done. */
function keyedRows(facts: Facts): ActionRow[] {
  const keys = facts.parameters.filter(
    (parameter) => isInList(parameter) && parameter.types.some((type) => type === 'object' || type === 'boolean'),
  );
  const rows = keys.flatMap((parameter): ActionRow[] => {
    const reading = readValue(parameter.name, objectOf(facts), facts);
    const rule = reading && !reading.isNoun ? judge(reading.act) : undefined;
    return rule && parameter.name.includes('_')
      ? [
          {
            parameter,
            value: parameter.name,
            category: rule.category,
            rule,
            place: parameter.place,
            span: [0, parameter.name.length],
            isNoun: false,
          },
        ]
      : [];
  });
  return rows.length > 1 && rows.length * 2 >= keys.length ? rows : [];
}

/** One option a parameter; a key that is an action has no values. */
export function raisingActions(rows: readonly ActionRow[], otherwise: Category): RaisingOption[] {
  const options = new Map<Parameter, RaisingOption>();
  for (const { parameter, value, category } of rows) {
    const before = options.get(parameter);
    if (before) before.values?.push(value);
    else
      options.set(parameter, {
        path: parameter.path,
        ...(value === parameter.name ? {} : { values: [value] }),
        category,
        otherwise,
      });
  }
  return [...options.values()];
}

function rowsOf(parameter: Parameter, facts: Facts, text: string): ActionRow[] {
  if (parameter.path.length > 2) return [];
  const strict = looseSelectors.has(parameter.key);
  const isTool = toolSelectors.has(parameter.key) && parameter.values.length > 0;
  if (!strict && !isTool && !selectors.has(parameter.key)) return [];
  // The type or mode of one entry of a list is a field of it; the type of an `action` says what is done.
  if (strict && parameter.path.length > 1 && !selectors.has(parameter.path[0]?.toLowerCase() ?? '')) return [];
  if (isFilter(parameter, text) || isJsonPatch(parameter) || isConversion(parameter)) return [];
  const named =
    parameter.values.length > 0
      ? parameter.values.map(({ text, place }) => ({ text, place, span: [0, text.length] as [number, number] }))
      : valuesInText(parameter);
  if (isHttpMethod({ key: parameter.key, values: named })) return [];
  if (named.length < 2 && !(saysAction.has(parameter.key) && named[0]?.text.toLowerCase() === 'delete')) return [];
  const found = named.flatMap(({ text, place, span }): ActionRow[] => {
    const reading = readValue(text, objectOf(facts), facts);
    const rule = reading && judge(reading.act);
    if (!rule || !reading) return [];
    return [{ parameter, value: text, category: rule.category, rule, place, span, isNoun: reading.isNoun }];
  });
  const rows = explained(found, named, text, facts);
  const sure = rows.filter(({ value }) => !nouns.has(nameWords(value)[0]?.text ?? ''));
  const enough = strict
    ? rows.length === named.length && sure.length * 2 >= named.length
    : sure.length > 0 && (rows.length * 2 >= named.length || saysAction.has(parameter.key));
  const isState = parameter.key === 'status' || parameter.key === 'state';
  if (!enough || (isState && !rows.every(({ category }) => category === 'execute'))) return [];
  return rows.length * 2 >= named.length ? rows : sure;
}

/**
 * `change — abnormal price movements` is a thing, `dismiss: Delete a notification` a loss: what the text says of the
 * values. Counts where it says it of two at least.
 */
function explained(rows: ActionRow[], named: readonly { text: string }[], text: string, facts: Facts): ActionRow[] {
  if (rows.length === 0 || !/[—–:=]|- /.test(text)) return rows;
  const notes = new Map<string, string>();
  for (const { text: value } of named) {
    const note = noteOn(value, text);
    if (note) notes.set(value, note);
  }
  if (notes.size < 2) return rows;
  return rows.flatMap((row) => {
    const note = notes.get(row.value);
    if (note === undefined || !/^[A-Za-z]/.test(note)) return [row];
    const all = nameWords(note);
    if (!verbAt(all, 0) || (row.isNoun && isNounHere(all, 0, 1)))
      return (row.category === 'write' && isNoun(row)) || isThing(row) ? [] : [row];
    const act = readValue(note, [], facts);
    const rule = act && judge(act.act);
    if (!rule || row.category === 'financial') return [row];
    const isMore =
      rule.category === 'destructive' ||
      (rule.category === 'execute' && !rule.ambiguous && row.category !== 'destructive');
    return isMore ? [{ ...row, category: rule.category, rule }] : [row];
  });
}
const isNoun = ({ value, isNoun }: ActionRow) =>
  isNoun || nouns.has(nameWords(value)[0]?.text ?? '') || nounsAsValues.has(value.toLowerCase());
/** `grey_scale`: a noun that ends a compound. */
const isThing = ({ value, isNoun, category }: ActionRow) =>
  isNoun && category === 'execute' && verbAt(nameWords(value), 0) === undefined;
const nounsAsValues = new Set(words('change update set'));

function noteOn(value: string, text: string): string | undefined {
  const within = text.slice(0, 4000);
  for (let at = within.indexOf(value); at >= 0; at = within.indexOf(value, at + value.length)) {
    if (/\w/.test(within[at - 1] ?? '')) continue;
    const note = /^["'`*]{0,4}\s{0,2}(?:[—–:=]|- )\s{0,3}(?:\([^)]{0,60}\)\s?)?([^.;,(\n]{3,80})/u.exec(
      within.slice(at + value.length, at + value.length + 160),
    );
    if (note?.[1]) return note[1];
  }
  return undefined;
}

/** `One of: create, update, delete` in a parameter's description. */
function valuesInText({
  description,
  place,
  isFree,
  types,
}: Parameter): { text: string; place: ActionRow['place']; span: [number, number] }[] {
  if (!isFree || (types.length > 0 && !types.includes('string'))) return [];
  const found: { text: string; place: ActionRow['place']; span: [number, number] }[] = [];
  const seen = new Set<string>();
  for (const { 0: text, index } of description
    .slice(0, 1500)
    .matchAll(/[A-Za-z][A-Za-z_-]{1,40}(?: [A-Z]{2,20}){0,2}/g)) {
    const before = description.slice(Math.max(0, index - 3), index);
    const after = description.slice(index + text.length, index + text.length + 4);
    const listed =
      /["'`(|/,]\s?$|^$|:\s?$|or $|\n\s?-? ?$/.test(before) && /^\s?["'`)|/,:=.]|^ or |^$|^ -|^\s*\n/.test(after);
    if (!listed || seen.has(text.toLowerCase())) continue;
    const hit = verbAt(nameWords(text), 0);
    if (hit?.form !== 'base') continue;
    seen.add(text.toLowerCase());
    found.push({ text, place: `${place}/description` as ActionRow['place'], span: [index, index + text.length] });
  }
  return found;
}
