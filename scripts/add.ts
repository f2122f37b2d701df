/** Declares servers from what people have already: `npm run add -- --help`. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addressServer } from '../src/declare/address.ts';
import { type Declared, failed } from '../src/declare/declaration.ts';
import { isNpmPackage, npmServer } from '../src/declare/npm-package.ts';
import { type PlannedFile, planFiles } from '../src/declare/plan.ts';
import { declarationsIn } from '../src/declare/read-json.ts';
import { writeWhole } from '../src/introspect/whole-file.ts';

const help = `Declares MCP servers: writes a file of content/servers/ for each that the source tells of.

  npm run add -- <source> [options]

  source            mcp.json            a client's file: "mcpServers" (Claude, Cursor) or "servers" (VS Code)
                    server.json         an entry of the official registry, or what its API answers
                    npm:package[@version]   a package; without a version the newest, which is then pinned
                    https://address     a server on the web
  --server NAME     Only this server of the source. May be given more than once.
  --id ID           The id of the one server, instead of one made of its name.
  --force           Overwrite files that stand there.
  --dry-run         Show what would be written, and write nothing.
  --json            One JSON object on stdout.
  --help            This text.

  CONTENT_DIR       The folder with servers/ (content).

Secrets are never written: a value that looks like one becomes \${VARIABLE}, and is named, so that you can set it
where servers are asked. Either every server of the source is written or none.

Exit codes: 0 written, 1 the source has problems, 2 wrong usage.
`;

process.exitCode = main(process.argv.slice(2));

function main(argv: string[]): number {
  const asked = readArguments(argv);
  if ('error' in asked) {
    process.stderr.write(`${asked.error}\nSee npm run add -- --help\n`);
    return 2;
  }
  const { source, values } = asked;
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const folder = join(process.env['CONTENT_DIR'] || 'content', 'servers');
  const { files, problems } = planFiles(declaredBy(source), {
    taken: idsIn(folder),
    force: values.force,
    ...(values.id !== undefined && { id: values.id }),
    ...(values.server && { only: values.server }),
  });
  const placed = files.map((file) => ({ ...file, file: join(folder, `${file.id}.yaml`) }));
  const run = `add-${randomUUID()}`;
  if (!values['dry-run']) for (const { file, text } of placed) writeWhole(file, text, run);
  if (values.json) process.stdout.write(`${JSON.stringify({ dryRun: values['dry-run'], files: placed, problems })}\n`);
  else if (problems.length > 0) process.stderr.write(`${problems.join('\n')}\nNothing was written.\n`);
  else process.stdout.write(report(placed, values['dry-run']));
  return problems.length > 0 ? 1 : 0;
}

function readArguments(argv: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        server: { type: 'string', multiple: true },
        id: { type: 'string' },
        force: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const [source, ...more] = positionals;
    if (values.help) return { values, source: '' };
    if (source === undefined) return { error: 'Name a source: a file, npm:package or https://address.' };
    if (more.length > 0) return { error: `Name one source at a time: not also ${more.join(' ')}.` };
    return { values, source };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function idsIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/\.ya?ml$/i, '')) : [];
}

function declaredBy(source: string): Declared {
  if (source.startsWith('npm:')) return fromNpm(source.slice(4));
  if (/^[a-z]+:\/\//i.test(source)) return addressServer(source);
  try {
    return declarationsIn(readFileSync(source, 'utf8'), source);
  } catch (error) {
    const hint = isNpmPackage(source) ? ` If you mean the package, write npm:${source}.` : '';
    const { code, message } = error as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code ?? message})`;
    return failed(`${source}: ${what}. Check the path.${hint}`);
  }
}

/** With npm itself, so that its registry, proxy and credentials are those that people have set. */
function fromNpm(wanted: string): Declared {
  if (!isNpmPackage(wanted)) return failed(`npm:${wanted}: not a package. Write npm:name or npm:name@version.`);
  try {
    const said = execFileSync('npm', ['view', '--json', '--', wanted], { encoding: 'utf8', stdio: 'pipe' });
    return said.trim() === ''
      ? failed(`npm:${wanted}: npm knows no such version. Check it.`)
      : npmServer(JSON.parse(said), wanted);
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as NodeJS.ErrnoException & { stdout?: string; stderr?: string };
    if (code === 'ENOENT') return failed('npm was not found: install Node.js with npm.');
    return /\bE404\b/.test(`${stdout}${stderr}`)
      ? failed(`npm:${wanted}: npm knows no such package or version. Check its name and version.`)
      : failed(`npm:${wanted}: npm did not answer. Check the network and npm's settings. It said: ${stderr.trim()}`);
  }
}

function report(files: (PlannedFile & { file: string })[], dryRun: boolean): string {
  const lines = files.flatMap(({ file, text, replaces, variables, wants, notes }) => [
    `${dryRun ? 'Would write' : replaces ? 'Overwrote' : 'Wrote'} ${file}`,
    ...(dryRun ? text.trimEnd().split('\n') : []).map((line) => `    ${line}`),
    ...variables.map(
      ({ name, place }) => `  ${name} stands for the secret in ${place}: set it where servers are asked.`,
    ),
    ...wants.map((name) => `  ${name} is wanted: set it where servers are asked.`),
    ...notes.map((note) => `  ${note}`),
  ]);
  const ids = files.map(({ id }) => id).join(' ');
  return `${[...lines, ...(dryRun || ids === '' ? [] : [`Ask now: npm run snapshot -- ${ids}`])].join('\n')}\n`;
}
