/** The shape of a rule on a parameter. */
import type { Category } from '../domain.ts';
import type { Facts } from './act.ts';
import type { Parameter } from './parameters.ts';
import type { Rule } from './rule.ts';

export type OptionRule = Rule & {
  /** Labels that it raises. */
  on: readonly Category[];
  fits: (parameter: Parameter, facts: Facts) => boolean;
};

export const isFlag = ({ types, values }: Parameter) =>
  types.includes('boolean') ||
  (types.length === 0 && values.length === 0) ||
  (values.every(({ text }) => text === 'true' || text === 'false') && values.length > 0);
