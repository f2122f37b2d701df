/** Lists for an example: as short as the schema allows, but not empty. */
import type { At, Make } from './example.ts';
import { greatest, least, numbersOf, type Parts, valuesOf } from './parts.ts';
import { itemSchemas } from './satisfies.ts';

const mostItems = 40;
/** Deeper than this a list that may be empty is: a tree would grow without end. */
const deepest = 3;

export function* items(parts: Parts, at: At, make: Make): Generator<unknown[]> {
  const low = greatest(parts, 'minItems', 0);
  if (low > mostItems) return;
  const tuple = Math.max(0, ...parts.map((part) => itemSchemas(part).first.length));
  const contained = valuesOf(parts, 'contains');
  const needed =
    contained.length > 0 ? greatest(parts, 'minContains', numbersOf(parts, 'minContains').length > 0 ? 0 : 1) : 0;
  const high = Math.min(least(parts, 'maxItems', mostItems), mostItems);
  const length = Math.min(high, Math.max(low, tuple + needed, at.depth < deepest ? 1 : 0));
  const made: unknown[] = [];
  for (let nth = 0; nth < length; nth += 1) {
    const asked = parts.flatMap((part) => {
      const { first, rest } = itemSchemas(part);
      return nth < first.length ? [first[nth]] : rest === undefined ? [] : [rest];
    });
    const also = nth >= tuple && nth < tuple + needed ? contained : [];
    const item = make([...asked, ...also], { name: at.name, depth: at.depth + 1, nth });
    if (item === undefined) break;
    made.push(item);
  }
  if (made.length >= low) yield made;
  yield [];
}
