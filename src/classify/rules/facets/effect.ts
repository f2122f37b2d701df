/** How an effect comes about: again, at a cost, on many things, later, on something physical, for other people’s rights, after a second step. */
import { any, byParameter, byText, type FacetRule, isEffect, no, yes } from '../../facet-rule.ts';
import { words } from '../../rule.ts';

const idempotentVerbs = new Set(
  words(
    'set update delete remove put mark enable disable archive unarchive rename move star unstar follow unfollow lock unlock pin unpin upsert assign unassign replace configure patch grant revoke subscribe unsubscribe activate deactivate block unblock mute unmute close reopen stop edit modify change trash softdelete clear drop purge terminate uninstall label tag untag like save write detach attach link unlink',
  ),
);
const repeatingVerbs = new Set(
  words(
    'create add send append post insert toggle increment decrement run execute pay generate publish reply comment upload invite start trigger transfer buy sell charge refund submit log record push prepend duplicate copy clone fork import click type press deploy restart retry rerun call invoke enqueue book order place evaluate install build notify make dial swap trade withdraw deposit schedule rotate regenerate',
  ),
);

export const effectRules: readonly FacetRule[] = [
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
    id: 'facet.idempotent.repeats',
    facet: 'idempotent',
    note: 'which acts again each time',
    why: 'Creating, sending, running or paying twice acts twice.',
    test: ({ verbs }) => ([...verbs].find((verb) => repeatingVerbs.has(verb)) ? no : undefined),
    matches: [],
    misses: [],
  },
  {
    id: 'facet.idempotent.sets',
    facet: 'idempotent',
    note: 'which sets a state that is then already set',
    why: 'Setting the same value or removing the same thing twice ends in the same state.',
    test: ({ verbs }) => {
      const word = [...verbs].find((verb) => idempotentVerbs.has(verb));
      return word ? yes({ word }) : undefined;
    },
    matches: ['update_issue', 'delete_file'],
    misses: ['create_issue'],
  },
  {
    id: 'facet.cost.text',
    facet: 'cost-bearing',
    note: 'which says what a call costs',
    why: 'The text says that a call costs credits or money.',
    test: (tool) =>
      byText(
        tool,
        /\b(?:costs? (?:\S{1,8} ){0,2}(?:credits?|tokens?|money|usd|\$)|credits? (?:per|are|will|each|used|consumed)|(?:uses?|consumes?|deducts?) (?:\S{1,8} ){0,2}credits?|billed|billable|paid api|charged per|incurs? (?:a |an )?(?:cost|charge|fee)s?|additional (?:costs?|charges?))\b/iu,
      ),
    matches: ['render: Render a scene. Costs 2 credits.'],
    misses: ['get_cost: Get the cost of a project'],
  },
  {
    id: 'facet.cost.media',
    facet: 'cost-bearing',
    note: 'which is a metered job',
    why: 'Making media or running a job is metered.',
    test: ({ resolution }) =>
      resolution.rule === 'run.media' ? yes({ word: resolution.verdict.vote?.act.verb ?? '' }) : undefined,
    matches: ['generate_image'],
    misses: ['get_image'],
  },
  {
    id: 'facet.permission.verb',
    facet: 'permission-change',
    note: 'who may do what',
    why: 'It grants, shares, invites, or changes a role or the visibility.',
    test: (tool) => {
      if (!isEffect(tool)) return no;
      const { verbs, objects } = tool;
      const verb = any(verbs, words('grant revoke invite share permit authorize unshare kick ban impersonate'));
      if (verb) return yes({ word: verb });
      const word = any(
        objects,
        words(
          'permission role acl policy access visibility collaborator member privilege apikey grant token credential',
        ),
      );
      if (
        word &&
        any(
          verbs,
          words(
            'create add set update remove delete change assign unassign modify rotate generate make edit attach detach',
          ),
        ) &&
        !(word === 'token' && !objects.has('access') && !objects.has('api')) &&
        !(word === 'policy' && !objects.has('iam') && !objects.has('access') && !objects.has('bucket'))
      )
        return yes({ word });
      return objects.has('api') && objects.has('key') && any(verbs, words('create generate'))
        ? yes({ word: 'key' })
        : undefined;
    },
    matches: ['share_document', 'invite_user', 'add_collaborator'],
    misses: ['get_issue', 'create_issue'],
  },
  {
    id: 'facet.bulk.parameter',
    facet: 'bulk',
    note: 'many at once',
    why: 'One call acts on many things.',
    test: (tool) => {
      if (!isEffect(tool)) return no;
      const { reading, objects } = tool;
      const many = reading.parameters.find(
        ({ key, types, path }) =>
          path.length === 1 &&
          types.includes('array') &&
          /(?:ids|items|records|rows|keys|files|paths|users|emails|messages|entities|tasks|updates|operations|issues|nodes|names)$/.test(
            key,
          ),
      );
      if (many) return yes({ parameter: many });
      const word = any(new Set([...objects, ...reading.facts.nameWords]), words('bulk batch multiple all many mass'));
      return word ? yes({ word }) : undefined;
    },
    matches: ['bulk_update_issues', 'delete_files: Delete files (paths: array)'],
    misses: ['delete_file'],
  },
  {
    id: 'facet.long.text',
    facet: 'long-running',
    note: 'which goes on after the call',
    why: 'What is started goes on after the call has returned.',
    test: (tool) =>
      isEffect(tool)
        ? byText(
            tool,
            /\b(?:asynchronous(?:ly)?|in the background|returns? (?:a |the )?(?:job|task|run|execution)[ _-]?id|long[- ]running|poll (?:for|the|until)|job id)\b/iu,
          )
        : undefined,
    matches: ['start_scan: Start a scan. Returns a job id.'],
    misses: ['get_scan: Get a scan'],
  },
  {
    id: 'facet.long.rule',
    facet: 'long-running',
    note: 'which goes on after the call',
    why: 'What is started goes on after the call has returned.',
    test: ({ resolution }) =>
      ['run.create-job', 'run.research-job', 'text.job'].includes(resolution.rule)
        ? yes({ word: resolution.verdict.vote?.act.verb ?? '' })
        : undefined,
    matches: ['create_deployment'],
    misses: ['get_deployment'],
  },
  {
    id: 'facet.physical.object',
    facet: 'physical',
    note: 'something physical',
    why: 'It moves or switches something physical.',
    test: (tool) => {
      const word = isEffect(tool)
        ? any(
            tool.objects,
            words(
              'light lamp thermostat temperature lock door blind curtain vacuum robot printer heater fan siren garage valve motor drone oven hvac sprinkler appliance plug bulb',
            ),
          )
        : undefined;
      return word && !(word === 'lock' && tool.reading.facts.textWords.has('file')) ? yes({ word }) : undefined;
    },
    matches: ['turn_on_light', 'set_thermostat'],
    misses: ['get_temperature'],
  },
  {
    id: 'facet.two-step.parameter',
    facet: 'two-step',
    note: 'a confirmation',
    why: 'A second call, or a confirmation, completes the action.',
    test: ({ reading }) =>
      byParameter(
        reading.parameters.find(
          ({ key, path }) =>
            path.length === 1 &&
            /^(?:confirm|confirmation|confirmationtoken|confirmed|iunderstand|confirmdelete|approvaltoken|confirmtoken)$/.test(
              key,
            ),
        ),
      ),
    matches: ['delete_group: Delete a group (confirm: boolean)'],
    misses: ['delete_group'],
  },
  {
    id: 'facet.two-step.text',
    facet: 'two-step',
    note: 'a second step',
    why: 'A second call, or a person, completes the action.',
    test: (tool) =>
      tool.resolution.rule === 'auth.url'
        ? yes({ word: tool.resolution.verdict.vote?.act.verb ?? '' })
        : byText(tool, /\b(?:confirmation token|two[- ]step|(?:then )?call confirm_\w{1,40})\b/iu),
    matches: ['delete_group: Delete a group. Returns a confirmation token.'],
    misses: ['delete_group: Delete a group.'],
  },
  {
    id: 'facet.dry-run.parameter',
    facet: 'dry-run',
    note: 'a trial without effect',
    why: 'It can be tried without effect first.',
    test: ({ reading }) =>
      byParameter(
        reading.parameters.find(
          ({ key, path }) =>
            path.length <= 2 &&
            /^(?:dryrun|preview|previewonly|validateonly|simulate|testmode|whatif|checkonly|planonly|dry)$/.test(key),
        ),
      ),
    matches: ['apply_patch: Apply a patch (dry_run: boolean)'],
    misses: ['apply_patch'],
  },
];
