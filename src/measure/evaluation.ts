/** The whole measurement: figures for all tools and for the random ones, by half, and every error with its evidence. */

import { sha256Hex } from '../digest.ts';
import type { Category } from '../domain.ts';
import { evaluateFacets, type FacetEvaluation } from './facets.ts';
import { leaveServersOut } from './leave-out.ts';
import { type Statistics, statisticsOf } from './statistics.ts';
import type { Verdict } from './verdicts.ts';

export type LabelError = {
  server: string;
  tool: string;
  sample: string;
  certain: boolean;
  expected: Category;
  label: Category;
  confidence: string;
  rule: string;
  why: string;
  evidence: { place: string; quote: string; effect: string; category: Category; rule: string }[];
};

export type Evaluation = {
  all: Statistics;
  random: Statistics;
  /** The half whose errors are read while rules are made, and the half that is only counted. */
  halves: Record<Half, { all: Statistics; random: Statistics }>;
  errors: LabelError[];
  /** Of the tools whose facets people looked at; absent where there are none. */
  facets?: FacetEvaluation;
};

export type Half = 'tuning' | 'checking';

/** All tools of a server fall into one half, by the last bit of the hash of its id. */
export const halfOf = (server: string): Half =>
  Number.parseInt(sha256Hex(server).slice(-1), 16) % 2 === 0 ? 'tuning' : 'checking';

export function evaluate(given: readonly Verdict[], { leaveOut = false } = {}): Evaluation {
  const verdicts = leaveOut ? leaveServersOut(given) : given;
  const half = (name: Half) => both(verdicts.filter(({ server }) => halfOf(server) === name));
  return {
    ...both(verdicts),
    halves: { tuning: half('tuning'), checking: half('checking') },
    errors: verdicts.filter(({ expected, label }) => label.category !== expected).map(errorOf),
    ...(verdicts.some(({ facets }) => facets) && { facets: evaluateFacets(verdicts) }),
  };
}

const both = (verdicts: readonly Verdict[]) => ({
  all: statisticsOf(verdicts),
  random: statisticsOf(verdicts.filter(({ sample }) => sample === 'random')),
});

function errorOf({ server, tool, sample, certain, expected, label }: Verdict): LabelError {
  return {
    server,
    tool,
    sample,
    certain,
    expected,
    label: label.category,
    confidence: label.confidence,
    rule: label.rule,
    why: label.why,
    evidence: label.evidence.map(({ place, quote, effect, category, rule }) => ({
      place,
      quote: quote.slice(0, 200),
      effect,
      category,
      rule,
    })),
  };
}
