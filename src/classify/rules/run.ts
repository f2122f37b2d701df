/** Starting, stopping and scaling what runs, and jobs that go on after the call. */
import { processes } from '../nouns.ts';
import { type ActRule, words } from '../rule.ts';

export const runRules: readonly ActRule[] = [
  {
    id: 'run.port-forward',
    category: 'execute',
    why: 'A forwarded port stays open until someone closes it.',
    note: 'which starts something that runs',
    verbs: words('forwardport forward expose unexpose close'),
    when: ({ verb, object, context }) =>
      verb === 'expose' || verb === 'unexpose'
        ? [...object, ...context].some((word) => ['endpoint', 'tunnel', 'localhost', 'session'].includes(word))
        : verb === 'close'
          ? object.includes('tunnel')
          : verb === 'forwardport' || object.includes('port') || object.includes('ports'),
    matches: ['port_forward', 'forward_port: Forward a local port to a pod'],
    misses: ['forward_email'],
  },
  {
    id: 'run.attach-debugger',
    category: 'execute',
    why: 'A debugger that is attached holds what runs.',
    note: 'which takes control of something that runs',
    verbs: words('attach detach'),
    near: words('debugger process pid'),
    unless: words('file issue card volume'),
    matches: ['attach_to_process: Attach the debugger to a running process'],
    misses: ['attach_file'],
  },
  {
    id: 'run.create-job',
    category: 'execute',
    why: 'A job, a run or a deployment that is created goes on to run.',
    note: 'which creates something that then runs',
    verbs: words('create submit queue enqueue add schedule-now post request new'),
    head: words(
      'job run deployment execution build prediction crawl scan session sandbox training fine-tune finetune backtest inference rollout import-job export-job scrape rebuild redeployment evaluation-run ci',
    ),
    unless: words('posting vacancy planning recurring monitor management portal checkout billing login payment'),
    unlessObject: words(
      'upload template definition schedule opening configuration config listing application record log note comment description label trigger chat study dedicated customer website-listing candidate time training-log workout cron status set',
    ),
    when: ({ heads, head, verb, object, context, facts }) =>
      (head !== 'sandbox' || verb === 'create') &&
      // A test run is where people put down their results.
      (head !== 'run' || !object.includes('test')) &&
      (!heads.includes('session') ||
        (verb === 'create' && [...facts.nameWords, ...context, ...object].some((word) => runningSessions.has(word)))) &&
      (!heads.includes('build') ||
        ['ci', 'pipeline', 'commit', 'branch', 'deploy', 'compile', 'job'].some((word) => facts.textWords.has(word))),
    matches: ['create_job', 'create_deployment', 'submit_prediction', 'create_workflow_run'],
    misses: ['create_job_posting', 'get_job', 'create_task'],
  },
  {
    id: 'run.create-task',
    category: 'execute',
    why: 'A report, export or import task that is created goes on to run.',
    note: 'which creates something that then runs',
    verbs: words('create submit add'),
    head: ['task', 'request', 'operation'],
    object: words(
      'report export import async batch crawl scraping scrape processing conversion generation extraction index ocr rendering backup migration sync scan analysis training',
    ),
    unless: words('pull merge feature change'),
    matches: ['create_report_task', 'create_export_task'],
    misses: ['create_task', 'create_merge_request'],
  },
  {
    id: 'run.record',
    category: 'execute',
    why: 'A recording runs until it is stopped.',
    note: 'which starts a recording',
    verbs: ['record'],
    object: words('video screen audio screencast session macro microphone camera gif trace'),
    matches: ['record_video', 'record_screen'],
    misses: ['record_payment', 'list_recordings'],
  },
  {
    id: 'look.crawl-inline',
    category: 'read',
    why: 'A crawl whose pages come back in the answer only reads.',
    note: 'which only reads pages',
    verbs: words('crawl recrawl'),
    when: ({ facts: { textWords } }) =>
      ['extract', 'content', 'markdown', 'result', 'return'].some((word) => textWords.has(word)) &&
      !['job', 'id', 'async', 'asynchronous', 'status', 'start', 'background', 'queue'].some((word) =>
        textWords.has(word),
      ),
    matches: ['crawl_site: Crawl a site and extract the content of its pages'],
    misses: ['crawl_site: Start a crawl job'],
  },
  {
    id: 'run.start',
    category: 'execute',
    why: 'Starting, stopping or restarting something is control over what runs.',
    note: 'which starts or stops something that runs',
    verbs: words(
      'start stop restart reboot pause resume kill retry rerun rollback launch boot shutdown halt redeploy deploy trigger dispatch end fire crawl train finetune recrawl rescan replay skip hibernate wake reload redeliver respawn recreate relaunch poweron poweroff power reset-vm step continue respring spin begin-run interrupt signal drain cordon uncordon evict-pod failover promote-replica reprocess backfill autoscale unpause rewind requeue re-trigger recycle',
    ),
    unless: words(
      'timer-entry transaction conversation trial upload notification incident alert break date here typing',
    ),
    unlessHead: words('sprint claim move discussion poll vote election course lesson chapter tutorial checkpoint'),
    matches: ['start_vm', 'trigger_build', 'restart_pod', 'pause_playback', 'rollback_deployment'],
    misses: ['get_start_date', 'list_builds', 'run_search'],
  },
  {
    id: 'run.ui-simulated',
    category: 'execute',
    why: 'Input to a live screen does whatever stands behind the button, by whomever it is made.',
    note: 'which gives input to a live screen or device',
    verbs: words('simulate emulate perform send'),
    head: words('tap click doubleclick swipe keypress keystroke gesture pinch touch scroll shake drag'),
    matches: ['adb_press: Simulate a tap on the screen', 'send_keystroke'],
    misses: ['simulate_transaction', 'simulate_network'],
  },
  {
    id: 'run.scale-setting',
    category: 'execute',
    why: 'How many instances run is control of what runs.',
    note: 'which sets how many instances run',
    verbs: words('update set modify change configure edit patch adjust'),
    when: ({ facts, object }) =>
      object.includes('replica') ||
      (object.includes('count') && ['instance', 'worker', 'dyno', 'node'].some((word) => object.includes(word))) ||
      object.includes('scaling') ||
      (object.includes('desired') && object.includes('capacity')) ||
      [...facts.parameterNames].some((key) => howMany.test(key)),
    matches: ['update_deployment: Update a deployment (min_instances: number)', 'set_replicas'],
    misses: ['update_issue'],
  },
  {
    id: 'run.research-job',
    category: 'execute',
    why: 'A job that is started goes on after the call has returned.',
    note: 'which starts a job',
    verbs: words('begin initiate launch kick start queue submit'),
    head: [
      ...processes,
      'research',
      'analysis',
      'generation',
      'conversion',
      'report',
      'audit',
      'sync',
      'check',
      'refresh',
      'recheck',
      'reindex',
      'indexing',
      'download',
      'transfer',
      'verification',
      'optimization',
      'processing',
      'transcription',
      'migration',
    ],
    unless: words(
      'upload transaction conversation chat thread discussion return oauth login verification-email thinking dispute refund trial conversation',
    ),
    when: ({ verb, head }) =>
      verb !== 'submit' ||
      ![
        'report',
        'project',
        'session',
        'node',
        'scene',
        'release',
        'app',
        'application',
        'script',
        'query',
        'call',
        'file',
        'game',
        'profile',
        'motor',
        'scan',
        'transfer',
        'tracing',
        'trace',
        'animation',
      ].includes(head),
    matches: ['initiate_scan', 'begin_export'],
    misses: ['start_conversation', 'list_scans'],
  },
];

/** `num_replicas`, `min_instances`, `node_count`: how many of them run. */
const howMany =
  /^replicas$|^(?:num|number(?:of)?|min|max|desired)(?:replicas?|instances?)$|^(?:num|number(?:of)?|desired)(?:nodes|machines|capacity)$|^(?:replica|instance|node|machine|desired)count$/;

const runningSessions = new Set(
  words(
    'browser sandbox terminal shell debug debugger debugging live device remote interpreter desktop streaming recording cloud playwright chromium ssh vm repl tunnel emulator simulator console code container agent',
  ),
);
