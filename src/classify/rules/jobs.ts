/** Work that goes on by itself: agents that are spoken to, machines that are made larger, programs set to run by the clock. */
import type { Facts } from '../act.ts';
import { type ActRule, words } from '../rule.ts';

export const jobRules: readonly ActRule[] = [
  {
    id: 'change.skip',
    category: 'write',
    why: 'A delivery, a week or a question that is skipped is a record whose state changes.',
    note: 'which sets a state',
    verbs: words('skip unskip'),
    head: words('delivery week meal order shipment box occurrence meeting question lesson day item invoice'),
    matches: ['skip_delivery: Skip the delivery of a week'],
    misses: ['skip_track', 'list_deliveries'],
  },
  {
    id: 'run.assign-agent',
    category: 'execute',
    why: 'A coding agent that is assigned to an issue sets to work on it.',
    note: 'which hands a task to an agent',
    verbs: words('assign delegate'),
    object: words('agent copilot bot'),
    near: words('issue task ticket pull bug'),
    when: ({ facts: { textWords } }) => ['coding', 'copilot', 'code', 'autonomous'].some((word) => textWords.has(word)),
    matches: ['assign_helper: Assign the coding agent to an issue'],
    misses: ['assign_agent: Assign a support agent to a ticket'],
  },
  {
    id: 'run.clear-again',
    category: 'execute',
    why: 'Tasks that are cleared so that they run again are run again.',
    note: 'which starts something that runs',
    verbs: ['clear'],
    near: ['again', 'rerun', 're-run'],
    when: ({ object }) => ['task', 'instance', 'run', 'job', 'state'].some((word) => object.includes(word)),
    matches: ['clear_tasks: Clear task instances so that they run again'],
    misses: ['clear_cache', 'clear_tasks'],
  },
  {
    id: 'run.reset-machine',
    category: 'execute',
    why: 'A machine that is reset starts anew; its disk stays.',
    note: 'which starts or stops something that runs',
    verbs: ['reset'],
    head: words('vm machine droplet instance'),
    matches: ['reset_vm: Reset a virtual machine'],
    misses: ['reset_database', 'reset_settings'],
  },
  {
    id: 'run.materialize',
    category: 'execute',
    why: 'Assets of a data pipeline are made by its jobs.',
    note: 'which starts a job',
    verbs: words('materialize backfill'),
    head: words('asset partition model range pipeline'),
    matches: ['materialize_assets: Materialize the assets of a pipeline'],
    misses: ['list_assets'],
  },
  {
    id: 'run.ci-pipeline',
    category: 'execute',
    why: 'A pipeline that is created for a branch or a commit runs at once.',
    note: 'which creates something that then runs',
    verbs: ['create'],
    head: ['pipeline'],
    when: ({ context, facts: { parameterNames } }) =>
      context.some((word) => ['branch', 'commit', 'ref'].includes(word)) ||
      (parameterNames.has('ref') && !parameterNames.has('cron')),
    unlessObject: words('schedule trigger variable stage configuration template definition'),
    matches: ['create_pipeline: Create a pipeline for a branch'],
    misses: ['create_pipeline: Create a pipeline with stages', 'create_pipeline_schedule'],
  },
  {
    id: 'run.rebuild',
    category: 'execute',
    why: 'Something that runs and is built again is stopped and started anew.',
    note: 'which starts or stops something that runs',
    verbs: ['rebuild'],
    head: words('database app application service container site website stack project environment'),
    unless: words('index cache search registry graph table schema droplet disk'),
    matches: ['rebuild_service: Rebuild a service'],
    misses: ['rebuild_index: Rebuild the search index'],
  },
  {
    id: 'run.event',
    category: 'execute',
    why: 'An event that is sent to trigger what listens for it sets that going.',
    note: 'which sets off what listens for it',
    verbs: words('send emit fire post raise dispatch'),
    head: words('event signal webhook'),
    near: words('trigger handler listener'),
    matches: ['emit_event: Send a test event to trigger its handlers'],
    misses: ['create_event: Create an event', 'create_trigger'],
  },
  {
    id: 'run.end-session',
    category: 'execute',
    why: 'A debugger, a shell or a machine whose session is closed stops.',
    note: 'which stops something that runs',
    verbs: words('close end quit exit finish'),
    head: words('session'),
    object: words('debug debugging debugger shell terminal ssh repl sandbox vm interpreter device'),
    matches: ['close_debug_session: Close a debugging session'],
    misses: ['close_session: Close a session'],
  },
  {
    id: 'run.index-source',
    category: 'execute',
    why: 'A whole repository or site is indexed by a job.',
    note: 'which starts a job',
    verbs: words('index reindex'),
    head: words('repository repo website site'),
    when: ({ facts: { parameterNames } }) => !parameterNames.has('columns') && !parameterNames.has('unique'),
    matches: ['index_repository: Index a repository for later searches'],
    misses: ['create_index: Create an index', 'index_codebase'],
  },
  {
    id: 'run.conversation',
    category: 'execute',
    why: 'An agent that is spoken to in a lasting conversation decides by itself what to do.',
    note: 'which hands a task to an agent',
    verbs: words('send chat ask prompt talk converse instruct message'),
    when: (act) => isConversation(act),
    unless: words(
      'user person people customer email slack sms phone recipient lead contact friend group room webhook queue topic team member subscriber candidate model llm completion documentation docs knowledge',
    ),
    matches: ['talk: Send a message to the assistant and wait for its response (message: string, session_id: string)'],
    misses: [
      'send_message: Send a message to a channel (message: string)',
      'ask: Ask a language model and get its response (message: string)',
    ],
  },
  {
    id: 'run.by-prompt',
    category: 'execute',
    why: 'What is made from an instruction in plain words, after the call has returned, is made by an agent.',
    note: 'which hands an instruction to an agent',
    verbs: words('create edit build generate make modify update change extend design implement fix write'),
    near: words('message prompt instruction instructions natural-language language brief agent'),
    when: ({ facts }) => takesInstruction(facts) && isAsynchronous(facts),
    unless: words('email commit sms slack channel template'),
    matches: [
      'edit_site: Edit a site with a follow-up message. The changes are applied asynchronously. (message: string)',
    ],
    misses: ['edit_message: Edit a message (message: string)', 'create_prompt: Create a prompt (prompt: string)'],
  },
  {
    id: 'run.clock',
    category: 'execute',
    why: 'A command that the caller writes is run by the clock, as any command is.',
    note: 'which sets a command to run',
    verbs: words('create add schedule set update edit register install make'),
    near: words('cron crontab cronjob cron-job job schedule scheduled command'),
    when: ({ facts: { parameterNames }, object, context }) =>
      ['command', 'shellcommand', 'script', 'cmd'].some((key) => parameterNames.has(key)) &&
      [...object, ...context].some((word) => ['cron', 'crontab', 'cronjob', 'cron-job', 'scheduled'].includes(word)),
    matches: ['create_cron_job: Create a cron job from a schedule and a command (schedule: string, command: string)'],
    misses: ['create_schedule: Create a schedule (name: string)', 'list_cron_jobs'],
  },
  {
    id: 'run.app-spec',
    category: 'execute',
    why: 'An application that is described by its source or its image is built and deployed.',
    note: 'which applies a manifest',
    verbs: words('create update apply launch'),
    head: words('app application service stack'),
    when: ({ facts: { textWords } }) =>
      ['spec', 'appspec', 'app-spec', 'manifest', 'compose'].some((word) => textWords.has(word)) &&
      ['dockerfile', 'container', 'deploy', 'deployment', 'appspec', 'docker'].some((word) => textWords.has(word)),
    unless: words('openapi swagger api-spec catalog documentation note'),
    matches: ['create_app: Create an app from a spec that names a repository, a Dockerfile or a container image'],
    misses: ['create_app: Create an app registration'],
  },
  {
    id: 'change.start-record',
    category: 'write',
    why: 'A sprint, a claim or a vote that is started is a record whose state changes; nothing runs.',
    note: 'which sets a state',
    verbs: words('start begin initiate launch end stop pause resume'),
    head: words('sprint claim move discussion poll vote election course lesson chapter tutorial checkpoint'),
    unless: words('script job server'),
    matches: ['start_sprint', 'initiate_claim: Start a claim for a domain'],
    misses: ['start_server', 'list_sprints'],
  },
  {
    id: 'change.start-mandate',
    category: 'write',
    why: 'A mandate or an enrolment that is started is a record that waits for a person; nothing runs.',
    note: 'which opens a record that waits for a person',
    verbs: words('start begin initiate'),
    object: words('mandate payment-method enrollment enrolment onboarding kyc'),
    unless: words('script job server'),
    matches: ['swap_card: Start a payment-method replacement', 'begin_onboarding'],
    misses: ['start_server', 'start_payment'],
  },
  {
    id: 'run.thing',
    category: 'execute',
    why: 'A session, a test, a job or a program that is run does whatever stands in it.',
    note: 'which runs something',
    verbs: words('run execute launch'),
    head: words(
      'session test tests job build container pod app application program experiment training evaluation simulation server service bot backtest migration backup deployment seed notebook game emulator simulator integration-test',
    ),
    unless: words(
      'query search report result analysis check audit validation diagnostic hypothesis statistical statistic sql ab a-b ping speed accessibility lookup card question connectivity',
    ),
    when: ({ heads, object }) => !object.includes('lint') || heads.includes('build') || heads.includes('test'),
    matches: ['run_live_session', 'run_tests: Set up and run the automated tests'],
    misses: ['get_session', 'run_search', 'create_test'],
  },
];

const instructionKeys = words('prompt message instruction instructions goal brief');
const takesInstruction = ({ parameters }: Facts) =>
  parameters.some(({ key, isFree }) => isFree && instructionKeys.includes(key));

const asynchronous = words('asynchronously asynchronous async poll queue background');
const isAsynchronous = ({ textWords }: Facts) => asynchronous.some((word) => textWords.has(word));

const said = words('message prompt question instruction task request goal input query text');
const threads = words(
  'sessionid conversationid threadid chatid agentid executionid session thread conversation continuesession',
);
/** One message after another in a session that remembers, or an answer that is fetched later. */
function isConversation({ heads, facts }: { heads: readonly string[]; facts: Facts }): boolean {
  const { textWords, parameterNames } = facts;
  if (heads.length > 0 && !heads.some((head) => said.includes(head) || head === 'agent')) return false;
  return (
    said.some((key) => parameterNames.has(key)) &&
    threads.some((key) => parameterNames.has(key)) &&
    ['response', 'reply', 'answer', ...asynchronous].some((word) => textWords.has(word)) &&
    !['model', 'llm', 'channel', 'slack', 'email', 'sms', 'phone', 'whatsapp', 'recipient', 'ticket', 'customer'].some(
      (word) => textWords.has(word),
    )
  );
}
