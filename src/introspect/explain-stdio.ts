/** Says why a process gave no tool list, from how it ended and what it wrote: as rows, the first that fits. */
import { basename } from 'node:path';
import { Failure } from './failure.ts';
import { plainLine } from './plain-text.ts';
import type { Exit } from './stdio.ts';

export type Evidence = {
  command: string;
  seconds: number;
  timedOut: boolean;
  /** Whether the handshake succeeded. */
  opened: boolean;
  exit: Exit | undefined;
  /** What the transport itself gave up on. */
  failure: Failure | undefined;
  stderr: string;
};

export function explainStdio(error: unknown, evidence: Evidence): Failure {
  const found = error instanceof Failure ? error : evidence.failure;
  if (found?.why === 'command-not-found') return notFound(evidence.command, found);
  const { stderr } = evidence;
  if (found) return new Failure(found.why, found.message, { cause: error, stderr });
  const telling = evidence.exit !== undefined || evidence.timedOut;
  const variables = telling ? missingVariables(stderr) : [];
  if (variables.length > 0) {
    const list = new Intl.ListFormat('en').format(variables);
    return new Failure('wants-variable', `It wants ${list}: declare it under transport.env, as \${${variables[0]}}.`, {
      stderr,
    });
  }
  if (telling && signInWords.test(stderr)) {
    return new Failure('wants-sign-in', 'It waits for a person to sign in: run it once by hand, or declare a token.', {
      stderr,
    });
  }
  if (evidence.exit) return exited(evidence.exit, stderr);
  if (evidence.timedOut) {
    const waited = evidence.opened ? 'sent no complete tool list' : 'did not answer the handshake';
    return new Failure('timed-out', `It ${waited} within ${evidence.seconds} s: give it more with --timeout.`, {
      stderr,
    });
  }
  const said = plainLine(error instanceof Error ? error.message : String(error), 300);
  return new Failure(
    'not-mcp',
    evidence.opened
      ? `It refused to list its tools: ${said}.`
      : `It did not answer as an MCP server does: ${said}. Check that its arguments start it as a stdio server.`,
    { cause: error, stderr },
  );
}

/** How to get the commands that people declare. */
const remedies: { commands: string[]; remedy: string }[] = [
  { commands: ['uvx', 'uv'], remedy: 'install uv (docs.astral.sh/uv)' },
  { commands: ['docker'], remedy: 'install Docker, and start it' },
  { commands: ['podman'], remedy: 'install Podman' },
  { commands: ['python', 'python3', 'pip', 'pipx'], remedy: 'install Python 3' },
  { commands: ['deno'], remedy: 'install Deno (deno.com)' },
  { commands: ['bun', 'bunx'], remedy: 'install Bun (bun.sh)' },
  { commands: ['go'], remedy: 'install Go' },
  { commands: ['java'], remedy: 'install a Java runtime' },
  { commands: ['dotnet', 'dnx'], remedy: 'install .NET' },
];

function notFound(command: string, failure: Failure): Failure {
  const { code } = (failure.cause ?? {}) as NodeJS.ErrnoException;
  const name = plainLine(command);
  if (code === 'EACCES')
    return new Failure('command-not-found', `The file ${name} may not be executed: make it executable.`);
  if (code !== 'ENOENT') return failure;
  const known = remedies.find(({ commands }) => commands.includes(basename(command)));
  return new Failure(
    'command-not-found',
    `The command ${name} was not found: ${known?.remedy ?? 'install it, or check its spelling'}.`,
  );
}

/** Names in capitals with an underscore, near words that ask for them. */
const wanting: RegExp[] = [
  /(?:environment variables?|env(?:ironment)? vars?|missing(?: required)?|please (?:set|provide|export)|must set|you need to set|requires?(?: the)?)[^\n]{0,60}?\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b/i,
  /\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b[^\n]{0,60}?(?:(?:is|are|was|must be|not) (?:required|missing|not (?:set|defined|provided|found)|set|defined|provided|undefined|empty)|required|missing)/i,
];
/** Node's own codes look like variables: ERR_MODULE_NOT_FOUND is not one. */
const notVariables = /^(?:ERR|MODULE|E[A-Z]+)_|_NOT_FOUND$|^NODE_/;

function missingVariables(stderr: string): string[] {
  const found = new Set<string>();
  for (const line of stderr.split('\n')) {
    for (const pattern of wanting) {
      const name = pattern.exec(line)?.[1];
      if (name && name === name.toUpperCase() && !notVariables.test(name)) found.add(name);
    }
  }
  return [...found].slice(0, 5);
}

const signInWords =
  /\b(?:sign[- ]?in|log[- ]?in|authenticat|authoriz|authoris)\w*\b[^\n]{0,80}https?:\/\/|\bopen(?:ing)?\b[^\n]{0,40}\bbrowser\b|\bdevice code\b|\bnot (?:logged|signed) in\b|\bplease (?:log|sign) in\b/i;

const nativeWords = /\.node\b|node-gyp|bindings file|prebuil[dt]|ERR_DLOPEN_FAILED|native (?:module|binding|build)/i;

function exited({ code, signal }: Exit, stderr: string): Failure {
  const how = signal ? `was ended by ${signal}` : `exited with code ${code}`;
  const lastLine = plainLine(tellingLine(stderr), 300);
  const missing = /Cannot find (?:module|package) '([^']{1,100})'/.exec(stderr)?.[1];
  const advice = nativeWords.test(stderr)
    ? 'It needs a native module, and install scripts are not run: use a version that ships it built.'
    : missing
      ? `Its package lacks ${plainLine(missing)}: report that to its maker.`
      : 'Run the command by hand to see more.';
  return new Failure('exited', `It ${how}${lastLine && ` after saying “${lastLine}”`}. ${advice}`, { stderr });
}

/** The line that names the error, where a stack trace follows it; else the last. */
function tellingLine(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => !/^\s+at |^Node\.js v\d|^\s*[{}\]^]/.test(line));
  return lines.findLast((line) => /error|fail|cannot|unable|usage/i.test(line)) ?? lines.at(-1) ?? '';
}
