/** What looks like fetching and leaves something behind: rows loaded into a store, jobs taken off a queue, vectors kept with what they are of. */
import type { Act } from '../act.ts';
import { type ActRule, words } from '../rule.ts';

export const takenUpRules: readonly ActRule[] = [
  {
    id: 'change.load-store',
    category: 'write',
    why: 'Rows that are loaded into a table or a database stay there.',
    note: 'which loads something into a store',
    verbs: words('load export download pull fetch dump stream capture read extract collect gather scrape'),
    when: (act) => isIntoStore(act),
    unless: words('memory context sql plugin extension answer response output list'),
    matches: [
      'load_readings: Load readings into a table',
      'load_file: Load a file (table_name: string)',
      'read_meter: Read the figures of a meter straight into the database',
      'take_home: Download all tides into a local SQLite file',
    ],
    misses: [
      'load_file: Load a file into the context',
      'load_table: Load a table',
      'read_rows: Read rows from a table',
    ],
  },
  {
    id: 'change.take-job',
    category: 'write',
    why: 'A job that is taken off a queue is not given to the next one who asks.',
    note: 'which takes something off a queue',
    verbs: words('pull take claim grab pick reserve'),
    head: words('job task message item ticket work event entry'),
    when: ({ object, context, from }) =>
      from.includes('queue') ||
      from.includes('backlog') ||
      object.includes('next') ||
      (context.includes('queue') && context.includes('processing')),
    unless: words('request approach look snapshot'),
    matches: ['pull_order: Pull a job from a queue', 'claim_next_task'],
    misses: ['pull_request', 'pick_task: Pick a task at random'],
  },
  {
    id: 'change.embed-stored',
    category: 'write',
    why: 'Vectors that are made of stored things are kept with them for later searches.',
    note: 'which keeps what it makes with stored things',
    verbs: words('generate create compute build make calculate rebuild regenerate'),
    object: ['embedding'],
    near: words(
      'stored missing document memory note record entity page knowledge-base knowledge collection table chunk article node repository codebase observation item',
    ),
    when: ({ facts: { parameterNames } }) => !handedIn.some((key) => parameterNames.has(key)),
    unless: words('url text input sentence string search dashboard'),
    matches: ['make_vectors: Generate embeddings for all notes (force: boolean)'],
    misses: ['make_vectors: Generate embeddings for a document (text: string)', 'create_embeddings'],
  },
  {
    id: 'change.embed-all',
    category: 'write',
    why: 'Stored things that are turned into vectors keep them for later searches.',
    note: 'which keeps what it makes with stored things',
    verbs: words('embed vectorize'),
    near: words('document memory note record entity collection table chunk article repository codebase observation'),
    when: ({ facts: { parameterNames } }) => !handedIn.some((key) => parameterNames.has(key)),
    unless: words('url text input sentence string'),
    matches: ['embed_notes: Embed all notes of a notebook (notebook: string)'],
    misses: ['embed_note: Embed a note (text: string)', 'embed_text'],
  },
  {
    id: 'change.sideload',
    category: 'write',
    why: 'A picture or a file that is loaded into a library stays there; it brings no code.',
    note: 'which makes something that stays',
    verbs: ['sideload'],
    head: words('image photo picture media video audio attachment asset document file'),
    matches: ['sideload_photo'],
    misses: ['sideload_app'],
  },
];

const handedIn = words('text texts input inputs content query sentences string strings document documents');

const stores = new Set(
  words(
    'table database db warehouse sqlite duckdb postgres postgresql mysql bigquery datastore lakehouse store vectorstore index knowledge-base knowledge collection bucket vault keychain',
  ),
);
const tableKeys = words('tablename targettable destinationtable');
const rowFiles = new Set(words('row csv parquet json jsonl xlsx excel spreadsheet file dataset dataframe data'));

/** `Load rows into a table`; `Load a file`, with the name of a table to make. */
function isIntoStore({ verb, heads, object, context, from, facts }: Act): boolean {
  const isTable = verb === 'load' && [...heads, ...object].some((word) => rowFiles.has(word));
  if (isTable && tableKeys.some((key) => facts.parameterNames.has(key))) return true;
  return facts.textWords.has('into') && context.some((word) => stores.has(word) && !from.includes(word));
}
