/** Code, commands, requests and tools that the caller hands in: nothing bounds what they do. */
import { type ActRule, words } from '../rule.ts';

const analyses =
  words(`search query card question analysis audit check validation lookup calculation comparison review inspection assessment evaluation diagnosis diagnostic diagnostics inference linter lint explain dry-run
  valuation jql promql logql kql soql wiql xpath fetchxml traceql
  health healthcheck estimate simulation report aggregation research find select plan read diff similarity ocr translation whois ping traceroute forecast scoring terraform`);

export const codeRules: readonly ActRule[] = [
  {
    id: 'run.scan-job',
    category: 'execute',
    why: 'A scan of something that is deployed is a job that works on it from outside.',
    note: 'which starts a job',
    verbs: words('run perform start launch trigger initiate execute'),
    head: ['scan'],
    near: words('deployment website site host network domain server instance cluster vm application target ip subnet'),
    unless: words('local source repository code file text definition api'),
    matches: ['scan_site: Run a security scan on a website'],
    misses: ['scan_code: Run a security scan on code', 'get_scan'],
  },
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
    when: ({ verb, head, heads, object, context, facts }) =>
      !['start', 'submit', 'send', 'invoke', 'call'].includes(verb)
        ? (head !== 'plan' || object.includes('terraform')) &&
          (!heads.includes('query') ||
            object.some((word) => isReadLanguage(word) || saved.has(word)) ||
            (context.includes('searching') && !facts.isSql))
        : ['search', 'lookup', 'ping'].includes(head),
    ambiguous: true,
    matches: ['run_search', 'perform_analysis', 'execute_promql_query'],
    misses: ['run_query', 'run_command', 'start_analysis_job'],
  },
  {
    id: 'run.shell-session',
    category: 'execute',
    why: 'A shell, a tunnel or a browser that is opened or ended runs meanwhile.',
    note: 'which starts or ends something that runs',
    verbs: words('open create begin end close'),
    near: words('shell terminal repl tunnel tmux pane browser-session'),
    when: ({ verb, object, context }) =>
      object.some((word) => ['shell', 'terminal', 'repl', 'tunnel', 'tmux'].includes(word)) ||
      (verb === 'create' && context.some((word) => ['tmux', 'pane', 'terminal'].includes(word))),
    unless: words('log output file document history list'),
    matches: ['open_session: Opens an interactive shell on the host', 'create_terminal'],
    misses: ['get_terminal_output', 'open_document'],
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
    id: 'run.import-sql',
    category: 'execute',
    why: 'The statements of a SQL file are run when it is imported.',
    note: 'which runs what the caller writes',
    verbs: words('import load'),
    object: ['sql'],
    near: words('database db schema server'),
    when: ({ object }) => object.some((word) => ['file', 'dump', 'script'].includes(word)),
    unless: words('table csv workload trace result'),
    matches: ['db_import: Import a SQL file into a database'],
    misses: ['import_rows: Import rows into a SQL database'],
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
];

/** Queries that were written before. */
const saved = new Set(words('card question saved pivot'));

/** A query language with a name of its own: most read. */
const isReadLanguage = (word: string) => readQueries.has(word) || (/..ql$/.test(word) && !writeLanguages.has(word));

const writeLanguages = new Set(
  words('sql mysql postgresql graphql nosql plsql pgsql plpgsql tsql cql n1ql aql gql surrealql sparql mssql dql'),
);

const readQueries = new Set(
  words(
    'trend funnel retention lifecycle promql logql kql jql xpath search metric metrics log logs vector similarity semantic full-text insight analytics hogql dax odata kusto prometheus loki read readonly read-only select soql elasticsearch wiql lucene find aggregation aggregate count',
  ),
);
