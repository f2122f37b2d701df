/** Whether the caller hands in a program, and what bounds it. */

import { isWorse, type Verdict } from './decide.ts';
import type { Reading } from './facts.ts';
import type { Evidence } from './label.ts';
import type { Parameter } from './parameters.ts';
import { words } from './rule.ts';

export const staticVerbs = new Set(
  words(
    'validate lint format explain analyze parse check convert translate highlight review beautify minify describe preview plan diff optimize detect estimate extract compare suggest visualize summarize hash encode decode prettify tokenize audit obfuscate deobfuscate embed score render generate transpile decompile disassemble search find list recommend compile count measure classify complete chat think verify create add update edit save store write register set upload post publish deploy insert push log submit-review upsert put fix refactor annotate document',
  ),
);

const runVerbs = new Set(words('run execute evaluate query invoke send issue perform interact benchmark'));

const codeThatRuns =
  /\b(?:code|javascript|python|script) (?:using|that (?:uses|calls|builds|draws|creates|generates|returns))\b|\b(?:is|will be|gets) (?:executed|evaluated)\b|\b(?:js|javascript|code|python) (?:evaluated|executed|run) (?:in|on|inside|by)\b/iu;

const handVerbs = new Set(
  words('get fetch retrieve show return use process open access provide manage read search list'),
);

/** Validating or storing a program does not run it; running, querying and using one does. */
export function takesProgram(verdict: Verdict, program: Parameter): boolean {
  if (!verdict.vote || verdict.category === 'execute') return true;
  // A model reads the program that it is sent.
  if (verdict.vote.rule.id === 'look.ask-model') return false;
  const verbs = verdict.votes.map(({ act }) => act.verb);
  if (isRunFirst(verdict)) return true;
  // What renders JavaScript runs it.
  if (program.key === 'code' && /\b(?:javascript|three\.?js)\b/iu.test(program.description) && verbs.includes('render'))
    return true;
  if (verbs.some((verb) => runVerbs.has(verb)))
    return !verbs.some((verb) => staticVerbs.has(verb) && verb !== 'find' && verb !== 'search' && verb !== 'list');
  // A statement that alters a table is run on it.
  if (['query', 'sql', 'statement'].includes(program.key) && verbs.includes('alter')) return true;
  // `code: JavaScript that draws the parts` is run to make them.
  if (program.required && codeThatRuns.test(program.description)) return true;
  if (verbs.some((verb) => staticVerbs.has(verb)) || verdict.category === 'write') return false;
  return program.required && verbs.every((verb) => handVerbs.has(verb));
}

export function isLimitable(verdict: Verdict, program: Parameter | undefined): boolean {
  if (
    program &&
    ['command', 'commands', 'cmd', 'shell', 'script', 'code', 'javascript', 'python'].includes(program.key)
  )
    return false;
  return !verdict.votes.some(
    ({ category }) => category === 'destructive' || category === 'financial' || category === 'write',
  );
}

export function limitInName({ facts, definition, name, text }: Reading): { evidence: Evidence } | undefined {
  const at = name.own.findIndex(
    ({ text: word }, i) =>
      word === 'select' ||
      word === 'readonly' ||
      (word === 'read' && (name.own[i + 1]?.text === 'only' || name.own[i + 1]?.text === 'query')) ||
      (word === 'read' && facts.isSql),
  );
  const word = name.own[at];
  if (word)
    return {
      evidence: {
        rule: 'text.read-only',
        place: 'name',
        span: [word.start, word.end],
        quote: definition.name.slice(word.start, word.end),
        effect: 'restricts',
        category: 'read',
        note: 'which limits it to reading',
      },
    };
  const act = text.acts.find(
    ({ object }) => object.includes('select') || object.includes('read-only') || object.includes('readonly'),
  );
  if (!act) return undefined;
  return {
    evidence: {
      rule: 'text.read-only',
      place: 'description',
      span: act.span,
      quote: (definition.description ?? '').slice(...act.span),
      effect: 'restricts',
      category: 'read',
      note: 'which limits it to reading',
    },
  };
}

const addresses = new Set(words('url uri path endpoint address route resource href apipath'));

export const hasFreeAddress = ({ parameters }: Reading) =>
  parameters.some(({ key, isFree }) => isFree && addresses.has(key));

/** The text runs the program, whatever the name keeps of it. */
export const isRunFirst = ({ votes }: Verdict) =>
  votes.some(({ act, rule }) => rule.id === 'run.code' && act.source === 'description') &&
  !votes.some(({ act, category }) => act.source === 'name' && isWorse(category, 'execute'));
