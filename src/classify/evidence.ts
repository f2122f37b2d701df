/** Quotations, from the place they stand in, in the order in which they are shown. */
import type { Category } from '../domain.ts';
import type { Reading } from './facts.ts';
import type { Evidence } from './label.ts';
import type { Parameter } from './parameters.ts';

export function parameterEvidence(
  { name, place }: Parameter,
  rule: string,
  category: Category,
  note: string,
): Evidence {
  return { rule, place, span: [0, name.length], quote: name, effect: 'supports', category, note };
}

export function quoteOf({ definition }: Reading, place: Evidence['place'], [from, to]: Evidence['span']): string {
  const text = place === 'name' ? definition.name : place === 'title' ? definition.title : definition.description;
  return (text ?? '').slice(from, to);
}

/** What speaks for the label first, then what limits it, then what speaks for another. */
export function sorted(evidence: Evidence[], category: Category): Evidence[] {
  const seen = new Set<string>();
  const kept = evidence
    .map(
      (one): Evidence => (one.effect === 'supports' && one.category !== category ? { ...one, effect: 'opposes' } : one),
    )
    .filter(({ rule, place, span }) => {
      const key = `${rule} ${place} ${span[0]}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  const rank = { supports: 0, restricts: 1, opposes: 2 };
  return kept.sort((a, b) => rank[a.effect] - rank[b.effect]);
}
