import { expect, test } from 'vitest';
import { classify } from '../../src/classify/classify.ts';
import { definitions } from './definitions.ts';
import { sketch } from './sketch.ts';

const label = (name: string, description?: string) =>
  classify({ name, ...(description === undefined ? {} : { description }) }, { id: 'box', toolNames: [name] });

test.each([
  ['get_issue', 'Get an issue by its number', 'read'],
  ['create_issue', 'Create an issue', 'write'],
  ['run_command', 'Run a shell command', 'execute'],
  ['delete_branch', 'Delete a branch', 'destructive'],
  ['refund_payment', 'Refund a payment', 'financial'],
] as const)('%s: %s → %s', (name, description, category) => {
  expect(label(name, description).category).toBe(category);
});

test('nothing to go on is Unclear and never Read', () => {
  const { category, unclear, confidence, risk } = label('zzz');
  expect({ category, unclear, confidence, risk }).toEqual({
    category: 'write',
    unclear: true,
    confidence: 'low',
    risk: 'medium',
  });
});

const lines = Object.entries(definitions).flatMap(([category, list]) => list.map((line) => [line, category] as const));
test.each(lines)('%s → %s', (line, category) => {
  const definition = sketch(line);
  expect(classify(definition, { id: 'box', toolNames: [definition.name] }).category).toBe(category);
});
