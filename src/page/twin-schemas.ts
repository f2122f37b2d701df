/** The shapes of what the catalog publishes for machines. What is published is checked against these, and so are they. */
import { z } from 'zod';
import { type EvidencePattern, evidencePatterns } from '../classify/evidence-pattern.ts';
import { facetIds, hints } from '../classify/label.ts';
import { categories, definitionParts, risks } from '../domain.ts';
import { type Relation, relations } from './related.ts';

const category = z.enum(categories);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const address = z.url();
const confidence = z.enum(['high', 'medium', 'low']);
const object = z.record(z.string(), z.unknown());

const rule = z.strictObject({
  action: z.enum(['allow', 'require_approval', 'deny', 'hide']),
  rate_limit: z
    .strictObject({ max: z.int(), window: z.int(), per: z.enum(['session', 'identity']).optional() })
    .optional(),
  arguments: object.optional(),
  reason: z.string().optional(),
  definition: digest.optional(),
});

const evidence = z.strictObject({
  rule: z.string(),
  place: z.string(),
  span: z.tuple([z.int(), z.int()]),
  quote: z.string(),
  effect: z.enum(['supports', 'opposes', 'restricts']),
  category,
  note: z.string(),
});

const label = z.strictObject({
  category,
  risk: z.enum(risks),
  confidence,
  pattern: z.enum(Object.keys(evidencePatterns) as EvidencePattern[]).describe('What the confidence rests on.'),
  unclear: z.boolean().describe('Nothing to go on: category and risk are then those to be careful with.'),
  rule: z.string(),
  why: z.string(),
  evidence: z.array(evidence),
  facets: z.record(z.enum(facetIds), z.enum(['yes', 'no', 'unknown'])),
  actions: z.array(z.strictObject({ parameter: z.string(), value: z.string(), category })),
  raisedBy: z.array(
    z.strictObject({
      path: z.array(z.string()),
      values: z.array(z.string()).optional(),
      category,
      otherwise: category,
    }),
  ),
  claims: z.array(
    z.strictObject({
      hint: z.enum(hints),
      declared: z.boolean().optional(),
      specDefault: z.boolean(),
      derived: z.boolean().optional(),
      verdict: z.enum(['agrees', 'contradicts', 'stricter', 'silent', 'undetermined']),
    }),
  ),
  rubric: z.string(),
});

const toolSummary = z.strictObject({
  name: z.string().min(1),
  url: address,
  json: address,
  digest,
  category,
  risk: z.enum(risks),
  confidence,
  unclear: z.boolean(),
  action: rule.shape.action,
});

const serverSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  url: address,
  json: address,
  markdown: address,
  publisher: z.string().optional(),
});

const published = { $schema: address, url: address };

const toolTwin = z.strictObject({
  ...published,
  markdown: address,
  server: serverSummary,
  name: z.string().min(1),
  title: z.string().optional(),
  summary: z.string().optional().describe('The first sentence of the description.'),
  digest,
  tokens: z.int().describe('An estimate: one for every four characters of name, description and input schema.'),
  label,
  automatic: category.optional().describe('What the rules said, where a person set the category.'),
  override: z
    .strictObject({
      state: z.enum(['applied', 'stale']),
      category,
      because: z.string(),
      by: z.string(),
      date: z.iso.date(),
      definition: digest.optional(),
    })
    .optional(),
  rule,
  ruleInWords: z.string().describe('The recommended rule in words.'),
  related: z.array(
    z.strictObject({
      relation: z.enum(Object.keys(relations) as Relation[]),
      name: z.string().min(1),
      url: address,
      json: address,
      risk: z.enum([...risks, 'unclear']),
    }),
  ),
  exampleArguments: object
    .optional()
    .describe(
      'Arguments that the input schema accepts, made up where it gives no examples; absent where none were found.',
    ),
  definition: object.optional().describe('As the server gives it; absent where it is too large.'),
  definitionBytes: z.int(),
});
export type ToolTwin = z.infer<typeof toolTwin>;

const changeSide = z
  .strictObject({ digest, category: category.optional(), risk: z.enum(risks).optional() })
  .describe('The label is by the rules of today; absent where the definition was not kept.');

const serverTwin = z.strictObject({
  ...published,
  ...serverSummary.shape,
  repository: address.optional(),
  homepage: address.optional(),
  license: z.string().optional(),
  tags: z.array(z.string()),
  transport: z.enum(['stdio', 'http']),
  runsAs: z.string().describe('The command or the address, without the values of variables and headers.'),
  version: z.string().optional(),
  protocolVersion: z.string().optional(),
  capturedAt: z.iso.datetime().optional().describe('Since when it reads so; absent where it never answered.'),
  asked: z
    .strictObject({
      at: z.iso.datetime(),
      milliseconds: z.number(),
      outcome: z.enum(['answered', 'failed']),
      cause: z.string().optional(),
    })
    .optional(),
  prompts: z.int().optional(),
  resources: z.int().optional(),
  instructions: z.string().optional().describe('At most the first 20,000 characters.'),
  tokens: z.int().describe('Of all its tools.'),
  tools: z.array(toolSummary),
  changes: z
    .array(
      z.strictObject({
        at: z.iso.datetime(),
        tool: z.string().min(1),
        kind: z.enum(['added', 'removed', 'changed']),
        parts: z.array(z.enum(definitionParts)).optional(),
        before: changeSide.optional(),
        after: changeSide.optional(),
      }),
    )
    .describe('What has changed of its tools, the newest first, at most 100.'),
});
export type ServerTwin = z.infer<typeof serverTwin>;

const catalogTwin = z.strictObject({
  ...published,
  title: z.string(),
  license: z.string().optional(),
  servers: z.array(serverSummary.extend({ tools: z.array(toolSummary) })),
});
export type CatalogTwin = z.infer<typeof catalogTwin>;

/** By the name under which each is published: `/tool.schema.json`. */
export const twinSchemas = { tool: toolTwin, server: serverTwin, catalog: catalogTwin };
export type TwinKind = keyof typeof twinSchemas;

/** As JSON Schema 2020-12. */
export const publishedSchema = (kind: TwinKind, $id: string) => ({ ...z.toJSONSchema(twinSchemas[kind]), $id });
