/** Rows on a definition as a whole. */
import type { ToolDefinition } from '../../domain.ts';
import type { ToolRow } from '../finding.ts';
import { pointerStep } from '../texts.ts';

const schemaOf = (definition: ToolDefinition) => asObject(definition.inputSchema);
const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const requiredOf = (schema: Record<string, unknown>): string[] =>
  Array.isArray(schema['required']) ? schema['required'].filter((name) => typeof name === 'string').slice(0, 200) : [];

/** Findings on undescribed parameters of one tool: the rest say nothing new. */
const mostSilent = 3;

const named = (schema: ToolDefinition['inputSchema'], description = 'Finds notes.'): ToolDefinition => ({
  name: 'find_notes',
  description,
  ...(schema !== undefined && { inputSchema: schema }),
});

export const toolRows: readonly ToolRow[] = [
  {
    id: 'long-description',
    title: 'a long description',
    why: 'Few people read it to the end, and an agent pays for it with every list of tools.',
    severity: 'info',
    find({ description = '' }) {
      if (description.length <= 2800) return [];
      const severity = description.length > 4000 ? ('notice' as const) : ('info' as const);
      return [
        {
          place: 'description',
          what: `a description of ${description.length.toLocaleString('en-US')} characters`,
          severity,
        },
      ];
    },
    matches: [named(undefined, 'word '.repeat(600)), named(undefined, 'word '.repeat(900))],
    misses: [named(undefined, 'word '.repeat(500))],
  },
  {
    id: 'required-missing',
    title: 'a required parameter that the schema does not define',
    why: 'A caller cannot know what to pass; what is passed is not bounded.',
    severity: 'info',
    find(definition) {
      const schema = schemaOf(definition);
      const properties = asObject(schema['properties']);
      if (schema['$ref'] !== undefined || schema['allOf'] !== undefined) return [];
      const required = Array.isArray(schema['required']) ? schema['required'] : [];
      return requiredOf(schema)
        .filter((name) => !Object.hasOwn(properties, name))
        .map((name) => ({
          place: `/inputSchema/required/${required.indexOf(name)}`,
          quote: name,
          what: 'a required parameter that the schema does not define',
        }));
    },
    matches: [named({ type: 'object', properties: {}, required: ['id'] })],
    misses: [
      named({ type: 'object', properties: { id: { type: 'string' } }, required: ['id'] }),
      named({ required: 3 }),
    ],
  },
  {
    id: 'required-undescribed',
    title: 'a required parameter that nothing describes',
    why: 'What a caller must pass stands nowhere, so an agent guesses.',
    severity: 'info',
    find(definition) {
      const schema = schemaOf(definition);
      const properties = asObject(schema['properties']);
      const told = (definition.description ?? '').slice(0, 20_000).toLowerCase();
      const silent = requiredOf(schema).filter((name) => {
        if (!Object.hasOwn(properties, name)) return false;
        const property = asObject(properties[name]);
        return (
          !['description', 'title', 'enum', 'const', '$ref'].some((key) => key in property) &&
          !told.includes(name.toLowerCase())
        );
      });
      return silent.slice(0, mostSilent).map((name) => ({
        place: `/inputSchema/properties/${pointerStep(name)}`,
        quote: name,
        what: 'a required parameter that nothing describes',
      }));
    },
    matches: [named({ type: 'object', properties: { xq: { type: 'string' } }, required: ['xq'] })],
    misses: [
      named({ type: 'object', properties: { xq: { type: 'string', description: 'What to find.' } }, required: ['xq'] }),
      named({ type: 'object', properties: { xq: { type: 'string' } }, required: ['xq'] }, 'Finds notes by xq.'),
      named({ type: 'object', properties: { xq: { type: 'string' } } }),
    ],
  },
];
