/**
 * Arguments for a call that a tool's input schema accepts: what it requires and the little that helps, in values that a
 * reader understands. Any JSON value is survived, and the work that one schema may cost is bounded.
 */
import { isObject, own, type SchemaDocument, schemaDocument } from '../refs.ts';
import { items } from './items.ts';
import { choicesOf, type Parts, partsOf, typesOf, valuesOf } from './parts.ts';
import { plausibleBoolean } from './plausible.ts';
import { properties } from './properties.ts';
import { same, satisfies } from './satisfies.ts';
import { numbers, texts } from './scalars.ts';
import { isWellFormed } from './well-formed.ts';

export type Example =
  | { ok: true; arguments: { readonly [name: string]: unknown } }
  /** There is no schema, or what stands there is none; or no value was found that it accepts. */
  | { ok: false; why: 'no schema' | 'not a schema' | 'none found' };

/** Where a value stands: the parameter's name, how deep, and which of its list it is. */
export type At = { name: string; depth: number; nth: number };

/** Makes a value that all the schemas accept; undefined where none was found. */
export type Make = (schemas: readonly unknown[], at: At) => unknown;

/** Steps that one schema may cost: about 20 milliseconds. */
const mostWork = 60_000;
const mostDepth = 10;
const mostLength = 6_000;

export function exampleArguments(schema: unknown): Example {
  if (schema === undefined || schema === null) return { ok: false, why: 'no schema' };
  const document = schemaDocument(schema, mostWork);
  if (typeof schema !== 'boolean' && !(isObject(schema) && isWellFormed(schema, document)))
    return { ok: false, why: 'not a schema' };
  const made = maker(document)([schema, { type: 'object' }], { name: '', depth: 0, nth: 0 });
  const fits = isObject(made) && JSON.stringify(made).length <= mostLength;
  return fits ? { ok: true, arguments: made } : { ok: false, why: 'none found' };
}

function maker(document: SchemaDocument): Make {
  const make: Make = (schemas, at) => {
    if (at.depth > mostDepth || !document.spend(1)) return undefined;
    for (const value of candidates(schemas, at, new Set())) {
      if (schemas.every((schema) => satisfies(value, schema, document))) return value;
    }
    return undefined;
  };

  function* candidates(schemas: readonly unknown[], at: At, chosen: ReadonlySet<unknown>): Generator<unknown> {
    const parts = document.spend(1) ? partsOf(schemas, document) : undefined;
    if (!parts) return;
    yield* offered(parts, at);
    const choice = choicesOf(parts).find(({ of }) => !chosen.has(of));
    if (choice) {
      for (const form of choice.forms) yield* candidates([...schemas, form], at, new Set([...chosen, choice.of]));
      return;
    }
    for (const type of typesOf(parts)) yield* ofType(type, parts, at);
    yield* valuesOf(parts, 'default');
  }

  function* ofType(type: string, parts: Parts, at: At): Generator<unknown> {
    if (type === 'object') yield* properties(parts, at, make, document);
    else if (type === 'array') yield* items(parts, at, make);
    else if (type === 'string') yield* texts(parts, at.name, at.nth);
    else if (type === 'number' || type === 'integer') yield* numbers(parts, at.name, at.nth, type === 'integer');
    else if (type === 'boolean') yield* [plausibleBoolean(at.name), !plausibleBoolean(at.name)];
    else yield null;
  }
  return make;
}

const mostOffered = 500;

/** The values that the schema itself has: its constant, its examples, its default, the members of its list. */
function offered(parts: Parts, { nth }: At): unknown[] {
  const examples = parts.flatMap((part) => [own(part, 'examples') ?? [], own(part, 'example') ?? []].flat());
  const listed = valuesOf(parts, 'enum').flatMap((values) => (Array.isArray(values) ? values.slice(0, 200) : []));
  const turned = [...listed.slice(nth), ...listed.slice(0, nth)];
  const telling = [...examples, ...valuesOf(parts, 'default'), ...turned].filter(isTelling);
  return [...valuesOf(parts, 'const'), ...telling, ...turned].filter((value) => lengthOf(value) <= mostOffered);
}

const isTelling = (value: unknown) => ![null, '', [], {}].some((empty) => same(empty, value));
const lengthOf = (value: unknown) => JSON.stringify(value)?.length ?? Number.POSITIVE_INFINITY;
