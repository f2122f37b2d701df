/** Checks a built site: `npm run check:site -- --help`. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Outcome, Step } from './check-site/step.ts';
import { steps } from './check-site/steps.ts';

const help = `Checks what holds for any site, on the one that is built. It can take a quarter of an hour.

  npm run check:site -- [--only <steps>] [options]

${steps.map(({ name, gist }) => `  ${name.padEnd(15)} ${gist}`).join('\n')}

  --only <steps>  Only these, with commas between them.
  --sample <n>    Pages for html-validate beside the templates (500).
  --seed <text>   Which pages those are (1).
  --runs <n>      Lighthouse's runs of each page; the median counts (3).
  --json          { "site": "…", "steps": [{ "name", "state", "seconds", "figures", "faults" }] } on stdout.
  --help          This text.

  OUT_DIR         The built site (dist).

Exit codes: 0 nothing found (a step that cannot run here is skipped, and said to be), 1 something found, 2 wrong usage.
`;

const options = {
  only: { type: 'string' },
  sample: { type: 'string', default: '500' },
  seed: { type: 'string', default: '1' },
  runs: { type: 'string', default: '3' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;
/** Faults of one step that are printed; --json has all. */
const printed = 20;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<number> {
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    values = parseArgs({ args: argv, options }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const wanted = values.only?.split(',') ?? steps.map(({ name }) => name);
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) return refuse(`No such step: ${unknown.join(', ')}.`);
  const [sample, runs] = [Number(values.sample), Number(values.runs)];
  if (!Number.isInteger(sample) || sample < 0) return refuse('--sample wants a number of pages.');
  if (!Number.isInteger(runs) || runs < 1) return refuse('--runs wants a number, 1 or more.');
  const site = resolve(process.env['OUT_DIR'] ?? 'dist');
  if (!existsSync(join(site, 'index.html'))) {
    return refuse(`${site} holds no site. Build one first: npm run build`);
  }

  const results = [];
  for (const step of steps.filter(({ name }) => wanted.includes(name))) {
    console.error(`\n── ${step.name}: ${step.gist}`);
    const tell = (line: string) => console.error(`   ${line}`);
    results.push(await timed(step, () => step.run({ site, sample, seed: values.seed, runs, tell })));
  }
  process.stdout.write(values.json ? `${JSON.stringify({ site, steps: results })}\n` : report(results));
  return results.some(({ state }) => state === 'failed') ? 1 : 0;
}

type Result = Outcome & { name: string; seconds: number };

/** A step that breaks is a step that failed: the others still run. */
async function timed({ name }: Step, run: () => Promise<Outcome>): Promise<Result> {
  const started = performance.now();
  const outcome = await run().catch(
    (error: Error): Outcome => ({ state: 'failed', figures: 'it broke', faults: [error.stack ?? error.message] }),
  );
  return { name, seconds: Math.round((performance.now() - started) / 100) / 10, ...outcome };
}

function report(results: readonly Result[]): string {
  const faults = results
    .filter(({ state }) => state === 'failed')
    .flatMap(({ name, faults }) => [
      `\n── ${name}`,
      ...faults.slice(0, printed),
      ...(faults.length > printed ? [`and ${faults.length - printed} more`] : []),
    ]);
  const summary = results.map(({ name, state, seconds, figures }) => {
    const word = state === 'failed' ? 'FAILED' : state;
    return `${word.padEnd(8)}${seconds.toFixed(1).padStart(7)} s  ${name}: ${figures}`;
  });
  return [...faults, '\n── summary', ...summary, ''].join('\n');
}

function refuse(problem: string): number {
  process.stderr.write(`${problem}\nSee npm run check:site -- --help\n`);
  return 2;
}
