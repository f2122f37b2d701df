/** Parameters whose values look like actions and are none: filters, methods of a request, edits of a document, ways to convert. */
import type { Parameter } from './parameters.ts';
import { words } from './rule.ts';

const httpMethods = new Set(
  words(
    'get post put patch delete head options trace connect copy link unlink purge lock unlock propfind view request',
  ),
);

/** `Summarize activity`, with an optional action: which of them are told of. A tool that acts by it speaks of it. */
export const isFilter = (parameter: Parameter, text: string) =>
  narrows(parameter) ||
  (!parameter.required && tells.test(text) && !/\b(?:actions?|operations?|modes?|commands?|ops)\b/i.test(text));
const tells = /^[^\p{L}]{0,8}(?:summari[sz]e|list|search|count|show|find|filter|query|view|return|get|fetch)s?\b/iu;

/** `Filter by action`, `to narrow the list to one verb`: which of the things that there are. */
const narrows = ({ description }: Parameter) => narrowing.test(description.slice(0, 300));
const narrowing =
  /^[^\p{L}]{0,8}(?:optional(?:ly)?[^\p{L}]{1,4})?(?:filter(?:s|ed)?|narrow(?:s|ed)?|restrict(?:s|ed)? (?:results?|output|entries|matches)) (?:by|on|for|to|down|the|results?|events?|entries)\b|(?<!\bnot )\bto (?:narrow|filter)\b/iu;

/** `id_to_name` and `name_to_id`: from one form to the other, and back. */
export const isConversion = ({ values }: Parameter) => {
  const all = new Set(values.map(({ text }) => text.toLowerCase()));
  return (
    values.length > 0 &&
    values.every(({ text }) => {
      const [from, to, ...more] = text.toLowerCase().split(/[_-]to[_-]/);
      return more.length === 0 && from !== undefined && to !== undefined && all.has(`${to}_to_${from}`);
    })
  );
};

/** A free or writing HTTP method beside a free address. */
export function isHttpMethod({ key, values }: { key: string; values: readonly { text: string }[] }): boolean {
  return (
    (key === 'method' || key === 'httpmethod' || key === 'requestmethod' || key === 'verb') &&
    values.length > 1 &&
    values.every(({ text }) => httpMethods.has(text.toLowerCase()))
  );
}

const patchOperations = new Set(words('add remove replace copy move test'));
/** The operations of a JSON Patch edit fields of something that stays. */
export const isJsonPatch = ({ key, values }: Parameter) =>
  (key === 'op' || key === 'operation') &&
  values.length >= 3 &&
  values.every(({ text }) => patchOperations.has(text.toLowerCase())) &&
  values.some(({ text }) => text.toLowerCase() === 'replace');
