/** The parameters of a tool as the rules see them: flat, with a place for each, and bounded whatever the schema is. */
import { isObject, own, type SchemaDocument, schemaDocument } from '../schema/refs.ts';
import { nameWords, singular } from './words.ts';

/** A JSON Pointer into the definition. */
type Pointer = `/${string}`;

export type Parameter = {
  name: string;
  /** The name in lower case without separators: `savePath` and `save_path` are one. */
  key: string;
  words: readonly string[];
  /** Property names from the root. */
  path: string[];
  /** Where the property stands. */
  place: Pointer;
  types: readonly string[];
  /** Allowed values, in order, each with its place. */
  values: readonly { text: string; place: Pointer }[];
  required: boolean;
  description: string;
  /** A string, or a list of strings, that nothing bounds. */
  isFree: boolean;
};

const mostParameters = 300;
const mostNodes = 3000;
const deepest = 6;
const longestText = 3000;
const mostValues = 400;

/** Parameters of `schema`, nested ones after their parent. Nonsense, cycles and references without a target are passed over. */
export function parametersOf(schema: unknown): Parameter[] {
  if (!isObject(schema)) return [];
  const document = schemaDocument(schema);
  const found: Parameter[] = [];
  const byPath = new Map<string, Parameter>();
  const entered = new Set<object>();
  let nodes = 0;

  const visit = (node: unknown, pointer: Pointer, path: string[], depth: number): void => {
    nodes += 1;
    if (!isObject(node) || depth > deepest || nodes > mostNodes || entered.has(node)) return;
    entered.add(node);
    const properties = own(node, 'properties');
    const required = own(node, 'required');
    const isRequired = (name: string) =>
      Array.isArray(required) && required.length < mostValues && required.includes(name);
    if (isObject(properties)) {
      for (const name of Object.keys(properties).slice(0, mostParameters)) {
        if (found.length >= mostParameters) break;
        const place: Pointer = `${pointer}/properties/${escaped(name)}`;
        const inner = [...path, name];
        add(name, own(properties, name), place, inner, isRequired(name));
        visit(own(properties, name), place, inner, depth + 1);
      }
    }
    for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
      const forms = own(node, keyword);
      if (Array.isArray(forms))
        for (const [at, form] of forms.slice(0, 60).entries())
          visit(form, `${pointer}/${keyword}/${at}`, path, depth + 1);
    }
    const items = own(node, 'items');
    if (isObject(items)) visit(items, `${pointer}/items`, path, depth + 1);
    const target = follow(node, document);
    if (target) visit(target.schema, target.place, path, depth + 1);
    entered.delete(node);
  };

  const add = (name: string, node: unknown, place: Pointer, path: string[], required: boolean) => {
    const key = path.join('\0');
    const seen = byPath.get(key);
    const read = readNode(node, place, document, 0);
    if (seen) {
      const known = new Set(seen.values.map(({ text }) => text));
      if (seen.values.length < mostValues)
        seen.values = [...seen.values, ...read.values.filter(({ text }) => !known.has(text))];
      return;
    }
    const words = nameWords(name).map(({ text }) => singular(text));
    const isText = read.types.length === 0 || read.types.includes('string') || read.types.includes('array');
    const parameter: Parameter = {
      name,
      key: name
        .slice(0, 200)
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, ''),
      words,
      path,
      place,
      types: read.types,
      values: read.values,
      required,
      description: read.description,
      isFree: isText && read.values.length === 0 && !read.isPatterned,
    };
    byPath.set(key, parameter);
    found.push(parameter);
  };

  visit(schema, '/inputSchema', [], 0);
  return found;
}

type Node = { types: string[]; values: { text: string; place: Pointer }[]; description: string; isPatterned: boolean };

function readNode(node: unknown, place: Pointer, document: SchemaDocument, depth: number): Node {
  const read: Node = { types: [], values: [], description: '', isPatterned: false };
  if (!isObject(node) || depth > 4) return read;
  const description = own(node, 'description');
  if (typeof description === 'string') read.description = description.slice(0, longestText);
  const type = own(node, 'type');
  read.types.push(
    ...[type]
      .flat()
      .filter((one): one is string => typeof one === 'string')
      .slice(0, 8),
  );
  const values = own(node, 'enum');
  if (Array.isArray(values)) {
    values.slice(0, mostValues).forEach((value, at) => {
      if (typeof value === 'string' || typeof value === 'boolean')
        read.values.push({ text: String(value).slice(0, 200), place: `${place}/enum/${at}` });
    });
  }
  const constant = own(node, 'const');
  if (typeof constant === 'string') read.values.push({ text: constant.slice(0, 200), place: `${place}/const` });
  read.isPatterned = typeof own(node, 'pattern') === 'string';
  const inner: [unknown, Pointer][] = [];
  const items = own(node, 'items');
  if (isObject(items)) inner.push([items, `${place}/items`]);
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    const forms = own(node, keyword);
    if (Array.isArray(forms))
      for (const [at, form] of forms.slice(0, 40).entries()) inner.push([form, `${place}/${keyword}/${at}`]);
  }
  const target = follow(node, document);
  if (target) inner.push([target.schema, target.place]);
  for (const [one, at] of inner) {
    const more = readNode(one, at, document, depth + 1);
    read.types.push(...more.types);
    read.values.push(...more.values);
    if (read.description === '') read.description = more.description;
    read.isPatterned ||= more.isPatterned;
  }
  return read;
}

function follow(node: object, document: SchemaDocument): { schema: unknown; place: Pointer } | undefined {
  const reference = isObject(node) ? own(node, '$ref') : undefined;
  if (typeof reference !== 'string' || !reference.startsWith('#/') || reference.length > 500) return undefined;
  const found = document.resolve(reference);
  return found.found ? { schema: found.schema, place: `/inputSchema${reference.slice(1)}` } : undefined;
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
