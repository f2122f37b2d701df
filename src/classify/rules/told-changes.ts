/** Changes that a later clause of a text tells, where the verb before it only calculates. */
import { words } from '../rule.ts';
import type { TextRule } from '../text-rule.ts';

export const toldChanges: readonly TextRule[] = [
  {
    id: 'text.by-doing',
    category: 'write',
    why: 'The text says that it is done by leaving, posting or assigning something.',
    note: 'which says by what it is done',
    cues: words('leaving posting assigning'),
    pattern: /\bby (?:leaving|posting|assigning) (?:an? |the |its |new )?\p{L}/iu,
    effect: 'raises',
    on: ['read'],
    matches: ['review_essay: Review an essay by leaving remarks.'],
    misses: ['review_essay: Review an essay and return remarks.'],
  },
  {
    id: 'text.it-writes',
    category: 'write',
    why: 'The text says that the call writes or saves something, too.',
    note: 'which says that something is saved on the way',
    cues: words('writes saves stores records persists'),
    pattern:
      /(?:\band|—|;) (?:it|this(?: tool)?) (?:also )?(?:writes|saves|stores|records|persists) (?!no\b|to (?:the )?(?:log|console|stdout)|how|what|all|only)(?:the |its |an? )?\p{L}/iu,
    effect: 'raises',
    on: ['read'],
    matches: ['count_swans: Count swans of a lake. A long walk, and it writes its findings.'],
    misses: [
      'count_swans: Count swans of a lake, and it writes no findings.',
      'list_swans: Lists swans. It records nothing.',
    ],
  },
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
  {
    id: 'text.shared',
    category: 'write',
    why: 'The text says that what is handed out is uploaded, for whoever has the address.',
    note: 'which says that it is uploaded',
    cues: ['uploaded'],
    pattern:
      /(?:^|[.;])\s{0,3}(?:the|your|this) (?:\S{1,20} )?\S{1,20} (?:is|are|gets?) (?:\S{1,20} and )?(?:then )?uploaded\b/iu,
    effect: 'raises',
    on: ['read'],
    matches: ['export_score: Export the score to a link. The score is encrypted and uploaded.'],
    misses: ['list_scores: List scores that are uploaded.', 'read_score: Read a score once the file is uploaded.'],
  },
];
