/** The parameters section: rows for people, the JSON Schema as it came for machines. */
import type { Json, ToolDefinition } from '../domain.ts';
import { type ParameterRow, type ParameterTable, parameterTable } from '../schema/parameters.ts';
import { bounded } from './foreign.ts';
import { bytes, count, number } from './words.ts';

export type SchemaTable = {
  rows: Row[];
  notes: string[];
  /** What stands in the table's place: nothing described, or nothing to describe. */
  instead: string;
  /** `12 more rows are left out.` */
  truncated: string;
  /** The schema as JSON, as far as it is shown. */
  json: { text: string; label: string; leftOut: string } | undefined;
};

type Row = ParameterRow & {
  /** What stands before the last name: `filter.`. */
  parents: string;
  /** For the indentation, which ends at four. */
  indent: number;
  more: string;
};

export type Schemas = { input: SchemaTable; output: SchemaTable | undefined };

const mostJson = 64_000;

export function schemas({ inputSchema, outputSchema }: ToolDefinition, input: ParameterTable): Schemas {
  return {
    input: table(input, inputSchema, {
      none: 'It takes no parameters.',
      silent: 'The server does not describe this tool’s parameters: it gives no schema, or one that says nothing.',
      label: 'JSON Schema',
    }),
    output:
      outputSchema === undefined
        ? undefined
        : table(parameterTable(outputSchema), outputSchema, {
            none: 'It is said to return no fields.',
            silent: 'The server gives an output schema that says nothing.',
            label: 'JSON Schema of the output',
          }),
  };
}

type Words = { none: string; silent: string; label: string };

function table(parameters: ParameterTable, schema: Json | undefined, words: Words): SchemaTable {
  const json = raw(schema, words.label);
  if (parameters.kind === 'not-described') return { rows: [], notes: [], instead: words.silent, truncated: '', json };
  const { rows, notes, truncated } = parameters;
  return {
    rows: rows.map((row) => ({
      ...row,
      parents: row.depth === 0 ? '' : row.path.slice(0, -1).join('.'),
      indent: Math.min(4, row.depth),
      more: row.allowedMore > 0 ? `and ${number(row.allowedMore)} more` : '',
    })),
    notes: notes.map(sentence),
    instead: rows.length === 0 ? words.none : '',
    truncated: truncated
      ? `${truncated.atLeast ? 'At least ' : ''}${count(truncated.more, 'more row')} ${truncated.more === 1 ? 'is' : 'are'} left out; the schema below has them.`
      : '',
    json,
  };
}

const sentence = (clause: string) => `${clause.charAt(0).toUpperCase()}${clause.slice(1).replace(/\.$/, '')}.`;

function raw(schema: Json | undefined, label: string): SchemaTable['json'] {
  if (schema === undefined) return undefined;
  const { shown, rest } = bounded(JSON.stringify(schema, null, 1), mostJson);
  return {
    text: shown,
    label,
    leftOut: rest === '' ? '' : `${bytes(rest.length)} more of it ${rest.length === 1 ? 'is' : 'are'} not shown here.`,
  };
}
