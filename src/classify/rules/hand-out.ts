/** What is exported or generated: whether it comes back in the answer or stays somewhere. */
import type { Facts } from '../act.ts';
import { type ActRule, words } from '../rule.ts';
import { isNoTarget } from './save-options.ts';
import { namesPath } from './written-out.ts';

export const handOutRules: readonly ActRule[] = [
  {
    id: 'change.export',
    category: 'write',
    why: 'What is exported or downloaded to a place that the caller names stays there.',
    note: 'which writes to a place that the caller names',
    verbs: words(
      'export download dump extract convert zip unzip compress decompress untar package archive-file render print transcribe',
    ),
    when: ({ facts, context, object, from }) =>
      hasDestination(facts) ||
      (namesPath(facts) &&
        context.some((word) => ['file', 'folder', 'directory'].includes(word) && !from.includes(word))) ||
      ([...context, ...object].some((word) => ['bucket', 'disk'].includes(word)) && !object.includes('usage')),
    matches: ['download_file: Download a file to disk', 'dump_ledger: Dump a ledger to a file (file: string)'],
    misses: ['export_report: Return the report as CSV'],
  },
  {
    id: 'change.generate-stored',
    category: 'write',
    why: 'Generating a key, a link or a file that is kept makes something that stays.',
    note: 'which makes something that stays',
    verbs: words('generate build issue prepare'),
    head: words(
      'key token secret link file document credential page site project article task ticket record entry component certificate webhook embed badge code-file invite wallet',
    ),
    when: ({ head, facts, object }) =>
      !['link', 'token', 'document', 'code-file', 'component', 'page', 'file'].includes(head) ||
      (head === 'link' && object.some((word) => doors.has(word))) ||
      storedWords.some((word) => facts.textWords.has(word)) ||
      (head === 'token' && object.includes('access')),
    unlessHead: words('command commands snippet instruction instructions'),
    unless: words(
      'summary report example sample template preview diagram deep map search random text content documentation',
    ),
    matches: ['generate_api_key', 'generate_certificate'],
    misses: ['generate_summary', 'generate_report'],
  },
];

/** A link through one of these lets someone in. */
const doors = new Set(words('portal billing share sharing invite invitation access login magic session onboarding'));

const storedWords = words('save store file disk database output path write project folder create persist');

const destinations = words(
  'outputpath savepath saveto outputfile outfile outputdir outputdirectory destinationpath savedir saveas downloadpath targetpath bucket outputdirectorypath outputfilepath localpath downloaddir downloaddirectory destinationfolder savefilepath savefolder exportpath outputfolder outpath outdir destpath filetosave',
);

const hasDestination = ({ parameters }: Facts) =>
  parameters.some(
    (parameter) => parameter.path.length === 1 && destinations.includes(parameter.key) && !isNoTarget(parameter),
  );
