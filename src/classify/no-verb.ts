/** What a tool without a known verb is taken for: its text is a noun phrase, its verb is unknown, its name is a thing. */
import type { Category } from '../domain.ts';
import type { Reading } from './facts.ts';
import type { Evidence } from './label.ts';
import { words } from './rule.ts';
import { schemaRules } from './rules/schema.ts';

export function unknownVerb({ text, description }: Reading): ReturnType<typeof nounPhrase> {
  if (!text.unknownVerb) return undefined;
  const { id, category, note } = schemaRules.unknownVerb;
  const span = text.unknownVerb;
  return {
    category,
    rule: id,
    evidence: {
      rule: id,
      place: 'description',
      span,
      quote: description.slice(...span),
      effect: 'supports',
      category,
      note,
    },
  };
}

export function nounPhrase(reading: Reading): { category: Category; rule: string; evidence: Evidence } | undefined {
  const { text, sentences, definition, description } = reading;
  const sentence = text.sentence ?? sentences[0];
  if (!sentence || sentence.text.trim().length < 4 || definition.description === undefined) return undefined;
  const schema = schemaRules.nounPhrase;
  const from = sentence.start;
  const to = Math.min(from + sentence.text.length, from + 120);
  return {
    category: 'read',
    rule: schema.id,
    evidence: {
      rule: schema.id,
      place: 'description',
      span: [from, to],
      quote: description.slice(from, to),
      effect: 'supports',
      category: 'read',
      note: schema.note,
    },
  };
}

const told = new Set(
  words(
    'status info details detail stats statistics summary history overview version health metrics logs count info usage schema types',
  ),
);

/** `config-status`, with no word of text: what is known of a thing. */
export function nounName({ name, definition }: Reading): ReturnType<typeof nounPhrase> {
  const last = name.own.at(-1);
  if (definition.description || name.own.length < 2 || !last || !told.has(last.text)) return undefined;
  const { id, note } = schemaRules.nounPhrase;
  return {
    category: 'read',
    rule: id,
    evidence: {
      rule: id,
      place: 'name',
      span: [last.start, last.end],
      quote: definition.name.slice(last.start, last.end),
      effect: 'supports',
      category: 'read',
      note,
    },
  };
}
