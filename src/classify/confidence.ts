/**
 * Confidence: a word for how often labels with the same pattern of evidence were right on definitions labelled by others.
 * `accuracy.json` holds the counts, and `npm run evaluate -- --calibrate` and `--fresh` write it.
 */
import accuracy from './accuracy.json' with { type: 'json' };
import { type EvidencePattern, evidencePatterns } from './evidence-pattern.ts';
import type { Label } from './label.ts';

export type PatternAccuracy = { right: number; all: number };
export type PatternCounts = Partial<Record<EvidencePattern, PatternAccuracy>>;

export type WordAccuracy = Record<Label['confidence'], PatternAccuracy>;

/** One measurement on real tools. */
export type Measured = {
  /** The day of the measurement. */
  on: string;
  tools: number;
  servers: number;
  patterns: PatternCounts;
  /** How often each word was right, the words of each server made without its own labels. */
  words: WordAccuracy;
};

export type Calibration = Measured & {
  /** By name, sets of servers that no rule had been tried on when they were measured. Never measured again. */
  fresh: Record<string, Measured>;
};

const none: PatternAccuracy = { right: 0, all: 0 };

export const calibration: Calibration = accuracy as Calibration;

/** All that was observed of each pattern: what is measured anew whenever rules change, and what was measured once. */
export const observed: PatternCounts = sum([calibration.patterns, ...freshCounts()]);
/** What words are made of: fresh counts twice, for the others are more, and rules have been tuned by their errors. */
const weighed: PatternCounts = sum([calibration.patterns, ...twice(freshCounts())]);

/** Without a word for what the tool does there is no confidence, however the guess turned out elsewhere. */
const thin: readonly EvidencePattern[] = ['phrase', 'nothing'];

/** By what was observed of the pattern; of one that was never observed nothing is known. */
export function confidenceOf(pattern: EvidencePattern, counts = weighed): Label['confidence'] {
  const seen = counts[pattern];
  return thin.includes(pattern) || !seen ? 'low' : wordFor(seen);
}

/** The least share of right labels that a word stands for. */
export const least = { high: 0.97, medium: 0.85 } as const;
/** As if these had been seen besides: a pattern seen seldom earns neither the strongest word nor the weakest. */
export const besides: PatternAccuracy = { right: 9, all: 10 };

function wordFor({ right, all }: PatternAccuracy): Label['confidence'] {
  const share = (right + besides.right) / (all + besides.all);
  return share >= least.high ? 'high' : share >= least.medium ? 'medium' : 'low';
}

/** How often each word was right on the fresh sets together. */
export function freshWords({ fresh }: Calibration = calibration): WordAccuracy {
  const total = (word: Label['confidence']) =>
    Object.values(fresh).reduce((all, { words }) => plus(all, words[word]), none);
  return { high: total('high'), medium: total('medium'), low: total('low') };
}

/** What was counted once, but for the set of a name. */
export function freshCounts(but?: string): PatternCounts[] {
  return Object.entries(calibration.fresh).flatMap(([name, { patterns }]) => (name === but ? [] : [patterns]));
}

export function twice(counts: readonly PatternCounts[]): PatternCounts[] {
  return [...counts, ...counts];
}

export function sum(counts: readonly PatternCounts[]): PatternCounts {
  const total: PatternCounts = {};
  for (const id of Object.keys(evidencePatterns) as EvidencePattern[]) {
    const these = counts.flatMap((one) => one[id] ?? []);
    if (these.length > 0) total[id] = these.reduce(plus);
  }
  return total;
}

function plus(one: PatternAccuracy, other: PatternAccuracy = none): PatternAccuracy {
  return { right: one.right + other.right, all: one.all + other.all };
}
