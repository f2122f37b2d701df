import { expect, test } from 'vitest';
import { describeRule } from '../../src/policy/describe.ts';
import type { Rule } from '../../src/policy/grammar.ts';

const cases: [Rule, string, string][] = [
  [{ action: 'allow' }, 'Allow', 'Calls go through.'],
  [
    { action: 'allow', rate_limit: { max: 60, window: 60 } },
    'Allow, 60 a minute',
    'Calls go through. At most 60 calls pass in any 60 seconds in one session.',
  ],
  [
    { action: 'allow', rate_limit: { max: 1, window: 3600, per: 'identity' } },
    'Allow, 1 an hour',
    'Calls go through. At most 1 call passes in any one hour for one identity.',
  ],
  [
    { action: 'require_approval', rate_limit: { max: 1500, window: 90 }, arguments: {} },
    'Ask a person first, 1,500 in 90 seconds, with limits on its arguments',
    'Each call waits until a person says yes; no answer is a no. A call whose arguments break the schema is refused. At most 1,500 calls pass in any 90 seconds in one session.',
  ],
  [
    { action: 'allow', rate_limit: { max: 2, window: 172_800 } },
    'Allow, 2 in 2 days',
    'Calls go through. At most 2 calls pass in any 2 days in one session.',
  ],
  [{ action: 'deny' }, 'Deny', 'Every call is refused, and the agent is told why.'],
  [{ action: 'hide' }, 'Hide', 'The agent never learns that the tool exists; a call is answered as unknown.'],
];

test.each(cases)('%j is "%s"', (rule, headline, sentence) => {
  expect(describeRule(rule)).toEqual({ headline, sentence });
});
