/** A tool's inputSchema or outputSchema as rows of a table, in the server's order. Any JSON value is survived. */
import { keyNotes, onlyRequires, otherKeys, rootTypeNotes, ruleNotes, saysSomething } from './notes.ts';
import { isObject, own, type SchemaDocument, schemaDocument } from './refs.ts';
import { itemsOf, labelOf, type Place, rowOf, undescribedRow } from './row.ts';
import { type Trail, type View, viewOf } from './view.ts';
import { allowedValues, constraintWords, cut, jsonText, tupleOf } from './words.ts';

export type ParameterRow = {
  /** Unique in its table and safe in HTML and addresses: `p-filter-title`. */
  id: string;
  /** Property names from the root; `[]` stands for "each item", `*` for "any other key". Overlong names are cut. */
  path: string[];
  /** The last name, or what stands in its place: `each item`, `item 2`, `any other key`, `form 1: circle`. */
  name: string;
  depth: number;
  type: string;
  required: boolean;
  /** JSON text. */
  default?: string;
  /** Strings as they are, other values as JSON. */
  allowed: string[];
  /** How many further values are allowed. */
  allowedMore: number;
  constraints: string[];
  description?: string;
  deprecated: boolean;
  notes: string[];
};

export type ParameterTable =
  /** There is no schema, or one that says nothing: never to be shown as "0 parameters". */
  | { kind: 'not-described' }
  | {
      kind: 'described';
      rows: ParameterRow[];
      /** Top-level parameters, those named by a form or by `required` alone included. */
      total: number;
      required: number;
      notes: string[];
      /** Rows left out; `atLeast` when even counting them was cut short. */
      truncated?: { more: number; atLeast: boolean };
    };

const mostRows = 400;
/** Rows counted beyond those shown: a chain of references can unfold without end. */
const mostCounted = 5_000;
const mostDepth = 24;
const mostForms = 20;

export function parameterTable(schema: unknown): ParameterTable {
  const document = schemaDocument(schema);
  const root = viewOf(schema, document, 'the whole input');
  if (!isObject(schema) || !saysSomething(root)) return { kind: 'not-described' };

  const table = collector(document, root.properties.size);
  const notes = [...root.notes, ...rootTypeNotes(root), ...keyNotes(root, 'parameter', document), ...ruleNotes(root)];
  table.addInside({ view: root, path: [], depth: 0 });
  const { total, required } = countTopLevel(root, document);
  return { kind: 'described', rows: table.rows, total, required, notes, ...table.truncated() };
}

type Property = { name: string; path: string[]; depth: number; schema: unknown; required: boolean; trail: Trail };

/** `reserved` rows are kept for the top level, so that one deep parameter never crowds out its neighbours. */
function collector(document: SchemaDocument, reserved: number) {
  const rows: ParameterRow[] = [];
  const ids = new Map<string, number>();
  let nestedLeft = Math.max(0, mostRows - reserved);
  let more = 0;

  const push = (row: ParameterRow): boolean => {
    const fits = row.depth === 0 ? rows.length < mostRows : nestedLeft > 0;
    if (!fits) {
      more += 1;
      return false;
    }
    if (row.depth > 0) nestedLeft -= 1;
    const nth = (ids.get(row.id) ?? 0) + 1;
    ids.set(row.id, nth);
    rows.push(nth === 1 ? row : { ...row, id: `${row.id}~${nth}` });
    return true;
  };

  const add = ({ name, path, depth, schema, required, trail }: Property): void => {
    if (more >= mostCounted) return;
    const view = viewOf(schema, document, labelOf(path), trail);
    const row = rowOf({ view, path, depth }, name, required, document);
    const deeper = view.back === undefined && hasInside(view);
    if (deeper && depth >= mostDepth) row.notes.push('deeper levels are not shown; see the JSON Schema');
    push(row);
    if (deeper && depth < mostDepth) addInside({ view, path, depth: depth + 1 });
  };

  const addInside = ({ view, path, depth }: Place): void => {
    for (const [name, schema] of view.properties) {
      const at = [...path, cut(name, 200)];
      add({ name: cut(name, 200), path: at, depth, schema, required: view.required.has(name), trail: view.trail });
    }
    const inForms = namesInForms(view);
    for (const name of view.required) {
      if (view.properties.has(name) || inForms.has(name)) continue;
      push(undescribedRow(cut(name, 200), path, depth));
    }
    for (const [index, schema] of tupleOf(view).slice(0, mostRows).entries()) {
      const at = [...path, String(index)];
      add({ name: `item ${index + 1}`, path: at, depth, schema, required: false, trail: view.trail });
    }
    const items = itemsOf(view, path, document);
    if (items) addItems({ view: items, path: [...path, '[]'], depth });
    for (const { name, key, schema } of otherKeys(view)) {
      if (!hasInside(viewOf(schema, document, name, view.trail))) continue;
      add({ name, path: [...path, key], depth, schema, required: false, trail: view.trail });
    }
    addForms({ view, path, depth });
  };

  /** Items that are a plain object lend the array their rows; described ones get a row of their own. */
  const addItems = ({ view, path, depth }: Place): void => {
    if (path.length > 2 * mostDepth) return;
    if (!view.keywords.has('description')) {
      if (view.back === undefined) addInside({ view, path, depth });
      return;
    }
    push(rowOf({ view, path, depth }, 'each item', false, document));
    if (view.back === undefined && hasInside(view)) addInside({ view, path, depth: depth + 1 });
  };

  const addForms = ({ view, path, depth }: Place): void => {
    for (const { forms } of view.choices.slice(0, 4).filter((choice) => isWorthRows(choice.forms, view, document))) {
      for (const [index, schema] of forms.slice(0, mostForms).entries()) {
        const form = viewOf(schema, document, `form ${index + 1}`, view.trail);
        const name = `form ${index + 1}${formTitle(form, document)}`;
        add({ name, path: [...path, `form ${index + 1}`], depth, schema, required: false, trail: view.trail });
      }
      more += Math.max(0, forms.length - mostForms);
    }
  };

  const truncated = () =>
    more === 0 ? {} : { truncated: { more, atLeast: more >= mostCounted || !document.spend(0) } };
  return { rows, addInside, truncated };
}

/** Whether a node has rows of its own below it. */
function hasInside(view: View): boolean {
  const items = view.keywords.get('items');
  return (
    view.properties.size > 0 ||
    view.required.size > 0 ||
    view.choices.length > 0 ||
    tupleOf(view).length > 0 ||
    isObject(items) ||
    otherKeys(view).length > 0
  );
}

/** Forms that differ in nothing but a bare type, a constant or `required` are said in words, without rows. */
function isWorthRows(forms: unknown[], view: View, document: SchemaDocument): boolean {
  if (allowedValues(view).length > 0 && view.choices[0]?.forms === forms) return false;
  if (forms.every((form) => onlyRequires(form) !== undefined)) return false;
  return forms.some((form) => {
    const inside = viewOf(form, document, 'form', view.trail);
    const items = itemsOf(inside, [], document);
    return (
      (items ? hasInside(items) : hasInside(inside)) ||
      inside.back !== undefined ||
      inside.keywords.has('description') ||
      inside.keywords.has('title') ||
      allowedValues(inside).length > 0 ||
      constraintWords(inside).length > 0
    );
  });
}

function formTitle(form: View, document: SchemaDocument): string {
  const title = form.keywords.get('title');
  if (typeof title === 'string' && title.trim() !== '') return `: ${cut(title, 80)}`;
  for (const [name, schema] of form.properties) {
    const [value, ...others] = allowedValues(viewOf(schema, document, name));
    if (value !== undefined && others.length === 0) return `: ${cut(name, 60)} = ${jsonText(value, 60)}`;
  }
  return '';
}

/** The properties that only a form describes. */
function namesInForms(view: View): Set<string> {
  const forms = view.choices.flatMap((choice) => choice.forms.slice(0, mostForms));
  const lists = forms.map((form) => (isObject(form) ? own(form, 'properties') : undefined));
  return new Set(lists.flatMap((properties) => (isObject(properties) ? Object.keys(properties) : [])));
}

function countTopLevel(root: View, document: SchemaDocument): { total: number; required: number } {
  const names = new Set([...root.properties.keys(), ...root.required]);
  const required = new Set(root.required);
  for (const { forms } of root.choices) {
    const views = forms.slice(0, mostForms).map((form) => viewOf(form, document, 'form', root.trail));
    for (const view of views) for (const name of [...view.properties.keys(), ...view.required]) names.add(name);
    for (const name of views[0]?.required ?? []) if (views.every((view) => view.required.has(name))) required.add(name);
  }
  return { total: names.size, required: required.size };
}
