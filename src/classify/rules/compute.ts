/** What is worked out from what the caller hands in: shapes on a map, predictions, a text handed to a model. */
import type { Facts } from '../act.ts';
import { type ActRule, words } from '../rule.ts';

export const computeRules: readonly ActRule[] = [
  {
    id: 'look.geometry',
    category: 'read',
    why: 'A shape that is worked out from shapes of the caller comes back in the answer.',
    note: 'which works out a shape',
    verbs: words('create make build merge union combine clip dissolve simplify smooth join cut split generate snap'),
    head: words(
      'buffer zone polygon geometry shape hull bbox box centroid grid line linestring point feature isochrone trace coordinate area',
    ),
    when: ({ facts }) => isShapeOnly(facts),
    matches: ['merge_polygons: Merge polygons into one (polygons: array)'],
    misses: ['create_zone: Create a zone (name: string, polygon: array)', 'create_polygon'],
  },
  {
    id: 'look.mend-source',
    category: 'read',
    why: 'Source that is handed in and mended comes back in the answer; the caller’s file is out of reach.',
    note: 'which hands back source',
    verbs: words('fix refactor rewrite improve optimize correct repair clean migrate modify modernize'),
    head: words(
      'code issue bug error problem warning function snippet component file configuration config query sql syntax',
    ),
    when: ({ facts }) => isSourceOnly(facts),
    unless: words('database server record'),
    matches: ['mend: Fix issues of the code (code: string)'],
    misses: ['mend: Fix issues of the code (code: string, path: string)', 'fix_code'],
  },
  {
    id: 'look.make-guess',
    category: 'read',
    why: 'Making a prediction or an estimate is a calculation.',
    note: 'which only calculates',
    verbs: words('make do produce provide perform'),
    head: words(
      'prediction estimate estimation forecast calculation comparison guess inference lookup arithmetic math',
    ),
    unless: words('job batch'),
    matches: ['guess_price: Make a prediction with a model'],
    misses: ['make_reservation'],
  },
  {
    id: 'look.ask-model',
    category: 'read',
    why: 'A model that is sent a text answers it and changes nothing.',
    note: 'which asks a model and hands back its answer',
    verbs: words('send submit make'),
    object: words('task prompt question message text query request instruction completion'),
    when: ({ verb, heads, object, context, facts: { textWords } }) =>
      [...object, ...context].some((word) => models.has(word)) ||
      (object.includes('completion') && object.includes('request')) ||
      (verb !== 'make' &&
        heads.some((head) => head === 'prompt' || head === 'question') &&
        [...answered].some((word) => textWords.has(word)) &&
        ['get', 'receive', 'return', 'back'].some((word) => textWords.has(word))),
    unless: words('agent job batch queue file session subagent'),
    matches: [
      'second_opinion: Send a prompt to a local LLM',
      'ask_oracle: Send a prompt to the oracle and receive its answer',
    ],
    misses: ['send_message: Send a message to a customer', 'send_task: Send a task to an agent'],
  },
];

const sources = new Set(words('code source sourcecode snippet script sql markup configfile yaml'));
const places = /path|(?<!pro)file|dir$|directory|folder|repo|url|project|branch|commit|id$|workspace|apply|write|save/;
const isContent = /\b(?:contents? of (?:the|a|an|your)|not a (?:file )?path)\b/iu;
const models = new Set(words('llm llms gpt'));
const answered = new Set(words('answer response reply insight completion'));
/** The source itself goes in, and nothing names where it lies. */
const isSourceOnly = ({ parameters }: Facts) =>
  parameters.some(
    ({ key, isFree, required, description }) =>
      isFree && required && sources.has(key) && (key !== 'configfile' || isContent.test(description)),
  ) && !parameters.some(({ key, description }) => places.test(key) && !isContent.test(description));

const shapes = new Set(
  words(
    'geometry geometries polygon polygons line lines linestring point points coordinates coords polygon1 polygon2 geojson geometry1 geometry2 bbox',
  ),
);
const kept =
  /name|title|id$|ids$|layer|path|(?<!pro)file|scene|canvas|sheet|dataset|table|colou?r|style|fill|stroke|page|document|prompt/;
/** All that goes in is shapes and how they are to be reckoned with; nothing names where one would be kept. */
const isShapeOnly = ({ parameters }: Facts) =>
  parameters.some(({ key }) => shapes.has(key)) && !parameters.some(({ key }) => kept.test(key));
