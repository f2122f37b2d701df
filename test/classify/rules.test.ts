/** Every row is proved by its own examples. */
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/classify/classify.ts';
import { facetRules } from '../../src/classify/rules/facets.ts';
import { rules } from '../../src/classify/rules.ts';
import { sketch } from './sketch.ts';

const rulesOf = (line: string) => {
  const definition = sketch(line);
  const label = classify(definition, { id: 'box', toolNames: [definition.name] });
  return [label.rule, ...label.evidence.map(({ rule }) => rule)];
};

describe.each(rules)('$id', ({ id, why, note, matches, misses }) => {
  test('speaks in whole sentences', () => {
    expect(why).toMatch(/^[“\p{Lu}].*\.$/su);
    expect(note).toMatch(/^(?:which|a|the|any|what|many|two|something) /);
  });
  test('has an example of each kind', () => expect(Math.min(matches.length, misses.length)).toBeGreaterThan(0));
  test.each(matches)('sees %s', (line) => expect(rulesOf(line)).toContain(id));
  test.each(misses)('passes over %s', (line) => expect(rulesOf(line)).not.toContain(id));
});

test('ids are unique', () => expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length));

const facetOf = (line: string, facet: (typeof facetRules)[number]['facet']) => {
  const definition = sketch(line);
  return classify(definition, { id: 'box', toolNames: [definition.name] }).facets[facet];
};
const facetExamples = facetRules.flatMap(({ id, facet, matches }) => matches.map((line) => [id, line, facet] as const));
const facetTraps = facetRules.flatMap(({ id, facet, misses }) => misses.map((line) => [id, line, facet] as const));
test.each(facetExamples)('%s sees %s', (_, line, facet) => expect(facetOf(line, facet).value).toBe('yes'));
test.each(facetTraps)('%s passes over %s', (id, line, facet) =>
  expect(facetOf(line, facet).evidence.map(({ rule }) => rule)).not.toContain(id),
);
