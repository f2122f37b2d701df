/** Every rule of the classifier, for the methodology page and the tests. */
import type { Rule } from './rule.ts';
import { actRules } from './rules/acts.ts';
import { optionRules } from './rules/options.ts';
import { schemaRules } from './rules/schema.ts';
import { textRules } from './rules/text.ts';

export const rules: readonly Rule[] = [...actRules, ...textRules, ...optionRules, ...Object.values(schemaRules)];
