/** Measures the labels against labels by people: `npm run evaluate -- --help`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { classify } from '../src/classify/classify.ts';
import { type Calibration, calibration, freshCounts, twice } from '../src/classify/confidence.ts';
import { type Snapshot, snapshot } from '../src/domain.ts';
import { writeWhole } from '../src/introspect/whole-file.ts';
import { evaluate } from '../src/measure/evaluation.ts';
import { parseLabels } from '../src/measure/labels-file.ts';
import { measured } from '../src/measure/leave-out.ts';
import { reportText } from '../src/measure/report.ts';
import { type Verdict, verdictsOf } from '../src/measure/verdicts.ts';

const help = `Labels every tool that people have labelled, and says how often the two agree.

  npm run evaluate -- --corpus <folder> --labels <file> [--corpus <folder> --labels <file>…] [options]

  --corpus FOLDER   A content folder: snapshots/<id>.json. Several are read one by one, each with its own labels.
  --labels FILE     [{ "server", "tool", "category", "certain", "sample" }]; a server's id is its snapshot's file name.
                    "facets", where a row has it, lists those that hold, with a ? those left open: facets are measured too.
  --errors          List every error with the sentence and the evidence behind the label.
  --leave-out       Judge the confidence words as a new server would meet them. For each server, a pattern of evidence
                    gets the word that the labels of all other servers earn it, with the fresh ones twice (right + 9
                    of all + 10: high from 97 %, medium from 85 %, else low; low too where no other server has it). Categories do not change, only the shares by confidence.
  --calibrate       Also write src/classify/accuracy.json, which the engine's confidence words are made of, from these
                    labels. Do so after rules have changed: patterns of evidence move with them.
  --fresh NAME      Write into the same file, under this name, how each pattern of evidence does on these labels. For
                    servers that no rule has been tried on: do so before anyone reads their errors, and once. Confidence
                    then counts both, so that rules tuned on the labels of --calibrate do not make it proud.
  --json            { "all": S, "random": S, "errors": [] } on stdout and nothing else. S = { n, accuracy,
                    falseReadRate, lowConfidenceShare, perCategory: { read: { n, precision, recall }, … } } and more:
                    95 % intervals (Wilson), the confusion table (by people, then by label), shares by confidence word,
                    by pattern of evidence and by rule. "halves" has both for the servers of the tuning and the checking half.
  --help            This text.

False Read: labelled Read, and not Read by people; its rate is of all that are not Read. Shares are from 0 to 1.

Exit codes: 0 measured, 2 wrong usage or input that cannot be read.
`;

const calibrationFile = 'src/classify/accuracy.json';

process.exitCode = main(process.argv.slice(2));

function main(argv: string[]): number {
  const asked = readArguments(argv);
  if ('error' in asked) return refuse([asked.error, 'See npm run evaluate -- --help']);
  if (asked.help) {
    process.stdout.write(help);
    return 0;
  }
  const { corpus = [], labels = [] } = asked;
  if (corpus.length === 0 || corpus.length !== labels.length)
    return refuse([
      'Name both --corpus and --labels, as often the one as the other.',
      'See npm run evaluate -- --help',
    ]);
  if (asked.calibrate && asked.fresh)
    return refuse(['--calibrate and --fresh are of different labels: run one after the other.']);
  const sets = corpus.map((folder, nth) => judged(folder, labels[nth] ?? ''));
  const problems = sets.flatMap((set) => set.problems);
  if (problems.length > 0) return refuse(problems);
  const verdicts = sets.flatMap((set) => set.verdicts);
  const today = new Date().toISOString().slice(0, 10);
  const { fresh } = calibration;
  if (asked.calibrate) writeCalibration({ ...measured(verdicts, today, twice(freshCounts())), fresh });
  if (asked.fresh) {
    const set = measured(verdicts, today, [calibration.patterns, ...twice(freshCounts(asked.fresh))]);
    writeCalibration({ ...calibration, fresh: { ...fresh, [asked.fresh]: set } });
  }
  const evaluation = evaluate(verdicts, { leaveOut: asked['leave-out'] });
  process.stdout.write(
    asked.json ? `${JSON.stringify(evaluation)}\n` : reportText(evaluation, { errors: asked.errors }),
  );
  return 0;
}

function writeCalibration(made: Calibration): void {
  writeWhole(calibrationFile, `${JSON.stringify(made, null, 2)}\n`, `run-${process.pid}`);
  process.stderr.write(`${calibrationFile} is written: look at the diff, and run this again to measure with it.\n`);
}

function judged(corpus: string, labels: string): { verdicts: Verdict[]; problems: string[] } {
  const fails = (problems: string[]) => ({ verdicts: [], problems });
  const text = read(labels);
  if ('problem' in text) return fails([text.problem]);
  const parsed = parseLabels(text.text, labels);
  if ('problems' in parsed) return fails(parsed.problems);
  const { snapshots, problems } = readSnapshots(corpus, new Set(parsed.rows.map(({ server }) => server)));
  return problems.length > 0 ? fails(problems) : verdictsOf(parsed.rows, snapshots, classify);
}

function readArguments(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: {
        corpus: { type: 'string', multiple: true },
        labels: { type: 'string', multiple: true },
        errors: { type: 'boolean', default: false },
        'leave-out': { type: 'boolean', default: false },
        calibrate: { type: 'boolean', default: false },
        fresh: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function refuse(lines: readonly string[]): 2 {
  process.stderr.write(`${lines.join('\n')}\n`);
  return 2;
}

function readSnapshots(corpus: string, wanted: ReadonlySet<string>) {
  const folder = join(corpus, 'snapshots');
  const snapshots = new Map<string, Snapshot>();
  const problems: string[] = [];
  let files: string[] = [];
  try {
    files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  } catch (error) {
    problems.push(`${folder}: ${readingProblem(error)}. --corpus is a folder that holds snapshots/.`);
  }
  for (const file of files.filter((one) => wanted.has(one.slice(0, -'.json'.length)))) {
    const path = join(folder, file);
    const text = read(path);
    if ('problem' in text) problems.push(text.problem);
    else {
      try {
        snapshots.set(file.slice(0, -'.json'.length), snapshot.parse(JSON.parse(text.text)));
      } catch (error) {
        problems.push(
          `${path}: not a snapshot (${String((error as Error).message).slice(0, 300)}). Ask the server again.`,
        );
      }
    }
  }
  return { snapshots, problems };
}

function read(path: string): { text: string } | { problem: string } {
  try {
    return { text: readFileSync(path, 'utf8') };
  } catch (error) {
    return { problem: `${path}: ${readingProblem(error)}. Check the path.` };
  }
}

function readingProblem(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is no such file or folder' : `it cannot be read (${code ?? message})`;
}
