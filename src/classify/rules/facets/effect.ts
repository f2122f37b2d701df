/** How an effect comes about: at a cost, later, on something physical, after a second step, or tried first. */
import type { Act } from '../../act.ts';
import { byAct, byParameter, byText, type FacetRule, isEffect } from '../../facet-rule.ts';
import { words } from '../../rule.ts';

/** Rules on what a meter counts. */
const metered = new Set(words('run.media run.research-job'));
const jobVerbs = new Set(words('start run launch begin create trigger kick'));

const things = new Set(
  words(
    'light lamp thermostat temperature door blind curtain vacuum printer heater fan siren garage valve motor drone oven hvac sprinkler appliance plug bulb robot',
  ),
);
const isPhysical = ({ object, verb }: Act) =>
  object.some((word) => things.has(word)) || (verb === 'lock' && object.includes('smart'));

export const effectRules: readonly FacetRule[] = [
  {
    id: 'facet.cost.text',
    facet: 'cost-bearing',
    note: 'which says what a call costs',
    why: 'The text says that a call costs credits or money.',
    test: (tool) =>
      byText(
        tool,
        /\b(?:costs? (?:\S{1,8} ){0,2}(?:credits?|tokens?|money|usd|\$)|credits? (?:per|are|will|each|used|consumed)|(?:uses?|consumes?|deducts?) (?:\S{1,8} ){0,2}credits?|billed|billable|paid api|charged per|incurs? (?:a |an )?(?:cost|charge|fee)s?|additional (?:costs?|charges?))\b/iu,
        ['cost', 'credit', 'bill', 'charge', 'incur', 'paid api'],
      ),
    matches: ['render: Render a scene. Costs 2 credits.'],
    misses: ['get_cost: Get the cost of a project'],
  },
  {
    id: 'facet.cost.media',
    facet: 'cost-bearing',
    note: 'which is a metered job',
    why: 'Making media or running a job is metered.',
    test: ({ resolution, decisive }) => (metered.has(resolution.rule) ? byAct(decisive[0]) : undefined),
    matches: ['generate_image'],
    misses: ['get_image'],
  },
  {
    id: 'facet.cost.job',
    facet: 'cost-bearing',
    note: 'which is a metered job',
    why: 'A crawl, a training or a piece of research that goes on by itself is metered.',
    test: ({ resolution, acts }) =>
      resolution.category === 'execute'
        ? byAct(
            acts.find(
              ({ verb, object }) =>
                ['crawl', 'train', 'finetune', 'research'].includes(verb) ||
                (jobVerbs.has(verb) && object.some((word) => ['crawl', 'research', 'training'].includes(word))),
            ),
          )
        : undefined,
    matches: ['crawl_website: Crawl a site in the background and return the id of the crawl. (url: string)'],
    misses: ['run_tests: Run the tests.'],
  },
  {
    id: 'facet.cost.inference',
    facet: 'cost-bearing',
    note: 'which a model answers, and models are metered',
    why: 'Text and vectors that a language model makes are metered.',
    test: (tool) =>
      tool.resolution.rule === 'look.inference'
        ? byAct(tool.decisive[0])
        : tool.resolution.category === 'read'
          ? byText(
              tool,
              /\b(?:ask|query|prompt|call|chat with|using) (?:an? |the )?(?:\w+ ){0,2}(?:language model|llm|gpt(?:-\w+)?|chat model)\b|\b(?:more powerful|another|external) (?:ai|llm)\b|\b(?:chat completion|text embeddings?|vector embeddings?)\b/iu,
              ['llm', 'gpt', 'model', 'embedding', 'completion', ' ai'],
            )
          : undefined,
    matches: [
      'chat: Ask a language model and return its answer. (text: string)',
      'create_embeddings: Create embeddings',
    ],
    misses: ['list_models: List the models.'],
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
            /\b(?:asynchronous(?:ly)?|in the background|returns? immediately|returns? (?:a |the )?(?:job|task|run|execution)[ _-]id|long[- ]running|poll (?:for|the|until)|job id|(?:job|crawl|task|run)\b[^.]{0,60}\breturns? its id|id of the (?:crawl|job|task|run))\b/iu,
            ['async', 'background', 'immediately', 'long', 'poll', ' id', '_id', '-id'],
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
    test: ({ resolution, decisive }) =>
      ['run.create-job', 'run.research-job', 'text.job'].includes(resolution.rule) ? byAct(decisive[0]) : undefined,
    matches: ['create_deployment'],
    misses: ['get_deployment'],
  },
  {
    id: 'facet.physical.object',
    facet: 'physical',
    note: 'something physical',
    why: 'It moves or switches something physical.',
    test: (tool) => (isEffect(tool) ? byAct(tool.acts.find(isPhysical)) : undefined),
    matches: ['turn_on_light', 'set_thermostat'],
    misses: ['get_temperature', 'lock_record: Lock a record against edits.'],
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
        ? byAct(tool.decisive[0])
        : byText(
            tool,
            /\b(?:confirmation token|two[- ]step|(?:then )?call confirm_\w{1,40}|confirms?\b[^.]{0,60}\btoken)\b/iu,
            ['confirm', 'two-step', 'two step'],
          ),
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
