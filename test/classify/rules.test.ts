/** Every row is proved by its own examples. */
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/classify/classify.ts';
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
