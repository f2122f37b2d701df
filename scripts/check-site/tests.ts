/** Steps that are test files: `npm test` runs the same over the site of the fixtures. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judged, type Options, type Outcome } from './step.ts';

const project = join(import.meta.dirname, '../..');
const vitest = join(project, 'node_modules/vitest/vitest.mjs');

/** A step that runs test files over the site; what they print goes to stderr. */
export const testStep =
  (...files: string[]) =>
  async ({ site }: Options): Promise<Outcome> => {
    const folder = mkdtempSync(join(tmpdir(), 'catalog-check-'));
    try {
      const results = join(folder, 'results.json');
      const args = ['run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json'];
      const child = spawn(process.execPath, [vitest, ...args, `--outputFile=${results}`, ...files], {
        cwd: project,
        stdio: ['ignore', process.stderr, process.stderr],
        env: { ...process.env, CHECK_SITE: site },
      });
      const [status] = await once(child, 'exit');
      const run: Run = JSON.parse(readFileSync(results, 'utf8'));
      const faults = run.testResults.flatMap(({ message, assertionResults }) => [
        ...(message ? [message] : []),
        ...assertionResults.filter(({ status }) => status === 'failed').map(faultOf),
      ]);
      const unexplained = status !== 0 && faults.length === 0 ? [`vitest ended with ${status}`] : [];
      return judged(`${run.numPassedTests} of ${run.numTotalTests} tests`, [...faults, ...unexplained]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

type Assertion = { fullName: string; status: string; failureMessages: string[] };
type Run = {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { message: string; assertionResults: Assertion[] }[];
};

const faultOf = ({ fullName, failureMessages }: Assertion) =>
  `${fullName}: ${(failureMessages[0] ?? '').split('\n    at ')[0]}`;
