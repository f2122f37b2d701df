/** Money and assets: what moves them, and what makes or changes an obligation to pay. */
import type { ActRule } from '../rule.ts';
import { assetRules } from './assets.ts';
import { billRules } from './bills.ts';
import { chargeRules } from './charges.ts';
import { paymentRules } from './payments.ts';

export const moneyRules: readonly ActRule[] = [...paymentRules, ...assetRules, ...chargeRules, ...billRules];
