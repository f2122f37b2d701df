/** What a table row says in words because no column holds it. */
import { isObject, own, type SchemaDocument } from './refs.ts';
import { type View, viewOf } from './view.ts';
import { constraintWords, cut, jsonText, typeWords } from './words.ts';

/** Keys beyond the named properties: by pattern, or any. */
export function otherKeys(view: View): { name: string; key: string; schema: unknown }[] {
  const additional = view.keywords.get('additionalProperties');
  const patterns = view.keywords.get('patternProperties');
  return [
    ...(isObject(patterns) ? Object.entries(patterns) : []).slice(0, 20).map(([pattern, schema]) => {
      return { name: `keys that match /${cut(pattern, 80)}/`, key: cut(pattern, 80), schema };
    }),
    ...(isObject(additional) ? [{ name: 'any other key', key: '*', schema: additional }] : []),
  ];
}

/** What the node says of keys that it does not name. */
export function keyNotes(view: View, unit: 'key' | 'parameter', document: SchemaDocument): string[] {
  const additional = view.keywords.get('additionalProperties');
  const closed = additional === false || view.keywords.get('unevaluatedProperties') === false;
  const described = otherKeys(view).map(({ name, schema }) => {
    const type = typeWords(viewOf(schema, document, name, view.trail), document);
    const keys = name === 'any other key' ? `may have other ${unit}s` : `may have ${name}`;
    return type === 'any' ? `${keys}, of any kind` : `${keys}: ${type}`;
  });
  return [
    ...described,
    ...(additional === true ? [`may have other ${unit}s, of any kind`] : []),
    ...(closed && unit === 'parameter' ? ['no other parameters are accepted'] : []),
  ];
}

/** Rules between parameters. Those that words would make longer than the schema are only pointed at. */
export function ruleNotes(view: View): string[] {
  const oneOfThese = view.choices.map(({ forms }) => forms.map(onlyRequires)).filter((sets) => sets.every(Boolean));
  const also = ['dependentRequired', 'dependencies'].flatMap((keyword) => {
    const value = view.keywords.get(keyword);
    return isObject(value) ? Object.entries(value).slice(0, 10) : [];
  });
  const more = ['if', 'not', 'dependentSchemas', 'contains'].some((key) => view.keywords.has(key));
  return [
    ...oneOfThese.map((sets) => `needs ${sets.slice(0, 10).join(', or ')}`),
    ...also.flatMap(([name, names]) => (Array.isArray(names) ? [`with ${quoted([name])} also ${quoted(names)}`] : [])),
    ...(more ? ['has further rules; see the JSON Schema'] : []),
  ];
}

/** A form that only asks for names: those names, quoted. */
export function onlyRequires(form: unknown): string | undefined {
  if (!isObject(form)) return undefined;
  const names = own(form, 'required');
  const bare = Object.keys(form).every((keyword) => ['required', 'type', 'title', 'description'].includes(keyword));
  return bare && Array.isArray(names) && names.length > 0 ? quoted(names) : undefined;
}

const quoted = (names: unknown[]) =>
  names
    .slice(0, 10)
    .map((name) => `\`${cut(String(name), 80)}\``)
    .join(' and ');

/** What is left to say of one parameter: read-only, examples, or that anything goes. */
export function usageNotes(view: View): string[] {
  const examples = [view.keywords.get('examples') ?? view.keywords.get('example') ?? []].flat().slice(0, 2);
  const anything = view.back === undefined && view.notes.length === 0 && !saysSomething(view);
  return [
    ...(anything ? ['accepts anything'] : []),
    ...(view.keywords.get('readOnly') === true ? ['read-only'] : []),
    ...(view.keywords.get('writeOnly') === true ? ['write-only'] : []),
    ...(examples.length > 0 ? [`for example ${examples.map((example) => jsonText(example, 80)).join(' or ')}`] : []),
  ];
}

const telling = [
  ...['type', 'const', 'enum', 'items', 'prefixItems', 'additionalProperties', 'patternProperties', 'format'],
  ...['not', 'if', 'dependentSchemas', 'contains'],
];

/** Whether the node narrows what it describes at all. */
export function saysSomething(view: View): boolean {
  if (view.properties.size > 0 || view.required.size > 0 || view.choices.length > 0 || view.nullable) return true;
  return telling.some((keyword) => view.keywords.has(keyword)) || constraintWords(view).length > 0;
}

/** MCP asks for an object; a schema that asks for something else is shown, and said to. */
export function rootTypeNotes(root: View): string[] {
  const type = root.keywords.get('type');
  if (type === undefined || type === 'object') return [];
  return [`the schema asks for ${jsonText(type, 80)}, where tools take an object`];
}
