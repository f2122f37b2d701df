/** What later sentences of a description say in so many words: losses, ways back, limits, simulations, jobs. Nothing else in them counts. */
import { words } from '../rule.ts';
import type { TextRule } from '../text-rule.ts';
import { lossTexts } from './text-losses.ts';
import { runTexts } from './text-runs.ts';
import { toldChanges } from './told-changes.ts';
import { toldLosses } from './told-losses.ts';

export const textRules: readonly TextRule[] = [
  ...lossTexts,
  ...runTexts,
  ...toldLosses,
  ...toldChanges,
  {
    id: 'text.read-only',
    category: 'read',
    why: 'The text limits the query to reading.',
    note: 'which limits it to reading',
    cues: words('sql-like read-only readonly read select modif allowed mutation write 只读'),
    pattern:
      /(?<!\b(?:not|non|isn't|no|without)[ -]?(?:a )?|\b(?:both|read[- ]?write)\b[^.]{0,30}|^\s{0,3}for )\b(?:read[- ]?only(?![^.]{0,24}\bread[- ]?write\b)\b(?! (?:mode|flag|option|is not|=|:)? ?(?:false|disabled|off))|select(?:-only| only\b| statements? only| queries only)|only (?:\S{1,12} ){0,2}(?:select|read)\b|sql-like (?:query|queries|syntax|language)\b|(?:select|read) (?:queries|statements?|operations|commands) (?:are |only|is )|no other (?:queries|statements)|(?:cannot|can't|does not|doesn't|do not|never|without) (?:be used to )?(?:modify|modifying|mutate|change|changing|alter|altering|write)\b(?! (?:the|its|any|this|your) (?:\S{1,20} ){0,2}(?:itself|schedule|cadence|definition|settings)\b)|(?:insert|update|delete|write|mutation|ddl|dml)\S{0,3}(?: \S{1,20}){0,6} (?:are |is )?(?:not (?:allowed|permitted|supported)|blocked|rejected|forbidden|prohibited|disallowed))|只读/iu,
    effect: 'limits',
    on: ['execute'],
    matches: ['run_query: Run a SQL query. Only SELECT statements are allowed.'],
    misses: [
      'run_query: Run a SQL query. It is not read-only.',
      'run_query: Run a SQL query. Takes read-write queries and read-only ones.',
      'delete_row: Delete a row. This tool is read-only.',
    ],
  },
  {
    id: 'text.simulated',
    category: 'write',
    why: 'The text says that the money is simulated.',
    note: 'which says that the money is not real',
    cues: words('paper simulat sandbox testnet mock fake demo virtual'),
    pattern:
      /\b(?:paper[- ]trad|simulated|simulation only|simulates|sandbox (?:only|account|environment|mode)|(?:on|for|uses?) (?:the )?\S{0,12} ?testnet|mock (?:order|payment|trade)|demo account|virtual (?:money|cash|portfolio|trading)|no real money)/iu,
    effect: 'simulates',
    on: ['financial'],
    matches: ['swap_coins: Swap coins of a wallet. Runs on the Sepolia testnet.'],
    misses: ['place_order: Place an order with your broker.'],
  },
  {
    id: 'text.job',
    category: 'execute',
    why: 'The text says that a job starts which goes on after the call has returned.',
    note: 'which says that a job starts',
    cues: words('job asynchron background task crawl poll'),
    pattern:
      /\b(?:returns? (?:a|an|the) (?:\S{1,16} )?(?:job|run|crawl|task|execution|operation)(?:['’]s)?[ _-]?(?:id|identifier)|starts? (?:a|an|the) (?:\S{1,20} ){0,3}(?:job|crawl|scan)\b|(?:generation|processing|this|it) is asynchronous\b|\bpoll (?:\S{1,60} ){1,4}until\b|\bpolling (?:link|url|id)\b|(?:runs?|executes?|processes|processed|executed) (?:\S{1,16} ){0,2}(?:asynchronously|in the background))/iu,
    effect: 'raises',
    on: ['read'],
    matches: ['research: Research a topic. Returns a job id.'],
    misses: ['get_job: Get a job by its id.'],
  },
  {
    id: 'text.job-id',
    category: 'execute',
    why: 'The text says that the answer is the number of a job, which goes on after the call has returned.',
    note: 'which says that a job starts',
    cues: ['job', 'run', 'execution', 'polling'],
    pattern:
      /\bpolling (?:link|url)\b|^\s*(?:this |it )?starts an? (?:async(?:hronous)?|background) (?:\S{1,20} )?job\b|\breturns? (?:a|an|the|its) (?:\S{1,16} )?(?:job|run|crawl|execution)(?:['’]s)?[ _-]?(?:id|identifier)/iu,
    effect: 'raises',
    on: ['write'],
    matches: ['queue_pages: Queue many pages and return the job id.'],
    misses: ['create_task: Create a task and return its id.'],
  },
  {
    id: 'text.restarts',
    category: 'execute',
    why: 'The text says that something that runs is restarted, built again or deployed again on the way.',
    note: 'which says that something is restarted or deployed on the way',
    cues: words('restart recreat redeploy reboot rebuild deploy'),
    pattern:
      /(?<!(?:requires?|needs?|after|before|without|avoids?|until|for|when|not|by|manually|instead of|also|if|that) )\b(?:(?:restarts|recreates|redeploys|reboots) (?:the |all |any |its |your |affected |running )*\S{0,20} ?(?:containers?|services?|pods?|app|apps|applications?|instances?|servers?|machines?|workers?|sandbox|process|project)\b|(?:and|,)\s(?:restarting|recreating|redeploying|rebooting) (?:the |all |any |its |your |affected |running )*(?:containers?|services?|pods?|app|apps|applications?|instances?|servers?|machines?)\b|triggers? (?:a|an) (?:new |automatic |full |rolling )?(?:deployment|deploy|redeploy|redeployment|rebuild|restart|rollout|build)\b|(?:is|are|will be|gets?) (?:automatically |then )?(?:restarted|rebooted|redeployed|rebuilt and deployed)\b)/iu,
    effect: 'raises',
    on: ['write'],
    matches: [
      'update_project: Update a project by pulling its images and recreating containers.',
      'set_variable: Set a variable of an app. The app is restarted.',
    ],
    misses: [
      'set_variable: Set a variable of an app. Takes effect after you restart the app.',
      'set_variable: Set a variable of an app. The app is not restarted.',
    ],
  },
  {
    id: 'text.starts-too',
    category: 'execute',
    why: 'The text says that a program is started or installed on the way.',
    note: 'which says that a program is started on the way',
    cues: words('auto start launch install spawns'),
    pattern:
      /\b(?:automatically|also|auto[- ]?)(?: |(?=start|launch|install))(?:starts?|launch(?:es)?|installs?|boots?) (?!from |at |with |when |on |in |by )\S|^\s*spawns an? (?:\S{1,16} )?(?:worker|process|container|thread)\b|\bthis tool starts the (?:\S{1,16} ){1,2}process\b|\bstarts? (?:the |a |an )?(?:\S{1,24} ){1,3}if (?:it(?:['’]s| is) )?not (?:already |yet )?running\b/iu,
    effect: 'raises',
    on: ['read', 'write'],
    matches: ['translate: Translate a text with a local model. Automatically starts the model server.'],
    misses: ['translate: Translate a text. Never automatically starts a server.', 'get_job: Get a job. Starts at 0.'],
  },
  {
    id: 'text.agent',
    category: 'execute',
    why: 'The text says that an agent decides by itself what to do.',
    note: 'which says that an agent decides what to do',
    cues: ['agent', 'execute'],
    pattern:
      /^\W{0,6}(?:an? )?(?:AI|autonomous|coding|LLM|browser) agent (?:that|which) (?:can |will )?(?:uses?|calls?|completes?|performs?|executes?|runs?|browses?|edits?|writes?)\b|\bexecutes? (?:an?|the|any) (?:natural[- ]language|plain[- ]language|free[- ]form) (?:instruction|command|task|action)\b|\bagent(?:['’]s)? (?:then |will |itself )?(?:decides?|chooses?|figures? out|works? (?:autonomously|on its own))\b|\bautonomous(?:ly)? (?:\S{1,20} )?agent (?:that|which|to) (?:executes?|performs?|completes?|carr(?:y|ies)|solves?)\b|\bhand(?:s|ing)? (?:\S{1,20} ){1,4}to an? (?:\S{1,20} )?agent\b/iu,
    effect: 'raises',
    on: ['read', 'write'],
    matches: ['ask: Ask for anything in plain words. The agent decides which calls to make.'],
    misses: ['ask: Ask for anything in plain words. No agent decides anything.', 'get_agent: Get an agent'],
  },
  {
    id: 'text.billing',
    category: 'financial',
    why: 'The text says that billing begins, stops or changes with the call.',
    note: 'which says that billing begins or stops',
    cues: ['billing', 'billed', 'charged', 'pays'],
    pattern:
      /\b(?:activates?|starts?|begins?|suspends?|stops?|pauses?|resumes?) billing\b(?! (?:address|contact|information|info|period|cycle|email|alert))|\bchang(?:es|ing) (?:when|what|how much|how often) (?:the |a )?(?:customers?|subscribers?|users?|members?) (?:is|are|will be|pays?)\b(?: charged| billed)?/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: ['enable_account: Enable an account. This activates billing.'],
    misses: ['enable_account: Enable an account. This never starts billing.', 'get_billing: Get the billing address.'],
  },
  {
    id: 'text.http-methods',
    category: 'execute',
    why: 'The text says that requests with any method can be passed along.',
    note: 'which admits any request',
    cues: words('method post patch'),
    pattern:
      /\bmethods?\b\W{1,8}(?:\w{3,6}\W{1,6}){0,4}(?:POST|PUT|PATCH|DELETE)\W{1,6}(?:\w{2,6}\W{1,6}){0,3}(?:POST|PUT|PATCH|DELETE)\b/u,
    effect: 'raises',
    on: ['read', 'write'],
    matches: ['batch: Combine requests into one call. Every request may use the method POST, PUT or DELETE.'],
    misses: ['get_page: Get a page by the GET method.'],
  },
  {
    id: 'text.consumes',
    category: 'write',
    why: 'The text says that reading takes the thing away from the next reader.',
    note: 'which says that reading takes it away',
    cues: words('invisible consum acknowledg dequeue mark clear remov longer returned confirm'),
    pattern:
      /\b(?:and (?:then )?(?:removes?|deletes?|acknowledges?|clears?|confirms?|marks?) (?:them|it)\b|(?:(?:no longer|never again|not be) returned (?:again|by)|not returned again)|marks? (?:\S{1,20} ){1,3}as (?:read|seen|processed|delivered)|consum(?:es|ing) (?:the|each) messages?|\b(?:is|are|gets?) (?:then )?(?:removed|deleted|acknowledged|dequeued|consumed)(?: from the queue)? (?:once|when|after|as soon as) (?:(?:it|they) (?:is|are|has been|have been) )?(?:read|returned|delivered|received|fetched|polled)\b|invisible to other (?:consumers|readers|workers|clients))/iu,
    effect: 'raises',
    on: ['read'],
    matches: [
      'read_inbox: Get new messages and marks them as read.',
      'read_inbox: Get new messages, which are removed once they are read.',
    ],
    misses: ['read_inbox: Get new messages.'],
  },
  {
    id: 'text.result-kept',
    category: 'write',
    why: 'The text says that what is made is added or saved where others find it.',
    note: 'which says that what is made is kept',
    cues: words('added sav stor insert regist persist writ creat index'),
    pattern:
      /\b(?:each|every|the|all|resulting|generated) (?:\S{1,20} ){1,2}(?:is|are) (?:then |automatically )?(?:added|saved|stored|inserted|registered)\b|^\s*(?:it |this |also )?(?:then |also )?(?:stores|saves|persists|writes|creates|inserts|indexes) (?:\S{1,20} ){1,4}(?:in|into|to|on) (?:a |an |the |your )?(?:\S{1,20} )?(?:database|db|disk|sqlite|folder|directory|vault|memory|index|file|files|collection|workspace|project)\b|\bthem, save (?:them|it)\b|, save (?:them|it)(?:,| and| to)/iu,
    effect: 'raises',
    on: ['read'],
    matches: ['generate_variants: Generate variants of a headline. Each variant is added as active.'],
    misses: ['get_variants: Get variants of a headline. Each variant is added as active.'],
  },
  {
    id: 'text.upsert',
    category: 'write',
    why: 'The text says that something is created, updated or saved on the way.',
    note: 'which says that something is saved on the way',
    cues: words('creat save sav stor writ cache download extract 生成到 保存 写入 输出到 导出到 下载到 書き込'),
    pattern:
      /(?<!不|不会|未)(?:生成到|保存到|保存至|写入到|输出到|导出到|下载到)|に(?:保存|書き込み)(?:します|する)|\b\w{0,16}(?:path|directory|folder)(?: \S{1,20}){0,3} to (?:save|write|store) \S|\bsaves? (?:it |them )?to `|\b(?:creates? (?:it|one|a new one) if|(?:, |\()creating (?:it|one|them|a new one) (?:if|when|where)\b|(?:will be|are|is|gets?) (?:automatically )?(?:saved|written|stored|persisted) (?:to|in|into|as) (?:a |the |your |local |an )?(?:local |output )?(?:disk|file|files|folder|directory|database|memory|knowledge|workspace|project|\/)|(?:path|file|location) (?:that |where )?(?:it|they) (?:was|is|were|are) (?:saved|written|stored)|saves? (?:the |it |them |all )?(?:\S{1,20} ){0,2}(?:to|as) (?:a |the |your |local |an )?(?:local |specified |given |output )?(?:disk|file|folder|directory|path)\b|writes? (?:the |it |them )?(?:\S{1,20} ){0,2}to (?:a |the |your |local |an )?(?:disk|file|folder|directory|path)\b|(?:cache[sd]?|saves?|writes?|stores?|downloads?|extracts?) (?:\S{1,20} ){0,4}(?:to|in|into|under) ["'`]?(?:~|\.{0,2})\/\S|saves? (?:it |them )?as (?:\S{1,20} ){0,4}files?\b|downloads? (?:\S{1,20} ){0,7}to (?:a |the |your |local |an )?(?:local |specified |downloads? )?(?:disk|file|folder|directory|path|filesystem)\b)/iu,
    effect: 'raises',
    on: ['read'],
    matches: ['get_report: Get a report. The report is saved to a file in the output folder.'],
    misses: ['get_report: Get a saved report from the folder.'],
  },
  {
    id: 'text.also-changes',
    category: 'write',
    why: 'A sentence of the text opens with a change: it records or sets something on the way.',
    note: 'which says that something is changed on the way',
    cues: words('records registers sets stores saves updates marks assigns schedules persists'),
    pattern:
      /^\s*(?:also |then |additionally,? )?(?:records|registers|sets|stores|saves|updates|marks|assigns|schedules|persists) (?:the|an?|its|it|your) (?!(?:\S{1,20} ){0,5}(?:session|context|memory)\b)\S/iu,
    effect: 'raises',
    on: ['read'],
    matches: ['pick_banner: Pick a banner for a visitor. Records the view.'],
    misses: ['pick_banner: Pick a banner for a visitor. Records are kept elsewhere.'],
  },
];
