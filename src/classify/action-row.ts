/** One action of a tool of several. */
import type { Category } from '../domain.ts';
import type { Act, Facts } from './act.ts';
import type { Parameter } from './parameters.ts';
import type { ActRule } from './rule.ts';

export type ActionRow = {
  parameter: Parameter;
  value: string;
  category: Category;
  rule: ActRule;
  place: Act['place'];
  span: [start: number, end: number];
  /** Its verb may as well be a noun: the `pair` of `trading_pair`. */
  isNoun: boolean;
};

/** What the actions are done to, as far as the tool's name tells. */
export const objectOf = (facts: Facts) =>
  facts.nameWords.filter(
    (word) =>
      ![
        'manage',
        'handle',
        'action',
        'operation',
        'tool',
        'execute',
        'manager',
        'management',
        'control',
        'perform',
      ].includes(word),
  );
