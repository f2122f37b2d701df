/** How often labels were right, and how they were wrong. */
import { type Category, categories } from '../domain.ts';
import type { Verdict } from './verdicts.ts';
import { wilson } from './wilson.ts';

export type PerCategory = {
  /** How many tools people gave this category. */
  n: number;
  /** Of the tools that got this label, the share that has it by people; null where none got it. */
  precision: number | null;
  /** Of the tools that have this category by people, the share that got the label; null where there are none. */
  recall: number | null;
};

export type Observed = { n: number; accuracy: number; interval: [low: number, high: number] };

/** Shares are from 0 to 1; intervals are 95 %. */
export type Statistics = Observed & {
  /** Of the tools that are not Read by people, the share labelled Read. */
  falseReadRate: number;
  falseReadInterval: [low: number, high: number];
  falseReads: number;
  lowConfidenceShare: number;
  accuracyWithoutLow: number;
  /** On rows where both annotators were sure. */
  certain: Observed;
  perCategory: Record<Category, PerCategory>;
  /** By what people say, then by the label. */
  confusion: Record<Category, Record<Category, number>>;
  byConfidence: Record<string, Observed>;
  /** By the pattern of evidence that confidence stands on, and by the rule that decided; most tools first. */
  byPattern: Record<string, Observed>;
  byRule: Record<string, Observed>;
};

const right = ({ expected, label }: Verdict) => label.category === expected;

export function statisticsOf(verdicts: readonly Verdict[]): Statistics {
  const confusion = table(verdicts);
  const notRead = verdicts.filter(({ expected }) => expected !== 'read');
  const falseReads = notRead.filter(({ label }) => label.category === 'read').length;
  const sure = verdicts.filter(({ label }) => label.confidence !== 'low');
  return {
    ...observed(verdicts),
    falseReadRate: share(falseReads, notRead.length),
    falseReadInterval: wilson(falseReads, notRead.length),
    falseReads,
    lowConfidenceShare: share(verdicts.length - sure.length, verdicts.length),
    accuracyWithoutLow: observed(sure).accuracy,
    certain: observed(verdicts.filter(({ certain }) => certain)),
    perCategory: perCategory(confusion),
    confusion,
    byConfidence: observedBy(verdicts, ({ label }) => label.confidence),
    byPattern: observedBy(verdicts, ({ label }) => label.pattern),
    byRule: observedBy(verdicts, ({ label }) => label.rule),
  };
}

function observed(verdicts: readonly Verdict[]): Observed {
  const hits = verdicts.filter(right).length;
  return { n: verdicts.length, accuracy: share(hits, verdicts.length), interval: wilson(hits, verdicts.length) };
}

/** Most tools first. */
function observedBy(verdicts: readonly Verdict[], key: (verdict: Verdict) => string): Record<string, Observed> {
  const groups = Map.groupBy(verdicts, key);
  return Object.fromEntries(
    [...groups]
      .sort(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1))
      .map(([name, group]) => [name, observed(group)]),
  );
}

function table(verdicts: readonly Verdict[]): Statistics['confusion'] {
  const counts = forEach(() => forEach(() => 0));
  for (const { expected, label } of verdicts) counts[expected][label.category] += 1;
  return counts;
}

function perCategory(confusion: Statistics['confusion']): Statistics['perCategory'] {
  return forEach((category) => {
    const hits = confusion[category][category];
    const n = sum(categories.map((label) => confusion[category][label]));
    const given = sum(categories.map((expected) => confusion[expected][category]));
    return { n, precision: given === 0 ? null : hits / given, recall: n === 0 ? null : hits / n };
  });
}

const forEach = <T>(make: (category: Category) => T) =>
  Object.fromEntries(categories.map((category) => [category, make(category)])) as Record<Category, T>;

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

/** Of nothing, nothing is wrong: 0. */
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
