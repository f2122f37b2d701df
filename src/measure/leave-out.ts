/**
 * Confidence words as they would be for a server that nobody had labelled. For each server the words are made of the
 * labels of all others: a pattern of evidence that was right often enough there is high, seldom enough is low.
 */
import { type Observed, observedBy, patternOf } from './statistics.ts';
import type { Verdict } from './verdicts.ts';

/** Shares of right labels: at least `high` earns the word high, less than `low` the word low. */
const borders = { high: 0.97, low: 0.85 };
/** A pattern seen less often than this elsewhere keeps the engine's own word. */
const fewest = 8;

/** The same verdicts with each label's confidence replaced by the word that all other servers' labels give its pattern. */
export function leaveServersOut(verdicts: readonly Verdict[]): Verdict[] {
  const servers = [...new Set(verdicts.map(({ server }) => server))];
  const wordsFor = new Map(
    servers.map((server) => [
      server,
      observedBy(
        verdicts.filter((one) => one.server !== server),
        patternOf,
      ),
    ]),
  );
  return verdicts.map((verdict) => {
    const seen = wordsFor.get(verdict.server)?.[patternOf(verdict)];
    const confidence = seen ? wordOf(seen, verdict.label.confidence) : verdict.label.confidence;
    return { ...verdict, label: { ...verdict.label, confidence } };
  });
}

function wordOf({ n, accuracy }: Observed, own: Verdict['label']['confidence']): Verdict['label']['confidence'] {
  if (n < fewest) return own;
  if (accuracy >= borders.high) return 'high';
  return accuracy < borders.low ? 'low' : 'medium';
}
