/** Whether a second identical call changes anything more. */
import type { Act } from '../../act.ts';
import { any, byAct, byParameter, byText, type FacetRule, no, yes } from '../../facet-rule.ts';
import type { FacetTool } from '../../facets.ts';
import { links } from '../../nouns.ts';
import { words } from '../../rule.ts';
import { nameWords } from '../../words.ts';

/** The same state twice is the same state; what is gone, stopped or paid off once is so after the second call. */
const setting = new Set(
  words(
    'set update delete remove put mark enable disable archive unarchive rename move star unstar follow unfollow lock unlock pin unpin upsert assign unassign replace configure patch grant revoke subscribe unsubscribe activate deactivate block unblock mute unmute close reopen stop edit modify change trash softdelete clear drop purge terminate uninstall label tag untag like save write detach attach link unlink overwrite reset wipe erase empty truncate destroy teardown kill pause cancel void logout acknowledge approve reject resolve complete finish dismiss equip rate scale select switch checkout-branch rollback revert-to restore discard unset react favorite toggle transfer deregister unregister unpublish expire invalidate kick ban flush',
  ),
);
const callingOff = new Set(words('cancel void'));
/** A tool that deletes too offers several actions. */
const ending = new Set(words('delete remove list get'));
const repeating = new Set(
  words(
    'create add send append post insert increment decrement run execute pay generate publish reply comment upload invite start trigger buy sell charge refund submit log record push prepend duplicate copy clone fork import click type press deploy restart retry rerun call invoke enqueue dequeue book order place evaluate install build notify make dial swap trade withdraw deposit rotate regenerate receive pop consume next skip',
  ),
);
/** Made once: what is there already is not made again. */
const single = new Set(words('directory folder reaction star favorite like upvote tag label follower public upsert'));
const making = new Set(words('create add insert make'));
const renewing = new Set(words('update replace overwrite upsert'));

const has = (acts: readonly Act[], verbs: ReadonlySet<string>) => acts.find(({ verb }) => verbs.has(verb));
const isSingle = ({ verb, heads, object }: Act) =>
  making.has(verb) && (heads.some((word) => single.has(word)) || object.includes('public'));

/** `create or update`: one of the two, whichever is needed. */
const upsert = ({ acts }: FacetTool) =>
  has(acts, new Set(['upsert'])) ?? (has(acts, making) && !has(acts, ending) ? has(acts, renewing) : undefined);

/** “Turn on” and “toggle” are one verb to the rules, and only the second undoes itself. */
const isToggle = ({ reading }: FacetTool) =>
  /toggle/iu.test(`${reading.definition.name} ${reading.description.slice(0, 300)}`);

const valuesRepeat = ({ resolution, objects }: FacetTool) =>
  resolution.actions.length > 0 &&
  !any(objects, links) &&
  resolution.actions.some(
    ({ value }) =>
      any(
        repeating,
        nameWords(value).map(({ text }) => text),
      ) !== undefined,
  );

export const repeatRules: readonly FacetRule[] = [
  {
    id: 'facet.idempotent.read',
    facet: 'idempotent',
    note: 'which only looks',
    why: 'Looking twice changes nothing more than looking once.',
    test: ({ resolution }) => (resolution.category === 'read' ? { value: 'yes' } : undefined),
    matches: ['get_issue'],
    misses: ['create_issue'],
  },
  {
    id: 'facet.idempotent.key',
    facet: 'idempotent',
    note: 'a key by which a repeated call is known',
    why: 'An idempotency key lets the server know a repeated call.',
    test: ({ reading }) =>
      byParameter(
        reading.parameters.find(({ key }) =>
          ['idempotencykey', 'clienttoken', 'clientrequesttoken', 'requesttoken'].includes(key),
        ),
      ),
    matches: ['create_order: Create an order (idempotency_key: string)'],
    misses: ['create_order: Create an order'],
  },
  {
    id: 'facet.idempotent.text',
    facet: 'idempotent',
    note: 'which says that a second call changes nothing',
    why: 'The text says that a second call changes nothing more.',
    test: (tool) =>
      byText(tool, /(?<!\b(?:not|non)[ -])\bidempotent\b(?! key)|\bsafe to (?:retry|call (?:again|repeatedly))\b/iu, [
        'idempotent',
        'safe to',
      ]),
    matches: ['start_sync: Start a sync. Idempotent.'],
    misses: ['start_sync: Start a sync. Not idempotent.'],
  },
  {
    id: 'facet.idempotent.actions',
    facet: 'idempotent',
    note: 'which acts again each time',
    why: 'One of its actions makes or runs something anew each time.',
    test: (tool) => (valuesRepeat(tool) ? no : undefined),
    matches: [],
    misses: ['toggle_label: Work on labels (action: rename|delete)'],
  },
  {
    id: 'facet.idempotent.every-action',
    facet: 'idempotent',
    note: 'which sets a state that is then already set',
    why: 'Each of its actions looks, or sets a state that is then already set.',
    test: ({ resolution: { actions } }) => {
      const acting = actions.filter(({ category }) => category !== 'read').map(({ value }) => value);
      const sets = (value: string) => nameWords(value).some(({ text }) => setting.has(text));
      return acting.length > 0 && acting.every(sets) ? yes({ word: acting[0]?.toLowerCase() ?? '' }) : undefined;
    },
    matches: ['labels: Work on labels (action: list|delete|rename)'],
    misses: ['labels: Work on labels (action: list|create|delete)'],
  },
  {
    id: 'facet.idempotent.upsert',
    facet: 'idempotent',
    note: 'which makes it only where it is not there',
    why: 'What is there already is updated, not made a second time.',
    test: (tool) =>
      tool.resolution.category === 'execute'
        ? undefined
        : (byAct(upsert(tool)) ??
          byText(tool, /\bcreates? [^.]{0,60}\bor (?:completely |fully )?(?:overwrite|replace)s?\b/iu, [
            'overwrite',
            'replace',
          ])),
    matches: [
      'save_contact: Create or update a contact.',
      'upsert_row',
      'put_page: Create a page at a path, or fully overwrite the page that is there.',
    ],
    misses: ['create_contact', 'update_contact', 'notes: Note ops: list/get/create/update/delete.'],
  },
  {
    id: 'facet.idempotent.single',
    facet: 'idempotent',
    note: 'of which there is only one',
    why: 'There is one folder of a name and one reaction of a kind: the second call finds it there.',
    test: ({ decisive }) => (decisive.every(isSingle) ? byAct(decisive[0]) : undefined),
    matches: ['create_directory', 'add_reaction'],
    misses: ['create_issue'],
  },
  {
    id: 'facet.idempotent.repeats',
    facet: 'idempotent',
    note: 'which acts again each time',
    why: 'Creating, sending, running or paying twice acts twice.',
    test: (tool) => {
      const act = has(tool.decisive, repeating) ?? (has(tool.acts, ending) ? has(tool.acts, making) : undefined);
      return act ? { ...no, act } : isToggle(tool) ? no : undefined;
    },
    matches: [],
    misses: ['delete_file', 'turn_on_light: Turn on a light.'],
  },
  {
    id: 'facet.idempotent.sets',
    facet: 'idempotent',
    note: 'which sets a state that is then already set',
    why: 'Setting the same value or removing the same thing twice ends in the same state.',
    test: ({ decisive, resolution }) =>
      byAct(has(decisive, resolution.category === 'financial' ? callingOff : setting)),
    matches: ['update_issue', 'delete_file', 'write_file: Overwrites a file.', 'enable_backups: Turn on backups.'],
    misses: ['create_issue', 'toggle_light: Toggle a light.'],
  },
];
