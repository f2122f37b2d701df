/** One row of a parameter table. */
import { keyNotes, ruleNotes, usageNotes } from './notes.ts';
import type { ParameterRow } from './parameters.ts';
import { isObject, type SchemaDocument } from './refs.ts';
import { type View, viewOf } from './view.ts';
import { allowedValues, constraintWords, cut, jsonText, shownValues, typeWords } from './words.ts';

/** A view with its place in the table. */
export type Place = { view: View; path: string[]; depth: number };

export function rowOf(
  { view, path, depth }: Place,
  name: string,
  required: boolean,
  document: SchemaDocument,
): ParameterRow {
  const items = view.back === undefined ? itemsOf(view, path, document) : undefined;
  const plainItems = items && !items.keywords.has('description') ? items : undefined;
  const own = allowedValues(view);
  const values = own.length > 0 || !plainItems ? own : allowedValues(plainItems);
  const fallback = view.keywords.get('default');
  const description = descriptionOf(view, name);
  return {
    id: idOf(path),
    path,
    name,
    depth,
    type: typeWords(view, document),
    required,
    ...(fallback === undefined ? {} : { default: jsonText(fallback, 200) }),
    ...shownValues(values),
    constraints: [
      ...constraintWords(view),
      ...(plainItems ? constraintWords(plainItems).map((words) => `each item ${words}`) : []),
    ],
    ...(description === undefined ? {} : { description }),
    deprecated: view.keywords.get('deprecated') === true,
    notes: [
      ...(view.back === undefined ? [] : [`refers back to ${view.back}, described above`]),
      ...(items?.back === undefined ? [] : [`each item refers back to ${items.back}, described above`]),
      ...view.notes,
      ...keyNotes(view, 'key', document),
      ...ruleNotes(view),
      ...usageNotes(view),
    ],
  };
}

export const undescribedRow = (name: string, path: string[], depth: number): ParameterRow => ({
  id: idOf([...path, name]),
  path: [...path, name],
  name,
  depth,
  type: 'not described',
  required: true,
  allowed: [],
  allowedMore: 0,
  constraints: [],
  deprecated: false,
  notes: ['named as required but not described'],
});

/** Letters and digits of any script stay: they are safe in HTML and in addresses, and nothing else is. */
const idOf = (path: string[]) =>
  `p-${path
    .filter((part) => part !== '[]')
    .map((part) =>
      part
        .normalize('NFC')
        .replaceAll(/[^\p{L}\p{N}_]+/gu, '-')
        .slice(0, 60)
        .toWellFormed(),
    )
    .join('-')}`
    .slice(0, 200)
    .toWellFormed();

export const labelOf = (path: string[]) => `\`${cut(path.join('.').replaceAll('.[]', '[]'), 120)}\``;

function descriptionOf(view: View, name: string): string | undefined {
  for (const keyword of ['description', 'title']) {
    const text = view.keywords.get(keyword);
    if (typeof text === 'string' && text.trim() !== '' && text !== name) return cut(text, 8_000);
  }
  return undefined;
}

export function itemsOf(view: View, path: string[], document: SchemaDocument): View | undefined {
  const items = view.keywords.get('items');
  return isObject(items) ? viewOf(items, document, `each item of ${labelOf(path)}`, view.trail) : undefined;
}
