/**
 * Whether a schema is one: validators refuse the whole of it for one keyword of the wrong kind, or one reference to what
 * is not there, wherever that stands.
 */
import { isObject, own, type SchemaDocument, type SchemaObject } from '../refs.ts';

type Kind = (value: unknown) => boolean;

const isText: Kind = (value) => typeof value === 'string';
const isNumber: Kind = (value) => typeof value === 'number';
const isCount: Kind = (value) => Number.isInteger(value) && Number(value) >= 0;
const isSchema: Kind = (value) => typeof value === 'boolean' || isObject(value);
const isSchemas: Kind = (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema);
const isNamed: Kind = (value) => isObject(value) && Object.values(value).every(isSchema);
const isNames: Kind = (value) => Array.isArray(value) && value.every(isText) && new Set(value).size === value.length;
const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
const isType: Kind = (value) => {
  const named = [value].flat();
  return named.length > 0 && named.every((type) => types.includes(String(type)));
};

/** As validators read it. It is not run here. */
function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}

const kinds = new Map<string, Kind>(
  (
    [
      [isText, '$ref $schema $id $anchor $dynamicRef $dynamicAnchor $comment title description format'],
      [(value) => typeof value === 'string' && isPattern(value), 'pattern'],
      [isNumber, 'minimum maximum multipleOf'],
      [(value) => isNumber(value) || typeof value === 'boolean', 'exclusiveMinimum exclusiveMaximum'],
      [isCount, 'minLength maxLength minItems maxItems minContains maxContains minProperties maxProperties'],
      [(value) => typeof value === 'boolean', 'uniqueItems readOnly writeOnly deprecated'],
      [isNames, 'required'],
      [isType, 'type'],
      [(value) => Array.isArray(value) && value.length > 0, 'enum'],
      [Array.isArray, 'examples'],
      [isSchemas, 'allOf anyOf oneOf prefixItems'],
      [(value) => isSchema(value) || Array.isArray(value), 'items'],
      [isSchema, 'not if then else contains propertyNames additionalItems additionalProperties'],
      [isSchema, 'unevaluatedProperties unevaluatedItems'],
      [(value) => isNamed(value) && Object.keys(value as object).every(isPattern), 'patternProperties'],
      [isNamed, 'properties dependentSchemas $defs definitions'],
      [(value) => isObject(value) && Object.values(value).every(isNames), 'dependentRequired'],
      [
        (value) => isObject(value) && Object.values(value).every((one) => isSchema(one) || isNames(one)),
        'dependencies',
      ],
    ] satisfies [Kind, string][]
  ).flatMap(([kind, keywords]) => keywords.split(' ').map((keyword): [string, Kind] => [keyword, kind])),
);
const holdsSchemas = new Set(
  'allOf anyOf oneOf prefixItems items not if then else contains propertyNames additionalItems additionalProperties unevaluatedProperties unevaluatedItems'.split(
    ' ',
  ),
);
const holdsNamed = new Set('properties patternProperties dependentSchemas $defs definitions dependencies'.split(' '));

export function isWellFormed(schema: unknown, document: SchemaDocument): boolean {
  const left: unknown[] = [schema];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (!isObject(node)) continue;
    if (!document.spend(1)) return false;
    for (const [keyword, value] of Object.entries(node)) {
      if (!(kinds.get(keyword)?.(value) ?? true)) return false;
      if (keyword === '$ref' && !leadsSomewhere(node, document)) return false;
      if (holdsSchemas.has(keyword)) left.push(...[value].flat());
      if (holdsNamed.has(keyword)) left.push(...Object.values(value as object));
    }
  }
  return true;
}

/** Whether following its `$ref`, and that one's, ends at a schema: a ring of them says nothing, and some never come out. */
function leadsSomewhere(schema: SchemaObject, document: SchemaDocument): boolean {
  const passed = new Set<unknown>();
  for (let at: unknown = schema; isObject(at) && typeof own(at, '$ref') === 'string'; ) {
    if (passed.has(at) || !document.spend(1)) return false;
    passed.add(at);
    const target = document.resolve(String(own(at, '$ref')));
    if (!target.found) return false;
    at = target.schema;
  }
  return true;
}
