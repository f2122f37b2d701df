/** Verbs whose result is put on a disk, on paper or on a board, where others elsewhere hand it back. */
import type { Act, Facts } from '../act.ts';
import { type ActRule, words } from '../rule.ts';

export const writtenOutRules: readonly ActRule[] = [
  {
    id: 'change.archive-files',
    category: 'write',
    why: 'An archive that is packed or unpacked leaves files on the disk.',
    note: 'which leaves files on the disk',
    verbs: words('zip unzip untar compress decompress extract unpack pack'),
    when: (act) => isPacking(act),
    unless: words('text string json model memory context link transaction'),
    matches: [
      'unzip: Unzip an archive (archive: string, dest: string)',
      'pack_folder: Compress a folder into an archive (path: string)',
    ],
    misses: ['unzip: Unzip a text (text: string)', 'extract_tables: Extract tables of a page (path: string)'],
  },
  {
    id: 'change.print',
    category: 'write',
    why: 'What a printer prints is on paper.',
    note: 'which puts something on paper',
    verbs: ['print'],
    when: ({ facts: { textWords } }) => textWords.has('printer'),
    unlessObject: words('status list queue setting info'),
    matches: ['print_ticket: Print a ticket (printer: string)'],
    misses: ['print_tree: Print a tree'],
  },
  {
    id: 'change.show-on',
    category: 'write',
    why: 'A message on a board or a device is seen by others.',
    note: 'which sends something to others',
    verbs: words('show display draw scroll'),
    head: words('message text image picture icon'),
    when: ({ context }) =>
      context.some((word) => ['led', 'lcd', 'matrix', 'billboard', 'signboard', 'oled'].includes(word)),
    matches: ['show_price: Show a text on the LED board (text: string)'],
    misses: ['show_message: Show a message of a mailbox'],
  },
  {
    id: 'change.ensure',
    category: 'write',
    why: 'What is made sure to exist is made where it is missing.',
    note: 'which makes what is missing',
    verbs: ['ensure'],
    unless: words(
      'quality compliance correctness accuracy consistency safety security connection session login running started booted launched',
    ),
    matches: ['ensure_shelf: Ensure that a shelf exists'],
    misses: ['get_shelf'],
  },
];

/** Names a place on the disk. */
export const namesPath = ({ parameters }: Facts) =>
  parameters.some(({ key, path }) => path.length === 1 && pathKey.test(key));
const pathKey =
  /^(?:path|paths|file|files|filename|filepath|archive|archivepath|input|inputpath|output|outputpath|dest|destination|target|dir|directory|folder|outputdir|outdir|extractto|source)$/;

const destination = /^(?:dest|destination|output|outdir|outputdir|extractto|target)/;

function isPacking({ verb, object, heads, context, facts }: Act): boolean {
  if (!namesPath(facts)) return false;
  const archive = (word: string) => /^(?:archive|zip|tar|tarball|gzip|rar|7z)$/.test(word);
  if (verb === 'extract' || verb === 'unpack')
    return (
      (heads.some(archive) || (object.includes('archive') && object.includes('file'))) &&
      (facts.nameWords.some(archive) || facts.parameters.some(({ key }) => destination.test(key)))
    );
  return (
    heads.some((head) => archive(head) || ['file', 'folder', 'directory', 'image', 'video', 'pdf'].includes(head)) ||
    context.some(archive)
  );
}
