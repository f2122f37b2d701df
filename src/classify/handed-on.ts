/** Parameters that hand the work on: to another operation by its name, or to an agent by an instruction. */

import type { Verdict } from './decide.ts';
import type { Reading } from './facts.ts';
import type { Parameter } from './parameters.ts';
import { words } from './rule.ts';

const routes = new Set(
  words('operation action tool toolname operationid functionname apiname capability actionname operationname'),
);
const commands = new Set(words('command subcommand method operation action tool toolname function functionname'));
const loads = new Set(
  words('params arguments args parameters payload input inputs arguments_json argumentsjson toolargs data'),
);
const routerText =
  /\b(?:command|tool|request) router\b|\b(?:is|are) routed\b|\broutes? (?:it |them |calls? |commands? )?to\b|\bto invoke (?:a|an|the) (?:command|tool|operation|action)\b/iu;
const runsIt =
  /\b(?:command|tool|operation|action|method|function|subcommand)s? (?:name )?to (?:execute|run|invoke|call|perform)\b/iu;
const topicLength = 4000;

/** A free word that picks another operation, beside what is passed along to it. */
export function isRouter(
  { key, isFree, path, description: says }: Parameter,
  { facts, parameters, description }: Reading,
  verdict: Verdict,
): boolean {
  if (path.length !== 1 || !isFree || !(commands.has(key) || routes.has(key))) return false;
  const load = parameters.find((one) => one.path.length === 1 && loads.has(one.key));
  if (!load) return false;
  if (commands.has(key) && load.types.includes('object')) {
    if (routerText.test(description.slice(0, topicLength))) return true;
    if (runsIt.test(says) && verdict.category !== 'read') return true;
  }
  return routes.has(key) && facts.parameterNames.has(load.key) && (!verdict.vote || verdict.vote.ambiguous);
}

const instructions = new Set(
  words('task prompt instruction instructions goal objective userprompt taskdescription command'),
);
/** How far someone may go who works alone. */
const bounds = new Set(
  words(
    'sandbox sandboxmode approvalpolicy approvalmode permissionmode allowedtools disallowedtools maxturns maxsteps maxiterations yolo fullauto changemode dangerouslyskippermissions workingdirectory workdir worktree',
  ),
);
/** `The prompt for the assistant to execute`. */
const executes =
  /\b(?:prompt|instructions?|task|goal)\b (?:\S{1,20} ){0,2}?for (?:\S{1,20} ){1,3}to (?:execute|carry out|perform|accomplish|work on)\b|\bwhat (?:the |an? )?(?:\S{1,20} )?(?:agent|assistant) should (?:do|achieve|accomplish)\b/iu;
const alone =
  /\bautonomous(?:ly)?\b|\bcoding agent\b|\b(?:use|uses|using) (?:the |an? )?(?:\S{1,20} )?(?:ai|coding) agent\b|\b(?:browser|desktop|computer|web|ui) (?:automation|control)\b|\bautomat(?:es?|ing) (?:the |a |any )?(?:browser|web ?page|website|desktop)/iu;
const agents = new Set(words('agent subagent copilot'));

/** A free instruction to an agent, which decides itself what it does. */
export function isInstruction(
  { key, isFree, path, description: says }: Parameter,
  { facts, description }: Reading,
  { vote, votes }: Verdict,
): boolean {
  if (path.length !== 1 || !isFree || !instructions.has(key)) return false;
  const isBounded = [...bounds].some((name) => facts.parameterNames.has(name));
  const isAgent = facts.nameWords.some((word) => agents.has(word));
  // What the text lists is what may be asked for; the name does none of it.
  if (executes.test(says) && votes.every(({ act }) => act.source !== 'name')) return true;
  const isAlone = alone.test(description.slice(0, topicLength));
  if (vote && !vote.ambiguous && vote.category !== 'read') return false;
  if (vote && ['plan', 'preview', 'explain', 'validate'].includes(vote.act.verb)) return false;
  if (isAlone) return true;
  return (!vote || vote.ambiguous) && (isBounded || isAgent);
}
