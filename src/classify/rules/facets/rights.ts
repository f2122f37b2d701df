/** Whether a call changes who may do what. */
import type { Act } from '../../act.ts';
import { byAct, type FacetRule, isEffect, no, yes } from '../../facet-rule.ts';
import { commitments } from '../../nouns.ts';
import { words } from '../../rule.ts';

const accessRules = new Set(words('change.permission loss.member text.access-lost loss.rotate'));
const lets = new Set(words('grant revoke invite share permit authorize unshare kick ban impersonate'));
const changing = new Set(
  words(
    'create add set update remove delete change assign unassign modify rotate regenerate generate make edit attach detach',
  ),
);
const accessNouns = new Set(
  words('permission role acl access visibility collaborator member privilege apikey grant credential public'),
);
const isMeeting = (objects: ReadonlySet<string>) => ['event', 'meeting', 'calendar'].some((word) => objects.has(word));
const isAccess = ({ verb, object }: Act, objects: ReadonlySet<string>) =>
  object.some((word) => accessNouns.has(word)) ||
  (object.includes('token') && (objects.has('access') || objects.has('api'))) ||
  (object.includes('policy') && ['iam', 'access', 'bucket'].some((word) => objects.has(word))) ||
  (object.includes('key') && objects.has('api') && verb !== 'set');

export const rightsRules: readonly FacetRule[] = [
  {
    id: 'facet.permission.verb',
    facet: 'permission-change',
    note: 'who may do what',
    why: 'It grants, shares, invites, or changes a role or the visibility.',
    test: (tool) => {
      if (!isEffect(tool)) return no;
      const { acts, objects, resolution } = tool;
      if (accessRules.has(resolution.rule)) {
        const finding = resolution.evidence.find(({ rule }) => rule === resolution.rule);
        return yes({ word: finding?.quote.toLowerCase() ?? '' });
      }
      const verb = acts.find(
        (act) => lets.has(act.verb) && !act.object.some((word) => commitments.includes(word)) && !isMeeting(objects),
      );
      return byAct(verb ?? acts.find((act) => changing.has(act.verb) && isAccess(act, objects)));
    },
    matches: ['share_document', 'invite_user', 'add_collaborator', 'make_public', 'rotate_api_key'],
    misses: ['get_issue', 'create_issue', 'create_event: Create a calendar event and invite people.'],
  },
];
