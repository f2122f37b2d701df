/** A JSON Schema for a call's arguments that keeps out the options a label was raised by. */
import type { RaisingOption } from '../classify/label.ts';
import type { Json } from '../domain.ts';
import { isObject, own, type SchemaDocument, schemaDocument } from '../schema/refs.ts';
import { type View, viewOf } from '../schema/view.ts';
import { allowedValues } from '../schema/words.ts';

type Schema = { [key: string]: Json };

/** A longer list would fill a policy file; the tool is then judged as a whole. */
const mostListed = 200;

/**
 * `words` follow "only with": "`force` false or left out". Undefined where an option cannot be kept out: the schema
 * does not describe it, or a call cannot be made without it.
 */
export function forbidRaising(
  inputSchema: unknown,
  options: readonly RaisingOption[],
): { schema: Schema; words: string } | undefined {
  const document = schemaDocument(inputSchema);
  const root = viewOf(inputSchema, document, 'arguments');
  const parts = byPath(options).map((option) => keepOut(root, option, document));
  if (parts.length === 0 || !parts.every((part) => part !== undefined)) return undefined;
  const schema = parts.map((part) => part.schema).reduce(both);
  return { schema, words: [...new Set(parts.map((part) => part.words))].join(' and ') };
}

type Part = { schema: Schema; words: string };

/** Where a path leads: the levels passed on the way, and the option itself. */
type Level = { name: string; view: View; isRequired: boolean; fallback: unknown };

function keepOut(root: View, option: RaisingOption, document: SchemaDocument): Part | undefined {
  // Common validators pass over a property of this name, so a schema would only seem to forbid it.
  if (option.path.includes('__proto__')) return undefined;
  const levels = walk(root, option.path, document);
  const last = levels?.at(-1);
  if (!levels || !last) return undefined;
  const limit = limitOf(last, option, document);
  if (!limit) return undefined;
  const presence = limit.mustBeGiven;
  const schema = levels.reduceRight<Json>((inner, { name, view }, index) => {
    const typed = index === levels.length - 1 ? inner : shaped(view, inner);
    return { properties: { [name]: typed }, ...(presence ? { required: [name] } : {}) };
  }, limit.schema);
  const name = `\`${option.path.join('.')}\``;
  const words = `${name} ${limit.words}${presence || last.isRequired || limit.words === 'left out' ? '' : ' or left out'}`;
  return isObject(schema) ? { schema: schema as Schema, words } : undefined;
}

/** A level that is not of its declared type would slip past `properties`. */
const shaped = (view: View, inner: Json): Json =>
  view.keywords.has('items')
    ? { type: 'array', items: { type: 'object', ...(inner as Schema) } }
    : { type: 'object', ...(inner as Schema) };

function walk(root: View, path: readonly string[], document: SchemaDocument): Level[] | undefined {
  const levels: Level[] = [];
  let at = root;
  for (const name of path) {
    const holder = itemView(at, document) ?? at;
    const schema = propertyOf(holder, name, document);
    if (schema === undefined) return undefined;
    const view = viewOf(schema, document, name);
    const outer = levels.at(-1)?.fallback;
    const inherited = isObject(outer) ? own(outer, name) : undefined;
    const fallback = inherited ?? view.keywords.get('default');
    levels.push({ name, view, isRequired: holder.required.has(name), fallback });
    at = view;
  }
  return levels;
}

function itemView(view: View, document: SchemaDocument): View | undefined {
  const items = view.keywords.get('items');
  return view.properties.size === 0 && isObject(items) ? viewOf(items, document, 'item') : undefined;
}

function propertyOf(view: View, name: string, document: SchemaDocument): unknown {
  if (view.properties.has(name)) return view.properties.get(name);
  const forms = view.choices.flatMap((choice) => choice.forms.slice(0, 20));
  return forms.map((form) => viewOf(form, document, 'form').properties.get(name)).find((found) => found !== undefined);
}

type Limit = { schema: Json; words: string; mustBeGiven: boolean };

function limitOf(level: Level, option: RaisingOption, document: SchemaDocument): Limit | undefined {
  const raises = new Set(option.values ?? ['true']);
  if (isBoolean(level.view)) return flagLimit(level, raises);
  if (option.values === undefined) {
    return level.isRequired
      ? undefined
      : { schema: false, words: 'left out', mustBeGiven: level.fallback !== undefined };
  }
  return valueLimit(level, raises, document);
}

const isBoolean = (view: View) => [view.keywords.get('type')].flat().includes('boolean');

/** Anything but the harmless value is kept out: a lenient server would take `"true"` or 1 for true. */
function flagLimit({ view, fallback }: Level, raises: ReadonlySet<string>): Limit | undefined {
  if (raises.has('true') && raises.has('false')) return undefined;
  const harmless = !raises.has('true');
  const nullable = view.nullable || [view.keywords.get('type')].flat().includes('null');
  const mayBeNull = nullable && harmless === false && fallback !== true;
  const schema = mayBeNull ? { enum: [false, null] } : { const: harmless };
  return { schema, words: String(harmless), mustBeGiven: harmless ? fallback !== true : fallback === true };
}

/**
 * A list of what is harmless outlasts a server's update that adds a value, and keeps out `DELETE` as well as `delete`.
 * An omitted value may default to any, so it must be given unless the declared default is harmless.
 */
function valueLimit(
  { view, isRequired, fallback }: Level,
  raises: ReadonlySet<string>,
  document: SchemaDocument,
): Limit | undefined {
  const items = itemView(view, document);
  const declared = allowedValues(items ?? view) as Json[];
  const rest = declared.filter((value) => !raises.has(String(value)));
  if (rest.length === 0 || rest.length === declared.length || rest.length > mostListed) return undefined;
  const isSafeDefault = fallback !== undefined && [fallback].flat().every((value) => !raises.has(String(value)));
  return {
    schema: items ? { type: 'array', items: { enum: rest } } : { enum: rest },
    words: rest.length <= 6 ? `set to ${alternatives(rest)}` : `not set to ${alternatives([...raises].slice(0, 6))}`,
    mustBeGiven: !isRequired && !isSafeDefault,
  };
}

const alternatives = (values: Json[]) => values.map((value) => JSON.stringify(value)).join(' or ');

/** One option may be listed once for each of its values. */
function byPath(options: readonly RaisingOption[]): RaisingOption[] {
  const grouped = new Map<string, RaisingOption>();
  for (const option of options) {
    const key = JSON.stringify(option.path);
    const before = grouped.get(key);
    const values = [...(before?.values ?? []), ...(option.values ?? [])];
    grouped.set(key, before?.values && option.values ? { ...option, values } : option);
  }
  return [...grouped.values()];
}

/** What satisfies both; options that share a parent share its place in the schema. */
function both(a: Schema, b: Schema): Schema {
  const isPlain = (schema: Schema) =>
    Object.keys(schema).every((key) => ['type', 'properties', 'required'].includes(key));
  if (!isPlain(a) || !isPlain(b) || (a.type ?? b.type) !== (b.type ?? a.type)) return { allOf: [a, b] };
  const properties = new Map(Object.entries(a.properties as Schema));
  for (const [name, schema] of Object.entries(b.properties as Schema)) {
    const before = properties.get(name);
    properties.set(name, before === undefined ? schema : bothOf(before, schema));
  }
  const required = new Set([a.required ?? [], b.required ?? []].flat());
  return {
    ...(a.type === undefined ? {} : { type: a.type }),
    properties: Object.fromEntries(properties),
    ...(required.size === 0 ? {} : { required: [...required] }),
  };
}

const bothOf = (a: Json, b: Json): Json =>
  isObject(a) && isObject(b) ? both(a as Schema, b as Schema) : { allOf: [a, b] };
