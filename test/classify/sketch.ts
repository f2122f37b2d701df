/** Tool definitions written as one line: `name: What it does. (flag: boolean, mode: a|b, path?: string = Where to save)`. */
import type { Json, ToolDefinition } from '../../src/domain.ts';

const types = new Set(['string', 'boolean', 'number', 'integer', 'array', 'object']);

/** Parameters are required unless their name ends in `?`; `a|b` is an enum, and `= text` a description. */
export function sketch(line: string): ToolDefinition {
  const [, name = line, description, parameters] = /^(\S+?)(?:: (.*?))?(?:\s?\(([^()]*:[^()]*)\))?$/s.exec(line) ?? [];
  const properties: Record<string, Json> = {};
  const required: string[] = [];
  for (const part of parameters?.split(', ') ?? []) {
    const [, key = '', optional, type = 'string', text] = /^(\w+)(\?)?: (\S+)(?: = (.*))?$/.exec(part) ?? [];
    properties[key] = {
      ...(types.has(type) ? { type } : { type: 'string', enum: type.split('|') }),
      ...(text === undefined ? {} : { description: text }),
    };
    if (!optional) required.push(key);
  }
  return {
    name,
    ...(description === undefined ? {} : { description }),
    ...(parameters === undefined ? {} : { inputSchema: { type: 'object', properties, required } }),
  };
}
