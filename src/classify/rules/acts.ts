/** All rules on verbs, in the order in which they are asked: what is lost and what is paid before what merely changes. */
import type { ActRule } from '../rule.ts';
import { changeRules } from './change.ts';
import { lookRules } from './look.ts';
import { lossRules } from './loss.ts';
import { moneyRules } from './money.ts';
import { runRules } from './run.ts';

export const actRules: readonly ActRule[] = [...moneyRules, ...lossRules, ...runRules, ...changeRules, ...lookRules];
