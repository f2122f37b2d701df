/**
 * Faults of the JSON Schema that a rule sets for a call's arguments. A schema ignores keywords that it does not know,
 * so a misspelt one would let everything through: here it is a fault.
 */
import type { Json } from '../domain.ts';
import { isObject, schemaDocument } from '../schema/refs.ts';
import { suggestion } from './fields.ts';

export type ArgumentFault = {
  /** Appended to the path of `arguments`: `.properties.type`. */ path: string;
  message: string;
};

const largest = 64 * 1024;

type Holds = 'schema' | 'schemas' | 'named schemas' | 'reference' | 'pattern' | 'type' | 'value' | 'refused';

/** The keywords of draft 2020-12, with `definitions` from before. */
const keywords = new Map<string, Holds>([
  ...list('schema', 'additionalProperties unevaluatedProperties propertyNames items unevaluatedItems contains'),
  ...list('schema', 'not if then else contentSchema'),
  ...list('schemas', 'allOf anyOf oneOf prefixItems'),
  ...list('named schemas', 'properties patternProperties dependentSchemas $defs definitions'),
  ...list('reference', '$ref'),
  ...list('pattern', 'pattern'),
  ...list('type', 'type'),
  ...list(
    'value',
    'const enum required dependentRequired minimum maximum exclusiveMinimum exclusiveMaximum multipleOf',
  ),
  ...list('value', 'minLength maxLength minItems maxItems uniqueItems minContains maxContains minProperties'),
  ...list('value', 'maxProperties format title description default examples deprecated readOnly writeOnly'),
  ...list('value', 'contentEncoding contentMediaType $schema $comment $anchor'),
  ...list('refused', '$id $dynamicRef $dynamicAnchor $vocabulary'),
]);

function list(holds: Holds, names: string): [string, Holds][] {
  return names.split(' ').map((name) => [name, holds]);
}

const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

export function argumentFaults(schema: { [key: string]: Json }): ArgumentFault[] {
  const size = new TextEncoder().encode(JSON.stringify(schema)).length;
  if (size > largest) return [{ path: '', message: `is ${size} bytes of JSON; at most ${largest} are read` }];
  const { resolve } = schemaDocument(schema);
  const faults: ArgumentFault[] = [];
  const fault = (path: string, message: string) => faults.push({ path, message });

  const walk = (node: Json | undefined, path: string): void => {
    if (typeof node === 'boolean') return;
    if (!isObject(node)) {
      fault(path, 'must be a schema: keys and values, true, or false');
      return;
    }
    for (const [keyword, value] of Object.entries(node)) {
      if (!keyword.startsWith('x-')) checkKeyword(keyword, value as Json, `${path}.${keyword}`);
    }
  };

  const checkKeyword = (keyword: string, value: Json, path: string): void => {
    const holds = keywords.get(keyword);
    switch (holds) {
      case undefined:
        fault(path, `is not a keyword of JSON Schema; ${suggestion(keyword, [...keywords.keys()])}`);
        return;
      case 'schema':
        walk(value, path);
        return;
      case 'schemas':
        if (!Array.isArray(value) || value.length === 0) fault(path, 'must be a list of schemas');
        else for (const [index, part] of value.entries()) walk(part, `${path}[${index}]`);
        return;
      case 'named schemas':
        if (!isObject(value)) fault(path, 'must hold schemas by name');
        else for (const [name, part] of Object.entries(value)) walk(part as Json, `${path}.${name}`);
        if (keyword === 'patternProperties' && isObject(value))
          for (const name of Object.keys(value)) pattern(name, path);
        return;
      case 'reference':
        if (typeof value !== 'string' || !value.startsWith('#'))
          fault(path, 'must point into this schema: `#/$defs/…`');
        else if (!resolve(value).found) fault(path, `points at \`${value}\`, which is not there`);
        return;
      case 'pattern':
        pattern(value, path);
        return;
      case 'type':
        if ([value].flat().some((type) => !types.includes(String(type)))) fault(path, `must be of ${types.join(', ')}`);
        return;
      case 'refused':
        fault(path, 'is not read here; point with `$ref: "#/$defs/…"`');
        return;
      case 'value':
        if (keyword === 'enum' && !Array.isArray(value)) fault(path, 'must be a list of values');
        if (keyword === 'required' && !isTextList(value)) fault(path, 'must be a list of property names');
        return;
      default:
        holds satisfies never;
    }
  };

  const pattern = (value: Json, path: string) => {
    if (typeof value !== 'string' || !isPattern(value)) fault(path, 'must be a regular expression');
    else if (/\(\?<?[=!]|\\[1-9]|\\k</.test(value)) {
      fault(path, 'may not look around or refer back: patterns run in linear time');
    }
  };

  walk(schema, '');
  return faults;
}

const isTextList = (value: Json) => Array.isArray(value) && value.every((name) => typeof name === 'string');

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}
