/**
 * Confidence words as they would be for a server that nobody had labelled: each server's are made of the labels of all
 * other servers, by the engine's own way from a pattern's accuracy to a word.
 */
import {
  confidenceOf,
  freshCounts,
  type Measured,
  type PatternAccuracy,
  type PatternCounts,
  sum,
  twice,
} from '../classify/confidence.ts';
import type { EvidencePattern } from '../classify/evidence-pattern.ts';
import type { Label } from '../classify/label.ts';
import type { Verdict } from './verdicts.ts';

/**
 * The same verdicts with each label's confidence replaced by the word that all other servers' labels give its pattern,
 * together with what is known besides: what was counted once on fresh servers.
 */
export function leaveServersOut(
  verdicts: readonly Verdict[],
  known: readonly PatternCounts[] = twice(freshCounts()),
): Verdict[] {
  const total = Map.groupBy(verdicts, ({ label }) => label.pattern);
  return verdicts.map((verdict) => {
    const { server, label } = verdict;
    const others = (total.get(label.pattern) ?? []).filter((one) => one.server !== server);
    const counts = sum([...known, others.length > 0 ? { [label.pattern]: counted(others) } : {}]);
    return { ...verdict, label: { ...label, confidence: confidenceOf(label.pattern, counts) } };
  });
}

/**
 * What the engine's words are made of: how often each pattern of evidence was right, and each word. `on` is the day of
 * the measurement, `known` what is counted besides.
 */
export function measured(verdicts: readonly Verdict[], on: string, known: readonly PatternCounts[]): Measured {
  const patterns = [...Map.groupBy(verdicts, ({ label }) => label.pattern)].sort(([a], [b]) => (a < b ? -1 : 1));
  const words = Map.groupBy(leaveServersOut(verdicts, known), ({ label }) => label.confidence);
  const word = (name: Label['confidence']) => counted(words.get(name) ?? []);
  return {
    on,
    tools: verdicts.length,
    servers: new Set(verdicts.map(({ server }) => server)).size,
    patterns: Object.fromEntries(
      patterns.map(([pattern, these]): [EvidencePattern, PatternAccuracy] => [pattern, counted(these)]),
    ),
    words: { high: word('high'), medium: word('medium'), low: word('low') },
  };
}

const counted = (verdicts: readonly Verdict[]): PatternAccuracy => ({
  right: verdicts.filter(({ expected, label }) => label.category === expected).length,
  all: verdicts.length,
});
