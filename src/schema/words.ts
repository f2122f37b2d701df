/** A schema node in words: its type, its limits, its values. */
import { isObject, own, type SchemaDocument } from './refs.ts';
import { type View, viewOf } from './view.ts';

const mostAllowed = 40;

/** "string", "array of string", "string or null", "one of 3 forms". Deep arrays end in "array". */
export function typeWords(view: View, document: SchemaDocument, depth = 0): string {
  const types = view.back === undefined ? plainTypes(view, document, depth) : ['object'];
  if (view.nullable) types.push('null');
  return [...new Set(types)].sort((a, b) => rank(a) - rank(b)).join(' or ');
}

/** "string or array of string" reads one way only; "array of string or string" reads two. */
const rank = (type: string) => (type === 'null' ? 2 : type.includes(' ') ? 1 : 0);

function plainTypes(view: View, document: SchemaDocument, depth: number): string[] {
  const declared = [view.keywords.get('type')]
    .flat()
    .filter((type): type is string => typeof type === 'string' && type !== '');
  if (declared.length > 0) {
    return declared
      .slice(0, 7)
      .map((type) => (type === 'array' ? arrayWords(view, document, depth) : type.slice(0, 40)));
  }
  const values = allowedValues(view);
  if (values.length > 0) return [...new Set(values.map(typeOfValue))];
  if (view.properties.size > 0 || view.keywords.has('additionalProperties')) return ['object'];
  if (view.keywords.has('items') || view.keywords.has('prefixItems')) return [arrayWords(view, document, depth)];
  const choice = view.choices[0];
  if (choice) return choiceWords(view, choice.forms, document, depth);
  if (view.keywords.has('pattern') || view.keywords.has('minLength')) return ['string'];
  if (view.keywords.has('minimum') || view.keywords.has('maximum')) return ['number'];
  return ['any'];
}

function arrayWords(view: View, document: SchemaDocument, depth: number): string {
  const tuple = tupleOf(view);
  if (tuple.length > 0) return `list of ${count(tuple.length, 'item')}`;
  const items = view.keywords.get('items');
  if (items === undefined || items === true || depth >= 4) return 'array';
  const words = typeWords(viewOf(items, document, 'the list', view.trail), document, depth + 1);
  if (words === 'any') return 'array';
  if (words.startsWith('one of ')) return `array, each item ${words}`;
  return words.includes(' or ') ? `array of (${words})` : `array of ${words}`;
}

function choiceWords(view: View, forms: unknown[], document: SchemaDocument, depth: number): string[] {
  if (depth >= 3) return [`one of ${forms.length} forms`];
  const words = forms
    .slice(0, 8)
    .map((form) => typeWords(viewOf(form, document, 'the form', view.trail), document, depth + 2));
  const distinct = new Set(words);
  const telling = forms.length <= 8 && distinct.size <= 4 && !distinct.has('any') && !distinct.has('object');
  return telling ? [...distinct] : [`one of ${forms.length} forms`];
}

export function tupleOf(view: View): unknown[] {
  for (const keyword of ['prefixItems', 'items']) {
    const value = view.keywords.get(keyword);
    if (Array.isArray(value)) return value;
  }
  return [];
}

/** The values of `const`, `enum`, or of a choice between constants. */
export function allowedValues(view: View): unknown[] {
  if (view.keywords.has('const')) return [view.keywords.get('const')];
  const listed = view.keywords.get('enum');
  if (Array.isArray(listed)) return listed;
  const choice = view.choices[0];
  if (!choice) return [];
  const values = choice.forms.map(onlyValues);
  return values.every((list) => list !== undefined) ? values.flat() : [];
}

function onlyValues(form: unknown): unknown[] | undefined {
  if (!isObject(form)) return undefined;
  const constant = own(form, 'const');
  if (constant !== undefined) return [constant];
  const listed = own(form, 'enum');
  return Array.isArray(listed) ? listed : undefined;
}

export function shownValues(values: unknown[]): { allowed: string[]; allowedMore: number } {
  const allowed = values
    .slice(0, mostAllowed)
    .map((value) => (isPlain(value) ? cut(value, 120) : jsonText(value, 120)));
  return { allowed, allowedMore: values.length - allowed.length };
}

const isPlain = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.trim() === value;

function typeOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** "1 to 100", "at least 3 characters", "format: date-time", "matches /…/", "unique items". */
export function constraintWords(view: View): string[] {
  const { keywords } = view;
  const number = (keyword: string) => {
    const value = keywords.get(keyword);
    return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;
  };
  const text = (keyword: string, words: (value: string) => string) => {
    const value = keywords.get(keyword);
    return typeof value === 'string' && value !== '' ? [words(cut(value, 160))] : [];
  };
  const multiple = number('multipleOf');
  return [
    ...rangeWords(number, keywords.get('exclusiveMinimum') === true, keywords.get('exclusiveMaximum') === true),
    ...(multiple === undefined || multiple === 1 ? [] : [`a multiple of ${multiple}`]),
    ...lengthWords(number('minLength'), number('maxLength'), 'character'),
    ...text('format', (format) => `format: ${format}`),
    ...text('pattern', (pattern) => `matches /${pattern}/`),
    ...text('contentEncoding', (encoding) => `encoded as ${encoding}`),
    ...text('contentMediaType', (media) => `holds ${media}`),
    ...lengthWords(number('minItems'), number('maxItems'), 'item'),
    ...(keywords.get('uniqueItems') === true ? ['unique items'] : []),
    ...lengthWords(number('minProperties'), number('maxProperties'), 'key'),
  ];
}

/** In draft 4 `exclusiveMinimum: true` changes what `minimum` means; later drafts put the number there. */
function rangeWords(
  number: (keyword: string) => number | undefined,
  minimumIsOut: boolean,
  maximumIsOut: boolean,
): string[] {
  const low = minimumIsOut ? undefined : number('minimum');
  const high = maximumIsOut ? undefined : number('maximum');
  const above = minimumIsOut ? number('minimum') : number('exclusiveMinimum');
  const below = maximumIsOut ? number('maximum') : number('exclusiveMaximum');
  return [
    ...(low !== undefined && high !== undefined ? [low === high ? `exactly ${low}` : `${low} to ${high}`] : []),
    ...(low !== undefined && high === undefined ? [`at least ${low}`] : []),
    ...(low === undefined && high !== undefined ? [`at most ${high}`] : []),
    ...(above === undefined ? [] : [`more than ${above}`]),
    ...(below === undefined ? [] : [`less than ${below}`]),
  ];
}

function lengthWords(low: number | undefined, high: number | undefined, unit: string): string[] {
  if (high === undefined) return low === undefined || low === 0 ? [] : [`at least ${count(low, unit)}`];
  if (low === undefined || low === 0) return [`at most ${count(high, unit)}`];
  return [low === high ? `exactly ${count(low, unit)}` : `${number(low)} to ${count(high, unit)}`];
}

const count = (n: number, unit: string) => `${number(n)} ${unit}${n === 1 ? '' : 's'}`;
const number = (n: number) => n.toLocaleString('en-US');

/** The JSON of a value, cut. A value too deep to write is shown as an ellipsis. */
export function jsonText(value: unknown, most: number): string {
  try {
    return cut(JSON.stringify(value) ?? 'null', most);
  } catch {
    return '…';
  }
}

/**
 * At most `most` UTF-16 units with an ellipsis if cut: after a whole word, or, where a word is too long for that, never
 * within what a reader sees as one character.
 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, most + 32))) {
    if (index + segment.length >= most) break;
    end = index + segment.length;
  }
  const kept = text.slice(0, end);
  const begun = wordCharacter.test(text.slice(end, end + 2)) ? (/[\p{L}\p{M}\p{N}_]*$/u.exec(kept)?.[0] ?? '') : '';
  const whole = begun.length < Math.min(longWord, end / 2) ? kept.slice(0, end - begun.length) : kept;
  return `${whole.trimEnd()}…`;
}

const wordCharacter = /^[\p{L}\p{M}\p{N}_]/u;
/** A longer word is cut within, and so is a script that writes no spaces. */
const longWord = 40;
