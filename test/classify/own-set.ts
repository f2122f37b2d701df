/**
 * Our own labelled set: servers that nobody runs, one file a field in `set/`, each tool labelled by the rubric before
 * any engine saw it. A tool is a row: `is` (its label), `says` (its description) and `takes` (its parameters, with `!`
 * for required ones; a type, `type: description`, or the list of allowed values).
 */
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { classify } from '../../src/classify/classify.ts';
import { categories, type Json, type Snapshot, type ToolDefinition } from '../../src/domain.ts';
import type { LabelledTool } from '../../src/measure/labels-file.ts';
import { verdictsOf } from '../../src/measure/verdicts.ts';

/** The day on which the set was last labelled. */
export const labelledOn = '2026-11-25';

const row = z.strictObject({
  name: z.string(),
  is: z.enum(categories),
  says: z.string().optional(),
  takes: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  schema: z.literal('none').optional(),
  annotations: z.record(z.string(), z.boolean()).optional(),
  unclear: z.literal(true).optional(),
});
const file = z.strictObject({ server: z.string(), title: z.string(), tools: z.array(row) });
type Row = z.infer<typeof row>;

const fields = globSync('test/classify/set/*.yaml')
  .sort()
  .map((path) => file.parse(parse(readFileSync(path, 'utf8'))));

const snapshots = new Map(
  fields.map(({ server, title, tools }): [string, Snapshot] => [
    server,
    {
      server,
      capturedAt: `${labelledOn}T00:00:00Z`,
      protocolVersion: '2025-11-25',
      serverInfo: { title },
      tools: tools.map(definitionOf),
    },
  ]),
);

/** By server and tool: `none`, or the facets that hold, and with a question mark those left open. */
const facetLines = z
  .record(z.string(), z.record(z.string(), z.string()))
  .parse(parse(readFileSync('test/classify/facets.yaml', 'utf8')));
const facetsOfTool = (server: string, tool: string): string[] | undefined => {
  const line = facetLines[server]?.[tool];
  return line === 'none' ? [] : line?.split(', ');
};
/** The tools whose facets were looked at, as `server tool`. */
export const withFacets = Object.entries(facetLines).flatMap(([server, tools]) =>
  Object.keys(tools).map((tool) => `${server} ${tool}`),
);

/** Every tool of the set with the engine's label; fails on a row that hits nothing. */
export function ownVerdicts() {
  const rows = fields.flatMap(({ server, tools }) =>
    tools.map(({ name, is }): LabelledTool => {
      const facets = facetsOfTool(server, name);
      return { server, tool: name, category: is, certain: true, sample: 'own', ...(facets && { facets }) };
    }),
  );
  const { verdicts, problems } = verdictsOf(rows, snapshots, classify);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return verdicts;
}

/** Tools that say nothing that anyone could judge by. */
export const unclearTools = fields.flatMap(({ server, tools }) =>
  tools.filter(({ unclear }) => unclear).map(({ name }) => `${server} ${name}`),
);

export const ownDefinitions = [...snapshots.values()].flatMap(({ server, tools }) =>
  tools.map((definition) => ({ definition, context: { id: server, toolNames: tools.map(({ name }) => name) } })),
);

function definitionOf({ name, says, takes, schema, annotations }: Row): ToolDefinition {
  const entries = Object.entries(takes).map(([key, value]): [string, Json] => [key.replace(/!$/, ''), property(value)]);
  const required = Object.keys(takes).filter((key) => key.endsWith('!'));
  return {
    name,
    ...(says !== undefined && { description: says }),
    ...(schema === undefined && {
      inputSchema: {
        type: 'object',
        properties: Object.fromEntries(entries),
        ...(required.length > 0 && { required: required.map((key) => key.slice(0, -1)) }),
      },
    }),
    ...(annotations && { annotations }),
  };
}

function property(value: string | string[]): Json {
  if (typeof value !== 'string') return { type: 'string', enum: value };
  const [type = 'string', description] = value.split(/: (.*)/s);
  return { type, ...(description !== undefined && { description }) };
}
