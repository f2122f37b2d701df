/** Parameters that leave the answer somewhere. */
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
const saves =
  /\b(?:sav(?:e|es|ed|ing)|writ(?:e|ten|ing)|store[ds]?|export(?:ed)?|output|download(?:ed)?)\b[^.]{0,60}\b(?:to|in|as|file|path|screenshot|image|snapshot|disk|directory|folder)\b|\b(?:file|path|folder|directory|location|where) to (?:write|save|store|export)\b/iu;
const reads =
  /\b(?:read|load|input|upload|existing|search|source|analy[sz]e|from|to open|where .{1,20} (?:is|are) (?:stored|saved|located))\b/iu;

export function isSavePath(parameter: Parameter): boolean {
  const { key, types, description, path, values } = parameter;
  if (path.length > 2) return false;
  if (savePathKeys.has(key)) return !/\b(?:read from|already)\b/iu.test(description);
  const isText = types.length === 0 || types.includes('string');
  return (
    isText &&
    values.length === 0 &&
    (maybePathKeys.has(key) || /(?:path|filename|directory|outputdir)$/.test(key)) &&
    saves.test(description) &&
    !reads.test(description)
  );
}

export const saveOptions: readonly OptionRule[] = [
  {
    id: 'option.save-path',
    category: 'write',
    why: 'A parameter saves the answer to a place that the caller names.',
    note: 'a place that the answer is saved to',
    on: ['read'],
    fits: (parameter) => isSavePath(parameter),
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
];

/** Values of an output parameter that leave something on a disk. */
export const saveValues = new Set(words('file disk save local_file localfile'));
