/** From votes, text, parameters and actions to one category, with all that spoke for and against it. */
import type { Category } from '../domain.ts';
import type { ActionRow } from './action-row.ts';
import { actionRows, raisingActions } from './actions.ts';
import { hasFreeAddress, isLimitable, isRunFirst, limitInName, staticVerbs, takesProgram } from './caller-program.ts';
import { isWorse, type Verdict, worst } from './decide.ts';
import { isFilter, limited } from './done-actions.ts';
import { parameterEvidence, quoteOf, sorted } from './evidence.ts';
import type { Reading } from './facts.ts';
import { isInstruction, isRouter } from './handed-on.ts';
import type { Evidence, RaisingOption } from './label.ts';
import { nounName, nounPhrase, unknownVerb } from './no-verb.ts';
import type { Parameter } from './parameters.ts';
import { isHttpMethod } from './picks.ts';
import { isProgram } from './program.ts';
import { isOpenToOption, isOptional, isRaisable, isRecoverable, isUndoable } from './room.ts';
import { optionRules, overwriteValues } from './rules/options.ts';
import { saveValues } from './rules/save-options.ts';
import { schemaRules } from './rules/schema.ts';
import type { TextFinding } from './text-effects.ts';
import { weigh } from './votes.ts';

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
  const actions = limited(
    isFilter(verdict, actionRows(reading.facts, reading.description), reading.description),
    limit !== undefined,
  );
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
      if (others.length > 0 && isWorse(worstOf, otherwise)) raisedBy.push(...raisingActions(raising, otherwise));
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

  const undoable = isUndoable(reading);
  const parameters = reading.parameters.filter(({ path }) => path.length <= 3);
  for (const option of parameters.length > 0 ? optionRules : []) {
    if (undoable && option.id === 'option.mode-overwrite') continue;
    // Looked for only where it could raise, or raises what another did already.
    if (!option.on.includes(category) && (option.category !== category || raisedBy.length === 0)) continue;
    for (const parameter of parameters) {
      if (!option.fits(parameter, reading.facts)) continue;
      if (raisedBy.some(({ path, category: to }) => path === parameter.path && to === option.category)) continue;
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

const raisingOf = (parameter: Parameter, category: Category, otherwise: Category): RaisingOption => {
  const values = parameter.values
    .filter(
      ({ text }) =>
        overwriteValues.has(text.toLowerCase()) || (category === 'write' && saveValues.has(text.toLowerCase())),
    )
    .map(({ text }) => text);
  return { path: parameter.path, ...(values.length > 0 ? { values } : {}), category, otherwise };
};
