/** How often labels are right, as measured on the set that `measured.json` was made of. */
import {
  besides,
  type Calibration,
  calibration,
  confidenceOf,
  freshWords,
  least,
  observed,
  type PatternAccuracy,
  type PatternCounts,
  sum,
  twice,
} from '../classify/confidence.ts';
import { type EvidencePattern, evidencePatterns } from '../classify/evidence-pattern.ts';
import type { Published } from '../measure/published.ts';
import { wilson } from '../measure/wilson.ts';
import measured from './measured.json' with { type: 'json' };
import { categoryWords, count, dateWords, facetWords, number } from './words.ts';

/** Facets of real tools, written down by the rubric before the rules saw them, and counted before anything was mended by them. */
const blindFacets = { on: '2026-11-25', tools: 42, holds: 29, said: 29, right: 25 };

/** A figure on fewer tools than this says little, and the table says so. */
const fewTools = 10;

export function accuracySection(
  { accuracy, falseReads, ...figures }: Published = measured as unknown as Published,
  given: Calibration = calibration,
) {
  const { n, interval } = accuracy;
  const { facets } = figures;
  return {
    sentences: [
      `On ${figures.set}, ${count(n, 'definition')} of imaginary servers that were labelled by hand before any rule was tried on them (${dateWords(figures.labelledOn)}), ${percent(accuracy.accuracy)} of the labels are right (95 % interval ${percent(interval[0])} to ${percent(interval[1])}).`,
      `${count(falseReads.n, 'tool')} that should not be Read ${falseReads.n === 1 ? 'is' : 'are'} called Read: ${percent(falseReads.rate)} of those that are not Read. ${percent(figures.lowConfidenceShare)} of the labels are of low confidence.`,
      'Rules have been mended since by the errors that this set showed, so these figures flatter.',
      ...unmet(given),
      'Anyone can measure on labels of their own, with npm run evaluate.',
    ],
    perCategory: figures.perCategory.map(({ category, n, precision, recall }) => ({
      name: categoryWords[category].name,
      n: number(n),
      precision: precision === null ? 'none labelled so' : percent(precision),
      recall: recall === null ? 'none in the set' : percent(recall),
    })),
    byConfidence: Object.entries(figures.byConfidence).map(([word, seen]) => ({
      word: title(word),
      n: number(seen.n),
      accuracy: percent(seen.accuracy),
    })),
    errorsTitle: `All ${count(figures.errors.length, 'error')}`,
    errors: figures.errors.map(({ server, tool, expected, label, why }) => ({
      tool: `${server} ${tool}`,
      expected: categoryWords[expected].name,
      label: categoryWords[label].name,
      why,
    })),
    facets: {
      sentences: [
        `On ${count(facets.tools, 'tool')} of the same set the facets were written down by the rubric, before any rule was tried on them; what the rules get wrong was mended since, so these figures flatter too. ${count(facets.errors.length, 'facet')} of all ${facets.errors.length === 1 ? 'is' : 'are'} wrong or missed now. Where fewer than ${fewTools} tools have a facet, its figures say little. A Read is idempotent by definition, so that facet is counted on the others.`,
        `On ${count(blindFacets.tools, 'tool')} of real servers that no rule had been tried on (${dateWords(blindFacets.on)}), ${blindFacets.right} of the ${blindFacets.holds} facets that they have were found, and ${blindFacets.right} of the ${blindFacets.said} that were said of them were right.`,
      ],
      rows: facets.figures.map(({ facet, n, precision, recall }) => ({
        id: facet,
        text: facetWords[facet],
        n: number(n),
        precision: precision === null ? 'none said to' : percent(precision),
        recall: recall === null ? 'none in the set' : percent(recall),
      })),
      errors: facets.errors.map(({ server, tool, facet, kind }) => ({
        tool: `${server} ${tool}`,
        facet,
        kind: { missed: 'Missed', denied: 'Denied, and it holds', wrong: 'Said, and it does not hold' }[kind],
      })),
    },
  };
}

/** What to expect of a server that nobody has looked at: the newest of the sets that were measured once. */
function unmet({ fresh }: Calibration): string[] {
  const set = Object.values(fresh).at(-1);
  if (!set) return [];
  const right = Object.values(set.words).reduce((all, word) => all + word.right, 0);
  const [low, high] = wilson(right, set.tools);
  return [
    `On ${count(set.tools, 'tool')} of ${count(set.servers, 'real server')} that no rule had been tried on (${dateWords(set.on)}), ${percent(right / set.tools)} of the labels were right (95 % interval ${percent(low)} to ${percent(high)}): this is what to expect of a server that nobody has looked at.`,
  ];
}

const title = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** What the confidence words stand for, and what was observed of each and of each pattern of evidence. */
export function confidenceSection(given: Calibration = calibration) {
  const { on, tools, servers, words, patterns, fresh } = given;
  const sets = Object.values(fresh);
  const freshPatterns = sets.map((set) => set.patterns);
  const counts = sum([patterns, ...freshPatterns]);
  const weighed = sum([patterns, ...twice(freshPatterns)]);
  const news = freshWords(given);
  const share = ({ right, all }: PatternAccuracy) => (all === 0 ? 'none seen' : percent(right / all));
  const total = (of: 'tools' | 'servers') => sets.reduce((all, set) => all + set[of], 0);
  return {
    sentences: [
      'Confidence is a word for how often labels with the same pattern of evidence were right on real tools that annotators had labelled by the same definitions, blind to the rules and to each other. The annotators were language models, so that they may share errors.',
      `High stands for ${percentOf(least.high)} right labels or more, medium for ${percentOf(least.medium)} or more, low for fewer, or for a pattern that was too seldom to tell; then the recommended rule asks a person. So that few labels cannot earn a strong word, each pattern counts as if ${besides.all} more had been seen, ${besides.right} of them right.`,
      `Last counted on ${count(tools, 'tool')} of ${count(servers, 'server')} (${dateWords(on)}), whose errors had been read when the rules were made, each server’s words made without its own labels${sets.length > 0 ? `; and once on ${count(total('tools'), 'tool')} of ${count(total('servers'), 'server')} that no rule had been tried on, the nearest to what a server meets that nobody has looked at. Both count, the latter twice` : ''}.`,
    ],
    words: (['high', 'medium', 'low'] as const).map((word) => ({
      word: title(word),
      n: number(words[word].all),
      right: share(words[word]),
      freshN: number(news[word].all),
      fresh: share(news[word]),
    })),
    patterns: Object.entries(evidencePatterns).map(([id, text]) => {
      const seen = counts[id as EvidencePattern] ?? { right: 0, all: 0 };
      return {
        text: title(text),
        seen: seen.all === 0 ? 'none seen' : `${number(seen.right)} of ${number(seen.all)}`,
        word: confidenceOf(id as EvidencePattern, weighed),
      };
    }),
  };
}

/** Why a label has its confidence: `name and description say the same …; 231 of 237 such labels were right (97.5 %)`. */
export function confidenceReason(pattern: EvidencePattern, counts: PatternCounts = observed): string {
  const { right, all } = counts[pattern] ?? { right: 0, all: 0 };
  const seen =
    all === 0
      ? 'no such label was among those that annotators had labelled too'
      : `${number(right)} of ${count(all, 'such label')} ${all === 1 ? 'was' : 'were'} right (${percent(right / all)}) where annotators had labelled the tools too`;
  return `${evidencePatterns[pattern]}; ${seen}`;
}

const percentOf = (share: number) => `${Math.round(share * 100)} %`;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
