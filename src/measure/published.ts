/** What the methodology page says of a measurement: figures and every error, without the texts of the set. */
import { type Category, categories } from '../domain.ts';
import type { Evaluation } from './evaluation.ts';
import type { FacetEvaluation } from './facets.ts';
import type { Observed, PerCategory } from './statistics.ts';

export type Published = {
  set: string;
  /** The day on which people last labelled the set. */
  labelledOn: string;
  accuracy: Observed;
  falseReads: { n: number; rate: number; interval: [low: number, high: number] };
  lowConfidenceShare: number;
  perCategory: (PerCategory & { category: Category })[];
  byConfidence: Record<string, Observed>;
  errors: { server: string; tool: string; expected: Category; label: Category; why: string }[];
  facets: FacetEvaluation;
};

export function published(set: string, labelledOn: string, evaluation: Evaluation): Published {
  const { all, errors, facets = { tools: 0, figures: [], errors: [] } } = evaluation;
  const { n, accuracy, interval } = all;
  return {
    set,
    labelledOn,
    accuracy: { n, accuracy, interval },
    falseReads: { n: all.falseReads, rate: all.falseReadRate, interval: all.falseReadInterval },
    lowConfidenceShare: all.lowConfidenceShare,
    perCategory: categories.map((category) => ({ category, ...all.perCategory[category] })),
    byConfidence: all.byConfidence,
    errors: errors.map(({ server, tool, expected, label, why }) => ({ server, tool, expected, label, why })),
    facets,
  };
}
