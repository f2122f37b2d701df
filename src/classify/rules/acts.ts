/** All rules on verbs, in the order in which they are asked: what is lost and what is paid before what merely changes. */
import type { ActRule } from '../rule.ts';
import { accessLossRules } from './access-loss.ts';
import { agentRules } from './agents.ts';
import { authRules } from './auth.ts';
import { buildRules } from './build.ts';
import { cancelRules } from './cancel.ts';
import { changeRules } from './change.ts';
import { codeRules } from './code.ts';
import { computeRules } from './compute.ts';
import { effectRules } from './effects.ts';
import { handOutRules } from './hand-out.ts';
import { handedInRules } from './handed-in.ts';
import { inPlaceRules } from './in-place.ts';
import { inlineRules } from './inline.ts';
import { jobRules } from './jobs.ts';
import { keptRules } from './kept.ts';
import { letGoRules } from './let-go.ts';
import { liveRules } from './live.ts';
import { lookRules } from './look.ts';
import { lossRules } from './loss.ts';
import { machineRules } from './machines.ts';
import { markRules } from './marks.ts';
import { mediaRules } from './media.ts';
import { moneyRules } from './money.ts';
import { partlyLookRules } from './partly-look.ts';
import { reworkRules } from './rework.ts';
import { runRules } from './run.ts';
import { runAnyRules } from './run-any.ts';
import { scaleRules } from './scale.ts';
import { screenRules } from './screen.ts';
import { sessionRules } from './session.ts';
import { sessionLinkRules } from './session-link.ts';
import { sessionLossRules } from './session-loss.ts';
import { smallLossRules } from './small-loss.ts';
import { takenUpRules } from './taken-up.ts';
import { tieRules } from './ties.ts';
import { writtenOutRules } from './written-out.ts';

const decided: readonly ActRule[] = [
  ...authRules,
  ...moneyRules,
  ...keptRules,
  ...markRules,
  ...handedInRules,
  ...takenUpRules,
  ...writtenOutRules,
  ...mediaRules,
  ...scaleRules,
  ...jobRules,
  ...machineRules,
  ...letGoRules,
  ...sessionLossRules,
  ...sessionLinkRules,
  ...partlyLookRules,
  ...reworkRules,
  ...accessLossRules,
  ...tieRules,
  ...screenRules,
  ...smallLossRules,
  ...cancelRules,
  ...lossRules,
  ...buildRules,
  ...codeRules,
  ...agentRules,
  ...runRules,
  ...liveRules,
  ...runAnyRules,
  ...inlineRules,
  ...computeRules,
  ...sessionRules,
  ...inPlaceRules,
  ...changeRules,
  ...handOutRules,
  ...effectRules,
  ...lookRules,
];

/** Verbs that a row without conditions takes for looking. */
const looking = new Set(
  decided
    .filter(({ category, head, object, near, when }) => category === 'read' && !head && !object && !near && !when)
    .flatMap(({ verbs }) => verbs),
);

/** Say nothing without their object. */
const light = new Set(['conduct', 'give', 'perform']);

/** Stands last: a verb of effects that no row above fits still has an effect. */
const otherwise: ActRule = {
  id: 'change.otherwise',
  category: 'write',
  why: 'A verb that names effects, on an object that no other rule knows, is taken to change something.',
  note: 'which names an effect',
  verbs: [...new Set(decided.flatMap(({ verbs }) => verbs))].filter((verb) => !looking.has(verb) && !light.has(verb)),
  ambiguous: true,
  matches: ['cancel_default_menu: Cancel the default menu'],
  misses: ['get_default_menu'],
};

export const actRules: readonly ActRule[] = [...decided, otherwise];
