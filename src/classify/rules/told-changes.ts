/** Changes that a later clause of a text tells, where the verb before it only calculates. */
import { words } from '../rule.ts';
import type { TextRule } from '../text-rule.ts';

export const toldChanges: readonly TextRule[] = [
  {
    id: 'text.hands-in',
    category: 'write',
    why: 'The text says that what was worked out is handed in somewhere.',
    note: 'which says that the result is handed in',
    cues: words('submit publish register upload post'),
    pattern:
      /^\W{0,8}\p{L}\p{Ll}{2,14}s (?:[^\s.;:(]{1,24} ){1,14}?(?:(?<=,\s)(?:and |then )?|and (?:then )?)(?:submits|publishes|registers|uploads|posts) (?:it |them |the (?:result|score|answer|proof|report)s? )?(?:to|with|in|on) (?:the|an?|your|its)\s/iu,
    effect: 'raises',
    on: ['read'],
    matches: ['weigh_fish: Weighs a catch, submits to the register and returns a receipt.'],
    misses: ['weigh_fish: Weighs a catch that a boat submits to the register.'],
  },
];
