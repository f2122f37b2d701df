import { printRule } from '../policy/print.ts';
import type { Snippet } from './snippet.ts';

export const catalogPolicy: Snippet = {
  id: 'policy',
  title: 'Gateway policy',
  file: 'policy.yaml',
  language: 'yaml',
  render: ({ server, tool, rule }) => ({ ok: true, text: printRule(server, tool, rule) }),
  says: () =>
    'A gateway that obeys this grammar enforces all of it, and refuses every tool that the file does not list.',
};
