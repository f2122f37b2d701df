/** Parameters that leave the answer somewhere. */
import type { Facts } from '../act.ts';
import { isFlag, type OptionRule } from '../option-rule.ts';
import type { Parameter } from '../parameters.ts';
import { words } from '../rule.ts';

const savePathKeys = new Set(
  words(`outputpath savepath saveto outputfile outfile outputdir outputdirectory destinationpath savedir saveas downloadpath outputdirectorypath outputfilepath downloaddir downloaddirectory
  savefilepath savefolder downloadsdir downloadsdirectory exportpath outputfolder outpath outdir destpath targetpath filetosave savetofile savetodisk writetofile saveimage outputfilename savefile savelocally savedirectory savelocation screenshotpath downloadto`),
);
const maybePathKeys = new Set(
  words('path filepath filename file localpath destination folder directory dest target output'),
);
/** What a call is aimed at may as well be what it looks at. */
const aimKeys = new Set(words('targetpath destpath destinationpath'));
const looksAt =
  /\bto (?:validate|check|verify|scan|analy[sz]e|inspect|search|list|read|look|test|audit|review|compare|resolve|explore)\b/iu;
const saves =
  /\b(?:sav(?:e|es|ed|ing)|writ(?:e|ten|ing)|store[ds]?|export(?:ed)?|output|download(?:ed)?)\b(?:[^.]|\.(?=\w)){0,60}\b(?:to|in|as|file|path|screenshot|image|snapshot|disk|directory|folder)\b|\b(?:file|path|folder|directory|location|where) to (?:write|save|store|export)\b/iu;
/** `Project that the report is saved to`: by its name, and not as a path. */
const savedUnder =
  /\b(?:(?:to|for) (?:sav(?:e|ing)|stor(?:e|ing)) (?:the |its |this )?(?:\w{3,16} )?(?:report|results?|output|findings|scan|summary|analysis|history)|(?:report|results?|output|findings|scan|summary|analysis) (?:is|are|will be|gets?) (?:saved|stored)) (?:to|in|under)\b/iu;
/** `Save the scan as a baseline`, `Whether to enroll the person`: what the flag does besides. */
const doesBesides =
  /^(?:(?:whether|if true,?|when true,?|also|optionally|to|should we)\s){0,3}(?:import (?:the |any )?(?:latest|new|missing)\s|(?:save|store|persist|enroll|register|subscribe|publish|submit|notify)\s\S|(?:create|update|mark|add) (?:an?|the|new|existing|them|it)\s)/iu;
/** A dry run of what keeps nothing would differ in nothing. */
const keepsNothing =
  /\bwithout (?:actually )?(?:saving|writing|persisting|storing|applying|modifying|updating|creating)\b|\bskip(?:s|ping)? (?:\w{3,16} )?persist/iu;
/** What whoever has done a task says of it. */
const verdicts = new Set(
  words(
    'findings verdict conclusion conclusions outcome assessment concerns suggestions score summary status perspective lessons blockers',
  ),
);
const handedOver = /^(?:task|step|phase|review|ticket|issue|item|plan|goal|todo|subtask|milestone|assignment)id$/;
const looks = new Set(words('get list search find show read view query describe fetch count filter'));
const reads =
  /\b(?:read|load|input|upload|existing|search|source|analy[sz]e|from|to open|where .{1,20} (?:is|are) (?:stored|saved|located))\b/iu;

/** `The same folder as in the step before`, `in the virtual file system`. */
const noTarget = /\b(?:read from|already|same \w{1,20} as|virtual (?:output )?(?:directory|folder|path|file))\b/iu;
export const isNoTarget = ({ description }: Parameter) => noTarget.test(description);

export function isSavePath(parameter: Parameter): boolean {
  const { key, types, description, path, values } = parameter;
  if (path.length > 2) return false;
  if (savePathKeys.has(key)) return !(aimKeys.has(key) && looksAt.test(description)) && !isNoTarget(parameter);
  if (types.length > 0 && !types.includes('string')) return false;
  const isSaved =
    (/sav|stor/iu.test(description) && savedUnder.test(description)) ||
    (values.length === 0 &&
      (maybePathKeys.has(key) || /(?:path|filename|directory|outputdir)$/.test(key)) &&
      saves.test(description) &&
      !reads.test(description));
  return isSaved && !isNoTarget(parameter);
}

export const saveOptions: readonly OptionRule[] = [
  {
    id: 'option.save-path',
    category: 'write',
    why: 'A parameter saves the answer to a place that the caller names.',
    note: 'a place that the answer is saved to',
    on: ['read'],
    fits: (parameter, facts) =>
      isSavePath(parameter) || isPicturePath(parameter, facts) || isOutBesideIn(parameter, facts),
    matches: ['take_screenshot: Take a screenshot (output_path: string)'],
    misses: ['read_file: Read a file (path: string)'],
  },
  {
    id: 'option.save-mode',
    category: 'write',
    why: 'One form of output is a file that is kept.',
    note: 'a form of output that is kept as a file',
    on: ['read'],
    fits: ({ key, values, path }) =>
      path.length <= 2 &&
      /^(?:output|outputtype|outputmode|returntype|destination|saveas|outputformat|mode)$/.test(key) &&
      values.some(({ text }) => saveValues.has(text.toLowerCase())),
    matches: ['draw_chart: Draw a chart (output_type: svg|file)'],
    misses: ['draw_chart: Draw a chart (output_type: svg|png)'],
  },
  {
    id: 'option.save-flag',
    category: 'write',
    why: 'A flag saves the answer outside.',
    note: 'a flag that saves the answer outside',
    on: ['read'],
    fits: (parameter) =>
      isFlag(parameter) &&
      parameter.types.includes('boolean') &&
      /^(?:save|savetodisk|savetofile|persist|writetofile|autosave|mark(?:as)?(?:read|seen)|setseen|(?:create|init|initialize)if(?:not|needed|missing|absent)\w*|apply|applyfix|autofix|fix|applyfixes|applychanges|submit|publish|commit|write|(?:save|store|persist|write|update)(?:results?|outputs?|baselines?|reports?|evidence|bundle|snapshots?|history|png|pdf|images?|screenshots?|html|svg|csv|json|markdown|to\w+))$/.test(
        parameter.key,
      ),
    matches: ['analyze_page: Analyze a page (auto_fix: boolean)'],
    misses: ['analyze_page: Analyze a page (verbose: boolean)'],
  },
  {
    id: 'option.keeps',
    category: 'write',
    why: 'A flag has something saved, enrolled or updated besides the answer.',
    note: 'a flag that has something kept besides the answer',
    on: ['read'],
    // What a flag adds to source that is handed back is in the answer.
    fits: ({ types, description, path }, { givesSource }) =>
      path.length <= 2 && types.includes('boolean') && !givesSource && doesBesides.test(description.slice(0, 200)),
    matches: ['screen_tenant: Screen a tenant (watch: boolean = Enroll the tenant for later checks)'],
    misses: [
      'screen_tenant: Screen a tenant (fuzzy: boolean = Enable fuzzy names)',
      'draft_module: Make a module. Returns the source code of it. (delay: boolean = Whether to add a delay)',
    ],
  },
  {
    id: 'option.findings',
    category: 'write',
    why: 'Findings or a verdict on a stored task are handed in with the call, and kept with the task.',
    note: 'a verdict that is handed in',
    on: ['read'],
    fits: ({ key, path, isFree, types, values }, { parameterNames, nameWords }) =>
      path.length === 1 &&
      verdicts.has(key) &&
      (isFree || types.includes('number') || values.length > 0) &&
      [...verdicts].filter((one) => parameterNames.has(one)).length > 1 &&
      [...verdicts].some((one) => one !== 'status' && one !== 'score' && parameterNames.has(one)) &&
      [...parameterNames].some((name) => handedOver.test(name)) &&
      !nameWords.some((word) => looks.has(word)),
    matches: ['check_step: Check a step (step_id: string, findings: string, verdict: string)'],
    misses: [
      'check_step: Check a step (step_id: string, summary: boolean)',
      'check_step: Check a step (step_id: string)',
    ],
  },
  {
    id: 'option.dry-run-of-keeping',
    category: 'write',
    why: 'A dry run that does not save says that the call saves otherwise.',
    note: 'a flag without which the call saves',
    on: ['read'],
    fits: ({ key, types, description }) =>
      types.includes('boolean') &&
      /^(?:dry(?:run)?|preview(?:only)?|simulate|nosave)$/.test(key) &&
      keepsNothing.test(description.slice(0, 300)),
    matches: ['pull_notes: Fetch notes (dry_run: boolean = Print the notes without saving them)'],
    misses: ['pull_notes: Fetch notes (dry_run: boolean = Show the query without executing it)'],
  },
];

/** `take_screenshot (path)`, without a word on the path: what is made of a page is not read from there. */
const isPicturePath = ({ key, types, description, path }: Parameter, { nameWords }: Facts): boolean =>
  path.length === 1 &&
  description === '' &&
  types.includes('string') &&
  /^(?:path|filepath|filename|file)$/.test(key) &&
  ((nameWords.includes('pdf') && makes.some((word) => nameWords.includes(word))) ||
    (nameWords.at(-1) === 'screenshot' && (nameWords.length < 3 || makes.some((word) => nameWords.includes(word)))));
const makes = words('take capture generate print export save create make page browser');

/** `redact (path, output)`: the file that comes out beside the one that goes in. */
const isOutBesideIn = ({ key, types, values, description, path }: Parameter, { parameterNames }: Facts): boolean =>
  path.length === 1 &&
  description === '' &&
  types.includes('string') &&
  values.length === 0 &&
  /^(?:output|outfile|out|dest|destination)$/.test(key) &&
  ['path', 'input', 'file', 'inputpath', 'inputfile', 'archive', 'filepath', 'infile'].some((one) =>
    parameterNames.has(one),
  );

/** Values of an output parameter that leave something on a disk. */
export const saveValues = new Set(words('file disk save local_file localfile'));
