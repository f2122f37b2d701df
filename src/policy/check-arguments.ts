/** Runs the JSON Schema of a rule against a call's arguments. Whatever cannot be checked is a fault. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { RE2JS } from 're2js';
import type { Json } from '../domain.ts';

type Schema = { [key: string]: Json };

/** In words that an agent can act on; undefined where the arguments satisfy the schema. */
type ArgumentCheck = (given: Json) => string | undefined;

export type CompiledArguments = { ok: true; check: ArgumentCheck } | { ok: false; fault: string };

const compiled = new WeakMap<Schema, CompiledArguments>();

/** Compiled once for each schema object. Never throws. */
export function compileArguments(schema: Schema): CompiledArguments {
  const before = compiled.get(schema);
  if (before) return before;
  const made = compile(schema);
  compiled.set(schema, made);
  return made;
}

function compile(schema: Schema): CompiledArguments {
  if (JSON.stringify(schema).includes('"__proto__"'))
    return { ok: false, fault: 'names a property `__proto__`, which cannot be checked' };
  try {
    const ajv = new Ajv2020({
      strict: false,
      ownProperties: true,
      // As the standard has it: `format` is a note.
      validateFormats: false,
      logger: false,
      code: { regExp: linearTime },
    });
    const validate = ajv.compile(schema);
    const check: ArgumentCheck = (given) => {
      if (holdsProto(given)) return 'hold a property `__proto__`, which cannot be checked';
      if (validate(given)) return undefined;
      const { instancePath = '', message = 'do not satisfy the schema', params = {} } = validate.errors?.[0] ?? {};
      return `${placeWords(instancePath)}${message}${allowedWords(params)}`;
    };
    return { ok: true, check };
  } catch (error) {
    return { ok: false, fault: `cannot be compiled: ${error instanceof Error ? error.message : String(error)}` };
  }
}

const linearTime = Object.assign(
  (pattern: string) => {
    const expression = RE2JS.compile(RE2JS.translateRegExp(pattern));
    // Ajv tells patterns apart by their text: without it, the first would stand for all.
    return { test: (text: string) => expression.matcher(text).find(), toString: () => pattern };
  },
  { code: 'linearTime' },
);

/** Validators pass over a property of this name, so a schema would only seem to hold. */
function holdsProto(value: Json): boolean {
  const left: Json[] = [value];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (typeof at !== 'object' || at === null) continue;
    if (Object.hasOwn(at, '__proto__')) return true;
    for (const inner of Object.values(at)) if (typeof inner === 'object' && inner !== null) left.push(inner);
  }
  return false;
}

const placeWords = (pointer: string) => (pointer === '' ? '' : `\`${pointer.slice(1)}\` `);

function allowedWords(params: { [name: string]: unknown }): string {
  const allowed = params['allowedValue'] ?? params['allowedValues'];
  if (allowed !== undefined) return `: ${JSON.stringify(allowed).slice(0, 200)}`;
  const extra = params['additionalProperty'];
  return typeof extra === 'string' ? `: \`${extra.slice(0, 100)}\`` : '';
}
