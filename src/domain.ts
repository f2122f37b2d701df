/**
 * The nouns of the catalog. What a person writes is strict (a typo is an error); what a server answers is loose
 * (unknown fields are kept). Labels and policies are made here and nowhere else, so they are plain types.
 */
import { z } from 'zod';

export const categories = ['read', 'write', 'execute', 'destructive', 'financial'] as const;
export type Category = (typeof categories)[number];

export const risks = ['low', 'medium', 'high', 'critical'] as const;
export type Risk = (typeof risks)[number];

/** Risk follows from category alone (rubric 2.1). */
export const riskOf = {
  read: 'low',
  write: 'medium',
  execute: 'high',
  destructive: 'critical',
  financial: 'critical',
} as const satisfies Record<Category, Risk>;

/** Any JSON value that came from outside. A schema may be a boolean, an array, or nonsense. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Unchecked on purpose: JSON.parse made it, and a deep or huge value must not cost a second walk. */
const json = z.custom<Json>(() => true);

/** Whole: a record of zod would lose a key `__proto__`, and with it the digest. */
const jsonObject = z.custom<{ [key: string]: Json }>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** One tool as its server described it. Only the name is certain; unknown fields are kept. */
export const toolDefinition = z.looseObject({
  name: z.string().min(1),
  title: z.string().optional(),
  description: z.string().optional(),
  inputSchema: json.optional(),
  outputSchema: json.optional(),
  annotations: jsonObject.optional(),
});
export type ToolDefinition = z.infer<typeof toolDefinition>;

/** What a server said, and nothing else: `content/snapshots/<id>.json`. */
export const snapshot = z.looseObject({
  server: z.string(),
  /** Since when it reads so; not when it was last asked. */
  capturedAt: z.iso.datetime(),
  protocolVersion: z.string(),
  serverInfo: z
    .looseObject({ name: z.string().optional(), version: z.string().optional(), title: z.string().optional() })
    .optional(),
  instructions: z.string().optional(),
  capabilities: z.record(z.string(), json).optional(),
  tools: z.array(toolDefinition),
});
export type Snapshot = z.infer<typeof snapshot>;

/** The parts of a definition that its digest is of, besides the name. */
export const definitionParts = ['title', 'description', 'inputSchema', 'outputSchema', 'annotations'] as const;
export type DefinitionPart = (typeof definitionParts)[number];

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hex digits');

/** One tool that an answer has and the answer before it had not, or the other way round, or has otherwise. */
const change = z.object({
  /** When the new answer came. */
  at: z.iso.datetime(),
  tool: z.string().min(1),
  kind: z.enum(['added', 'removed', 'changed']),
  /** What differs, of a changed tool. */
  parts: z.array(z.enum(definitionParts)).optional(),
  /** Absent for an added tool. The definition itself is left out where it is long, or long ago. */
  before: z.object({ digest, definition: toolDefinition.optional() }).optional(),
  /** Absent for a removed tool. */
  after: z.object({ digest }).optional(),
});
export type Change = z.infer<typeof change>;

/** What has changed of a server's tools from answer to answer, oldest first: `content/changes/<id>.json`. */
export const changeLog = z.object({ server: z.string(), changes: z.array(change) });
export type ChangeLog = z.infer<typeof changeLog>;

/** An id is a file name and an address: `content/servers/<id>.yaml`, `/tools/<id>/`. */
export const idPattern = /^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?$/;

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const oneLine = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\r\n]*$/, 'must be one line');

const stdioTransport = z.strictObject({
  type: z.literal('stdio'),
  command: z.string().min(1),
  args: z.array(z.string()).default([]),
  /** Values may be `${VAR}` or `${VAR:-default}`: a secret never stands in the file. */
  env: z.record(z.string(), z.string()).default({}),
});
const httpTransport = z.strictObject({
  type: z.literal('http'),
  url: httpUrl,
  headers: z.record(z.string(), z.string()).default({}),
});
const transport = z.discriminatedUnion('type', [stdioTransport, httpTransport], {
  error: ({ input }) =>
    input === undefined ? 'must be there, with `type: stdio` or `type: http`' : 'must be stdio or http',
});
export type Transport = z.infer<typeof transport>;

const override = z.strictObject({
  category: z.enum(categories),
  because: oneLine,
  by: oneLine,
  date: z.iso.date(),
  /** The definition that the person looked at: once it differs the override is stale and not applied. */
  definition: digest.optional(),
});
export type Override = z.infer<typeof override>;

/** How to reach a server and who makes it, written by a person: `content/servers/<id>.yaml`. */
export const declaredServer = z.strictObject({
  title: oneLine.optional(),
  publisher: oneLine.optional(),
  repository: httpUrl.optional(),
  homepage: httpUrl.optional(),
  license: oneLine.optional(),
  tags: z.array(oneLine).default([]),
  transport,
  overrides: z.record(z.string(), override).default({}),
});
export type DeclaredServer = z.infer<typeof declaredServer>;

/** What a new owner edits first: `content/site.yaml`. */
export const site = z.strictObject({
  title: oneLine.default('Tool Catalog'),
  /** Where the site will live; a path in it becomes the base of every link. */
  url: httpUrl.default('http://localhost:4321'),
  organisation: oneLine.optional(),
  contact: z.email().optional(),
  /** False where the site is served as files alone, so that nothing is there to take a message. */
  contactForm: z.boolean().default(true),
  /** The licence of the published data, not of the servers. */
  license: oneLine.optional(),
  /** For readers of one house: search engines are told to stay out, and there is no sitemap. */
  private: z.boolean().default(false),
});
export type Site = z.infer<typeof site>;

/** Why a server did not answer, by cause. `message` is one sentence that says what to do. */
const failureCauses = [
  'command-not-found',
  'package-not-found',
  'install-failed',
  'exited',
  'wants-variable',
  'wants-sign-in',
  'timed-out',
  'not-mcp',
  'http-status',
  'unreachable',
  'too-large',
] as const;
export type FailureCause = (typeof failureCauses)[number];

/** What happened at the last asking: `.cache/asks/<id>.json`. */
export const ask = z.object({
  server: z.string(),
  /** The digest of the transport that was asked, so that an edited file is asked again. */
  transport: z.string(),
  askedAt: z.iso.datetime(),
  milliseconds: z.number(),
  /** When a tool list last came; the same as `askedAt` unless this asking failed. */
  answeredAt: z.iso.datetime().optional(),
  packageVersion: z.string().optional(),
  outcome: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('answered'),
      tools: z.number(),
      /** Entries of tools/list that could not be kept, each with the reason. */
      dropped: z.array(z.object({ name: z.string(), reason: z.string() })),
      strayLines: z.number(),
      prompts: z.number().optional(),
      resources: z.number().optional(),
    }),
    z.object({
      kind: z.literal('failed'),
      cause: z.enum(failureCauses),
      message: z.string(),
      stderr: z.string().optional(),
      /** How often in a row: sets how long to wait before asking again. */
      failures: z.number(),
    }),
  ]),
});
export type Ask = z.infer<typeof ask>;
