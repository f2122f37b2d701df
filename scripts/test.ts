/** `npm test`: every check in order, all of them whatever fails, and one summary at the end. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const results = join(mkdtempSync(join(tmpdir(), 'catalog-tests-')), 'results.json');
const bin = resolve('node_modules/.bin');
// What these start must find this Node too, and not the one that the shell knows.
const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env['PATH']}`,
  ASTRO_TELEMETRY_DISABLED: '1',
};

const steps: { name: string; command: string; args: string[] }[] = [
  { name: 'types of pages', command: 'astro', args: ['check', '--minimumFailingSeverity', 'warning'] },
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'style', command: 'biome', args: ['ci', '--error-on-warnings'] },
  { name: 'nothing unused', command: 'knip', args: [] },
  {
    name: 'unit, site and browser tests',
    command: 'vitest',
    args: [
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${results}`,
    ],
  },
];

const outcomes = steps.map(({ name, command, args }) => {
  console.log(`\n── ${name}: ${command} ${args[0] ?? ''}`.trimEnd());
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [join(bin, command), ...args], { stdio: 'inherit', env });
  return { name, passed: status === 0, seconds: (performance.now() - started) / 1000 };
});

console.log('\n── summary');
for (const { name, passed, seconds } of outcomes) {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
}
printCounts();
rmSync(join(results, '..'), { recursive: true });
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;

/** The runner's own counts, so that the last lines of a log say how much was run. */
function printCounts() {
  const run = JSON.parse(readFileSync(results, 'utf8'));
  const files = { passed: 0, failed: 0 };
  for (const { status } of run.testResults) files[status === 'passed' ? 'passed' : 'failed'] += 1;
  console.log(`Test Files  ${files.passed} passed, ${files.failed} failed (${run.testResults.length})`);
  console.log(`     Tests  ${run.numPassedTests} passed, ${run.numFailedTests} failed (${run.numTotalTests})`);
}
