/** What a person would fill in, by the name of a parameter: the last word that is known decides. Every value is made up. */

const texts = rows<string>([
  ['email mail recipient cc bcc assignee', 'ana@example.com'],
  ['email-address mail-address', 'ana@example.com'],
  ['url uri link href website homepage endpoint site origin', 'https://example.com/'],
  ['webhook webhook-url callback-url redirect-uri', 'https://example.com/hook'],
  ['image-url avatar-url photo-url image photo picture', 'https://example.com/image.png'],
  ['video-url video', 'https://example.com/video.mp4'],
  ['repo-url repository-url git-url clone-url remote-url', 'https://example.com/ana/project.git'],
  ['base-url server-url host-url', 'https://example.com'],
  ['path file-path filepath source destination src dest', '/data/notes.txt'],
  ['file filename file-name document attachment', 'notes.txt'],
  ['dir directory folder cwd root workspace workdir', '/data/project'],
  ['folder-path directory-path dir-path project-path repo-path root-path project-root project-dir', '/data/project'],
  ['output-path output-file output', '/data/output.txt'],
  ['image-path', '/data/image.png'],
  ['extension', 'txt'],
  ['glob', '**/*.md'],
  ['date day-date since until', '2026-01-15'],
  ['start-date date-from from-date due-date due date-start birthday', '2026-01-15'],
  ['end-date date-to to-date date-end', '2026-01-31'],
  ['time datetime date-time timestamp at start start-time', '2026-01-15T09:30:00Z'],
  ['end end-time', '2026-01-15T10:30:00Z'],
  ['timezone time-zone tz', 'Europe/Berlin'],
  ['cron schedule', '0 9 * * 1'],
  ['query search q keyword term question search-query search-term', 'quarterly report'],
  ['sql sql-query statement', 'SELECT id, name FROM customers LIMIT 10'],
  ['cypher', 'MATCH (n) RETURN n LIMIT 10'],
  ['filter where condition', "status = 'open'"],
  ['jql', 'project = PROJ AND status = "To Do"'],
  ['regex regexp pattern', '[a-z]+'],
  ['message text body content comment reply note notes prompt', 'Hello from the example.'],
  ['title subject headline heading summary', 'Weekly report'],
  ['description details purpose', 'A short description.'],
  ['thought reasoning reason', 'Compare the two options first.'],
  ['name label display-name full-name', 'Example'],
  ['first-name', 'Ana'],
  ['last-name', 'Example'],
  ['user username login author owner member nickname', 'ana'],
  ['company organization organisation org team vendor', 'example-org'],
  ['repo repository project app application package module repo-name', 'example-project'],
  ['branch ref base head', 'main'],
  ['commit sha hash revision', '3f2504e0'],
  ['tag', 'example'],
  ['version', '1.0.0'],
  ['issue-key ticket-key issue-id-or-key issue', 'PROJ-123'],
  ['project-key', 'PROJ'],
  ['channel', 'general'],
  ['id identifier uid gid', '12345'],
  ['sku', 'SKU-1'],
  ['range cell-range', 'A1:B2'],
  ['status state', 'open'],
  ['uuid guid', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
  ['key field property attribute', 'example'],
  ['slug handle', 'example-page'],
  ['password passphrase passwd', 'YOUR_PASSWORD'],
  ['token access-token auth-token bearer', 'YOUR_TOKEN'],
  ['secret client-secret private-key', 'YOUR_SECRET'],
  ['api-key apikey', 'YOUR_API_KEY'],
  ['country country-code region-code', 'DE'],
  ['region', 'eu-central-1'],
  ['currency base-currency', 'EUR'],
  ['language lang locale target-language', 'en'],
  ['city location place area', 'Berlin'],
  ['address street', '1 Example Street, Berlin'],
  ['zip postcode postal-code zip-code', '10115'],
  ['phone telephone mobile phone-number', '+15555550100'],
  ['color colour background-color', '#1f6feb'],
  ['selector element', 'button[type=submit]'],
  ['xpath', '//button[1]'],
  ['command cmd shell script-command', 'ls'],
  ['code script expression snippet source-code', '1 + 1'],
  ['function', 'main'],
  ['symbol ticker stock', 'EXMPL'],
  ['coin token-symbol', 'BTC'],
  ['pair trading-pair market', 'BTC/EUR'],
  ['wallet-address contract-address token-address wallet from-address account-address', `0x${'0'.repeat(39)}1`],
  ['amount price quantity', '25'],
  ['host hostname domain server', 'example.com'],
  ['ip ip-address', '192.0.2.10'],
  ['port', '8080'],
  ['database db catalog', 'app'],
  ['table table-name collection', 'customers'],
  ['column', 'name'],
  ['namespace', 'default'],
  ['topic', 'sea weather'],
  ['json', '{}'],
  ['html', '<p>Hello</p>'],
  ['markdown', '# Hello'],
  ['css', 'p { color: red }'],
  ['base64 blob', 'ZXhhbXBsZQ=='],
  ['mime mime-type content-type', 'text/plain'],
  ['format', 'json'],
  ['model', 'example-model'],
  ['hour', '09'],
]);

const numbers = rows<number>([
  ['limit count max top k n size per-page page-size max-results results first take num', 10],
  ['page', 1],
  ['offset skip cursor index start from nonce', 0],
  ['year', 2026],
  ['month day quantity qty line row column width-percent scale level chain-id priority', 1],
  ['hour', 9],
  ['minute minutes', 30],
  ['days', 7],
  ['hours', 24],
  ['seconds timeout duration ttl interval', 30],
  ['ms milliseconds timeout-ms delay', 1000],
  ['timestamp time since until date start-time', 1768469400],
  ['end-time', 1768473000],
  ['port', 8080],
  ['width', 800],
  ['height', 600],
  ['lat latitude', 52.52],
  ['lon lng long longitude', 13.405],
  ['amount price total cost budget value', 25],
  ['percent percentage', 50],
  ['ratio opacity threshold probability score', 0.5],
  ['temperature', 0.7],
  ['x y z', 100],
  ['depth', 2],
  ['zoom', 10],
  ['id number pid user', 123],
]);

/** Where the name says too little, what is said of the parameter: the first row that fits both. */
const told: readonly { name: RegExp; says: RegExp; text: string }[] = [
  { name: /^(?:query|statement|q)$/, says: /\bSQL\b/, text: 'SELECT id, name FROM customers LIMIT 10' },
  { name: /\bpath$/, says: /\b(?:director|folder)/i, text: '/data/project' },
  { name: /address$/, says: /0x|\b(?:contract|wallet|ethereum|blockchain)\b/i, text: `0x${'0'.repeat(39)}1` },
  { name: /^(?:to|from)$/, says: /\be-?mail|recipient/i, text: 'ana@example.com' },
  { name: /^(?:to|from|source|target)$/, says: /\blanguage/i, text: 'en' },
];

/** Heads that say what kind of thing a word before them is: `email type` is no address. */
const kinds = /^(?:type|kind|mode|unit|role|category|class|method|order|by|to|from|in|only|flag|option|options)$/;

/** Off in an example: what makes a call do more harm. */
const grave =
  /\b(?:force|overwrite|recursive|permanent|permanently|hard|purge|delete|remove|destroy|all|skip|unsafe|reset)\b/;
/** Nothing that a person makes up: where a list goes on, or what comes from another call. */
const given = /\b(?:cursor|page token|next token|continuation|etag|nonce|signature)\b/;

function rows<Value>(list: readonly (readonly [names: string, value: Value])[]): ReadonlyMap<string, Value> {
  return new Map(list.flatMap(([names, value]) => names.split(' ').map((name) => [name.replaceAll('-', ' '), value])));
}

/** `maxResults_v2` → max, results, v2. */
const wordsOf = (name: string): string[] =>
  name
    .slice(0, 100)
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

function known<Value>(name: string, values: ReadonlyMap<string, Value>): Value | undefined {
  const words = wordsOf(name);
  for (let end = words.length - 1; end >= 0; end -= 1) {
    const word = words[end] ?? '';
    for (const one of [word, word.replace(/(?<=..)s$/, '')]) {
      const value = values.get(`${words[end - 1]} ${one}`) ?? values.get(one);
      if (value !== undefined) return value;
    }
    if (kinds.test(word)) return undefined;
  }
  return undefined;
}

/** `description` is what the schema says of the parameter: an example in it is the best one. */
export const plausibleText = (name: string, description = ''): string =>
  quotedExample(description) ??
  told.find((row) => row.name.test(wordsOf(name).join(' ')) && row.says.test(description.slice(0, 500)))?.text ??
  known(name, texts) ??
  ['example', ...wordsOf(name).filter((word) => word !== 'example' && /^[a-z\d]+$/.test(word))].join(' ');

/** `e.g. "owner/name"`. */
function quotedExample(description: string): string | undefined {
  const said = /(?:\be\.g\.|\bfor example|\bexamples?\b|\bsuch as)[,:]?\s*(["'`])([^"'`\n]{1,60})\1/i.exec(
    description.slice(0, 2_000),
  );
  const text = said?.[2];
  return text !== undefined && /^[\p{L}\p{N}\p{P}\p{S}]+(?: [\p{L}\p{N}\p{P}\p{S}]+)*$/u.test(text) ? text : undefined;
}

export const plausibleNumber = (name: string): number => known(name, numbers) ?? 1;

export const plausibleBoolean = (name: string): boolean => !grave.test(wordsOf(name).join(' '));

/** Whether a parameter that may be left out says something in an example. */
export const isTelling = (name: string): boolean => known(name, texts) !== undefined && !isGiven(name);

export const isGiven = (name: string): boolean =>
  given.test(wordsOf(name).join(' ')) || grave.test(wordsOf(name).join(' '));
