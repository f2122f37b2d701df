/** From votes, text, parameters and actions to one category, with all that spoke for and against it. */
import type { Category } from '../domain.ts';
import { type ActionRow, actionRows, isHttpMethod } from './actions.ts';
import type { Reading } from './facts.ts';
import { isInstruction, isRouter } from './handed-on.ts';
import type { Evidence, RaisingOption } from './label.ts';
import type { Parameter } from './parameters.ts';
import { words } from './rule.ts';
import { isProgram, optionRules, overwriteValues, saveValues } from './rules/options.ts';
import { schemaRules } from './rules/schema.ts';
import type { TextFinding } from './text-effects.ts';
import { isWorse, type Verdict, weigh, worst } from './votes.ts';

export type Resolution = {
  category: Category;
  rule: string;
  unclear: boolean;
  pattern: string;
  evidence: Evidence[];
  raisedBy: RaisingOption[];
  actions: ActionRow[];
  verdict: Verdict;
};

export function resolve(reading: Reading): Resolution {
  const verdict = weigh(reading);
  const evidence: Evidence[] = [];
  const raisedBy: RaisingOption[] = [];
  const limit = reading.findings.find((finding) => finding.rule.effect === 'limits') ?? limitInName(reading);
  const actions = limited(isFilter(verdict, actionRows(reading.facts, reading.description)), limit !== undefined);
  let category = verdict.category;
  let rule = verdict.vote?.rule.id ?? 'nothing';
  let pattern: string = verdict.pattern;
  let unclear = false;

  if (!verdict.vote) {
    const noun = unknownVerb(reading) ?? nounPhrase(reading) ?? nounName(reading);
    if (noun) {
      ({ category } = noun);
      rule = noun.rule;
      evidence.push(noun.evidence);
      pattern = noun.rule === schemaRules.unknownVerb.id ? 'nothing' : 'noun-phrase';
    } else unclear = actions.length === 0;
  }
  for (const { act, rule: by, category: votes } of verdict.votes) {
    evidence.push({
      rule: by.id,
      place: act.place,
      span: act.span,
      quote: quoteOf(reading, act.place, act.span),
      effect: 'supports',
      category: votes,
      note: by.note,
    });
  }
  if (rule === 'change.manage') unclear = actions.length === 0;

  const textOf = (finding: TextFinding, effect: Evidence['effect']) =>
    evidence.push({
      rule: finding.rule.id,
      place: 'description',
      span: finding.span,
      quote: finding.quote,
      effect,
      category: finding.rule.category,
      note: finding.rule.note,
    });
  const raise = (to: Category, by: string, how: string) => {
    category = to;
    rule = by;
    pattern = how;
    unclear = false;
  };

  // What the caller writes as a program bounds nothing, unless the text does.
  const program = reading.parameters.find((parameter) => isProgram(parameter, reading.facts));
  const isQuery =
    program !== undefined || ['run.code', 'run.any', 'run.tool', 'run.operation'].includes(verdict.vote?.rule.id ?? '');
  const isProgrammed = program !== undefined && takesProgram(verdict, program);
  // `Run mutations to create or delete`: what the caller writes bounds nothing, and names no loss.
  if (isProgrammed && isWorse(category, 'execute') && isRunFirst(verdict)) {
    category = 'execute';
    rule = 'run.code';
    pattern = 'program';
  }
  if (program && isProgrammed && !isWorse(category, 'execute')) {
    evidence.push(parameterEvidence(program, 'schema.program', 'execute', 'a program that the caller writes'));
    if (category !== 'execute') raise('execute', 'schema.program', 'program');
  }
  if (category === 'execute' && isQuery && limit && isLimitable(verdict, program)) {
    if ('rule' in limit) textOf(limit, 'restricts');
    else evidence.push(limit.evidence);
    category = 'read';
    rule = 'text.read-only';
    pattern = 'limited';
  }
  const method = reading.parameters.find((parameter) => parameter.path.length === 1 && isHttpMethod(parameter));
  const isStored =
    verdict.category === 'write' && !verdict.vote?.ambiguous && staticVerbs.has(verdict.vote?.act.verb ?? '');
  if (method && hasFreeAddress(reading) && !isStored && !isWorse(category, 'execute')) {
    evidence.push(parameterEvidence(method, 'schema.http-method', 'execute', 'a free method for a free address'));
    raise('execute', 'schema.http-method', 'program');
  }

  const router = reading.parameters.find((parameter) => isRouter(parameter, reading, verdict));
  if (router && !isWorse(category, 'write')) {
    evidence.push(parameterEvidence(router, 'schema.router', 'execute', schemaRules.router.note));
    raise('execute', 'schema.router', 'program');
  }
  const instruction = reading.parameters.find((parameter) => isInstruction(parameter, reading, verdict));
  if (instruction && !isWorse(category, 'write')) {
    evidence.push(parameterEvidence(instruction, 'schema.instruction', 'execute', schemaRules.instruction.note));
    raise('execute', 'schema.instruction', 'program');
  }

  // Several actions: each is judged, the worst is the label.
  if (actions.length > 0) {
    const worstOf = worst(actions.map((row) => row.category));
    // What takes a program runs it in some of its actions.
    const isOpen =
      !(isProgrammed && category === 'execute') &&
      (!verdict.vote ||
        verdict.vote.ambiguous ||
        unclear ||
        ['run.tool', 'change.manage', 'run.any', 'run.code'].includes(rule) ||
        category === 'read');
    if (isOpen || isWorse(worstOf, category)) {
      const raising = actions.filter((row) => row.category === worstOf);
      const others = actions.filter((row) => row.category !== worstOf).map((row) => row.category);
      const otherwise = worst(isOpen ? others : [...others, category]);
      for (const row of raising.slice(0, 6)) {
        evidence.push({
          rule: row.rule.id,
          place: row.place,
          span: row.span,
          quote: row.value,
          effect: 'supports',
          category: row.category,
          note: row.rule.note,
        });
      }
      const first = raising[0];
      if (first && others.length > 0 && isWorse(worstOf, otherwise)) {
        raisedBy.push({
          path: first.parameter.path,
          values: raising.map(({ value }) => value),
          category: worstOf,
          otherwise,
        });
      }
      raise(worstOf, first?.rule.id ?? rule, 'actions');
    }
  }

  for (const finding of reading.findings) {
    const { effect, on } = finding.rule;
    if (!on.includes(category)) continue;
    if (effect === 'raises' && isRaisable(verdict, finding, reading.description)) {
      if (finding.rule.id === 'text.overwrite' && isOptional(reading, finding)) continue;
      textOf(finding, 'supports');
      raise(finding.rule.category, finding.rule.id, 'text-effect');
    } else if (effect === 'recovers' && isRecoverable(verdict, rule, reading)) {
      textOf(finding, 'restricts');
      const permanent = reading.parameters.find(
        ({ key, path }) =>
          path.length === 1 && /^(?:permanent|permanently|harddelete|hard|force|skiptrash|purge)$/.test(key),
      );
      if (permanent) {
        evidence.push(
          parameterEvidence(permanent, 'option.overwrite', 'destructive', 'a flag that leaves no way back'),
        );
        raisedBy.push({ path: permanent.path, category: 'destructive', otherwise: 'write' });
      } else raise('write', finding.rule.id, 'recoverable');
    } else if (effect === 'simulates' && finding.span[0] < 400) {
      textOf(finding, 'restricts');
      raise('write', finding.rule.id, 'recoverable');
    } else if (effect === 'supports') textOf(finding, 'supports');
  }

  for (const option of optionRules) {
    const found = reading.parameters.filter(
      (parameter) => parameter.path.length <= 3 && option.fits(parameter, reading.facts),
    );
    for (const parameter of found) {
      if (option.category === category && raisedBy.some((one) => one.category === category)) {
        raisedBy.push(raisingOf(parameter, category, raisedBy[0]?.otherwise ?? 'write'));
        continue;
      }
      if (!option.on.includes(category) || !isOpenToOption(option.id, rule)) continue;
      const otherwise = category;
      evidence.push(parameterEvidence(parameter, option.id, option.category, option.note));
      raise(option.category, option.id, 'option');
      if (!parameter.required || parameter.values.length > 0 || parameter.types.includes('boolean'))
        raisedBy.push(raisingOf(parameter, option.category, otherwise));
    }
  }

  return {
    category,
    rule,
    unclear,
    pattern,
    evidence: sorted(evidence, category),
    raisedBy: raisedBy.filter((one) => one.category === category && isWorse(category, one.otherwise)),
    actions,
    verdict,
  };
}

const isRunFirst = ({ votes }: Verdict) =>
  votes.some(({ act, rule }) => rule.id === 'run.code' && act.source === 'description') &&
  !votes.some(({ act, category }) => act.source === 'name' && isWorse(category, 'execute'));

/** Where the text limits queries to reading, the action that runs one reads. */
const limited = (rows: ActionRow[], isLimited: boolean): ActionRow[] =>
  isLimited
    ? rows.map((row) => (row.rule.id === 'run.code' || row.rule.id === 'run.any' ? { ...row, category: 'read' } : row))
    : rows;

/** `list_adjustments (action: refund|credit)` lists those; an action to do would be required. */
function isFilter(verdict: Verdict, rows: ActionRow[]): ActionRow[] {
  const isList =
    !verdict.votes.some(({ category }) => category === 'execute') &&
    verdict.vote?.rule.id === 'look.up' &&
    ['list', 'search', 'find', 'count', 'query'].includes(verdict.vote.act.verb);
  const [first] = rows;
  // `scan_action (action_type: file_delete|bash)`: what is checked, and not done.
  const isSubject =
    verdict.category === 'read' &&
    verdict.votes.length > 0 &&
    verdict.votes.every(({ act }) => checks.has(act.verb)) &&
    first?.parameter.key.endsWith('type');
  if (isSubject) return [];
  return isList && first && (!first.parameter.required || rows.length * 2 < first.parameter.values.length) ? [] : rows;
}

const checks = new Set(
  words('scan check validate verify evaluate assess audit review classify predict estimate simulate return get show'),
);

const raisingOf = (parameter: Parameter, category: Category, otherwise: Category): RaisingOption => {
  const values = parameter.values
    .filter(
      ({ text }) =>
        overwriteValues.has(text.toLowerCase()) || (category === 'write' && saveValues.has(text.toLowerCase())),
    )
    .map(({ text }) => text);
  return { path: parameter.path, ...(values.length > 0 ? { values } : {}), category, otherwise };
};

const staticVerbs = new Set(
  words(
    'validate lint format explain analyze parse check convert translate highlight review beautify minify describe preview plan diff optimize detect estimate extract compare suggest visualize summarize hash encode decode prettify tokenize audit obfuscate deobfuscate embed score render generate transpile decompile disassemble search find list recommend compile count measure classify complete chat think verify create add update edit save store write register set upload post publish deploy insert push log submit-review upsert put fix refactor annotate document',
  ),
);

const runVerbs = new Set(words('run execute evaluate query invoke send issue perform interact'));
const codeThatRuns =
  /\b(?:code|javascript|python|script) (?:using|that (?:uses|calls|builds|draws|creates|generates|returns))\b|\b(?:is|will be|gets) (?:executed|evaluated)\b/iu;
const handVerbs = new Set(
  words('get fetch retrieve show return use process open access provide manage read search list'),
);

/** Validating or storing a program does not run it; running, querying and using one does. */
function takesProgram(verdict: Verdict, program: Parameter): boolean {
  if (!verdict.vote || verdict.category === 'execute') return true;
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

function isLimitable(verdict: Verdict, program: Parameter | undefined): boolean {
  if (
    program &&
    ['command', 'commands', 'cmd', 'shell', 'script', 'code', 'javascript', 'python'].includes(program.key)
  )
    return false;
  return !verdict.votes.some(
    ({ category }) => category === 'destructive' || category === 'financial' || category === 'write',
  );
}

function limitInName({ facts, definition, name, text }: Reading): { evidence: Evidence } | undefined {
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
const hasFreeAddress = ({ parameters }: Reading) => parameters.some(({ key, isFree }) => isFree && addresses.has(key));

/** A text raises reads and jobs only where the verb leaves room for it. */
function isRaisable(verdict: Verdict, { rule, span }: TextFinding, description: string): boolean {
  const quoteAfter = description.slice(span[0], span[1] + 8);
  if (rule.id === 'text.result-kept') return verdict.vote?.ambiguous === true;
  if (rule.id === 'text.overwrite' && /\bempty\b/iu.test(quoteAfter)) return false;
  if (rule.id === 'text.overwrite' && verdict.category === 'read')
    return ['load', 'open', 'pull', 'import', 'apply'].includes(verdict.vote?.act.verb ?? '');
  if (rule.id === 'text.overwrite' && /draft|reply/.test(verdict.votes[0]?.act.object.join(' ') ?? '')) return false;
  if (rule.id === 'text.job')
    return verdict.votes.every(
      ({ act }) =>
        !['get', 'list', 'check', 'poll', 'wait', 'describe', 'show', 'search', 'find', 'read', 'query'].includes(
          act.verb,
        ),
    );
  if (rule.id === 'text.overwrite' || rule.id === 'text.drops-others')
    return (
      verdict.votes.length > 0 && verdict.votes.every(({ act }) => !['restart', 'stop', 'list'].includes(act.verb))
    );
  return true;
}

/** `overwrites if overwrite=true`: the flag says it better. */
const isOptional = ({ parameters, description }: Reading, { span }: TextFinding) =>
  /\b(?:if|when|unless|set|with) \S{0,3}(?:overwrite|force|replace)/iu.test(
    description.slice(Math.max(0, span[0] - 40), span[1] + 40),
  ) && parameters.some(({ key }) => /overwrite|force|replace/.test(key));

const isRecoverable = (verdict: Verdict, rule: string, { findings }: Reading) =>
  ['loss.entity', 'loss.member', 'loss.from-collection'].includes(rule) &&
  !verdict.votes.some(({ act }) => ['empty', 'purge', 'destroy', 'wipe'].includes(act.verb)) &&
  !findings.some(
    (finding) => finding.rule.id === 'text.permanent' && /permanently (?:delete|remove)/iu.test(finding.quote),
  );

/** Deleting is destructive with or without flags; a flag on a label that the text restricted says nothing new. */
const isOpenToOption = (id: string, rule: string) =>
  !(id === 'option.overwrite' && rule.startsWith('run.ui')) &&
  !(id.startsWith('option.save') && (rule === 'auth.url' || rule === 'text.read-only'));

function unknownVerb({ text, description }: Reading): ReturnType<typeof nounPhrase> {
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

function nounPhrase(reading: Reading): { category: Category; rule: string; evidence: Evidence } | undefined {
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
function nounName({ name, definition }: Reading): ReturnType<typeof nounPhrase> {
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

function parameterEvidence({ name, place }: Parameter, rule: string, category: Category, note: string): Evidence {
  return { rule, place, span: [0, name.length], quote: name, effect: 'supports', category, note };
}

function quoteOf({ definition }: Reading, place: Evidence['place'], [from, to]: Evidence['span']): string {
  const text = place === 'name' ? definition.name : place === 'title' ? definition.title : definition.description;
  return (text ?? '').slice(from, to);
}

/** What speaks for the label first, then what limits it, then what speaks for another. */
function sorted(evidence: Evidence[], category: Category): Evidence[] {
  const seen = new Set<string>();
  const kept = evidence
    .map(
      (one): Evidence => (one.effect === 'supports' && one.category !== category ? { ...one, effect: 'opposes' } : one),
    )
    .filter(({ rule, place, span }) => {
      const key = `${rule} ${place} ${span[0]}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  const rank = { supports: 0, restricts: 1, opposes: 2 };
  return kept.sort((a, b) => rank[a.effect] - rank[b.effect]);
}
