/** Measures the catalog's own speed: `npm run bench -- --help`. */
import { benches } from './bench/benches.ts';

const help = `Measures how fast the catalog works, in CPU time and as a ratio to a baseline in the same run.

  npm run bench -- <bench> [options]

${benches.map(({ name, gist, options }) => `  ${name.padEnd(17)} ${gist}\n${options}`).join('\n')}

  --json            One JSON object on stdout.
  --help            This text.

Exit codes: 0 measured, 2 wrong usage or input that cannot be read.
`;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(help);
    return 0;
  }
  const [name, ...rest] = argv;
  const bench = benches.find((one) => one.name === name);
  if (!bench) {
    const known = benches.map((one) => one.name).join(', ');
    process.stderr.write(`Name a bench: ${known}.\nSee npm run bench -- --help\n`);
    return 2;
  }
  try {
    const figures = await bench.run(rest.filter((word) => word !== '--json'));
    const lines = Object.entries(figures).map(([key, value]) => `${key.padEnd(22)} ${value}`);
    process.stdout.write(rest.includes('--json') ? `${JSON.stringify(figures)}\n` : `${lines.join('\n')}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${bench.name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}
