/** The sentence that says why a tool is labelled as it is, built from its evidence. */
import type { Category } from '../domain.ts';
import { cut } from '../schema/words.ts';
import type { Evidence, RaisingOption } from './label.ts';

const names: Record<Category, string> = {
  read: 'Read',
  write: 'Write',
  execute: 'Execute',
  destructive: 'Destructive',
  financial: 'Financial',
};

type Known = {
  category: Category;
  unclear: boolean;
  evidence: readonly Evidence[];
  raisedBy: readonly RaisingOption[];
  actions: readonly { value: string; category: Category }[];
  hasDescription: boolean;
};

/** One or two sentences of plain text. */
export function whyOf({ category, unclear, evidence, raisedBy, actions, hasDescription }: Known): string {
  if (unclear) {
    const clue = evidence[0];
    return clue
      ? `Unclear: ${placeWords(clue)} says “${short(clue.quote)}”, ${clue.note}. Until someone knows, it is treated as a Write tool.`
      : `Unclear: nothing in the name${hasDescription ? ' or the description' : ', and there is no description,'} says what a call does. Until someone knows, it is treated as a Write tool.`;
  }
  const supports = evidence.filter(({ effect }) => effect === 'supports');
  const [first] = supports;
  if (!first) {
    const limit = evidence.find(({ effect }) => effect === 'restricts');
    return limit
      ? `${names[category]}: ${placeWords(limit)} says “${short(limit.quote)}”, ${limit.note}.`
      : `${names[category]}: nothing in the definition names an effect.`;
  }
  const head =
    actions.length > 1 && actions.some((one) => one.category === category)
      ? actionSentence(category, actions, raisedBy)
      : `${names[category]}: ${clause(first, supports)}.`;
  const limit = evidence.find(({ effect }) => effect === 'restricts');
  const against = evidence.find(({ effect }) => effect === 'opposes');
  const [option] = raisedBy;
  if (option && actions.length <= 1)
    return `${head} Without ${option.values ? `“${short(option.values[0] ?? '')}”` : `“${option.path.at(-1)}”`} it would be ${names[option.otherwise]}.`;
  if (limit) return `${head} ${capital(placeWords(limit))} also says “${short(limit.quote)}”, ${limit.note}.`;
  if (against && against.category !== category)
    return `${head} ${capital(placeWords(against))} also says “${short(against.quote)}”, which by itself would be ${names[against.category]}.`;
  if (category === 'destructive' && actions.length <= 1) return `${head} Nothing says that it can be taken back.`;
  return head;
}

function clause(first: Evidence, supports: readonly Evidence[]): string {
  if (first.place.startsWith('/')) return `the parameter “${short(first.quote)}” is ${first.note}`;
  const second = supports.find(
    (one) =>
      one !== first && one.place !== first.place && !one.place.startsWith('/') && !first.rule.startsWith('text.'),
  );
  const also = second
    ? second.quote.toLowerCase() === first.quote.toLowerCase()
      ? ` and so does ${placeWords(second)}`
      : ` and ${placeWords(second)} “${short(second.quote)}”`
    : '';
  return `${placeWords(first)} says “${short(first.quote)}”${also}${also === '' ? ',' : ','} ${first.note}`;
}

function actionSentence(
  category: Category,
  actions: readonly { value: string; category: Category }[],
  raisedBy: readonly RaisingOption[],
): string {
  const worst = actions.filter((one) => one.category === category).map(({ value }) => `“${short(value)}”`);
  const rest = raisedBy[0]?.otherwise;
  return `${names[category]}: of its ${actions.length} actions, ${listed(worst.slice(0, 3))}${worst.length > 3 ? ` and ${worst.length - 3} more` : ''} ${worst.length === 1 ? 'is' : 'are'} ${names[category]}${rest ? `; the others are at most ${names[rest]}` : ''}.`;
}

const listed = (list: readonly string[]) =>
  list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
const placeWords = ({ place }: Evidence) =>
  place === 'name'
    ? 'the name'
    : place === 'title'
      ? 'the title'
      : place === 'description'
        ? 'the description'
        : 'a parameter';
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function short(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return cut(line, 70).toWellFormed();
}
