/** The catalog's own grammar as JSON, for programs that write policies. */
import { catalogPolicy, policyOf } from './catalog-policy.ts';
import type { Snippet } from './snippet.ts';
import { printJson, record } from './text.ts';

export const catalogJson: Snippet = {
  ...catalogPolicy,
  id: 'policy-json',
  title: 'Gateway policy, JSON',
  file: 'policy.json',
  language: 'json',
  servers: 'one',
  write: (servers) =>
    servers
      .map(policyOf)
      .map(({ tools, ...policy }) => printJson({ ...policy, tools: record(tools) }))
      .join(''),
};
