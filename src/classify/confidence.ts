/**
 * Confidence: a word for how often labels with the same pattern of evidence were right on definitions labelled by people.
 * `accuracy.json` holds the counts, and `npm run evaluate -- --calibrate` writes it.
 */
import accuracy from './accuracy.json' with { type: 'json' };
import type { EvidencePattern } from './evidence-pattern.ts';
import type { Label } from './label.ts';

export type PatternAccuracy = { right: number; all: number };

/** How often each word was right, on tools that people labelled. */
export type WordAccuracy = {
  /** The day of the measurement. */
  on: string;
  tools: number;
  servers: number;
  words: Record<Label['confidence'], PatternAccuracy>;
};

/** What the words are made of; those of a server had no part in choosing its own words when `words` was counted. */
export type Calibration = WordAccuracy & {
  patterns: Partial<Record<EvidencePattern, PatternAccuracy>>;
  /** On servers that no rule had been tried on at that time. */
  fresh?: WordAccuracy;
};

export const calibration: Calibration = accuracy as Calibration;

/** Without a word for what the tool does there is no confidence, however the guess turned out elsewhere. */
const thin: readonly EvidencePattern[] = ['phrase', 'nothing'];

/** By what was observed of the pattern; of one that was never observed nothing is known. */
export function confidenceOf(pattern: EvidencePattern, patterns = calibration.patterns): Label['confidence'] {
  const observed = patterns[pattern];
  return thin.includes(pattern) || !observed ? 'low' : wordFor(observed);
}

/** The least share of right labels that a word stands for. */
export const least = { high: 0.97, medium: 0.85 } as const;
/** As if these had been seen besides: a pattern seen seldom earns neither the strongest word nor the weakest. */
export const besides: PatternAccuracy = { right: 9, all: 10 };

function wordFor({ right, all }: PatternAccuracy): Label['confidence'] {
  const share = (right + besides.right) / (all + besides.all);
  return share >= least.high ? 'high' : share >= least.medium ? 'medium' : 'low';
}
