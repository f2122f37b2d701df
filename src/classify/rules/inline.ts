/** What is made of the caller’s own words and comes back in the answer: nothing outside is different. */
import type { Facts } from '../act.ts';
import { type ActRule, words } from '../rule.ts';

export const inlineRules: readonly ActRule[] = [
  {
    id: 'look.learn',
    category: 'read',
    why: 'Learning of a thing is reading about it, unless a lesson or a pattern is what is learnt and kept.',
    note: 'which reads about a thing',
    verbs: words('learn'),
    unless: words(
      'pattern preference lesson fact skill mistake rule correction feedback selector behavior behaviour style model knowledge memory insight',
    ),
    // `pilot_learn`: what is learnt is kept, unless it is read about.
    when: ({ facts: { nameWords, textWords } }) =>
      nameWords.at(-1) !== 'learn' ||
      words('about documentation doc guide tutorial how').some((word) => textWords.has(word)),
    matches: ['learn_billing_api', 'learn: If you are new here, use this tool to learn about it'],
    misses: ['learn_pattern: Learn a pattern from the history'],
  },
  {
    id: 'look.draw',
    category: 'read',
    why: 'A chart or a diagram that comes back in the answer is a way of showing the caller’s own data.',
    note: 'which draws the caller’s own data',
    verbs: words('create make build draw render compose'),
    head: words(
      'qr qrcode barcode chart diagram graph plot heatmap flowchart histogram mindmap treemap visualization wordcloud',
    ),
    when: ({ facts: { textWords } }) =>
      ['svg', 'png', 'base64', 'mermaid', 'html', 'echart', 'render', 'generate', 'visualize', 'image'].some((word) =>
        textWords.has(word),
      ) &&
      ![
        'sheet',
        'spreadsheet',
        'dashboard',
        'slide',
        'document',
        'workbook',
        'page',
        'board',
        'workspace',
        'file',
        'worksheet',
        'canvas',
      ].some((word) => textWords.has(word)),
    matches: ['create_bar_chart: Generates a bar chart as SVG'],
    misses: ['create_chart: Create a chart in a spreadsheet'],
  },
  {
    id: 'look.inference',
    category: 'read',
    why: 'An answer or a vector that a model makes comes back at once and changes nothing.',
    note: 'which asks a model and hands back its answer',
    verbs: words('create generate make compute'),
    head: words('embedding completion chatcompletion response'),
    when: ({ heads, facts: { nameWords, parameterNames } }) =>
      !nameWords.some((word) => /^re(?:build|generate|index|embed|compute)$/.test(word)) &&
      (!heads.includes('response') ||
        (parameterNames.has('model') && ['input', 'messages', 'prompt'].some((key) => parameterNames.has(key)))),
    unless: ['job', 'index', 'store'],
    matches: [
      'create_embeddings',
      'create_chat_completion',
      'create_response: Create a response (model: string, input: string)',
    ],
    misses: ['create_embed_job', 'create_index', 'create_response: Create a response to a review (text: string)'],
  },
  {
    id: 'look.thought',
    category: 'read',
    why: 'A thought that is written down stays in the conversation.',
    note: 'which only thinks',
    verbs: words('write record note log add process'),
    head: words('thought reasoning'),
    when: ({ facts }) => facts.nameWords.some((word) => word === 'think' || word === 'thinking' || word === 'thought'),
    matches: ['think: Write down a thought'],
    misses: ['save_thought', 'write_file'],
  },
  {
    id: 'look.arithmetic',
    category: 'read',
    why: 'Adding or multiplying numbers is a calculation.',
    note: 'which only calculates',
    verbs: words('add subtract sub sum multiply divide increment compare'),
    when: ({ head, object, facts }) =>
      ((head === 'day' || head === 'hour' || head === 'minute' || head === 'month' || head === 'duration') &&
        facts.parameterNames.has('date')) ||
      (['number', 'integer', 'value', 'vector', 'matrix', 'operand', 'duration', 'polynomial'].includes(head) &&
        !object.some((word) => labelled.has(word))) ||
      (head === 'date' && facts.parameterNames.has('date2')) ||
      (facts.parameters.length === 2 && facts.parameterNames.has('a') && facts.parameterNames.has('b')),
    unless: words(
      'record field row list cell allowed config sheet contact phone set custom attribute column property key',
    ),
    matches: ['add: Add two numbers'],
    misses: ['add_contact', 'add_phone_number'],
  },
  {
    id: 'look.inline',
    category: 'read',
    why: 'A text that is changed or written and handed back in the answer is not kept anywhere.',
    note: 'which hands back a text of the caller',
    verbs: words(
      'create make write compose draft fill merge replace remove set sort build add insert wrap join split strip rewrite refactor fix clean combine shorten expand trim',
    ),
    head: words(
      'text string json line lines duplicate prompt plan test tests code regex query outline template gap pattern whitespace value paragraph sentence reply email message snippet yaml xml csv markdown html sql word array list tag comment document',
    ),
    when: ({ verb, head, object, facts }) =>
      (facts.textWords.has('return') || (['merge', 'combine', 'join'].includes(verb) && facts.parameters.length > 1)) &&
      isInline(facts) &&
      (head !== 'document' || object.some((word) => ['json', 'xml', 'yaml', 'text'].includes(word))),
    unless: words('file stored saved database table record page issue note repository project board channel store'),
    matches: ['merge_json: Merge two JSON documents and return the result (a: string, b: string)'],
    misses: ['create_list: Create a list and return it (name: string)', 'write_file: Write text to a file'],
  },
  {
    id: 'look.context',
    category: 'read',
    why: 'What is put together for a model to read comes back in the answer.',
    note: 'which puts together what a model reads',
    verbs: words('build assemble compile compose pack bundle'),
    object: words('context briefing dossier'),
    unless: words('browser docker container image index file disk store database execution'),
    ambiguous: true,
    matches: ['mind: Build a compact context bundle for a model'],
    misses: ['build_project', 'build_image: Build an image from a context'],
  },
  {
    id: 'look.compose',
    category: 'read',
    why: 'A text that is composed from what is stored, and kept nowhere, comes back in the answer.',
    note: 'which hands back a text made of what is stored',
    verbs: ['compose'],
    head: words('document spec specification prompt query summary report answer view text'),
    when: ({ from, facts }) => from.length > 0 && !facts.parameters.some(({ key }) => /path|file|name|title/.test(key)),
    unless: words('email mail message letter post save store'),
    matches: ['put_together: Compose a document from the chapters of a book (chapters: array)'],
    misses: ['compose_letter: Compose a letter', 'compose: Compose a document from parts (title: string)'],
  },
  {
    id: 'look.source',
    category: 'read',
    why: 'Source that is made and handed back in the answer is not kept anywhere.',
    note: 'which hands back source',
    verbs: words('make create generate build write produce scaffold'),
    when: ({ facts }) => facts.givesSource && !facts.parameters.some(({ key }) => /path|dir$|file/.test(key)),
    unless: words('file database repository gist project issue page'),
    matches: ['make_token: Make a token contract. Returns the source code of the contract.'],
    misses: ['create_token', 'create_file: Create a file (path: string)'],
  },
  {
    id: 'look.define',
    category: 'read',
    why: 'What a word means, and how a work is cited, is looked up.',
    note: 'which only looks',
    verbs: words('define make create cite build format'),
    head: words('word term phrase acronym citation bibliography bibtex'),
    when: ({ verb, head }) => (verb === 'define') === ['word', 'term', 'phrase', 'acronym'].includes(head),
    unless: words('page document table board custom glossary add'),
    matches: ['define_word: Define a word', 'make_citation'],
    misses: ['define_table'],
  },
];

/** `Add a tracking number`: what a thing is known by. */
const labelled = new Set(
  words(
    'phone tracking serial account card order invoice part version case ticket page line house registration license',
  ),
);
const inlineKeys = new Set(
  words(
    'text texts content code json data input inputs prompt template values value a b c pattern replacement search replace with lines words list numbers format style tone topic goal language lang options path width height indent case delimiter separator message query question sentence string strings first second left right source target mode base override overlay json1 json2 doc1 doc2 count max limit length separator keep flags old new find patch',
  ),
);
const contentKeys = new Set(
  words(
    'text texts content code json data input inputs prompt template a goal message lines words string strings json1 doc1 first left',
  ),
);
/** All that goes in is content, and nothing names where it would be kept. */
const isInline = ({ parameters }: Facts) =>
  parameters.some(({ key }) => contentKeys.has(key)) &&
  parameters.every(({ key, path }) => path.length > 1 || inlineKeys.has(key));
