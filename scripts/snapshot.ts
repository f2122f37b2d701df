/** Asks the declared servers what tools they have: `npm run snapshot -- --help`. */
import { parseArgs } from 'node:util';
import { readDeclaredServers } from '../src/content.ts';
import { parseDuration } from '../src/introspect/due.ts';
import { listenForInterrupts } from '../src/introspect/interrupts.ts';
import { progressDisplay } from '../src/introspect/progress.ts';
import { defaults, snapshotServers } from '../src/introspect/snapshot-servers.ts';
import { summaryLines, summaryOf } from '../src/introspect/summary.ts';

const help = `Asks MCP servers what tools they have, and writes a snapshot of each answer, and what changed in it.

  npm run snapshot -- [ids…] [options]

  ids               Only these servers, and these now. Without ids: all that are due.
  --concurrency N   How many at a time (${defaults.concurrency}).
  --timeout S       Seconds that a server may take to answer, once installed (${defaults.timeout}).
  --max-age D       How old an answer may be before it is asked for again: 12h, 7d, 0 (7d).
  --retry           Ask the servers that failed now. Else they wait 10 minutes, doubling to a day.
  --json            One JSON summary on stdout; everything else goes to stderr.
  --help            This text.

  CONTENT_DIR       The folder with servers/, snapshots/ and changes/ (content).
  CACHE_DIR         Where packages and the records of askings are kept (.cache).

Exit codes: 0 every server answered or was asked lately, 1 some failed, 2 wrong usage or content,
130 and 143 interrupted.
`;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<number> {
  const asked = readArguments(argv);
  if ('error' in asked) {
    process.stderr.write(`${asked.error}\nSee npm run snapshot -- --help\n`);
    return 2;
  }
  const { values, ids, numbers } = asked;
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const contentDir = process.env['CONTENT_DIR'] || 'content';
  const { servers, problems } = readDeclaredServers(contentDir, ids);
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\n`);
    return 2;
  }
  const human = values.json ? process.stderr : process.stdout;
  const interrupts = listenForInterrupts();
  const display = progressDisplay(human);
  const started = Date.now();
  try {
    const options = { contentDir, ids, retry: values.retry, ...numbers, signal: interrupts.signal };
    const outcomes = await snapshotServers(servers, options, { report: display.report }).finally(display.close);
    const summary = summaryOf(outcomes, Date.now() - started);
    human.write(summaryLines(outcomes, summary));
    if (values.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
    return summary.failed > 0 ? 1 : 0;
  } catch (error) {
    const code = interrupts.code();
    if (code === undefined) throw error;
    process.stderr.write('Interrupted. What was answered before is kept.\n');
    return code;
  } finally {
    interrupts.stop();
  }
}

type Arguments = {
  values: { retry: boolean; json: boolean; help: boolean };
  ids: string[];
  numbers: { concurrency?: number; timeout?: number; maxAge?: number };
};

function readArguments(argv: string[]): Arguments | { error: string } {
  try {
    const { values, positionals: ids } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        concurrency: { type: 'string' },
        timeout: { type: 'string' },
        'max-age': { type: 'string' },
        retry: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const { retry, json, help } = values;
    const concurrency = within('--concurrency', values.concurrency, 1, 64);
    const timeout = within('--timeout', values.timeout, 1, 3600);
    const maxAge = values['max-age'] === undefined ? undefined : parseDuration(values['max-age']);
    if (values['max-age'] !== undefined && maxAge === undefined)
      throw new Error('--max-age must be like 12h, 7d or 0.');
    const numbers = {
      ...(concurrency !== undefined && { concurrency }),
      ...(timeout !== undefined && { timeout }),
      ...(maxAge !== undefined && { maxAge }),
    };
    return { values: { retry, json, help }, ids, numbers };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function within(option: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`${option} must be a whole number from ${least} to ${most}.`);
}
