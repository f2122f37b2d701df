/** Running what no other row knows. */
import { type ActRule, words } from '../rule.ts';

export const runAnyRules: readonly ActRule[] = [
  {
    id: 'run.any',
    category: 'execute',
    why: 'Running something, with nothing said that bounds it, may do anything.',
    note: 'which runs something',
    verbs: words('run execute invoke exec trigger launch call automate operate interact'),
    ambiguous: true,
    matches: ['run', 'execute', 'invoke_lambda', 'run_dispatcher'],
    misses: ['list_runs', 'run_search'],
  },
];
