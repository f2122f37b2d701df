/**
 * Confidence words as they would be for a server that nobody had labelled: each server's are made of the labels of all
 * other servers, by the engine's own way from a pattern's accuracy to a word.
 */
import { wordFor } from '../classify/confidence.ts';
import type { Verdict } from './verdicts.ts';

/** A pattern seen less often than this elsewhere keeps the engine's own word. */
const fewest = 8;

/** The same verdicts with each label's confidence replaced by the word that all other servers' labels give its pattern. */
export function leaveServersOut(verdicts: readonly Verdict[]): Verdict[] {
  const total = Map.groupBy(verdicts, ({ pattern }) => pattern);
  return verdicts.map((verdict) => {
    const { server, pattern, label } = verdict;
    const others = (total.get(pattern) ?? []).filter((one) => one.server !== server);
    if (others.length < fewest || label.unclear) return verdict;
    const right = others.filter((one) => one.label.category === one.expected).length;
    return { ...verdict, label: { ...label, confidence: wordFor({ right, all: others.length }) } };
  });
}
