/** The one way to hash: RFC 8785 canonical JSON, SHA-256. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ToolDefinition } from './domain.ts';

/** The digest that overrides and policies pin: `sha256:` and 64 hex digits over the parts an agent sees. */
export function definitionDigest(tool: ToolDefinition): string {
  const { name, title, description, inputSchema, outputSchema, annotations } = tool;
  return digestOf({ name, title, description, inputSchema, outputSchema, annotations });
}

/** `sha256:` of the canonical form of a JSON value. Throws on a value that has no JSON form (a cycle, NaN). */
export function digestOf(value: unknown): string {
  return `sha256:${sha256Hex(canonicalize(wellFormed(value)) ?? 'null')}`;
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** RFC 8785 has no form for a lone surrogate, and servers do send them: its escape stands for it. */
function wellFormed(value: unknown): unknown {
  const text = JSON.stringify(value) ?? 'null';
  const escaped = text.replaceAll(/(?<!\\)((?:\\\\)*)\\(ud[89a-f][0-9a-f]{2})/g, '$1\\\\$2');
  return escaped === text ? value : JSON.parse(escaped);
}
