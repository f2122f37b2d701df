import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { categories } from '../../src/domain.ts';
import { evaluate } from '../../src/measure/evaluation.ts';
import { published } from '../../src/measure/published.ts';
import { labelledOn, ownVerdicts, unclearTools } from './own-set.ts';

const verdicts = ownVerdicts();
const keyOf = ({ server, tool }: { server: string; tool: string }) => `${server} ${tool}`;

test('the set has tools of every category and many fields, each named once', () => {
  expect(verdicts.length).toBeGreaterThanOrEqual(200);
  expect(new Set(verdicts.map(keyOf)).size).toBe(verdicts.length);
  for (const category of categories) {
    expect(verdicts.filter(({ expected }) => expected === category).length).toBeGreaterThanOrEqual(20);
  }
});

test('at least nine of ten labels are right', () => {
  expect(evaluate(verdicts).all.accuracy).toBeGreaterThanOrEqual(0.9);
});

test('nothing is labelled Read that changes something, but for the known errors, and each of those still is', () => {
  const known: Record<string, string> = parse(readFileSync('test/classify/known-false-reads.yaml', 'utf8')) ?? {};
  const falseReads = verdicts.filter(({ expected, label }) => expected !== 'read' && label.category === 'read');
  expect(falseReads.map(keyOf).sort()).toEqual(Object.keys(known).sort());
  for (const reason of Object.values(known)) expect(reason).toMatch(/\.$/);
});

test('what says nothing is unclear, and never Read', () => {
  for (const { label } of verdicts.filter((verdict) => unclearTools.includes(keyOf(verdict)))) {
    expect(label).toMatchObject({ unclear: true, confidence: 'low', category: 'write' });
  }
});

/** A change of rule shows here as a diff: `vitest run -u` writes it anew. */
test('every label is as the golden file shows it', async () => {
  const lines = verdicts.map(({ server, tool, expected, label }) =>
    [
      `${server} ${tool}: ${label.unclear ? 'unclear' : label.category}, ${label.confidence}, ${label.rule}`,
      ...label.raisedBy.map(({ path, otherwise }) => ` (${path.join('.')}; else ${otherwise})`),
      label.category === expected ? '' : ` ≠ ${expected}`,
    ].join(''),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/labels.txt');
});

test('the accuracy that the methodology page shows is that of these labels', async () => {
  const figures = published('our own set', labelledOn, evaluate(verdicts));
  await expect(`${JSON.stringify(figures, null, 2)}\n`).toMatchFileSnapshot('../../src/page/measured.json');
});
