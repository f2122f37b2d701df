/** Finds in a description what the text rules look for. */
import { cueFinder } from './cues.ts';
import { textRules } from './rules/text.ts';
import type { Sentence } from './sentences.ts';
import type { TextRule } from './text-rule.ts';

export type TextFinding = { rule: TextRule; span: [start: number, end: number]; quote: string };

const rulesByCue = new Map<string, TextRule[]>();
for (const rule of textRules)
  for (const cue of new Set(rule.cues)) rulesByCue.set(cue, [...(rulesByCue.get(cue) ?? []), rule]);
const cuesIn = cueFinder([...rulesByCue.keys()]);

const negation =
  /\b(?:not|never|no|without|cannot|can't|won't|doesn't|don't|isn't|avoid|instead of|rather than)\s(?:\S+\s){0,3}$/iu;

/** One finding a rule at most, the first. */
export function textFindings(sentences: readonly Sentence[]): TextFinding[] {
  const found = new Map<string, TextFinding>();
  for (const { text: whole, start, own } of sentences) {
    if (own === 0) continue;
    const text = whole.slice(0, own);
    const rules = new Set<TextRule>();
    for (const cue of cuesIn(text.toLowerCase())) for (const rule of rulesByCue.get(cue) ?? []) rules.add(rule);
    for (const rule of rules) {
      if (found.has(rule.id)) continue;
      const match = rule.pattern.exec(text);
      if (!match) continue;
      const before = text.slice(Math.max(0, match.index - 60), match.index);
      if (rule.effect !== 'limits' && rule.effect !== 'supports' && negation.test(before)) continue;
      found.set(rule.id, { rule, quote: match[0], span: [start + match.index, start + match.index + match[0].length] });
    }
  }
  return [...found.values()];
}
