/** Takes an `npx` command line apart, since installing a package and running it are two steps here. */
import { Failure } from './failure.ts';

export type NpxCommand = {
  /** As npm reads it: `name`, `@scope/name@1.2.3`, a git address. */
  packages: string[];
  /** The command to run; by default the package's own. */
  bin?: string;
  args: string[];
};

/** Undefined when the command is not npx. Throws a Failure for an npx option that has no meaning in two steps. */
export function npxCommand(command: string, args: readonly string[]): NpxCommand | undefined {
  if (!/^npx(?:\.cmd)?$/.test(command)) return undefined;
  const packages: string[] = [];
  const rest = [...args];
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    const [option, value] = next.split(/=(.*)/s);
    if (option === '-p' || option === '--package') packages.push(value ?? rest.shift() ?? '');
    else if (['-y', '--yes', '-q', '--quiet', '--silent', '--prefer-offline'].includes(next)) continue;
    else if (next === '--') return split(packages, rest);
    else if (next.startsWith('-')) throw unknownOption(next);
    else return split(packages, [next, ...rest]);
  }
  return split(packages, []);
}

function split(packages: string[], [first, ...args]: string[]): NpxCommand {
  if (first === undefined || packages.includes('')) {
    throw new Failure('install-failed', 'npx is given no package: write npx -y package@version [arguments].');
  }
  return packages.length > 0 ? { packages, bin: first, args } : { packages: [first], args };
}

function unknownOption(option: string): Failure {
  return new Failure(
    'install-failed',
    `npx option ${option} is not understood here: write npx -y package@version [arguments].`,
  );
}
