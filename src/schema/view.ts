/** One schema node as a reader sees it: its `$ref`s followed, its `allOf`s merged, "or null" taken out of its choices. */
import { isObject, own, type SchemaDocument, type SchemaObject } from './refs.ts';

export type View = {
  /** The merged keywords, but for those that have a field of their own below. */
  keywords: Map<string, unknown>;
  properties: Map<string, unknown>;
  required: Set<string>;
  nullable: boolean;
  /** Choices that are left, each a list of at least one form. */
  choices: { keyword: 'oneOf' | 'anyOf'; forms: unknown[] }[];
  /** Nodes that were entered on the way here: meeting one again is recursion. */
  trail: Trail;
  /** What this node refers back to; its keywords are then not repeated. */
  back?: string;
  notes: string[];
};

/** From a schema node to what the reader knows it by. */
export type Trail = ReadonlyMap<object, string>;

/** Keeps chains of references and nested `allOf`s within bounds. */
const mostSteps = 200;

/** `label` is how notes name this node when something deeper refers back to it. */
export function viewOf(schema: unknown, document: SchemaDocument, label: string, trail: Trail = new Map()): View {
  const entered = new Map(trail);
  const view: View = {
    keywords: new Map(),
    properties: new Map(),
    required: new Set(),
    nullable: false,
    choices: [],
    trail: entered,
    notes: [],
  };
  let steps = 0;

  const enter = (node: unknown): void => {
    if (node === true) return;
    if (node === false) {
      view.notes.push('no value is accepted');
      return;
    }
    if (!isObject(node)) {
      view.notes.push('what stands here is not a schema');
      return;
    }
    const back = entered.get(node);
    if (back !== undefined) {
      if (trail.has(node)) view.back = back;
      return;
    }
    steps += 1;
    if (steps > mostSteps || !document.spend(1)) return;
    entered.set(node, label);
    for (const keyword of ['$ref', '$dynamicRef', '$recursiveRef']) {
      const reference = own(node, keyword);
      if (typeof reference === 'string') refer(reference);
    }
    const all = own(node, 'allOf');
    if (Array.isArray(all)) for (const part of all.slice(0, mostSteps)) enter(part);
    take(node);
  };

  const refer = (reference: string) => {
    const target = document.resolve(reference);
    if (target.found) enter(target.schema);
    else view.notes.push(`refers to \`${reference.slice(0, 100)}\`, which the schema does not hold`);
  };

  const take = (node: SchemaObject) => {
    for (const [keyword, value] of Object.entries(node)) {
      if (keyword === 'properties') takeProperties(view, value, document);
      else if (keyword === 'required') takeRequired(view, value);
      else if (keyword === 'oneOf' || keyword === 'anyOf') takeChoice(keyword, value);
      else if (keyword === 'nullable') view.nullable ||= value === true;
      else view.keywords.set(keyword, value);
    }
  };

  const takeChoice = (keyword: 'oneOf' | 'anyOf', value: unknown) => {
    if (!Array.isArray(value) || value.length === 0) return;
    const forms = value.filter((form) => !isNull(form));
    view.nullable ||= forms.length < value.length;
    if (forms.length === 1) enter(forms[0]);
    else if (forms.length > 1) view.choices.push({ keyword, forms });
  };

  enter(schema);
  return view;
}

function takeProperties(view: View, value: unknown, document: SchemaDocument): void {
  if (!isObject(value)) {
    view.notes.push('its list of properties cannot be read');
    return;
  }
  for (const [name, property] of Object.entries(value)) {
    if (!document.spend(1)) return;
    const before = view.properties.get(name);
    view.properties.set(name, before === undefined ? property : { allOf: [before, property] });
  }
}

function takeRequired(view: View, value: unknown): void {
  if (!Array.isArray(value)) return;
  for (const name of value) if (typeof name === 'string') view.required.add(name);
}

const isNull = (form: unknown) => isObject(form) && (own(form, 'type') === 'null' || own(form, 'const') === null);
