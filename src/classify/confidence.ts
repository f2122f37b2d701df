/** Confidence: a word for how often labels with the same pattern of evidence were right on definitions labelled by people. */

import accuracy from './accuracy.json' with { type: 'json' };
import type { Label } from './label.ts';

/** Right and all labels of each pattern, counted on servers that were left out when the pattern was judged. */
export type PatternAccuracy = { right: number; all: number };
const observed: ReadonlyMap<string, PatternAccuracy> = new Map(
  Object.entries(accuracy as Record<string, PatternAccuracy>),
);

export function confidenceOf(pattern: string, unclear: boolean): Label['confidence'] {
  if (unclear) return 'low';
  const seen = observed.get(pattern);
  if (!seen) return defaults[pattern] ?? 'medium';
  return wordFor(seen);
}

/** One right and one wrong label more than were seen: a pattern seen seldom earns no strong word. */
export function wordFor({ right, all }: PatternAccuracy): Label['confidence'] {
  const share = (right + 1) / (all + 2);
  return share >= 0.95 ? 'high' : share >= 0.85 ? 'medium' : 'low';
}

const defaults: Record<string, Label['confidence']> = {
  agree: 'high',
  'both-ambiguous': 'medium',
  'noun-phrase': 'low',
  nothing: 'low',
  conflict: 'medium',
  'ambiguous-name': 'low',
};
