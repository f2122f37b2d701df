/** What several schemas that all hold ask for together, read off keyword by keyword. */
import { isObject, own, type SchemaDocument, type SchemaObject } from '../refs.ts';
import { referenceKeywords } from './satisfies.ts';

export type Parts = readonly SchemaObject[];

const mostParts = 200;

/** The schemas with their references and `allOf`s, each once; undefined where one of them accepts nothing. */
export function partsOf(schemas: readonly unknown[], document: SchemaDocument): Parts | undefined {
  const parts = new Set<SchemaObject>();
  for (const left = [...schemas]; left.length > 0; ) {
    const schema = left.shift();
    if (schema === true || (isObject(schema) && parts.has(schema))) continue;
    if (!isObject(schema) || parts.size >= mostParts || !document.spend(1)) return undefined;
    parts.add(schema);
    for (const keyword of referenceKeywords) {
      const reference = own(schema, keyword);
      if (reference === undefined) continue;
      const target = typeof reference === 'string' ? document.resolve(reference) : undefined;
      if (!target?.found) return undefined;
      left.push(target.schema);
    }
    const all = own(schema, 'allOf');
    if (Array.isArray(all)) left.push(...all);
  }
  return [...parts];
}

/** Every value that some part has for the keyword. */
export const valuesOf = (parts: Parts, keyword: string): unknown[] =>
  parts.filter((part) => Object.hasOwn(part, keyword)).map((part) => part[keyword]);

/** The narrowest of the parts' limits; `none` where no part has one. */
export const greatest = (parts: Parts, keyword: string, none: number) => Math.max(none, ...numbersOf(parts, keyword));
export const least = (parts: Parts, keyword: string, none: number) => Math.min(none, ...numbersOf(parts, keyword));
export const numbersOf = (parts: Parts, keyword: string) =>
  valuesOf(parts, keyword).filter((value) => typeof value === 'number');

/** Names that any part requires, in order. */
export const requiredOf = (parts: Parts): string[] => [
  ...new Set(valuesOf(parts, 'required').flatMap((names) => (Array.isArray(names) ? names.map(String) : []))),
];

/** Names with a schema, in the server's order. */
export const propertiesOf = (parts: Parts): string[] => [
  ...new Set(valuesOf(parts, 'properties').flatMap((named) => (isObject(named) ? Object.keys(named) : []))),
];

const kinds = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];
const signs: readonly [type: string, keywords: string][] = [
  ['object', 'properties required additionalProperties patternProperties propertyNames minProperties'],
  ['array', 'items prefixItems minItems uniqueItems contains'],
  ['string', 'pattern minLength maxLength format'],
  ['number', 'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf'],
];

/** The types that all parts allow, null last; where none is declared, what the other keywords are about. */
export function typesOf(parts: Parts): string[] {
  const declared = valuesOf(parts, 'type').map((types) => [types].flat().map(String));
  if (declared.length > 0) {
    const allowed = (type: string, types: string[]) =>
      types.includes(type) || (type === 'integer' && types.includes('number'));
    const [first = [], ...others] = declared;
    const named = [...new Set([...first, ...declared.flat()])].filter((type) => kinds.includes(type));
    const shared = named.filter((type) => [first, ...others].every((types) => allowed(type, types)));
    return shared.sort((a, b) => Number(a === 'null') - Number(b === 'null'));
  }
  const hinted = signs.filter(([, keywords]) => keywords.split(' ').some((word) => valuesOf(parts, word).length > 0));
  return hinted.length > 0 ? hinted.map(([type]) => type) : ['string', 'object', 'array', 'number', 'boolean', 'null'];
}

/** A choice between forms, one of which must hold: `anyOf`, `oneOf`, or both ways through an `if`. */
export type Choice = { of: unknown; forms: readonly unknown[] };

export function choicesOf(parts: Parts): Choice[] {
  return parts.flatMap((part) => {
    const lists = [own(part, 'anyOf'), own(part, 'oneOf')].filter((forms) => Array.isArray(forms));
    const condition = own(part, 'if');
    const ways =
      condition === undefined
        ? []
        : [{ of: condition, forms: [{ allOf: [condition, own(part, 'then') ?? true] }, own(part, 'else') ?? true] }];
    return [...lists.map((forms) => ({ of: forms, forms: nullLast(forms) })), ...ways];
  });
}

const nullLast = (forms: unknown[]) => {
  const isNull = (form: unknown) => isObject(form) && (own(form, 'type') === 'null' || own(form, 'const') === null);
  return [...forms.filter((form) => !isNull(form)), ...forms.filter(isNull)];
};
