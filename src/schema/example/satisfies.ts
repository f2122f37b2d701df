/**
 * Whether a value is valid against a schema: drafts 4 to 2020-12, within one document. Its own because a page must be made
 * in well under a millisecond, patterns must run in linear time, and no schema may make it work without end. Where it
 * cannot tell, it says no. What it accepts is proven against Ajv in the tests.
 */
import { isObject, own, type SchemaDocument, type SchemaObject } from '../refs.ts';
import { isOfFormat } from './formats.ts';
import { matcher } from './patterns.ts';

type Object = { readonly [name: string]: unknown };

const mostDepth = 64;

export function satisfies(value: unknown, schema: unknown, document: SchemaDocument, depth = 0): boolean {
  if (typeof schema === 'boolean') return schema;
  if (!isObject(schema) || depth > mostDepth || !document.spend(1)) return false;
  const holds = (part: unknown, inner: unknown = value) => satisfies(inner, part, document, depth + 1);
  return (
    satisfiesReferences(schema, holds, document) &&
    isOfType(value, schema) &&
    satisfiesChoices(value, schema, holds) &&
    (typeof value !== 'number' || satisfiesNumber(value, schema)) &&
    (typeof value !== 'string' || satisfiesString(value, schema)) &&
    (!Array.isArray(value) || satisfiesArray(value, schema, holds)) &&
    (!isObject(value) || satisfiesObject(value, schema, holds)) &&
    satisfiesUnevaluated(value, schema, document, depth)
  );
}

type Holds = (part: unknown, inner?: unknown) => boolean;

export const referenceKeywords = ['$ref', '$dynamicRef', '$recursiveRef'];

function satisfiesReferences(schema: SchemaObject, holds: Holds, document: SchemaDocument): boolean {
  return referenceKeywords.every((keyword) => {
    const reference = own(schema, keyword);
    if (reference === undefined) return true;
    const target = typeof reference === 'string' ? document.resolve(reference) : undefined;
    return target?.found === true && holds(target.schema);
  });
}

function isOfType(value: unknown, schema: SchemaObject): boolean {
  const types = own(schema, 'type');
  if (types !== undefined && ![types].flat().some((type) => isType(value, type))) {
    if (!(value === null && own(schema, 'nullable') === true)) return false;
  }
  if (Object.hasOwn(schema, 'const') && !same(value, schema['const'])) return false;
  const listed = own(schema, 'enum');
  return listed === undefined || (Array.isArray(listed) && listed.some((one) => same(value, one)));
}

function isType(value: unknown, type: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return Number.isFinite(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return type === 'null' ? value === null : typeof value === type && (type === 'string' || type === 'boolean');
}

function satisfiesChoices(value: unknown, schema: SchemaObject, holds: Holds): boolean {
  const list = (keyword: string) => {
    const parts = own(schema, keyword);
    return parts === undefined ? undefined : Array.isArray(parts) ? parts : [false];
  };
  const oneOf = list('oneOf');
  const condition = own(schema, 'if');
  const branch = condition === undefined ? undefined : own(schema, holds(condition) ? 'then' : 'else');
  return (
    (list('allOf')?.every((part) => holds(part)) ?? true) &&
    (list('anyOf')?.some((part) => holds(part)) ?? true) &&
    (oneOf === undefined || oneOf.filter((part) => holds(part)).length === 1) &&
    (own(schema, 'not') === undefined || !holds(own(schema, 'not'))) &&
    (branch === undefined || holds(branch, value))
  );
}

function satisfiesNumber(value: number, schema: SchemaObject): boolean {
  const number = (keyword: string) => {
    const limit = own(schema, keyword);
    return typeof limit === 'number' ? limit : undefined;
  };
  const multiple = number('multipleOf');
  return (
    value >= (number('minimum') ?? -Infinity) &&
    value <= (number('maximum') ?? Infinity) &&
    value > (number('exclusiveMinimum') ?? -Infinity) &&
    value < (number('exclusiveMaximum') ?? Infinity) &&
    (own(schema, 'exclusiveMinimum') !== true || value !== number('minimum')) &&
    (own(schema, 'exclusiveMaximum') !== true || value !== number('maximum')) &&
    (multiple === undefined || Number.isInteger(value / multiple))
  );
}

function satisfiesString(value: string, schema: SchemaObject): boolean {
  const pattern = own(schema, 'pattern');
  return (
    within([...value].length, schema, 'minLength', 'maxLength') &&
    (pattern === undefined || (typeof pattern === 'string' && (matcher(pattern)?.(value) ?? false))) &&
    isOfFormat(value, own(schema, 'format'))
  );
}

const within = (size: number, schema: SchemaObject, least: string, most: string) => {
  const [low, high] = [own(schema, least), own(schema, most)];
  return (typeof low !== 'number' || size >= low) && (typeof high !== 'number' || size <= high);
};

function satisfiesArray(value: readonly unknown[], schema: SchemaObject, holds: Holds): boolean {
  const { first, rest } = itemSchemas(schema);
  const contains = own(schema, 'contains');
  const hits = contains === undefined ? 0 : value.filter((item) => holds(contains, item)).length;
  const [least, most] = [own(schema, 'minContains') ?? 1, own(schema, 'maxContains')];
  return (
    within(value.length, schema, 'minItems', 'maxItems') &&
    (own(schema, 'uniqueItems') !== true || isUnique(value)) &&
    value.every((item, at) => (at < first.length ? holds(first[at], item) : rest === undefined || holds(rest, item))) &&
    (contains === undefined || (hits >= Number(least) && (typeof most !== 'number' || hits <= most)))
  );
}

/** The schemas of the first items, and the one of all others, in the words of any draft. */
export function itemSchemas(schema: SchemaObject): { first: readonly unknown[]; rest: unknown } {
  const [prefix, items] = [own(schema, 'prefixItems'), own(schema, 'items')];
  if (Array.isArray(items)) return { first: items, rest: own(schema, 'additionalItems') };
  return { first: Array.isArray(prefix) ? prefix : [], rest: items };
}

const isUnique = (items: readonly unknown[]) =>
  items.every((item, at) => !items.slice(0, at).some((earlier) => same(item, earlier)));

function satisfiesObject(value: Object, schema: SchemaObject, holds: Holds): boolean {
  const names = Object.keys(value);
  const has = (name: unknown) => typeof name === 'string' && Object.hasOwn(value, name);
  const required = own(schema, 'required');
  const propertyNames = own(schema, 'propertyNames');
  return (
    within(names.length, schema, 'minProperties', 'maxProperties') &&
    (!Array.isArray(required) || required.every(has)) &&
    (propertyNames === undefined || names.every((name) => holds(propertyNames, name))) &&
    names.every((name) => schemasOfProperty(schema, name).every((part) => holds(part, value[name]))) &&
    dependents(schema).every(
      ({ name, needs }) => !has(name) || (Array.isArray(needs) ? needs.every(has) : holds(needs)),
    )
  );
}

/** What the schema itself asks of the property of this name. */
export function schemasOfProperty(schema: SchemaObject, name: string): unknown[] {
  const properties = own(schema, 'properties');
  const patterns = own(schema, 'patternProperties');
  const named = isObject(properties) && Object.hasOwn(properties, name) ? [properties[name]] : [];
  const matched = Object.entries(isObject(patterns) ? patterns : {}).flatMap(([pattern, part]) => {
    const matches = matcher(pattern);
    // Whether a pattern that cannot be run hits the name is not known, so nothing may stand here.
    return !matches ? [false] : matches(name) ? [part] : [];
  });
  const additional = own(schema, 'additionalProperties');
  return named.length + matched.length > 0 || additional === undefined ? [...named, ...matched] : [additional];
}

/** What the presence of one property asks for: names, or a schema of the whole. */
export function dependents(schema: SchemaObject): { name: string; needs: unknown }[] {
  return ['dependentRequired', 'dependentSchemas', 'dependencies'].flatMap((keyword) => {
    const rows = own(schema, keyword);
    return isObject(rows) ? Object.entries(rows).map(([name, needs]) => ({ name, needs })) : [];
  });
}

/** `unevaluatedProperties` and `unevaluatedItems`: every part that is named nowhere else. */
function satisfiesUnevaluated(value: unknown, schema: SchemaObject, document: SchemaDocument, depth: number): boolean {
  const properties = own(schema, 'unevaluatedProperties');
  const items = own(schema, 'unevaluatedItems');
  if (isObject(value) && properties !== undefined) {
    const left = Object.keys(value).filter((name) => !isEvaluated(value, name, schema, document, depth));
    if (!left.every((name) => satisfies(value[name], properties, document, depth + 1))) return false;
  }
  if (!Array.isArray(value) || items === undefined) return true;
  const { first, rest } = itemSchemas(schema);
  const left = rest === undefined ? value.slice(first.length) : [];
  return left.every((item) => satisfies(item, items, document, depth + 1));
}

function isEvaluated(value: Object, name: string, schema: unknown, document: SchemaDocument, depth: number): boolean {
  if (!isObject(schema) || depth > mostDepth || !document.spend(1)) return false;
  if (schemasOfProperty(schema, name).length > 0) return true;
  const targets = referenceKeywords.flatMap((keyword) => {
    const reference = own(schema, keyword);
    const target = typeof reference === 'string' ? document.resolve(reference) : undefined;
    return target?.found ? [target.schema] : [];
  });
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => own(schema, keyword) ?? []);
  const conditions = ['if', 'then', 'else'].flatMap((keyword) => own(schema, keyword) ?? []);
  return [...targets, ...parts, ...conditions].some(
    (part) => satisfies(value, part, document, depth + 1) && isEvaluated(value, name, part, document, depth + 1),
  );
}

/** Equal as JSON: `1` is `1.0`, and the order of keys says nothing. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, at) => same(item, b[at]));
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]))
  );
}
