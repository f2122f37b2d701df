/**
 * The form of a policy file, in zod: the parser takes its keys, words, ranges and patterns from here, and the published
 * JSON Schema is made of it. What a schema cannot say (a name twice, a sound schema for arguments) the parser checks.
 */
import { z } from 'zod';
import { idPattern, type Json } from '../domain.ts';

const reason = z
  .string()
  .regex(/^(?!\s*$)[^\r\n\u0085\u2028\u2029]{1,500}$/)
  .describe('One line that the agent is told on every refusal.');

export const rateLimit = z.strictObject({
  max: z.int().min(1).max(1_000_000).describe('At most so many calls are forwarded in any window.'),
  window: z.int().min(1).max(2_592_000).describe('Seconds; the window slides.'),
  per: z.enum(['session', 'identity']).optional().describe('Whose calls are counted together; session unless said.'),
});

const definition = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .describe('The tool is refused once its definition has another digest.');

const passing = z.strictObject({
  action: z.enum(['allow', 'require_approval']),
  rate_limit: rateLimit.optional(),
  arguments: z
    .record(z.string(), z.custom<Json>())
    .optional()
    .describe('A JSON Schema (2020-12, at most 64 KB, local $ref only) that the arguments of a call must satisfy.'),
  reason: reason.optional(),
  definition: definition.optional(),
});

const refusing = z.strictObject({
  action: z.enum(['deny', 'hide']),
  reason: reason.optional(),
  definition: definition.optional(),
});

export const rule = { passing, refusing };

export const policyFile = z.strictObject({
  version: z.literal(1),
  server: z.string().regex(idPattern).describe('The id that the catalog gives the server.'),
  default: z.enum(['deny', 'hide', 'allow']).describe('What holds for tools without an entry.'),
  reason: reason.optional(),
  tools: z
    .record(z.string(), z.union([passing, refusing]))
    .optional()
    .describe('By exact name.'),
});

/** JSON Schema 2020-12 of one document of a policy file. */
export function policyJsonSchema(): { [keyword: string]: unknown } {
  const schema = z.toJSONSchema(policyFile, {
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // Keys of the owner's own.
      if (jsonSchema.additionalProperties === false) jsonSchema.patternProperties = { '^x-': {} };
      delete jsonSchema.propertyNames;
    },
  });
  return { ...schema, title: 'Policy for the tools of one MCP server' };
}
