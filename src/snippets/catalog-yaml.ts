/** The catalog's own grammar as YAML: the form in which people keep policies. */
import { printPolicy } from '../policy/print.ts';
import { catalogPolicy, policyOf } from './catalog-policy.ts';
import type { Snippet } from './snippet.ts';

export const catalogYaml: Snippet = {
  ...catalogPolicy,
  id: 'policy',
  title: 'Gateway policy',
  file: 'policy.yaml',
  language: 'yaml',
  servers: 'many',
  write: (servers) => servers.map((server) => printPolicy(policyOf(server))).join('---\n'),
};
