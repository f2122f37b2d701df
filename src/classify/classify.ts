/** One definition in, one label out: what the tool does, how risky that is, and what in the definition says so. */
import { riskOf, type ToolDefinition } from '../domain.ts';
import { claimsOf } from './claims.ts';
import { confidenceOf } from './confidence.ts';
import { evidencePattern } from './evidence-pattern.ts';
import { facetsOf } from './facets.ts';
import { read } from './facts.ts';
import type { Label, ServerContext } from './label.ts';
import { resolve } from './resolve.ts';
import { whyOf } from './why.ts';

/** The version of the labelling rubric that the rules follow. */
const rubricVersion = '1.1';

/**
 * Labels a tool by its definition alone. Pure, and total: hostile, huge or senseless definitions get a label too.
 * Annotations are compared with the label and never change it.
 */
export function classify(definition: ToolDefinition, context: ServerContext): Label {
  const reading = read(definition, context);
  const resolution = resolve(reading);
  const { category, unclear, evidence, raisedBy } = resolution;
  const facets = facetsOf(reading, resolution);
  const actions = resolution.actions.map(({ parameter, value, category }) => ({
    parameter: (parameter.name === value ? parameter.path.at(-2) : undefined) ?? parameter.name,
    value,
    category,
  }));
  const pattern = evidencePattern(resolution, reading.description);
  const additive = resolution.rule === 'change.make' || resolution.rule === 'change.message';
  return {
    category,
    risk: riskOf[category],
    confidence: confidenceOf(pattern),
    pattern,
    unclear,
    rule: resolution.rule,
    why: whyOf({ category, unclear, evidence, raisedBy, actions, hasDescription: reading.description.trim() !== '' }),
    evidence,
    facets,
    actions,
    raisedBy,
    claims: claimsOf(definition, {
      category,
      unclear,
      additive,
      idempotent: facets.idempotent,
      openWorld: facets['open-world'],
    }),
    rubric: rubricVersion,
  };
}
