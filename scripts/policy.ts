/** Checks, explains, compares and converts policies: `npm run policy -- --help`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { definitionDigest } from '../src/digest.ts';
import { idPattern, snapshot, type ToolDefinition } from '../src/domain.ts';
import { plainText } from '../src/introspect/plain-text.ts';
import { checkPolicies } from '../src/policy/check.ts';
import { convertPolicy } from '../src/policy/convert/convert.ts';
import { diffPolicies } from '../src/policy/diff.ts';
import { explainPolicy } from '../src/policy/explain.ts';
import type { Policy } from '../src/policy/grammar.ts';
import { printPolicy } from '../src/policy/print.ts';

const help = `Checks, explains, compares and converts policies.

  npm run policy -- check FILE…           Whether the files are good; every fault with its line and column.
  npm run policy -- explain FILE          What would happen to a call of each tool of the snapshot, and why.
  npm run policy -- diff OLD NEW          What the change allows and what it forbids.
  npm run policy -- convert FILE --server ID   Intercept's YAML or PolicyLayer's policy.json in this grammar, on stdout.

  --snapshot FILE   The tools that explain and diff look at, instead of the server's own in CONTENT_DIR.
  --server ID       convert: the catalog's id of the server. explain: one policy of a file that holds several.
  --json            One JSON object on stdout.
  --help            This text.

  CONTENT_DIR       The folder with snapshots/ (content).

What convert cannot say is refused, or becomes stricter and is told on stderr; it never becomes weaker.

Exit codes: 0 done, 1 a file is bad or is not there, 2 wrong usage.
`;

class Problems extends Error {
  readonly lines: string[];
  readonly code: 1 | 2;
  constructor(lines: string[], code: 1 | 2 = 1) {
    super(lines.join('\n'));
    this.lines = lines;
    this.code = code;
  }
}

type Values = { snapshot?: string; server?: string; json: boolean; help: boolean };

const commands: {
  [name: string]: (files: string[], values: Values) => { json: object; lines: string[]; text?: string };
} = { check, explain, diff, convert };

process.exitCode = main(process.argv.slice(2));

function main(argv: string[]): number {
  try {
    const { values, positionals } = readArguments(argv);
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    const [name = '', ...files] = positionals;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new Problems([`There is no command "${name}": check, explain, diff or convert.`], 2);
    if (files.length === 0) throw new Problems(['Name a file.'], 2);
    const { json, lines, text = '' } = command(files, values);
    if (values.json) process.stdout.write(`${JSON.stringify(json)}\n`);
    else {
      process.stdout.write(text);
      const notes = text === '' ? process.stdout : process.stderr;
      if (lines.length > 0) notes.write(`${lines.map(plainText).join('\n')}\n`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    if (argv.includes('--json')) process.stdout.write(`${JSON.stringify({ ok: false, problems: error.lines })}\n`);
    else process.stderr.write(`${error.lines.map(plainText).join('\n')}\n`);
    if (error.code === 2) process.stderr.write('See npm run policy -- --help\n');
    return error.code;
  }
}

function readArguments(argv: string[]): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        snapshot: { type: 'string' },
        server: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return { values: values as Values, positionals };
  } catch (error) {
    throw new Problems([(error as Error).message], 2);
  }
}

function check(files: string[]) {
  const problems: string[] = [];
  const policies: Policy[] = [];
  for (const file of files) {
    const checked = checkPolicies(file, textOf(file));
    if (checked.ok) policies.push(...checked.policies);
    else problems.push(...checked.problems);
  }
  if (problems.length > 0) throw new Problems(problems);
  const summary = policies.map(({ server, default: fallback, tools }) => ({
    server,
    default: fallback,
    tools: tools.size,
  }));
  const lines = summary.map(
    ({ server, tools, ...each }) => `${server}: good; ${tools} by name, the others ${each.default}`,
  );
  return { json: { ok: true, policies: summary }, lines };
}

function explain(files: string[], values: Values) {
  const policies = policiesIn(one(files));
  const [policy] = policies.filter(({ server }) => values.server === undefined || server === values.server);
  const names = policies.map(({ server }) => server).join(', ');
  if (!policy) throw new Problems([`${files[0]}: holds no policy for "${values.server}", but for ${names}`]);
  if (values.server === undefined && policies.length > 1) {
    throw new Problems([`${files[0]}: holds policies for ${names}; say which with --server`]);
  }
  const tools = toolsOf(policy.server, values.snapshot);
  if (!tools) throw new Problems([`There is no snapshot of "${policy.server}"; name one with --snapshot`]);
  const explanations = explainPolicy(policy, tools, definitionDigest);
  const lines = explanations.map(
    ({ tool, outcome, by, headline, why }) =>
      `${outcome.padEnd(6)}  ${tool}: ${headline}${by === 'default' ? ' (the default)' : ''}. ${why}`,
  );
  return { json: { server: policy.server, tools: explanations }, lines };
}

function diff(files: string[], values: Values) {
  const [before, after, ...more] = files;
  if (before === undefined || after === undefined || more.length > 0) throw new Problems(['diff takes two files.'], 2);
  const names = (server: string) => (toolsOf(server, values.snapshot) ?? []).map(({ name }) => name);
  const changes = diffPolicies(policiesIn(before), policiesIn(after), names);
  const lines = changes.map(
    ({ server, tool, effect, ...rule }) =>
      `${effect.padEnd(7)}  ${server} ${tool ?? '(every other tool)'}: ${rule.before} → ${rule.after}`,
  );
  return { json: { changes }, lines: lines.length > 0 ? lines : ['The same calls pass.'] };
}

function convert(files: string[], { server }: Values) {
  if (server === undefined || !idPattern.test(server)) {
    throw new Problems(['convert needs --server ID: lower-case letters, digits, - and _.'], 2);
  }
  const file = one(files);
  const converted = convertPolicy(textOf(file), server);
  if (!converted.ok) throw new Problems(converted.problems.map((problem) => `${file}: ${problem}`));
  const text = printPolicy(converted.policy);
  const read = checkPolicies(file, text);
  if (!read.ok) throw new Problems(read.problems);
  return { json: { policy: text, notes: converted.notes }, lines: converted.notes, text };
}

function one(files: string[]): string {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new Problems(['Name one file.'], 2);
  return file;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Problems([`${file}: cannot be read: ${(error as Error).message}`]);
  }
}

function policiesIn(file: string): Policy[] {
  const checked = checkPolicies(file, textOf(file));
  if (!checked.ok) throw new Problems(checked.problems);
  return checked.policies;
}

/** Undefined where the server was never asked and no file is named. */
function toolsOf(server: string, named: string | undefined): ToolDefinition[] | undefined {
  const file = named ?? join(process.env['CONTENT_DIR'] || 'content', 'snapshots', `${server}.json`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (named === undefined) return undefined;
    throw new Problems([`${file}: cannot be read: ${(error as Error).message}`]);
  }
  try {
    return snapshot.parse(JSON.parse(text)).tools;
  } catch {
    throw new Problems([`${file}: is no snapshot; make one with npm run snapshot`]);
  }
}
