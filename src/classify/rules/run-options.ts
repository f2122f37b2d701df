/** Parameters by which a tool that looks or keeps something also runs something. */
import { isFlag, type OptionRule } from '../option-rule.ts';

const runs =
  /^(?:run|rerun|execute|autorun|autoexecute|autostart|restart|reboot|redeploy|retrain|backfill)(?:now|immediately|after|it|backfill|tests?|job|scan|pipeline|build)?$|^(?:trigger|start|launch|dispatch|autodispatch)(?:now)?$|^(?:force|trigger|start|launch|dispatch|autodispatch)(?:re)?(?:training|train|build|deploy|deployment|pipeline|job|scan|run|restart|workers?|tests?|ai\w{0,12}run)(?:now)?$/;
/** `start: the first line`, `run: only those of a run`: what is looked at. */
const runsIt =
  /\b(?:re-?)?(?:runs?|start|trigger|launch|dispatch|execut\w{1,3}|(?:re)?train(?:ing)?|(?:re)?deploy|restarts?|reboots?|rebuild|backfill|spend|apply)\b|触发|执行|运行/iu;
const onlyShows = /\b(?:only|filter|include[sd]?|return|show|whether (?:it|the \S{1,20}) (?:is|was|has))\b/iu;

export const runOptions: readonly OptionRule[] = [
  {
    id: 'option.run-flag',
    category: 'execute',
    why: 'A flag also starts, restarts or trains something.',
    note: 'a flag that also runs something',
    on: ['read', 'write'],
    fits: ({ key, types, description, path }) =>
      path.length <= 2 &&
      types.includes('boolean') &&
      runs.test(key) &&
      runsIt.test(description) &&
      !onlyShows.test(description),
    matches: [
      'model_status: Show the status of a model (force_training: boolean = Force a training cycle)',
      'set_variable: Set a variable (restart: boolean = Restart the app afterwards)',
    ],
    misses: [
      'list_builds: List builds (run: boolean = Only builds of a run)',
      'get_lines: Get lines (start: number = First line)',
    ],
  },
  {
    id: 'option.request-id',
    category: 'execute',
    why: 'With a flag the call returns at once the number of a job, which goes on.',
    note: 'a flag that leaves the work running',
    on: ['write'],
    fits: ({ key, types, description, path }) =>
      path.length === 1 &&
      types.includes('boolean') &&
      /^(?:async|asynchronous|background|runinbackground|isasync|asyncmode)$/.test(key) &&
      /\b(?:job|request|task|operation|run)[ _-]?ids?\b|\bpoll\b/iu.test(description),
    matches: ['join_files: Join files (async: boolean = Returns a request id at once; poll for the result)'],
    misses: ['join_files: Join files (async: boolean = Do not block)'],
  },
  {
    id: 'option.analyze-query',
    category: 'execute',
    why: 'With a flag the statement is really run, to measure it.',
    note: 'a flag that really runs the statement',
    on: ['read'],
    fits: (parameter, { isSql }) =>
      isSql &&
      isFlag(parameter) &&
      /^(?:explain)?analy[sz]e$/.test(parameter.key) &&
      /\bexplain analy[sz]e\b|\b(?:actual|really|execut\w{1,3}|runs?)\b/iu.test(parameter.description) &&
      !/\b(?:without|not) (?:execut|run)/iu.test(parameter.description),
    matches: [
      'explain_sql: Get the plan of a SQL statement (query: string, analyze: boolean = Actually run the statement)',
    ],
    misses: ['explain_sql: Get the plan of a SQL statement (query: string, analyze: boolean = Name slow steps)'],
  },
  {
    id: 'option.boot-script',
    category: 'execute',
    why: 'A script or a command that a new machine or service starts with is run on it.',
    note: 'a program that the new machine or service runs',
    on: ['write'],
    fits: ({ key, isFree, types }, { nameWords, parameters }) =>
      isFree &&
      (types.length === 0 || types.includes('string') || types.includes('array')) &&
      (/^(?:cloudinit(?:script)?|userdata|startupscript|initscript|bootscript|bootstrapscript|(?:run|setup|startup)commands|install(?:packages|dependencies))$/.test(
        key,
      ) ||
        (key === 'startcommand' &&
          nameWords.includes('create') &&
          parameters.some((one) => /^(?:repo|repository|repourl|image|branch|buildcommand|runtime)$/.test(one.key)))),
    matches: [
      'create_server: Create a server (cloud_init: string)',
      'create_service: Create a service (repo: string, start_command: string)',
    ],
    misses: [
      'create_server: Create a server (name: string)',
      'update_service: Update a service (start_command: string)',
    ],
  },
  {
    id: 'option.breakpoint-code',
    category: 'execute',
    why: 'The condition or the message of a breakpoint is evaluated in the program whenever it is reached.',
    note: 'something that the program evaluates when it gets there',
    on: ['write'],
    fits: ({ key, isFree }, { nameWords }) =>
      isFree && nameWords.includes('breakpoint') && /^(?:log)?(?:condition|message|expression)$/.test(key),
    matches: ['set_breakpoint: Set a breakpoint (line: number, condition: string)'],
    misses: ['set_breakpoint: Set a breakpoint (line: number)'],
  },
  {
    id: 'option.code-permitted',
    category: 'execute',
    why: 'With an option code of the project runs.',
    note: 'any code of the project then runs',
    on: ['read', 'write'],
    fits: (parameter) =>
      isFlag(parameter) &&
      /\b(?:permits?|allows?|enables?) (?:\S{1,16} ){0,2}code execution\b/iu.test(parameter.description),
    matches: ['find_symbol: Find a symbol (macros: boolean = Permits workspace code execution)'],
    misses: ['find_symbol: Find a symbol (macros: boolean = Expand macros)'],
  },
  {
    id: 'option.accept-all',
    category: 'execute',
    why: 'With a flag an agent does all that it would otherwise ask for.',
    note: 'a flag that lets an agent act without asking',
    on: ['read', 'write'],
    fits: (parameter) =>
      isFlag(parameter) &&
      (/^(?:yolo(?:mode)?|fullauto|dangerouslyskippermissions|skippermissions)$/.test(parameter.key) ||
        /\b(?:accept|approve)s? (?:all|any|every) (?:actions?|tool calls?|commands?)\b/iu.test(parameter.description)),
    matches: ['web_search: Search the web (query: string, yolo: boolean = Approve all actions)'],
    misses: ['web_search: Search the web (query: string, raw: boolean)'],
  },
];
