/** `npm run stress`: what must hold when much goes wrong at once, tried at length. */
import { parseArgs } from 'node:util';

/** Each resolves to whether all held. */
const trials: { name: string; what: string; run: (options: { posts: number }) => Promise<boolean> }[] = [
  {
    name: 'contact',
    what: 'Messages from 50 connections while the host is killed five times and channels fail half of the time.',
    run: async (options) => (await import('./stress/contact.ts')).stressContact(options),
  },
];

const help = `Tries at length what must hold when much goes wrong at once, and prints figures.

  npm run stress -- <trial> [options]

${trials.map(({ name, what }) => `  ${name}  ${what}`).join('\n')}

  --posts N  How many messages (10000).
  --help     This text.

  DATABASE_URL  A Postgres to keep them in, its connections cut meanwhile; a file of SQLite without it.

Exit codes: 0 all held; 1 something did not; 2 wrong use.
`;

const { values, positionals } = readArguments();
const trial = trials.find(({ name }) => name === positionals[0]);
const posts = Number(values.posts);
if (values.help) {
  process.stdout.write(help);
} else if (!trial || positionals.length !== 1 || !Number.isInteger(posts) || posts < 1) {
  console.error(help);
  process.exitCode = 2;
} else {
  process.exitCode = (await trial.run({ posts })) ? 0 : 1;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { posts: { type: 'string', default: '10000' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    console.error((error as Error).message);
    return { values: { posts: '0', help: false }, positionals: [] };
  }
}
