import { describe, expect, test } from 'vitest';
import { type FacetId, facetIds } from '../../src/classify/label.ts';
import { reasons } from '../../src/page/reasons.ts';
import { labelOf } from '../policy/labels.ts';
import { serverOf } from './catalog.ts';

/** Of a Read tool of which these facets hold. */
function reasonsFor(facets: readonly FacetId[], quote?: string): string[] {
  const evidence = quote === undefined ? [] : [{ ...noEvidence, quote }];
  const own = Object.fromEntries(facets.map((id) => [id, { value: 'yes' as const, evidence }]));
  const label = labelOf({ category: 'read' });
  const [tool] = serverOf('one', [{ name: 'get_it', label: { facets: { ...label.facets, ...own } } }]).tools;
  if (!tool) throw new Error('no tool');
  return reasons(tool);
}
const noEvidence = {
  rule: 'x',
  place: 'name' as const,
  span: [0, 1] as [number, number],
  effect: 'supports' as const,
  category: 'read' as const,
  note: '',
};

describe('why a tool needs a policy', () => {
  const telling = facetIds.filter((id) => id !== 'idempotent');

  test('any facet is told, and no two Read tools with one facet each read alike', () => {
    const texts = telling.map((id) => reasonsFor([id]).join(' '));
    expect(new Set([...texts, reasonsFor([]).join(' ')]).size).toBe(telling.length + 1);
  });

  test('two facets say what each says', () => {
    expect(reasonsFor(['free-path', 'private-data'])).toEqual([
      ...reasonsFor(['free-path']),
      ...reasonsFor(['private-data']).slice(1),
    ]);
  });

  test('what it rests on is quoted, but for a verb, which shows nobody why', () => {
    expect(reasonsFor(['free-path'], 'file_path')[1]).toMatch(/Seen in “file_path”\.$/);
    expect(reasonsFor(['private-data'], 'Get')[1]).not.toMatch(/Seen/);
  });
});
