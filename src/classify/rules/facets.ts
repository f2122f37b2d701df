/** One row a sign of a facet. The first row of a facet that finds something decides it. */
import type { FacetFinding, FacetTool } from '../facets.ts';
import type { FacetId } from '../label.ts';
import type { Parameter } from '../parameters.ts';
import { words } from '../rule.ts';
import { isProgram, isSavePath } from './options.ts';

export type FacetRule = {
  id: string;
  facet: FacetId;
  why: string;
  note: string;
  test: (tool: FacetTool) => FacetFinding | undefined;
  matches: readonly string[];
  misses: readonly string[];
};

const yes = (found: Omit<FacetFinding, 'value'>): FacetFinding => ({ value: 'yes', ...found });
const no: FacetFinding = { value: 'no' };

const free = ({ reading }: FacetTool, keys: ReadonlySet<string>): Parameter | undefined =>
  reading.parameters.find(({ key, isFree, path }) => isFree && path.length <= 3 && keys.has(key));
const any = (set: ReadonlySet<string>, list: readonly string[]) => list.find((word) => set.has(word));
const says = ({ reading }: FacetTool, pattern: RegExp) => pattern.test(reading.description.slice(0, 8000));
const isEffect = ({ resolution }: FacetTool) => resolution.category !== 'read';

const secretKeys = new Set(
  words(
    'password passwd passphrase apikey apitoken accesstoken token secret clientsecret privatekey secretkey credential credentials authtoken bearertoken refreshtoken mnemonic seedphrase connectionstring cookie cookies jwt pat otp pin databaseurl authorization newpassword secretvalue signingkey webhooksecret',
  ),
);
const pageTokens =
  /\b(?:page|pagination|cursor|continuation|next|idempot|max|limit|number of|cancel|token count|budget)/iu;
const secretNouns = words(
  'secret password credential apikey token passphrase keypair jwt otp mnemonic env cookie passkey',
);
const messages = words(
  'email mail message inbox thread conversation chat dm sms calendar event contact note document file page ticket issue task crm deal lead customer user employee patient record account transaction invoice order payment log meeting transcript health activity memory repository code commit drive folder spreadsheet sheet database table row attachment photo profile bookmark history subscriber member expense candidate',
);
const outsiders = words(
  'web website webpage page url internet search email mail inbox issue comment review post tweet thread feed rss news article message chat ticket pull conversation discussion forum video subtitle caption scrape crawl html feedback reply mention transcript',
);
const sinks = words(
  'send post publish share reply comment forward upload tweet email message notify broadcast submit push invite dm sms respond retweet',
);
const addressKeys = new Set(
  words(
    'url uri urls webhook webhookurl endpoint host hostname domain baseurl targeturl link address callbackurl sourceurl imageurl fileurl videourl pageurl siteurl href website',
  ),
);
const recipientKeys = new Set(
  words(
    'to recipient recipients cc bcc email emails phone phonenumber tonumber chatid channel channelid userid recipientid touser',
  ),
);
const pathKeys = new Set(
  words(
    'path filepath filename file dir directory folder outputpath inputpath savepath outputfile inputfile sourcepath destinationpath destination localpath rootpath projectpath repopath cwd workingdirectory outputdir paths files filepaths targetpath source basepath repopath directorypath folderpath projectroot',
  ),
);
const pathText = /\b(?:path|file|directory|folder|disk|absolute|relative)\b/iu;
const shellKeys = new Set(words('command commands cmd shell shellcommand bash commandline powershell'));
const codeKeys = new Set(
  words(
    'code script javascript js python pycode pythoncode jscode functionbody function snippet program luacode expression',
  ),
);
const queryKeys = new Set(
  words(
    'sql query cypher graphql statement jql soql gremlin sparql promql logql kql sqlquery filterquery mutation aql',
  ),
);
const queryLanguages =
  /\b(?:sql|cypher|graphql|jql|soql|gremlin|sparql|promql|logql|kql|mongodb|lucene|elasticsearch|wiql|cql|xpath)\b/iu;

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

export const facetRules: readonly FacetRule[] = [
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
      found(
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
    id: 'facet.open-world.address',
    facet: 'open-world',
    note: 'an address that the caller chooses',
    why: 'The caller chooses the address or the person that is reached.',
    test: (tool) => found(free(tool, addressKeys) ?? (any(tool.verbs, sinks) ? free(tool, recipientKeys) : undefined)),
    matches: ['fetch: Fetch a page (url: string)'],
    misses: ['list_files'],
  },
  {
    id: 'facet.open-world.text',
    facet: 'open-world',
    note: 'the world outside',
    why: 'The text speaks of the web, the internet or outside services.',
    test: (tool) =>
      pattern(
        tool,
        /\b(?:the web|internet|website|web search|online|web ?pages?|external (?:api|service)|third[- ]party|social media|public api)\b/iu,
      ),
    matches: ['web_search: Search the web'],
    misses: ['add: Add two numbers'],
  },
  {
    id: 'facet.open-world.local',
    facet: 'open-world',
    note: 'what is on this machine',
    why: 'Files, processes and sums on one machine do not reach outside.',
    test: (tool) =>
      !any(tool.verbs, sinks) &&
      says(tool, /\b(?:local|filesystem|on disk|knowledge graph|add two|working directory)\b/iu)
        ? no
        : undefined,
    matches: [],
    misses: [],
  },
  {
    id: 'facet.secrets-in.parameter',
    facet: 'secrets-in',
    note: 'a secret that is passed in',
    why: 'A parameter takes a password, a key or a token.',
    test: ({ reading }) =>
      found(
        reading.parameters.find(
          ({ key, types, description, isFree }) =>
            secretKeys.has(key) &&
            isFree &&
            (types.length === 0 || types.includes('string')) &&
            !(key === 'token' || key === 'pin' || key === 'authorization' ? pageTokens.test(description) : false),
        ),
      ),
    matches: ['login: Log in (username: string, password: string)'],
    misses: ['list_files: List files (page_token: string)'],
  },
  {
    id: 'facet.secrets-in.none',
    facet: 'secrets-in',
    note: '',
    why: 'No parameter takes a secret.',
    test: ({ reading }) => (reading.definition.inputSchema === undefined ? undefined : no),
    matches: [],
    misses: [],
  },
  {
    id: 'facet.secrets-out.read',
    facet: 'secrets-out',
    note: 'a secret that is handed out',
    why: 'What is read or made is a password, a key or a token.',
    test: ({ reading, resolution, verbs, objects }) => {
      const word =
        any(objects, secretNouns) ??
        (objects.has('api') && objects.has('key')
          ? 'key'
          : objects.has('private') && objects.has('key')
            ? 'key'
            : undefined);
      const hands = any(
        verbs,
        words(
          'get read retrieve show fetch reveal export create generate rotate regenerate issue list dump download query describe return',
        ),
      );
      if (
        !word ||
        !hands ||
        (word === 'token' &&
          (reading.facts.textWords.has('blockchain') ||
            reading.facts.textWords.has('count') ||
            reading.facts.textWords.has('balance') ||
            reading.facts.textWords.has('erc20') ||
            reading.facts.textWords.has('price') ||
            reading.facts.textWords.has('design') ||
            reading.facts.textWords.has('swap')))
      )
        return undefined;
      if (word === 'env' && !reading.facts.textWords.has('variable')) return undefined;
      if (resolution.category === 'destructive' && !verbs.has('rotate') && !verbs.has('regenerate')) return undefined;
      if (
        /\b(?:metadata only|names only|masked|redacted|without (?:the )?values?|not (?:the )?values?)\b/iu.test(
          reading.description.slice(0, 4000),
        )
      )
        return no;
      return yes({ word });
    },
    matches: ['get_secret', 'create_api_key'],
    misses: ['get_issue', 'count_tokens: Count the tokens of a text'],
  },
  {
    id: 'facet.cost.text',
    facet: 'cost-bearing',
    note: 'which says what a call costs',
    why: 'The text says that a call costs credits or money.',
    test: (tool) =>
      pattern(
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
    id: 'facet.private.read',
    facet: 'private-data',
    note: 'private data that comes back',
    why: 'What is read belongs to the user or the organisation: mail, files, tickets, customers, code.',
    test: ({ reading, resolution, verbs, objects }) => {
      if (resolution.category !== 'read' && !any(verbs, words('get list read search find export query download')))
        return undefined;
      if (
        !any(
          verbs,
          words(
            'get list read search find fetch retrieve show export query download view return describe lookup summarize analyze load open access select count explore inspect monitor',
          ),
        )
      )
        return undefined;
      if (
        /\b(?:documentation|docs|public|stock|weather|news|wikipedia|npm|crypto|the web|internet)\b/iu.test(
          reading.description.slice(0, 300),
        )
      )
        return undefined;
      const word = any(objects, messages);
      return word ? yes({ word }) : undefined;
    },
    matches: ['list_emails', 'get_customer'],
    misses: ['get_weather'],
  },
  {
    id: 'facet.untrusted.read',
    facet: 'untrusted-content',
    note: 'text that outsiders can write',
    why: 'What is read may have been written by anyone: web pages, mail, issues, comments, posts.',
    test: (tool) => {
      const { resolution, verbs, objects } = tool;
      if (resolution.category !== 'read' && resolution.category !== 'execute') return undefined;
      if (
        !any(
          verbs,
          words(
            'get list read search find fetch retrieve show view scrape crawl extract summarize navigate download browse lookup take capture monitor query return open load transcribe',
          ),
        )
      )
        return undefined;
      const url = free(tool, addressKeys);
      if (url) return yes({ parameter: url });
      const word = any(objects, outsiders);
      return word && !(word === 'page' && says(tool, /\bpagination\b/iu)) ? yes({ word }) : undefined;
    },
    matches: ['scrape_url: Scrape a page (url: string)', 'list_comments'],
    misses: ['get_balance', 'add'],
  },
  {
    id: 'facet.sink.send',
    facet: 'exfiltration-sink',
    note: 'which carries what the caller writes to others',
    why: 'What the caller writes is sent, posted, published or uploaded to others.',
    test: (tool) => {
      const word = isEffect(tool) ? any(tool.verbs, sinks) : undefined;
      return word && tool.reading.parameters.length > 0 ? yes({ word }) : undefined;
    },
    matches: ['send_email: Send an email (to: string, body: string)'],
    misses: ['get_email'],
  },
  {
    id: 'facet.sink.address',
    facet: 'exfiltration-sink',
    note: 'an address that can carry data out',
    why: 'A free address can carry data to whoever answers there.',
    test: (tool) =>
      found(free(tool, new Set(words('url uri webhook webhookurl endpoint baseurl targeturl callbackurl')))),
    matches: ['fetch: Fetch a page (url: string)'],
    misses: ['list_files'],
  },
  {
    id: 'facet.sink.ui',
    facet: 'exfiltration-sink',
    note: 'which can send whatever is typed',
    why: 'Input to a live page, a program or a request can send anything.',
    test: ({ resolution }) =>
      ['schema.http-method', 'run.http'].includes(resolution.rule)
        ? yes({ word: resolution.verdict.vote?.act.verb ?? '' })
        : undefined,
    matches: [],
    misses: [],
  },
  {
    id: 'facet.code.program',
    facet: 'code-execution',
    note: 'which runs on a machine',
    why: 'Code, a command or a package runs on a machine.',
    test: ({ reading, resolution }) =>
      resolution.category === 'execute' &&
      ['run.code', 'schema.program', 'run.install', 'run.install-any', 'run.apply-manifest', 'run.build'].includes(
        resolution.rule,
      )
        ? (() => {
            const program = reading.parameters.find((one) => isProgram(one, reading.facts));
            return program ? yes({ parameter: program }) : yes({ word: resolution.verdict.vote?.act.verb ?? '' });
          })()
        : undefined,
    matches: ['run_command: Run a command (command: string)', 'install_package'],
    misses: ['list_files'],
  },
  {
    id: 'facet.path.parameter',
    facet: 'free-path',
    note: 'any file path',
    why: 'A parameter takes any file path.',
    test: (tool) =>
      found(
        tool.reading.parameters.find(
          (parameter) =>
            parameter.isFree &&
            parameter.path.length <= 3 &&
            ((pathKeys.has(parameter.key) &&
              (pathText.test(parameter.description) || /path|dir|cwd/.test(parameter.key)) &&
              !/\b(?:json ?path|url path|api path|object path|xpath|key path|endpoint)\b/iu.test(
                parameter.description,
              )) ||
              isSavePath(parameter)),
        ),
      ),
    matches: ['read_file: Read a file (path: string = Path of the file)'],
    misses: ['get_issue: Get an issue (id: string)'],
  },
  {
    id: 'facet.path.none',
    facet: 'free-path',
    note: '',
    why: 'No parameter takes a path.',
    test: ({ reading }) => (reading.definition.inputSchema === undefined ? undefined : no),
    matches: [],
    misses: [],
  },
  {
    id: 'facet.url.parameter',
    facet: 'free-url',
    note: 'any address',
    why: 'A parameter takes any address.',
    test: (tool) =>
      found(
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
  {
    id: 'facet.url.none',
    facet: 'free-url',
    note: '',
    why: 'No parameter takes an address.',
    test: ({ reading }) => (reading.definition.inputSchema === undefined ? undefined : no),
    matches: [],
    misses: [],
  },
  {
    id: 'facet.shell.parameter',
    facet: 'free-shell',
    note: 'any shell command',
    why: 'A parameter takes any shell command.',
    test: (tool) => (tool.resolution.category === 'execute' ? found(free(tool, shellKeys)) : undefined),
    matches: ['run_command: Run a shell command (command: string)'],
    misses: ['get_issue: Get an issue (id: string)'],
  },
  {
    id: 'facet.shell.none',
    facet: 'free-shell',
    note: '',
    why: 'No parameter takes a shell command.',
    test: ({ reading }) => (reading.definition.inputSchema === undefined ? undefined : no),
    matches: [],
    misses: [],
  },
  {
    id: 'facet.code.parameter',
    facet: 'free-code',
    note: 'any code',
    why: 'A parameter takes any code, and it is run.',
    test: ({ reading, resolution }) =>
      resolution.category === 'execute'
        ? found(reading.parameters.find((one) => codeKeys.has(one.key) && isProgram(one, reading.facts)))
        : undefined,
    matches: ['run_python: Run Python code (code: string = Python code)'],
    misses: ['get_country: Get a country (code: string)'],
  },
  {
    id: 'facet.code.none',
    facet: 'free-code',
    note: '',
    why: 'No parameter takes code that is run.',
    test: ({ reading }) => (reading.definition.inputSchema === undefined ? undefined : no),
    matches: [],
    misses: [],
  },
  {
    id: 'facet.query.parameter',
    facet: 'free-query',
    note: 'any query',
    why: 'A parameter takes any query in a query language.',
    test: ({ reading }) =>
      found(
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
  {
    id: 'facet.query.none',
    facet: 'free-query',
    note: '',
    why: 'No parameter takes a query.',
    test: ({ reading }) => (reading.definition.inputSchema === undefined ? undefined : no),
    matches: [],
    misses: [],
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
    id: 'facet.communication.verb',
    facet: 'irreversible-communication',
    note: 'which reaches people',
    why: 'A message, a call or a publication reaches people and cannot be taken back.',
    test: (tool) => {
      if (!isEffect(tool)) return no;
      const { verbs, objects, reading } = tool;
      const strong = any(verbs, words('email sms tweet dm dial broadcast notify publish retweet invite reply forward'));
      if (strong) return yes({ word: strong });
      const sent = any(verbs, words('send post'));
      const word = any(
        objects,
        words(
          'email mail message sms notification tweet post invitation dm reply newsletter campaign call text chat whatsapp story',
        ),
      );
      if (sent && (word || reading.parameters.some(({ key }) => recipientKeys.has(key)))) return yes({ word: sent });
      return any(verbs, words('make place start')) && objects.has('call') ? yes({ word: 'call' }) : undefined;
    },
    matches: ['send_email', 'publish_article', 'make_call'],
    misses: ['get_email', 'create_draft'],
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
        ? pattern(
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
    id: 'facet.publish.verb',
    facet: 'public-publish',
    note: 'which everyone can then see',
    why: 'It publishes to everyone.',
    test: (tool) => {
      if (!isEffect(tool)) return no;
      const word = any(tool.verbs, words('publish tweet retweet'));
      return word
        ? yes({ word })
        : tool.objects.has('public') && any(tool.verbs, words('make set share post'))
          ? yes({ word: 'public' })
          : undefined;
    },
    matches: ['publish_article', 'make_public'],
    misses: ['get_article'],
  },
  {
    id: 'facet.two-step.parameter',
    facet: 'two-step',
    note: 'a confirmation',
    why: 'A second call, or a confirmation, completes the action.',
    test: ({ reading }) =>
      found(
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
        : pattern(tool, /\b(?:confirmation token|two[- ]step|(?:then )?call confirm_\w{1,40})\b/iu),
    matches: ['delete_group: Delete a group. Returns a confirmation token.'],
    misses: ['delete_group: Delete a group.'],
  },
  {
    id: 'facet.dry-run.parameter',
    facet: 'dry-run',
    note: 'a trial without effect',
    why: 'It can be tried without effect first.',
    test: ({ reading }) =>
      found(
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

function found(parameter: Parameter | undefined): FacetFinding | undefined {
  return parameter && yes({ parameter });
}
function pattern(tool: FacetTool, expression: RegExp): FacetFinding | undefined {
  return says(tool, expression) ? yes({ pattern: expression }) : undefined;
}
