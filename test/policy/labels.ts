import { type Facet, type FacetId, facetIds, type Label } from '../../src/classify/label.ts';
import { riskOf } from '../../src/domain.ts';

/** A label of high confidence with nothing raised, but for what is given. */
export function labelOf({ yes = [], ...given }: Partial<Label> & { yes?: FacetId[] } = {}): Label {
  const category = given.category ?? 'read';
  const facets = Object.fromEntries(
    facetIds.map((id): [string, Facet] => [id, { value: yes.includes(id) ? 'yes' : 'no', evidence: [] }]),
  ) as Record<FacetId, Facet>;
  return {
    category,
    risk: riskOf[category],
    confidence: 'high',
    pattern: 'agree',
    unclear: false,
    rule: 'test',
    why: 'The name says so.',
    evidence: [],
    facets,
    actions: [],
    raisedBy: [],
    claims: [],
    rubric: '1.1',
    ...given,
  };
}

/** Names that a server may send, each a trap for some format. */
export const nastyNames = [
  'no',
  'on',
  'null',
  '~',
  '1e3',
  '404',
  '0x1f',
  '1:30',
  '<<',
  '*',
  '&a',
  '!b',
  '- x',
  'a: b',
  'a #b',
  'a.b',
  'a/b',
  '../x',
  '__proto__',
  'constructor',
  'tools',
  'say "hi"',
  "it's",
  'two\nlines',
  'tab\there',
  'back\\slash',
  'löschen',
  '删除',
  '😀',
  'a\u202eb',
  'zero\u200bwidth',
  'line\u2028separator',
  'tag\u{e0041}',
  'half\ud800',
  'x'.repeat(1500),
];
