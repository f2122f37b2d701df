/** Checks a content folder: `npm run check -- --help`. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCatalog } from '../src/catalog.ts';
import { overrideFindings } from '../src/catalog-checks.ts';
import { contentDir, orphanSnapshots, readContent } from '../src/content.ts';

const help = `Checks the content folder: every file that people write, the snapshots, and the overrides.

  npm run check -- [--json]

  --json        { "problems": [], "findings": [] } on stdout.
  --help        This text.

  CONTENT_DIR   The folder to check (content).

A problem stops a build. A finding does not: an override that no tool has, that repeats the rules or was made for
another definition, and a snapshot of a server that nobody declares.

Exit codes: 0 nothing found, 1 something found, 2 wrong usage.
`;

process.exitCode = main(process.argv.slice(2));

function main(argv: string[]): number {
  const options = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  let values: { json?: boolean | undefined; help?: boolean | undefined };
  try {
    values = parseArgs({ args: argv, options }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\nSee npm run check -- --help\n`);
    return 2;
  }
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const folder = contentDir();
  const { content, problems } = readContent(folder);
  const fileOf = (id: string) => globSync(join(folder, 'servers', `${id}.y{a,}ml`))[0] ?? id;
  const catalog = buildCatalog(content.site, content.servers);
  const findings = [...overrideFindings(catalog, fileOf), ...orphanSnapshots(folder, content)];
  if (values.json) process.stdout.write(`${JSON.stringify({ problems, findings })}\n`);
  else {
    for (const line of [...problems, ...findings]) console.log(line);
    if (problems.length + findings.length === 0) console.log(`${content.servers.length} servers: nothing to mend.`);
  }
  return problems.length + findings.length > 0 ? 1 : 0;
}
