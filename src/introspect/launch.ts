/** Gets a stdio server ready to start: its package installed, its variables filled in, its folders empty. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Transport } from '../domain.ts';
import { expand, serverEnvironment } from './environment.ts';
import { type InstallOptions, install } from './install.ts';
import { npxCommand } from './npx.ts';
import type { Replacement } from './scrub.ts';
import { replacementsFor } from './scrub.ts';

export type Launch = {
  command: string;
  args: string[];
  env: { [name: string]: string };
  cwd: string;
  packageVersion?: string;
  /** What must not show in a snapshot: our folders and our secrets. */
  replacements: Replacement[];
};

/** `home`: a path that does not exist yet, in the run's folder. Rejects with a Failure. */
export async function prepare(
  transport: Transport & { type: 'stdio' },
  home: string,
  options: InstallOptions,
): Promise<Launch> {
  const ours = process.env;
  const declared = expand(transport.env, ours);
  const given = expand(Object.fromEntries(transport.args.map((arg, index) => [index, arg])), ours);
  const args = transport.args.map((arg, index) => given.values[index] ?? arg);
  const npx = npxCommand(transport.command, args);
  const installed = npx && (await install(npx.packages, npx.bin, options));
  const folders = { home: join(home, 'home'), cwd: join(home, 'work') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  return {
    command: installed?.bin ?? transport.command,
    args: npx?.args ?? args,
    env: serverEnvironment(ours, {
      home: folders.home,
      bins: installed ? [dirname(installed.bin)] : [],
      declared: declared.values,
    }),
    cwd: folders.cwd,
    ...(installed && { packageVersion: installed.version }),
    replacements: replacementsFor(
      { '/workdir': folders.cwd, '/home': folders.home, ...(installed && { '/package': installed.folder }) },
      new Map([...declared.secrets, ...given.secrets]),
    ),
  };
}
