/** What the caller may pass without bounds: paths, addresses, commands, code, queries. */
import { byAct, byParameter, type FacetRule, free, noneSuch } from '../../facet-rule.ts';
import type { FacetTool } from '../../facets.ts';
import type { Parameter } from '../../parameters.ts';
import { isProgram } from '../../program.ts';
import { words } from '../../rule.ts';
import { isSavePath } from '../save-options.ts';

const pathKeys = new Set(
  words(
    'path filepath filename file dir directory folder outputpath inputpath savepath outputfile inputfile sourcepath destinationpath destination localpath rootpath projectpath repopath cwd workingdirectory outputdir paths files filepaths targetpath basepath repopath directorypath folderpath projectroot',
  ),
);
const pathText = /\b(?:path|file|directory|folder|disk|absolute|relative)\b/iu;
/** Whatever its name, a parameter that is described as one. */
const pathFirst =
  /^(?:the |an? )?(?:optional |absolute |relative |full |local |file |folder |directory ){0,3}path (?:to|of) (?:the |an? )?(?:\w+ ){0,3}(?:file|folder|directory)\b/iu;
/** `builtFolderPath` and the like, where the tool is about files. */
const pathEnd = /(?:path|paths|dir|directory|folder|filename)$/;
/** From one place to another, where the tool is about files. */
const endKeys = new Set(words('source src from destination dest target to'));
const fileWords = words('file folder directory disk');
const otherPaths =
  /\b(?:json ?path|url path|api path|object path|xpath|key path|node paths?|documentation paths?|path[- ]based|path (?:for|of) the (?:domain|route)|endpoint|(?:relative )?url|route)\b/iu;

function isPath({ reading: { facts }, objects }: FacetTool, { key, description }: Parameter): boolean {
  const isFile = fileWords.some((word) => facts.textWords.has(word));
  if (endKeys.has(key)) return fileWords.some((word) => objects.has(word)) && !otherPaths.test(description);
  if (pathFirst.test(description) && !otherPaths.test(description)) return true;
  const isNamed = pathKeys.has(key) || (pathEnd.test(key) && isFile);
  if (!isNamed || otherPaths.test(description)) return false;
  if (key === 'path' && !isFile && ['api', 'endpoint', 'http', 'url'].some((word) => facts.textWords.has(word)))
    return false;
  return pathText.test(description) || /path|dir|cwd/.test(key);
}

const shellKeys = new Set(
  words('command commands cmd shell shellcommand bash commandline powershell comando commande befehl 命令 コマンド'),
);
const codeKeys = new Set(
  words(
    'code script javascript js python pycode pythoncode jscode functionbody function snippet program luacode expression',
  ),
);
/** The tool runs something, or one of its actions does. */
const runs = ({ resolution: { category, actions } }: FacetTool) =>
  category === 'execute' || actions.some((row) => row.category === 'execute');
const isCode = ({ reading }: FacetTool, parameter: Parameter) =>
  (codeKeys.has(parameter.key) && isProgram(parameter, reading.facts)) ||
  (parameter.key === 'source' &&
    parameter.isFree &&
    /\b(?:\w*script|code) (?:statements?|to (?:run|execute)|source)\b/iu.test(parameter.description));

const codeRules = new Set(words('run.code schema.program run.install run.install-any run.apply-manifest run.build'));
const queryKeys = new Set(
  words(
    'sql query cypher graphql statement jql soql gremlin sparql promql logql kql sqlquery filterquery mutation aql',
  ),
);
const queryLanguages =
  /\b(?:sql|cypher|graphql|jql|soql|gremlin|sparql|promql|logql|kql|mongodb|lucene|elasticsearch|wiql|cql|xpath)\b/iu;

export const freeRules: readonly FacetRule[] = [
  {
    id: 'facet.path.parameter',
    facet: 'free-path',
    note: 'any file path',
    why: 'A parameter takes any file path.',
    test: (tool) =>
      byParameter(
        tool.reading.parameters.find(
          (parameter) =>
            parameter.isFree && parameter.path.length <= 3 && (isPath(tool, parameter) || isSavePath(parameter)),
        ),
      ),
    matches: [
      'read_file: Read a file (path: string = Path of the file)',
      'move_file: Move a file (source: string, destination: string)',
    ],
    misses: ['get_issue: Get an issue (id: string)', 'api_get: GET any path of the API (path: string)'],
  },
  noneSuch('free-path', 'facet.path.none', 'No parameter takes a path.'),
  {
    id: 'facet.url.parameter',
    facet: 'free-url',
    note: 'any address',
    why: 'A parameter takes any address.',
    test: (tool) =>
      byParameter(
        tool.reading.parameters.find(
          ({ key, isFree, path, description }) =>
            isFree &&
            path.length <= 3 &&
            (/^(?:url|uri|urls|pageurl|targeturl|webhookurl|webhook|imageurl|fileurl|videourl|sourceurl|endpointurl|baseurl|siteurl|callbackurl|redirecturl|link|href|website)$/.test(
              key,
            ) ||
              (/^(?:endpoint|address|source|target|input)$/.test(key) && /\bhttps?:|\burl\b/iu.test(description))),
        ),
      ),
    matches: ['fetch: Fetch a page (url: string)'],
    misses: ['get_issue: Get an issue (id: string)'],
  },
  noneSuch('free-url', 'facet.url.none', 'No parameter takes an address.'),
  {
    id: 'facet.shell.parameter',
    facet: 'free-shell',
    note: 'any shell command',
    why: 'A parameter takes any shell command.',
    test: (tool) => (runs(tool) ? byParameter(free(tool, shellKeys)) : undefined),
    matches: ['run_command: Run a shell command (command: string)'],
    misses: ['get_issue: Get an issue (id: string)'],
  },
  noneSuch('free-shell', 'facet.shell.none', 'No parameter takes a shell command.'),
  {
    id: 'facet.code.parameter',
    facet: 'free-code',
    note: 'any code',
    why: 'A parameter takes any code, and it is run.',
    test: (tool) => (runs(tool) ? byParameter(tool.reading.parameters.find((one) => isCode(tool, one))) : undefined),
    matches: ['run_python: Run Python code (code: string = Python code)'],
    misses: ['get_country: Get a country (code: string)'],
  },
  noneSuch('free-code', 'facet.code.none', 'No parameter takes code that is run.'),
  {
    id: 'facet.query.parameter',
    facet: 'free-query',
    note: 'any query',
    why: 'A parameter takes any query in a query language.',
    test: ({ reading }) =>
      byParameter(
        reading.parameters.find(
          ({ key, isFree, description }) =>
            isFree &&
            queryKeys.has(key) &&
            (key !== 'query' && key !== 'statement' ? true : queryLanguages.test(description) || reading.facts.isSql),
        ),
      ),
    matches: ['run_query: Run a query (sql: string)'],
    misses: ['search: Search documents (query: string = Words to look for)'],
  },
  noneSuch('free-query', 'facet.query.none', 'No parameter takes a query.'),
  {
    id: 'facet.code.program',
    facet: 'code-execution',
    note: 'which runs on a machine',
    why: 'Code, a command or a package runs on a machine.',
    test: (tool) => {
      const { reading, resolution, decisive } = tool;
      if (!runs(tool)) return undefined;
      const program = reading.parameters.find((one) => isProgram(one, reading.facts));
      const command = free(tool, shellKeys) ?? reading.parameters.find((one) => isCode(tool, one));
      if (codeRules.has(resolution.rule)) return byParameter(program ?? command) ?? byAct(decisive[0]);
      return byParameter(command);
    },
    matches: ['run_command: Run a command (command: string)', 'install_package'],
    misses: ['list_files'],
  },
];
