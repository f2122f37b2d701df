/** Every text that a definition holds, with its place. */
import type { ToolDefinition } from '../domain.ts';
import type { Text } from './finding.ts';

/** Values looked at in one definition; what lies beyond is not read, and `findings` says so. */
const mostValues = 20_000;
const mostDepth = 64;

/** Name, title and description first, then every string and property name of the schemas and annotations. */
export function textsOf(definition: ToolDefinition): { texts: Text[]; cut: boolean } {
  const texts: Text[] = [];
  for (const place of ['name', 'title', 'description'] as const) {
    const text = definition[place];
    if (typeof text === 'string') texts.push({ place, text });
  }
  const walk = walker(texts);
  for (const part of ['inputSchema', 'outputSchema', 'annotations'] as const) walk.into(definition[part], `/${part}`);
  return { texts, cut: walk.cut };
}

/** A property's name as a step of a JSON Pointer, at most 200 characters of it. */
export const pointerStep = (name: string): string => name.slice(0, 200).replaceAll('~', '~0').replaceAll('/', '~1');

function walker(texts: Text[]) {
  let left = mostValues;
  const above = new Set<object>();
  const walk = {
    cut: false,
    into(value: unknown, place: string, depth = 0): void {
      if (typeof value === 'string') texts.push({ place, text: value });
      if (typeof value !== 'object' || value === null || above.has(value)) return;
      if (left <= 0 || depth > mostDepth) {
        walk.cut = true;
        return;
      }
      above.add(value);
      for (const [key, inner] of Object.entries(value)) {
        left -= 1;
        if (left <= 0) {
          walk.cut = true;
          break;
        }
        const at = `${place}/${pointerStep(key)}`;
        if (!Array.isArray(value)) texts.push({ place: at, text: key, key: true });
        walk.into(inner, at, depth + 1);
      }
      above.delete(value);
    },
  };
  return walk;
}
