/**
 * Confidence words as they would be for a server that nobody had labelled: each server's are made of the labels of all
 * other servers, by the engine's own way from a pattern's accuracy to a word.
 */
import { type Calibration, confidenceOf, type PatternAccuracy, type WordAccuracy } from '../classify/confidence.ts';
import type { EvidencePattern } from '../classify/evidence-pattern.ts';
import type { Label } from '../classify/label.ts';
import type { Verdict } from './verdicts.ts';

/** The same verdicts with each label's confidence replaced by the word that all other servers' labels give its pattern. */
export function leaveServersOut(verdicts: readonly Verdict[]): Verdict[] {
  const total = Map.groupBy(verdicts, ({ label }) => label.pattern);
  return verdicts.map((verdict) => {
    const { server, label } = verdict;
    const others = (total.get(label.pattern) ?? []).filter((one) => one.server !== server);
    const observed = others.length > 0 ? { [label.pattern]: counted(others) } : {};
    return { ...verdict, label: { ...label, confidence: confidenceOf(label.pattern, observed) } };
  });
}

/** What the engine's words are to be made of from now on. `on` is the day of the measurement. */
export function calibrated(verdicts: readonly Verdict[], on: string): Omit<Calibration, 'fresh'> {
  const patterns = [...Map.groupBy(verdicts, ({ label }) => label.pattern)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...wordAccuracy(leaveServersOut(verdicts), on),
    patterns: Object.fromEntries(
      patterns.map(([pattern, these]): [EvidencePattern, PatternAccuracy] => [pattern, counted(these)]),
    ),
  };
}

/** How often each word was right. */
export function wordAccuracy(verdicts: readonly Verdict[], on: string): WordAccuracy {
  const groups = Map.groupBy(verdicts, ({ label }) => label.confidence);
  const word = (name: Label['confidence']) => counted(groups.get(name) ?? []);
  return {
    on,
    tools: verdicts.length,
    servers: new Set(verdicts.map(({ server }) => server)).size,
    words: { high: word('high'), medium: word('medium'), low: word('low') },
  };
}

const counted = (verdicts: readonly Verdict[]): PatternAccuracy => ({
  right: verdicts.filter(({ expected, label }) => label.category === expected).length,
  all: verdicts.length,
});
