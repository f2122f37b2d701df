/** An example call, as a client sends it. */
import type { ToolDefinition } from '../domain.ts';
import { type Example, exampleArguments } from '../schema/example/example.ts';
import { visibleJson } from './foreign.ts';

export type Call = {
  /** The JSON-RPC message; undefined where none could be made. */
  json: string | undefined;
  /** What to know of it, or why there is none. */
  note: string;
};

const made = new WeakMap<ToolDefinition, Example>();

/** Page and twins show one example, made once. */
export function exampleOf(definition: ToolDefinition): Example {
  const example = made.get(definition) ?? exampleArguments(definition.inputSchema);
  made.set(definition, example);
  return example;
}

export function call(definition: ToolDefinition): Call {
  const example = exampleOf(definition);
  if (!example.ok) return { json: undefined, note: whyNone[example.why] };
  const message = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: definition.name, arguments: example.arguments },
  };
  const empty = Object.keys(example.arguments).length === 0;
  return {
    json: visibleJson(JSON.stringify(message, null, 2)),
    note: empty
      ? 'The input schema asks for no arguments.'
      : 'The input schema accepts these arguments. The values are the schema’s own examples and defaults, or made up.',
  };
}

const whyNone: { [why in (Example & { ok: false })['why']]: string } = {
  'no schema': 'The server gives no input schema, so no example can be held against it.',
  'not a schema': 'What the server gives as input schema is none that a validator reads, so there is no example.',
  'none found': 'No arguments were found that the input schema accepts, so there is no example.',
};
