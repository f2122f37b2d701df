/** Objects for an example: what is required, and of the rest what helps a reader. */
import { isObject, own, type SchemaDocument } from '../refs.ts';
import type { At, Make } from './example.ts';
import { greatest, type Parts, partsOf, propertiesOf, requiredOf, valuesOf } from './parts.ts';
import { textsOf } from './patterns.ts';
import { isGiven, isTelling } from './plausible.ts';
import { dependents, schemasOfProperty } from './satisfies.ts';

type Made = { [name: string]: unknown };

/** More names than this make no example that anybody reads. */
const mostNames = 120;
const mostExtra = 2;
const deepest = 3;

export function* properties(given: Parts, at: At, make: Make, document: SchemaDocument): Generator<Made> {
  const required = requiredOf(given);
  if (required.length > mostNames || greatest(given, 'minProperties', 0) > mostNames) return;
  const extra = helpful(given, required, at);
  const full = extra.length > 0 ? built([...required, ...extra]) : undefined;
  if (full) yield full;
  const bare = built(required);
  if (bare) yield bare;

  function built(names: readonly string[]): Made | undefined {
    const { parts, wanted } = withDependents(given, names, document);
    const least = greatest(parts, 'minProperties', isMap(parts) && at.depth > 0 ? 1 : 0);
    const spare =
      least > wanted.length
        ? [...propertiesOf(parts), ...otherNames(parts, at, make)].filter((name) => !wanted.includes(name))
        : [];
    const made = new Map<string, unknown>();
    for (const [index, name] of [...wanted, ...spare].entries()) {
      if (index >= wanted.length && made.size >= least) break;
      const asked = parts.flatMap((part) => schemasOfProperty(part, name));
      const value = make(asked, { name, depth: at.depth + 1, nth: 0 });
      if (value !== undefined) made.set(name, value);
      else if (required.includes(name)) return undefined;
    }
    return Object.fromEntries(made);
  }
}

/** What the presence of some properties asks for beside them. */
function withDependents(given: Parts, names: readonly string[], document: SchemaDocument) {
  let parts = given;
  const wanted = new Set(names);
  for (let round = 0; round < 5; round += 1) {
    const needs = parts.flatMap(dependents).flatMap((row) => (wanted.has(row.name) ? [row.needs] : []));
    const schemas = needs.filter((need) => !Array.isArray(need));
    const before = wanted.size + parts.length;
    parts = partsOf([...given, ...schemas], document) ?? parts;
    for (const name of [...needs.filter((need) => Array.isArray(need)).flat(), ...requiredOf(parts)])
      wanted.add(String(name));
    if (wanted.size + parts.length === before) break;
  }
  return { parts, wanted: [...wanted] };
}

/** Optional properties that say something: with an example of their own, or, where nothing is required, the first that tell. */
function helpful(parts: Parts, required: readonly string[], { depth }: At): string[] {
  const optional = propertiesOf(parts).filter(
    (name) => !required.includes(name) && !isGiven(name) && !isOld(parts, name),
  );
  const shown = optional.filter((name) => saysExample(parts, name));
  if (required.length > 0) return depth === 0 ? shown.slice(0, mostExtra) : [];
  if (depth > deepest) return [];
  const telling = optional.filter(isTelling);
  const picked = [...shown, ...telling, ...(depth > 0 ? optional.slice(0, 1) : [])];
  return [...new Set(picked)].slice(0, mostExtra);
}

const schemasOf = (parts: Parts, name: string) =>
  parts.flatMap((part) => schemasOfProperty(part, name)).filter(isObject);
const isOld = (parts: Parts, name: string) => schemasOf(parts, name).some((part) => own(part, 'deprecated') === true);
const saysExample = (parts: Parts, name: string) =>
  schemasOf(parts, name).some((part) => Object.hasOwn(part, 'examples') || Object.hasOwn(part, 'example'));

/** Any names, each with a value of one kind. */
const isMap = (parts: Parts) =>
  propertiesOf(parts).length === 0 && valuesOf(parts, 'additionalProperties').some((schema) => isObject(schema));

/** Names for an object that lists none: what its patterns match, or what its rule for names accepts. */
function otherNames(parts: Parts, at: At, make: Make): string[] {
  const patterns = valuesOf(parts, 'patternProperties').flatMap((named) => (isObject(named) ? Object.keys(named) : []));
  const rules = valuesOf(parts, 'propertyNames');
  const made = Array.from({ length: 4 }, (_, nth) =>
    make([...rules, { type: 'string' }], { name: 'key', depth: at.depth + 1, nth }),
  );
  return [
    ...patterns.flatMap((pattern) => textsOf(pattern).slice(0, 2)),
    ...made.filter((name) => typeof name === 'string'),
  ];
}
