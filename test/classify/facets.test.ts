/** How often facets are right, on the tools of our own set whose facets were written down before any engine saw them. */
import { expect, test } from 'vitest';
import { facetIds } from '../../src/classify/label.ts';
import { evaluateFacets, expectedFacets } from '../../src/measure/facets.ts';
import { ownVerdicts, withFacets } from './own-set.ts';

const verdicts = ownVerdicts();
const measured = evaluateFacets(verdicts);
const looked = verdicts.filter(({ facets }) => facets !== undefined);

test('many tools of every category are looked at, and each that is named is there', () => {
  expect(looked.map(({ server, tool }) => `${server} ${tool}`).sort()).toEqual([...withFacets].sort());
  expect(looked.length).toBeGreaterThanOrEqual(120);
  for (const { facets = [] } of looked) expect(expectedFacets(facets)).toMatchObject({ ok: true });
});

test.each(facetIds)('%s is right on at least four of five, of those that have it and of those said to', (id) => {
  const { n, precision, recall } = measured.figures.find(({ facet }) => facet === id) ?? { n: 0 };
  expect(n).toBeGreaterThan(0);
  expect(precision).toBeGreaterThanOrEqual(0.8);
  expect(recall).toBeGreaterThanOrEqual(0.8);
});

test('one facet in fifty is wrong at most, of those that hold or are said to', () => {
  const said = measured.figures.reduce((sum, { n }) => sum + n, 0);
  expect(measured.errors.length / said).toBeLessThanOrEqual(0.02);
});

test('a file that says to overwrite ends the same after a second call, and the facet says where it stands', () => {
  const write = verdicts.find(({ server, tool }) => server === 'paper-tray' && tool === 'write_file');
  expect(write?.label.facets.idempotent).toMatchObject({
    value: 'yes',
    evidence: [{ place: 'description', quote: 'overwrite' }],
  });
});
