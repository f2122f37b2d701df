/** The measurement as text for a terminal. */
import { categories } from '../domain.ts';
import type { Evaluation, LabelError } from './evaluation.ts';
import type { FacetEvaluation } from './facets.ts';
import type { Observed, Statistics } from './statistics.ts';

export function reportText(evaluation: Evaluation, { errors = false, rules = 25 } = {}): string {
  const { all, random, halves, facets } = evaluation;
  return `${[
    ...part('All labelled tools', all),
    '',
    ...part('Random sample', random),
    '',
    'By half (servers split by the hash of their id)',
    ...Object.entries(halves).flatMap(([name, half]) => [
      line(`  ${name}, all`, half.all),
      line(`  ${name}, random`, half.random),
    ]),
    '',
    'By pattern of evidence',
    ...groups(all.byPattern),
    '',
    'By the rule that decided',
    ...groups(all.byRule, rules),
    '',
    ...(facets ? [...facetPart(facets), ''] : []),
    ...(errors
      ? [`Errors: ${evaluation.errors.length}`, ...evaluation.errors.flatMap(errorLines)]
      : [`Errors: ${evaluation.errors.length} (--errors lists them)`]),
  ].join('\n')}\n`;
}

function part(title: string, s: Statistics): string[] {
  return [
    title,
    line('  accuracy', s),
    `  false Read   ${percent(s.falseReadRate)} (${interval(s.falseReadInterval)}), ${s.falseReads} of the tools that are not Read`,
    `  low confidence ${percent(s.lowConfidenceShare)}; accuracy without those ${percent(s.accuracyWithoutLow)}`,
    line('  where annotators were sure', s.certain),
    '',
    `  ${'category'.padEnd(12)} ${'n'.padStart(5)}  precision  recall   labelled ${categories.join(' ')}`,
    ...categories.map((category) => {
      const { n, precision, recall } = s.perCategory[category];
      const row = categories.map((label) => String(s.confusion[category][label]).padStart(label.length)).join(' ');
      return `  ${category.padEnd(12)} ${String(n).padStart(5)}  ${percent(precision).padStart(9)} ${percent(recall).padStart(7)}            ${row}`;
    }),
    '',
    '  by confidence',
    ...groups(s.byConfidence),
  ];
}

function facetPart({ tools, figures, errors }: FacetEvaluation): string[] {
  return [
    `Facets, on ${tools} tools`,
    `  ${'facet'.padEnd(28)} ${'holds'.padStart(5)}  precision  recall`,
    ...figures.map(
      ({ facet, n, precision, recall }) =>
        `  ${facet.padEnd(28)} ${String(n).padStart(5)}  ${percent(precision).padStart(9)} ${percent(recall).padStart(7)}`,
    ),
    ...errors.map(({ server, tool, facet, kind }) => `  ${facet} ${kind}: ${server} ${tool}`),
  ];
}

function groups(observed: Record<string, Observed>, most = Number.POSITIVE_INFINITY): string[] {
  const rows = Object.entries(observed);
  const shown = rows.slice(0, most).map(([name, one]) => line(`  ${name}`, one));
  return rows.length > most ? [...shown, `  and ${rows.length - most} more (--json has all)`] : shown;
}

const line = (name: string, { n, accuracy, interval: ends }: Observed) =>
  `${name}: ${percent(accuracy)} (${interval(ends)}), n ${n}`;

const percent = (share: number | null) => (share === null ? '-' : `${(share * 100).toFixed(1)} %`);

const interval = ([low, high]: [number, number]) => `${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)}`;

function errorLines({
  server,
  tool,
  expected,
  label,
  confidence,
  why,
  evidence,
  sample,
  certain,
}: LabelError): string[] {
  return [
    '',
    `${server} ${tool}: ${label} (${confidence}), people say ${expected} [${sample}${certain ? '' : ', unsure'}]`,
    `  ${why}`,
    ...evidence.map((one) => `  ${one.effect} ${one.category}: ${one.place} “${printable(one.quote)}” (${one.rule})`),
  ];
}

/** A server's text must not steer the terminal. */
const printable = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
