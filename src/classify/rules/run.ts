/** Running things, and handing in what bounds nothing: code, commands, tools, agents, live screens. */
import { processes, uiThings } from '../nouns.ts';
import { type ActRule, words } from '../rule.ts';

const analyses =
  words(`search query card question analysis audit check validation lookup calculation comparison review inspection assessment evaluation diagnosis diagnostic diagnostics inference linter lint explain dry-run
  health healthcheck estimate simulation report aggregation research find select plan read diff similarity ocr translation whois ping traceroute forecast scoring terraform`);

export const runRules: readonly ActRule[] = [
  {
    id: 'look.run-analysis',
    category: 'read',
    why: 'Running a search, a check or an analysis that answers at once changes nothing outside.',
    note: 'which runs a search or an analysis',
    verbs: words('run execute perform conduct do make start issue submit send invoke call'),
    head: analyses,
    unless: words(
      'vacuum sql code script command shell job background pipeline cypher statement workflow test suite regression',
    ),
    when: ({ verb, head, heads, object }) =>
      !['start', 'submit', 'send', 'invoke', 'call'].includes(verb)
        ? (head !== 'plan' || object.includes('terraform')) &&
          (!heads.includes('query') || object.some((word) => isReadLanguage(word) || saved.has(word)))
        : ['search', 'lookup', 'ping'].includes(head),
    ambiguous: true,
    matches: ['run_search', 'perform_analysis', 'execute_promql_query'],
    misses: ['run_query', 'run_command', 'start_analysis_job'],
  },
  {
    id: 'run.suite',
    category: 'execute',
    why: 'Tests and benchmarks are programs that run.',
    note: 'which runs tests or benchmarks',
    verbs: words('run execute perform launch start'),
    object: words('benchmark suite regression unit e2e playwright jest vitest pytest cypress integration-test'),
    unless: ['report', 'result'],
    matches: ['run_benchmark', 'run_suite: Run the test suite'],
    misses: ['get_benchmark', 'run_search'],
  },
  {
    id: 'run.workflow',
    category: 'execute',
    why: 'A workflow, a pipeline or a scenario that is run does whatever its steps do.',
    note: 'which runs something',
    verbs: words('run execute start trigger launch'),
    head: words('workflow pipeline automation playbook dag flow macro scenario recipe runbook'),
    unless: words('search aggregation query review analysis'),
    matches: ['run_workflow: Run a complete workflow', 'execute_playbook'],
    misses: ['create_workflow', 'list_pipelines'],
  },
  {
    id: 'run.promote',
    category: 'execute',
    why: 'A build that is promoted to an environment is deployed there.',
    note: 'which deploys something',
    verbs: ['promote'],
    near: words('release build canary deployment rollout job staging production stage environment pipeline'),
    unless: words('agent draft user member offer posting opening'),
    matches: ['promote_release: Promote a build to production'],
    misses: ['promote_user', 'create_release'],
  },
  {
    id: 'run.shell-session',
    category: 'execute',
    why: 'A shell, a tunnel or a browser that is opened or ended runs meanwhile.',
    note: 'which starts or ends something that runs',
    verbs: words('open create begin end'),
    near: words('shell terminal repl tunnel tmux pane browser-session'),
    when: ({ verb, object, context }) =>
      object.some((word) => ['shell', 'terminal', 'repl', 'tunnel', 'tmux'].includes(word)) ||
      (verb === 'create' && context.some((word) => ['tmux', 'pane', 'terminal'].includes(word))),
    unless: words('log output file document history list'),
    matches: ['open_session: Opens an interactive shell on the host', 'create_terminal'],
    misses: ['get_terminal_output', 'open_document'],
  },
  {
    id: 'run.port-forward',
    category: 'execute',
    why: 'A forwarded port stays open until someone closes it.',
    note: 'which starts something that runs',
    verbs: words('forwardport forward'),
    when: ({ verb, object }) => verb === 'forwardport' || object.includes('port') || object.includes('ports'),
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
    id: 'run.flash',
    category: 'execute',
    why: 'Firmware that is flashed brings its own code onto a device.',
    note: 'which brings code onto a machine',
    verbs: words('flash upload burn program'),
    object: words('firmware sketch bootloader board rom microcontroller'),
    matches: ['flash_firmware: Flash a firmware image to the board'],
    misses: ['get_firmware_version', 'upload_file'],
  },
  {
    id: 'run.captcha',
    category: 'execute',
    why: 'Solving a captcha acts on a live page.',
    note: 'which gives input to a live screen or device',
    verbs: words('solve bypass'),
    object: words('captcha recaptcha hcaptcha turnstile challenge-page'),
    when: ({ facts }) =>
      facts.textWords.has('page') || facts.textWords.has('session') || facts.textWords.has('browser'),
    matches: ['solve_captcha: Solve the captcha on the open page'],
    misses: ['solve_equation'],
  },
  {
    id: 'look.aggregate',
    category: 'read',
    why: 'An aggregation or a find on a collection reads it.',
    note: 'which reads a collection',
    verbs: words('run execute perform'),
    object: ['aggregation', 'aggregate'],
    matches: ['aggregate: Run an aggregation pipeline on a collection'],
    misses: ['run_pipeline', 'run_query'],
  },
  {
    id: 'run.http',
    category: 'execute',
    why: 'A request whose method and address are free can do whatever the other side allows.',
    note: 'which sends any request',
    verbs: words('send make execute perform call issue'),
    head: words('request http rest api endpoint'),
    when: ({ facts, object }) =>
      (facts.parameterNames.has('method') ||
        facts.parameterNames.has('httpmethod') ||
        object.includes('http') ||
        object.includes('api')) &&
      !object.some((word) => ['friend', 'connection', 'pull', 'merge', 'review', 'contact', 'access'].includes(word)),
    matches: ['make_api_request', 'send_http_request', 'call_api'],
    misses: ['send_friend_request', 'get_request'],
  },
  {
    id: 'run.operation',
    category: 'execute',
    why: 'Running one of several operations may do whatever that one does.',
    note: 'which runs one of several operations',
    verbs: words('run execute call invoke'),
    object: ['operation'],
    unless: ['search'],
    matches: ['services: Run one of the following write operations'],
    misses: ['list_operations', 'run_search'],
  },
  {
    id: 'look.view-function',
    category: 'read',
    why: 'A view function of a contract only reads the chain.',
    note: 'which only reads a chain',
    verbs: words('call read query execute invoke'),
    object: words('view pure constant read-only readonly'),
    matches: ['call_contract: Call a view function of a contract'],
    misses: ['call_function'],
  },
  {
    id: 'run.tool',
    category: 'execute',
    why: 'Calling another tool or action by its name can do whatever that one does.',
    note: 'which calls another tool by name',
    verbs: words('call execute run invoke use dispatch trigger perform'),
    head: words(
      'tool action endpoint operation method capability skill plugin function procedure rpc shortcut macro hook',
    ),
    matches: ['call_tool', 'execute_action', 'invoke_method'],
    misses: ['list_tools', 'get_action'],
  },
  {
    id: 'run.agent',
    category: 'execute',
    why: 'An agent that is handed a task decides by itself what to do.',
    note: 'which hands a task to an agent',
    verbs: words('delegate handoff spawn orchestrate assign-agent instruct prompt'),
    when: ({ verb, object, context }) =>
      verb !== 'prompt' || [...object, ...context].some((word) => ['agent', 'assistant', 'subagent'].includes(word)),
    matches: ['delegate_task', 'spawn_agent'],
    misses: ['list_agents', 'assign_task'],
  },
  {
    id: 'run.hand-over',
    category: 'execute',
    why: 'An agent that is handed a task decides by itself what to do.',
    note: 'which hands a task to an agent',
    verbs: ['hand'],
    near: words('agent subagent assistant worker-agent crew swarm'),
    when: ({ heads }) => heads.some((head) => ['prompt', 'task', 'instruction', 'job', 'goal'].includes(head)),
    matches: ['ask_helper: Hand a prompt to the coding assistant'],
    misses: ['give_feedback', 'assign_task'],
  },
  {
    id: 'run.ask-agent',
    category: 'execute',
    why: 'An agent that is handed a task decides by itself what to do.',
    note: 'which hands a task to an agent',
    verbs: words('run ask send message start create launch chat'),
    near: ['agent', 'subagent', 'swarm', 'crew'],
    when: ({ verb, head, context, facts }) =>
      ['run', 'start', 'launch'].includes(verb) ||
      (['ask', 'message', 'chat', 'send'].includes(verb) &&
        !(facts.parameterNames.has('from') && facts.parameterNames.has('to')) &&
        (head === 'agent' ||
          (context.includes('agent') && ['message', 'prompt', 'task', 'instruction', 'follow-up'].includes(head)))),
    unless: words('name description setting email'),
    matches: ['run_agent', 'launch_subagent', 'send_message_to_agent'],
    misses: ['create_agent', 'list_agents'],
  },
  {
    id: 'run.code',
    category: 'execute',
    why: 'Code, commands and statements that the caller writes can do whatever the machine or account allows.',
    note: 'which runs what the caller writes',
    verbs: words('run execute evaluate invoke submit interpret inject compile-and-run exec call'),
    object: words(
      'vacuum reindex code script command cmd shell bash sql query statement javascript js python cypher graphql expression cli terminal powershell snippet program notebook cell kubectl ssh lua mutation repl console aql gremlin sparql pipeline method',
    ),
    unless: words('mathematical math arithmetic numeric cron regular boolean algebraic'),
    matches: ['run_command', 'execute_sql', 'evaluate_script', 'run_query'],
    misses: ['run_search', 'get_script'],
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
    unlessHead: words('sprint claim move discussion poll vote election course lesson chapter tutorial'),
    matches: ['start_vm', 'trigger_build', 'restart_pod', 'pause_playback', 'rollback_deployment'],
    misses: ['get_start_date', 'list_builds', 'run_search'],
  },
  {
    id: 'run.build',
    category: 'execute',
    why: 'Building, compiling or bundling runs a program.',
    note: 'which runs a build',
    verbs: words('build compile bundle transpile assemble'),
    unless: words(
      'command view recap vue query url link prompt filter path message context tree graph list report request expression string index chart diagram summary payload schema table page map form knowledge transaction calldata embed plan itinerary template email list campaign audience segment',
    ),
    matches: ['build_project', 'compile_contract'],
    misses: ['build_query', 'list_builds'],
  },
  {
    id: 'run.install',
    category: 'execute',
    why: 'What is installed or loaded brings its own code.',
    note: 'which brings code onto a machine',
    verbs: words('install upgrade reinstall sideload import load add'),
    head: words(
      'package dependency plugin plug-in extension app server mcp helm chart module skill addon add-on driver software library component theme apk integration release kext tool',
    ),
    when: ({ verb, object, head, facts }) =>
      ['install', 'reinstall', 'sideload'].includes(verb) ||
      (verb === 'upgrade' && head !== 'plan') ||
      (['add', 'import', 'load'].includes(verb) &&
        (head !== 'dependency' || packageWords.some((word) => facts.textWords.has(word))) &&
        ((object.includes('mcp') && head === 'server') ||
          (['package', 'dependency', 'plugin', 'plug-in', 'extension', 'addon'].includes(head) &&
            !object.includes('task') &&
            !object.includes('block') &&
            !object.includes('issue')))),
    unless: words('travel delivery shipping tour link task issue between story'),
    matches: ['install_package', 'add_mcp_server', 'install_plugin'],
    misses: ['list_packages', 'add_task_dependency'],
  },
  {
    id: 'run.install-any',
    category: 'execute',
    why: 'What is installed or loaded brings its own code.',
    note: 'which brings code onto a machine',
    verbs: words('install reinstall sideload upgrade'),
    matches: ['install'],
    misses: ['list_installed'],
  },
  {
    id: 'run.apply-manifest',
    category: 'execute',
    why: 'A manifest or a plan is a program for the cluster or the cloud.',
    note: 'which applies a manifest',
    verbs: ['apply'],
    near: words(
      'manifest terraform kubectl helm yaml plan infrastructure migration cluster kustomize playbook cloudformation stack configuration-plan resource migrations tf k8s kubernetes',
    ),
    unless: words('label filter style template discount coupon theme patch tag'),
    matches: ['kubectl_apply', 'terraform_apply', 'apply_migration', 'apply_manifest'],
    misses: ['apply_label', 'apply_filter'],
  },
  {
    id: 'run.ui',
    category: 'execute',
    why: 'Input to a live screen does whatever stands behind the button.',
    note: 'which gives input to a live screen or device',
    verbs: words(
      'click tap doubleclick dblclick rightclick press hover drag swipe navigate fling longpress keypress keydown keyup typewrite mouseclick pinch inputtext',
    ),
    unless: words('wordpress press-release publication release long-form article'),
    when: ({ verb, facts }) =>
      verb !== 'navigate' || facts.parameterNames.has('url') || browserWords.some((word) => facts.textWords.has(word)),
    matches: ['click', 'browser_hover', 'press_key', 'navigate_page'],
    misses: ['get_clicks', 'list_press_releases'],
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
    id: 'run.ui-ambiguous',
    category: 'execute',
    why: 'Input to a live screen does whatever stands behind the button.',
    note: 'which gives input to a live screen or device',
    verbs: words(
      'type fill select scroll open go back forward refresh new drop upload send handle accept dismiss choose check uncheck input close enter submit focus touch move switch set key',
    ),
    near: [
      ...uiThings,
      'dialog',
      'text',
      'option',
      'keystroke',
      'alert',
      'url',
      'app',
      'deeplink',
      'history',
      'tab',
      'prompt',
      'file',
    ],
    when: ({ verb, head, object, context, facts }) => isUi(verb, head, [...object, ...context], facts),
    matches: [
      'fill_form: Fill the form fields on the page',
      'browser_type: Type text into an element on the page',
      'handle_dialog: Handle a browser dialog',
      'browser_navigate_back: Go back to the previous page in the browser',
    ],
    misses: ['select_tab: Select a browser tab', 'close_issue', 'open_document', 'submit_form_response'],
  },
  {
    id: 'run.open-app',
    category: 'execute',
    why: 'Opening a program starts it.',
    note: 'which starts a program',
    verbs: ['open'],
    head: words(
      'app application simulator sim emulator program terminal notebook devtools devtool debugger inspector editor ide',
    ),
    matches: ['open_simulator', 'open_app'],
    misses: ['open_issue', 'open_file'],
  },
  {
    id: 'run.tests',
    category: 'execute',
    why: 'Running tests runs a program.',
    note: 'which runs tests',
    verbs: ['test'],
    object: words('sim simulator device suite e2e regression workflow automation scenario flow'),
    unless: ['connection'],
    matches: ['test_simulator: Run the tests on a simulator'],
    misses: ['test_connection'],
  },
  {
    id: 'run.play',
    category: 'execute',
    why: 'Playing, pausing, skipping or seeking controls something that runs.',
    note: 'which controls playback',
    verbs: words('play skip next previous seek fastforward rewind unmute-playback cast stream'),
    when: ({ verb, object, facts }) =>
      (verb !== 'stream' && verb !== 'cast') || object.length === 0 || facts.parameterNames.has('device'),
    unless: words('page result item list version step batch event playstore game-info status'),
    ambiguous: true,
    matches: ['play_track', 'seek'],
    misses: ['get_next_page', 'list_plays'],
  },
  {
    id: 'run.call-person',
    category: 'execute',
    why: 'A call is live from the moment it starts.',
    note: 'which starts a live call',
    verbs: words('dial call make place start initiate join transfer create'),
    when: ({ verb, head, object, facts }) =>
      verb === 'dial' ||
      (verb === 'transfer' && head === 'call') ||
      (verb === 'join' && ['voice', 'call', 'meeting', 'huddle', 'conference'].some((word) => object.includes(word))) ||
      ((head === 'call' || object.includes('phone')) && ['make', 'place', 'start', 'initiate'].includes(verb)) ||
      (verb === 'create' &&
        head === 'call' &&
        ['outbound', 'dial', 'phonenumberid'].some(
          (word) => facts.textWords.has(word) || facts.parameterNames.has(word),
        )) ||
      (verb === 'call' &&
        ['phone', 'number', 'to', 'recipient'].some(
          (word) => facts.parameterNames.has(word) || facts.parameterNames.has(`${word}number`),
        )),
    matches: ['make_call', 'dial_number'],
    misses: ['list_calls', 'log_call'],
  },
  {
    id: 'run.send-input',
    category: 'execute',
    why: 'Input to a shell, a terminal or a program is a command to it.',
    note: 'which gives input to something that runs',
    verbs: words('send write type interact'),
    near: words('process terminal shell repl pane console stdin tmux tty keystroke signal gcode serial uart'),
    unless: words('email notification message log file alert mail'),
    matches: ['send_input: Send input to a running terminal process', 'interact_with_process'],
    misses: ['send_message', 'write_file'],
  },
  {
    id: 'run.scale-setting',
    category: 'execute',
    why: 'How many instances run is control of what runs.',
    note: 'which sets how many instances run',
    verbs: words('update set modify change configure edit patch adjust'),
    when: ({ facts, object }) =>
      object.includes('replica') ||
      object.includes('scaling') ||
      (object.includes('desired') && object.includes('capacity')) ||
      [
        'mininstances',
        'instancecount',
        'replicas',
        'desiredcount',
        'maxinstances',
        'nodecount',
        'desiredcapacity',
      ].some((key) => facts.parameterNames.has(key)),
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
  {
    id: 'run.any',
    category: 'execute',
    why: 'Running something, with nothing said that bounds it, may do anything.',
    note: 'which runs something',
    verbs: words('run execute invoke exec trigger launch call automate operate interact'),
    ambiguous: true,
    matches: ['run', 'execute', 'invoke_lambda', 'run_dispatcher'],
    misses: ['list_runs', 'run_search'],
  },
];

const runningSessions = new Set(
  words(
    'browser sandbox terminal shell debug debugger debugging live device remote interpreter desktop streaming recording cloud playwright chromium ssh vm repl tunnel emulator simulator console code container agent',
  ),
);

const packageWords = words('package npm pip module library crate gem maven gradle cargo version yarn pnpm');
/** Queries that were written before. */
const saved = new Set(words('card question saved pivot'));
/** A query language with a name of its own: most read. */
const isReadLanguage = (word: string) => readQueries.has(word) || (/..ql$/.test(word) && !writeLanguages.has(word));
const writeLanguages = new Set(
  words('sql mysql postgresql graphql nosql plsql pgsql plpgsql tsql cql n1ql aql gql surrealql sparql mssql dql'),
);
const readQueries = new Set(
  words(
    'trend funnel retention lifecycle promql logql kql jql xpath search metric metrics log logs vector similarity semantic full-text insight analytics hogql prometheus loki read readonly read-only select soql elasticsearch wiql lucene find aggregation aggregate count',
  ),
);

const browserWords = words(
  'browser page element selector ref screen device dom coordinate mouse keyboard emulator simulator desktop cursor viewport webpage',
);

function isUi(
  verb: string,
  head: string,
  object: readonly string[],
  {
    textWords,
    parameterNames,
    nameWords,
  }: { textWords: ReadonlySet<string>; parameterNames: ReadonlySet<string>; nameWords: readonly string[] },
): boolean {
  const inSheet = ['sheet', 'spreadsheet', 'document', 'workbook'].some((word) => textWords.has(word));
  if (head === 'dialog' && ['handle', 'accept', 'dismiss'].includes(verb)) return true;
  if (head === 'tab' && ['open', 'new'].includes(verb)) return !inSheet;
  const live =
    parameterNames.has('uid') ||
    browserWords.some((word) => textWords.has(word)) ||
    parameterNames.has('selector') ||
    parameterNames.has('ref') ||
    nameWords.includes('browser');
  if (!live) return false;
  switch (verb) {
    case 'scroll':
    case 'focus':
      return false;
    case 'switch':
      return false;
    case 'select':
      return (
        object.some((word) => ['option', 'dropdown', 'element', 'checkbox', 'item'].includes(word)) ||
        nameWords.includes('option') ||
        parameterNames.has('selector')
      );
    case 'close':
      return false;
    case 'set':
      return head === 'value' || object.includes('input');
    case 'open':
      return ['url', 'tab', 'page', 'app', 'deeplink', 'browser', 'link', 'menu', ''].includes(head);
    case 'new':
      return object.includes('tab') || object.includes('page');
    case 'refresh':
      return object.includes('page') || object.includes('browser');
    case 'key':
      return true;
    case 'move':
      return object.includes('mouse') || object.includes('cursor');
    case 'send':
      return object.includes('key') || object.includes('keystroke') || object.includes('text');
    case 'upload':
      return (
        parameterNames.has('selector') ||
        parameterNames.has('ref') ||
        parameterNames.has('uid') ||
        textWords.has('browser')
      );
    case 'submit':
    case 'check':
    case 'uncheck':
      return object.includes('form') || object.includes('checkbox') || object.includes('element');
    default:
      return true;
  }
}
