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

test('each key of an entry of a list of actions is an action', () => {
  const entry = { type: 'object', properties: { add_slide: { type: 'object' }, delete_slide: { type: 'object' } } };
  const inputSchema = { type: 'object', properties: { actions: { type: 'array', items: entry } } };
  const { category, actions, raisedBy } = classify(
    { name: 'deck_tool', description: 'Deck tool to perform actions on slides', inputSchema },
    { id: 'box', toolNames: ['deck_tool'] },
  );
  expect(category).toBe('destructive');
  expect(actions).toEqual([
    { parameter: 'actions', value: 'add_slide', category: 'write' },
    { parameter: 'actions', value: 'delete_slide', category: 'destructive' },
  ]);
  expect(raisedBy).toEqual([{ path: ['actions', 'delete_slide'], category: 'destructive', otherwise: 'write' }]);
});

test('the entries of a list of operations count beside the operation that takes the list', () => {
  const entry = { type: 'object', properties: { type: { type: 'string', enum: ['add', 'drop'] } } };
  const operation = { type: 'string', enum: ['get_table', 'alter_table'] };
  const inputSchema = { type: 'object', properties: { operation, operations: { type: 'array', items: entry } } };
  const { category, raisedBy } = classify(
    { name: 'table_admin', description: 'Manage tables', inputSchema },
    { id: 'box', toolNames: ['table_admin'] },
  );
  expect(category).toBe('destructive');
  expect(raisedBy).toEqual([
    { path: ['operations', 'type'], values: ['drop'], category: 'destructive', otherwise: 'write' },
  ]);
});

const lines = Object.entries(definitions).flatMap(([category, list]) => list.map((line) => [line, category] as const));
test.each(lines)('%s → %s', (line, category) => {
  const definition = sketch(line);
  expect(classify(definition, { id: 'box', toolNames: [definition.name] }).category).toBe(category);
});
