/** Which variables a server's last words say it wants: at most five, in the order in which they stand. */
export function missingVariables(output: string): string[] {
  const found: string[] = [];
  const lines = output.split('\n');
  for (const [n, line] of lines.entries()) {
    found.push(...patterns.flatMap((pattern) => [...line.matchAll(pattern)].flatMap(([, names = '']) => named(names))));
    if (announces.test(line)) found.push(...listed(lines.slice(n + 1)));
  }
  return [...new Set(found)].slice(0, 5);
}

/** One name, or several as in `A_KEY, A_TOKEN and A_URL`. A name without an underscore needs the word "variable" beside it. */
const name = '[A-Z][A-Z0-9]*_[A-Z0-9_]+';
const names = (each: string) => `(\\b${each}\\b(?:\\s*(?:,|and|or|&|/|\\+)+\\s*\\b${each}\\b){0,9})`;
const variable = '(?:environment|env)(?: (?:variable|var))?s?';

const patterns: RegExp[] = [
  new RegExp(`\\b${names('[A-Z][A-Z0-9_]{2,}')}["'\`]? (?:environment|env) (?:variable|var)s?\\b`, 'g'),
  new RegExp(`\\b[Ee]nvironment [Vv]ariables?:? ["'\`]?${names('[A-Z][A-Z0-9_]{2,}')}`, 'g'),
  new RegExp(
    `\\b(?:${variable}|[Mm]issing(?: required)?|[Pp]lease (?:set|provide|export)|must set|[Yy]ou need to set|[Rr]equire[sd]?(?: the)?)\\b[^\\n]{0,60}?${names(name)}`,
    'g',
  ),
  new RegExp(
    `${names(name)}[^\\n]{0,60}?\\b(?:(?:is|are|was|must be|not) (?:required|missing|not (?:set|defined|provided|found)|set|defined|provided|undefined|empty)|required|missing)\\b`,
    'g',
  ),
];

/** Node's own codes look like variables, and so do examples of a value: ERR_MODULE_NOT_FOUND, YOUR_PROJECT. */
const notVariables =
  /^(?:ERR|MODULE|E[A-Z]+|YOUR|MY|EXAMPLE)_|_NOT_FOUND$|^NODE_|^(?:AND|THE|FOR|SET|ENV|API|URL|KEY)$/;

const named = (text: string) => text.split(/[^A-Z0-9_]+/).filter((each) => each !== '' && !notVariables.test(each));

/** A line that ends by promising a list of them. */
const announces = /(?:missing|required|requires|following|set)\b[^\n]{0,40}\bvariables?:?\s*$/i;

/** The names at the start of the lines that follow, until one has none. */
function listed(lines: readonly string[]): string[] {
  const found: string[] = [];
  for (const line of lines) {
    const [, first] = /^[\s\-*•·]{0,8}["'`]?([A-Z][A-Z0-9_]{2,})\b/.exec(line) ?? [];
    if (!first || notVariables.test(first)) break;
    found.push(first);
  }
  return found;
}
