/** The shape of a rule on what a description says in so many words. */
import type { Category } from '../domain.ts';
import type { Rule } from './rule.ts';

export type TextRule = Rule & {
  /** A sentence without any of these word beginnings is not looked at. */
  cues: readonly string[];
  pattern: RegExp;
  /**
   * `raises` an effect to the rule's category; `recovers` a loss; `limits` a free query to reading; `simulates` money;
   * `supports` only backs up a label that stands without it.
   */
  effect: 'raises' | 'recovers' | 'limits' | 'simulates' | 'supports';
  /** Labels that it can act on. */
  on: readonly Category[];
};
