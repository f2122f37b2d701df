/** What later sentences of a description say in so many words: losses, ways back, limits, simulations, jobs. Nothing else in them counts. */
import type { Category } from '../../domain.ts';
import type { Rule } from '../rule.ts';
import { words } from '../rule.ts';

export type TextRule = Rule & {
  /** A sentence without any of these word beginnings is not looked at. */
  cues: readonly string[];
  pattern: RegExp;
  /**
   * `raises` an effect to the rule's category; `recovers` a loss; `limits` a free query to reading; `simulates` money;
   * `supports` only backs up a label that stands without it.
   */
  effect: 'raises' | 'recovers' | 'limits' | 'simulates' | 'supports';
  /** Labels that it can act on. */
  on: readonly Category[];
};

export const textRules: readonly TextRule[] = [
  {
    id: 'text.overwrite',
    category: 'destructive',
    why: 'The text says that existing content is overwritten or replaced as a whole.',
    note: 'which says that existing content is overwritten',
    cues: words('overwrit replac clobber truncat full destructive restor'),
    pattern:
      /\b(?:(?:will |completely |silently |fully |and )?overwrit(?:e|es|ing) (?:\S{1,24} ){0,3}?(?:existing|current|entire|whole|file|content|contents|previous|if|it|everything|old|target|destination|data)|existing \S{1,30}(?: \S{1,30})? (?:will be|is|are|gets?) (?:overwritten|replaced|lost)|\b(?:are|is|will be|gets?) overwritten\b|\brestor\S{0,4} (?:\S{1,24} ){1,6}over (?:the )?(?:current|existing|live)|overwritten (?:if|without)|replac(?:e|es|ing) (?:all|the entire|the whole|the full|entire|everything|all of the|the complete|any existing|the existing|existing|the current|the contents|the content) (?:of (?:a|an|the) )?(?:(?!tag|label|matching|occurrences|instances|matches)[\w-]{2,20} ){0,2}?(?:content|contents|body|file|text|document|list|set|sheet|page|rows|data|items|values|entries|records|note|array|collection|steps|nodes|graph|config|configuration|settings|rules|members|blocks|description|definition|sections|code|selection|source|script|collection|exercises|rules)|replac(?:e|es|ing) (?:the |an? )?(?:entire|whole) [\w-]+|\bexists?,? (?:already,? )?(?:it|they) (?:will be|is|are|gets?) (?:completely |fully |then )?(?:replaced|overwritten|deleted)|replac(?:e|es|ing) (?:the existing one|\S{1,20} \S{1,20} existing \S{1,20} in full)|full (?:\w{3,16} )?(?:replacement|replace|overwrite|update)\b|send the full (?:set|list)\b|replac(?:es|ing) (?:an?|any) existing (?:target|file|one|image|document|note|export|copy)\b|\(replaces existing\)|(?<!non-)destructive to existing|truncat(?:e|es|ing) (?:the |existing )?(?:file|table|content))/iu,
    effect: 'raises',
    on: ['read', 'write', 'execute'],
    matches: [
      'write_file: Write text to a file. Overwrites the existing file without asking.',
      'set_page: Set a page. The existing content will be replaced.',
    ],
    misses: [
      'write_file: Write text to a file. Does not overwrite existing files.',
      'write_file: Write text to a file',
    ],
  },
  {
    id: 'text.drops-others',
    category: 'destructive',
    why: 'The text says that what is not passed along is removed.',
    note: 'which says that what is not given is removed',
    cues: words('remov delet discard drop lost reset clear null'),
    pattern:
      /\b(?:(?:left out|omitted)(?: \S{2,20}(?: \S{2,20})?)?(?: of \S{1,12} \S{1,16}| from \S{1,12} \S{1,16})? (?:will be |are |is |get )(?:removed|deleted|dropped|discarded)|(?:the )?(?:second|duplicate|secondary|source|merged|losing) (?:\S{1,16} )?(?:is|are|will be|gets?) (?:then |permanently |automatically )?(?:deleted|removed|discarded)|(?:not in the request|you omit|omitted \S{1,20}(?: \S{1,20})?) (?:is|are|will be) (?:reset|cleared|set to null|stored as null)|(?:later|newer|subsequent|recent) (?:changes|data|commits|work) (?:will be |are |is )lost|\S{2,24} (?:that are |which are )?not (?:provided|included|listed|specified|present|passed|in the \w{1,20})(?: in (?:the |this |your )?\S{1,20}(?: \S{1,16})?)? (?:will be |are |is |get )?(?:removed|deleted|dropped|lost|discarded|cleared)|(?:removing|deleting|dropping|discarding|and (?:removes|deletes|drops)) (?:any|all|those|the|every)(?: \S{1,20}){0,3} (?:that are )?(?:not (?:in|on|part of|included|listed|provided|given|passed|present|specified)|missing from)|(?:existing|previous|current|unsaved|uncommitted|local|all other|other|the original|originals)(?: \S{1,24}){0,5}? (?:will be|are|is|get) (?:permanently )?(?:removed|deleted|dropped|lost|discarded|erased|wiped))/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: ['set_members: Set the members of a group. Members not included will be removed.'],
    misses: ['set_members: Set the members of a group. Members are not removed.'],
  },
  {
    id: 'text.also-deletes',
    category: 'destructive',
    why: 'A sentence of the text opens with a loss: it drops or deletes something on the way.',
    note: 'which says that something is deleted on the way',
    cues: words('drops deletes destroys wipes erases removes discards permanently'),
    pattern:
      /^\s*(?:(?:it|this)(?: also)? |also )?(?:permanently )?(?:drops|deletes|destroys|wipes|erases) (?:the|all|any|its|every|existing)\b|\b(?:operation|action|this|it|which|that|call) (?:will )?permanently (?:removes?|deletes?|erases?|destroys?)\b|^\s*(?:it |this |also )?(?:removes|deletes|drops|discards) (?:\S{1,24} ){1,4}but (?:keeps|leaves|preserves|retains)\b/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: ['disable_versions: Disable versions of a table. Drops the version column.'],
    misses: ['disable_versions: Disable versions of a table. Nothing is dropped.'],
  },
  {
    id: 'text.credentials-lost',
    category: 'destructive',
    why: 'The text says that stored access is removed; a person must give it again.',
    note: 'which says that stored access is removed',
    cues: words('credential token key access session'),
    pattern:
      /\b(?:removes?|deletes?|clears?|revokes?|wipes?|invalidates?) (?:all |any |the |your |its |their |old |existing |current |previous )*(?:stored |saved |cached |local |persisted )(?:\S{1,16} )?(?:credentials?|tokens?|api keys?|sessions?|secrets?)\b/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: ['disconnect_service: Disconnect a service. Removes the stored credentials.'],
    misses: ['disconnect_service: Disconnect a service. Keeps the stored credentials.'],
  },
  {
    id: 'text.access-lost',
    category: 'destructive',
    why: 'The text says that people lose access.',
    note: 'which says that people lose access',
    cues: words('lose losing'),
    pattern: /\b(?:loses?|losing) (?:\S{1,16} ){0,2}access\b/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: ['transfer_project: Move a project to another team. Members of the old team lose access.'],
    misses: ['transfer_project: Move a project to another team. Members keep access.'],
  },
  {
    id: 'text.recoverable',
    category: 'write',
    why: 'The text says that what is deleted can be taken back.',
    note: 'which says that it can be taken back',
    cues: words(
      'soft trash recycl restor archiv delet undelet recover undo undoable bin reversib 回收站 软删除 ゴミ箱 corbeille papelera papierkorb lixeira',
    ),
    pattern:
      /(?:\bsoft[- ]?delet|\b(?:mov(?:e|es|ed|ing)|sen[dt]s?|goes|lands?|put|places?) (?:\S{1,30} ){0,5}(?:to|in|into) (?:the |your |a )?(?:\S{1,20} )?["“‘']?(?:trash|recycle bin|recycling bin|bin|deleted items)\b|\bto (?:the )?trash\b|(?<!not |cannot |can't |never )\b(?:can|may|could) (?:later |still |then )?be (?:restored|recovered|undone|undeleted|un-?archived|reinstated)|\bundoable\b|\brecoverable (?:from|for|within|via|until)|\b(?:is|are|marked as|marks \S{1,20}(?: \S{1,20})? as|sets? \S{1,20} to) archived\b|\barchives? (?:it|them|the \S{1,20}) (?:instead|rather)|\bby archiving\b|软删除|(?<!不)(?:进入)?回收站|ゴミ箱|(?<!\b(?:sans|pas de|ni|no|not|without|sin|sem|ohne|kein|keinen) )(?:corbeille|papelera|papierkorb|lixeira))/iu,
    effect: 'recovers',
    on: ['destructive'],
    matches: ['delete_note: Delete a note. It is moved to the trash.', 'delete_todo: Soft-delete a todo.'],
    misses: ['delete_note: Delete a note. It cannot be restored.', 'empty_trash: Empty the trash.'],
  },
  {
    id: 'text.permanent',
    category: 'destructive',
    why: 'The text says that there is no way back. That alone labels nothing; it backs up a loss that is named.',
    note: 'which says that there is no way back',
    cues: words('permanent irreversib undone unrecover irrevoc recovered 不可恢复 无法恢复 不可逆 元に戻せ'),
    pattern:
      /\b(?:permanent(?:ly)?|irreversibl[ey]|irrevocabl[ey]|(?:cannot|can't|can not|could not) be (?:undone|reversed|recovered|restored)|no undo|unrecoverabl[ey])\b|不可恢复|无法恢复|不可逆|元に戻せ/iu,
    effect: 'supports',
    on: ['destructive', 'financial'],
    matches: ['delete_file: Delete a file. This cannot be undone.'],
    misses: ['delete_file: Delete a file'],
  },
  {
    id: 'text.read-only',
    category: 'read',
    why: 'The text limits the query to reading.',
    note: 'which limits it to reading',
    cues: words('read-only readonly read select modif allowed mutation write 只读'),
    pattern:
      /(?<!\b(?:not|non|isn't|no|without)[ -]?(?:a )?)\b(?:read[- ]?only\b(?! (?:mode|flag|option|is not|=|:)? ?(?:false|disabled|off))|select(?:-only| only\b| statements? only| queries only)|only (?:\S{1,12} ){0,2}(?:select|read)\b|(?:select|read) (?:queries|statements?|operations|commands) (?:are |only|is )|no other (?:queries|statements)|(?:cannot|can't|does not|doesn't|do not|never|without) (?:be used to )?(?:modify|modifying|mutate|change|changing|alter|altering|write)\b|(?:insert|update|delete|write|mutation|ddl|dml)\S{0,3}(?: \S{1,20}){0,6} (?:are |is )?(?:not (?:allowed|permitted|supported)|blocked|rejected|forbidden|prohibited|disallowed))|只读/iu,
    effect: 'limits',
    on: ['execute'],
    matches: ['run_query: Run a SQL query. Only SELECT statements are allowed.'],
    misses: ['run_query: Run a SQL query. It is not read-only.', 'delete_row: Delete a row. This tool is read-only.'],
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
    cues: ['job', 'run', 'execution'],
    pattern: /\breturns? (?:a|an|the|its) (?:\S{1,16} )?(?:job|run|crawl|execution)(?:['’]s)?[ _-]?(?:id|identifier)/iu,
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
    cues: words('auto start launch install'),
    pattern:
      /\b(?:automatically|also|auto[- ]?)(?: |(?=start|launch|install))(?:starts?|launch(?:es)?|installs?|boots?) (?!from |at |with |when |on |in |by )\S|\bstarts? (?:the |a |an )?(?:\S{1,24} ){1,3}if (?:it(?:['’]s| is) )?not (?:already |yet )?running\b/iu,
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
    cues: ['agent'],
    pattern:
      /\bagent(?:['’]s)? (?:then |will |itself )?(?:decides?|chooses?|figures? out|works? (?:autonomously|on its own))\b|\bautonomous(?:ly)? (?:\S{1,20} )?agent (?:that|which|to) (?:executes?|performs?|completes?|carr(?:y|ies)|solves?)\b|\bhand(?:s|ing)? (?:\S{1,20} ){1,4}to an? (?:\S{1,20} )?agent\b/iu,
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
    cues: ['billing', 'billed'],
    pattern:
      /\b(?:activates?|starts?|begins?|suspends?|stops?|pauses?|resumes?) billing\b(?! (?:address|contact|information|info|period|cycle|email|alert))/iu,
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
    cues: words('consum acknowledg dequeue mark clear remov longer returned confirm'),
    pattern:
      /\b(?:and (?:then )?(?:removes?|deletes?|acknowledges?|clears?|confirms?|marks?) (?:them|it)\b|(?:(?:no longer|never again|not be) returned (?:again|by)|not returned again)|marks? (?:\S{1,20} ){1,3}as (?:read|seen|processed|delivered)|consum(?:es|ing) (?:the|each) messages?)/iu,
    effect: 'raises',
    on: ['read'],
    matches: ['read_inbox: Get new messages and marks them as read.'],
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
    cues: words('creat save sav stor writ cache download extract'),
    pattern:
      /\b(?:creates? (?:it|one|a new one) if|(?:will be|are|is|gets?) (?:automatically )?(?:saved|written|stored|persisted) (?:to|in|into|as) (?:a |the |your |local |an )?(?:local |output )?(?:disk|file|files|folder|directory|database|memory|knowledge|workspace|project|\/)|(?:path|file|location) (?:that |where )?(?:it|they) (?:was|is|were|are) (?:saved|written|stored)|saves? (?:the |it |them |all )?(?:\S{1,20} ){0,2}(?:to|as) (?:a |the |your |local |an )?(?:local |specified |given |output )?(?:disk|file|folder|directory|path)\b|writes? (?:the |it |them )?(?:\S{1,20} ){0,2}to (?:a |the |your |local |an )?(?:disk|file|folder|directory|path)\b|(?:cache[sd]?|saves?|writes?|stores?|downloads?|extracts?) (?:\S{1,20} ){0,4}(?:to|in|into|under) ["'`]?(?:~|\.{0,2})\/\S|saves? (?:it |them )?as (?:\S{1,20} ){0,4}files?\b|downloads? (?:\S{1,20} ){0,4}to (?:a |the |your |local |an )?(?:local |specified )?(?:disk|file|folder|directory|path|filesystem)\b)/iu,
    effect: 'raises',
    on: ['read'],
    matches: ['get_report: Get a report. The report is saved to a file in the output folder.'],
    misses: ['get_report: Get a saved report from the folder.'],
  },
];
