/** Everything that the rules may know of a tool, read once. */
import type { ToolDefinition } from '../domain.ts';
import type { Act, Facts } from './act.ts';
import { type DescriptionReading, readDescription } from './description.ts';
import type { ServerContext } from './label.ts';
import { type NameReading, readName } from './name.ts';
import { type Parameter, parametersOf } from './parameters.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { serverNames } from './server-names.ts';
import { type TextFinding, textFindings } from './text-effects.ts';
import { nameWords, singular, wordsOf } from './words.ts';

export type Reading = {
  definition: ToolDefinition;
  description: string;
  facts: Facts;
  parameters: readonly Parameter[];
  hasSchema: boolean;
  name: NameReading;
  text: DescriptionReading;
  sentences: readonly Sentence[];
  findings: readonly TextFinding[];
};

const loginAddress =
  /\b(?:login|sign[- ]?in|auth\w{0,12}|consent|verification) (?:url|link|page|code)\b|\b(?:url|link|code|address)\b[^.]{0,60}\b(?:visit|opens?|browser|sign in|log in|grant|consent|approve)/iu;

const forSession =
  /\bin-memory (?:\w+ )?(?:history|state|session|conversation|context|buffer|log)\b|\bfor (?:the rest of )?(?:the|this|the current) (?:\w+ )?session\b|\bfor (?:all )?(?:the )?(?:subsequent|later|following|future|next) (?:\w+ )?(?:calls?|requests?|operations?|queries|commands?|tools?)\b|\bcalls that follow\b/iu;
const givesSource = /\breturns? (?:the |a )?(?:\w+ )?(?:source code|code|markup|boilerplate|snippet)\b/iu;
const saysUnpaid =
  /\bno (?:new )?(?:payment|charge|fee|money)s?\s(?:is|are|will be)\s(?:taken|made|charged|collected|moved|due)\b|\bat no (?:extra )?(?:charge|cost)\b/iu;
const isKept = /\b(?:sav(?:e|es|ed)|persist\w*|config(?:uration)? file|stored|disk|default)\b/iu;

/** How much of a description counts for what it is about. */
const topicLength = 700;

export function read(definition: ToolDefinition, context: ServerContext): Reading {
  const names = serverNames(context);
  const description = typeof definition.description === 'string' ? definition.description : '';
  const parameters = parametersOf(definition.inputSchema);
  const all = nameWords(definition.name);
  const own = all.slice(names.prefixLength(all.map(({ text }) => text)));
  const words = own.map(({ text }) => singular(text));
  const topic = new Set<string>();
  for (const { text } of all) topic.add(singular(text));
  const title = typeof definition.title === 'string' ? definition.title.slice(0, 200) : '';
  for (const text of wordsOf(`${title} ${description.slice(0, topicLength)}`)) {
    topic.add(singular(text));
    if (/[-_']/.test(text)) for (const part of text.split(/[-_']/)) topic.add(singular(part));
  }
  for (const parameter of parameters) for (const word of parameter.words) topic.add(word);
  const facts: Facts = {
    name: definition.name,
    nameWords: words,
    textWords: topic,
    parameters,
    parameterNames: new Set(parameters.filter(({ path }) => path.length === 1).map(({ key }) => key)),
    givesSource: givesSource.test(description.slice(0, topicLength)),
    isForSession: forSession.test(description.slice(0, topicLength)) && !isKept.test(description.slice(0, topicLength)),
    saysUnpaid: saysUnpaid.test(description.slice(0, topicLength)),
    givesLoginAddress: loginAddress.test(description.slice(0, topicLength)),
    isSql: [
      'sql',
      'cypher',
      'graphql',
      'mysql',
      'postgres',
      'postgresql',
      'sqlite',
      'bigquery',
      'snowflake',
      'gremlin',
      'sparql',
    ].some((word) => topic.has(word)),
  };
  const isOther = (word: string) => word !== definition.name && names.isTool(word);
  const sentences = sentencesOf(description, isOther);
  const name = readName(definition.name, names, facts);
  const text = readDescription(sentences, facts);
  return {
    definition,
    description,
    facts,
    parameters,
    hasSchema: parameters.length > 0,
    name,
    text,
    sentences,
    findings: textFindings(sentences),
  };
}

/** The act with its object completed from another act of the same verb. */
export function joined(act: Act, other: Act): Act {
  return {
    ...act,
    object: [...new Set([...other.object, ...act.object])],
    heads: [...new Set([...other.heads, ...act.heads])],
    head: other.head || act.head,
    context: [...new Set([...other.context, ...act.context])],
    from: [...new Set([...other.from, ...act.from])],
  };
}
