/** Says why a process gave no tool list, from how it ended and what it wrote: as rows, the first that fits. */
import { basename } from 'node:path';
import { Failure } from './failure.ts';
import { missingVariables } from './missing-variables.ts';
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
  /** What it wrote to stderr; where that is nothing, to stdout beside the protocol. */
  output: string;
};

export function explainStdio(error: unknown, evidence: Evidence): Failure {
  const found = error instanceof Failure ? error : evidence.failure;
  if (found?.why === 'command-not-found') return notFound(evidence.command, found);
  const { output: stderr } = evidence;
  if (found) return new Failure(found.why, found.message, { cause: error, stderr });
  const telling = evidence.exit !== undefined || evidence.timedOut;
  const variables = telling ? missingVariables(stderr) : [];
  if (variables.length > 0) {
    const list = (of: readonly string[]) => new Intl.ListFormat('en').format(of);
    const them = variables.length === 1 ? 'it' : 'them';
    const values = list(variables.map((each) => `\${${each}}`));
    return new Failure(
      'wants-variable',
      `It wants ${list(variables)}: declare ${them} under transport.env, as ${values}.`,
      { stderr },
    );
  }
  if (telling && signInWords.test(stderr)) {
    return new Failure('wants-sign-in', 'It waits for a person to sign in: run it once by hand, or declare a token.', {
      stderr,
    });
  }
  const interpreter = /env: ['‘]?([\w.-]{1,40})['’]?: No such file/.exec(stderr)?.[1];
  if (evidence.exit && interpreter) return unknownCommand(interpreter);
  if (evidence.exit) return exited(evidence.exit, stderr);
  if (evidence.timedOut) {
    const waited = evidence.opened ? 'sent no complete tool list' : 'did not answer the handshake';
    return new Failure('timed-out', `It ${waited} within ${evidence.seconds} s: give it more with --timeout.`, {
      stderr,
    });
  }
  return refused(error, evidence);
}

/** It speaks JSON-RPC, and answers with an error. */
function refused(error: unknown, { opened, output: stderr }: Evidence): Failure {
  const said = plainLine(error instanceof Error ? error.message : String(error), 300).replace(/\.$/, '');
  if (/^(?:MCP error -?\d+: )?Connection closed$/.test(said)) {
    return new Failure('exited', `It closed the connection before it answered. ${adviceFor(stderr)}`, { stderr });
  }
  const { code } = error as { code?: unknown };
  const what = opened ? 'list its tools' : 'greet us';
  if (credentialWords.test(said)) {
    const advice = 'declare its token, or sign in once by hand';
    return new Failure('wants-sign-in', `It refused to ${what}: ${said}. It wants a sign-in: ${advice}.`, { stderr });
  }
  if (networkWords.test(said)) {
    return new Failure('exited', `It refused to ${what}: ${said}. ${needsNetwork}`, { cause: error, stderr });
  }
  const message =
    opened || (typeof code === 'number' && !notUnderstood.has(code))
      ? `It refused to ${what}: ${said}.`
      : `It did not answer as an MCP server does: ${said}. Check that its arguments start it as a stdio server.`;
  return new Failure('not-mcp', message, { cause: error, stderr });
}

/** JSON-RPC's codes for a message that is not known or not read: what another protocol's server says of ours. */
const notUnderstood = new Set([-32700, -32600, -32601, -32602]);
const credentialWords =
  /\b(?:un)?auth(?:enticat|oriz|oris)\w*|\b(?:sign|log)[- ]?in\b|\bcredentials?\b|\b(?:api|access) (?:key|token)\b/i;
const networkWords = /\bE(?:CONNREFUSED|NOTFOUND|AI_AGAIN|HOSTUNREACH|TIMEDOUT)\b|\bfetch failed\b|\bgetaddrinfo\b/;
const needsNetwork = 'It needs a service that it cannot reach: start that service, or ask it where the network is.';

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
  if (code === 'EACCES')
    return new Failure('command-not-found', `The file ${plainLine(command)} may not be executed: make it executable.`);
  if (code !== 'ENOENT') return failure;
  return unknownCommand(command);
}

function unknownCommand(command: string): Failure {
  const remedy = remedies.find(({ commands }) => commands.includes(basename(command)))?.remedy;
  return new Failure(
    'command-not-found',
    `The command ${plainLine(command)} was not found: ${remedy ?? 'install it, or check its spelling'}.`,
  );
}

const signInWords =
  /\b(?:sign[- ]?in|log[- ]?in|authenticat|authoriz|authoris)\w*\b[^\n]{0,80}https?:\/\/|\bopen(?:ing)?\b[^\n]{0,40}\bbrowser\b|\bdevice code\b|\bnot (?:logged|signed) in\b|\bplease (?:log|sign) in\b/i;

const nativeWords = /\.node\b|node-gyp|bindings file|prebuil[dt]|ERR_DLOPEN_FAILED|native (?:module|binding|build)/i;

function exited({ code, signal }: Exit, stderr: string): Failure {
  const how = signal ? `was ended by ${signal}` : `exited with code ${code}`;
  const line = plainLine(tellingLine(stderr), 300);
  return new Failure('exited', `It ${how}${line && ` after saying “${line}”`}. ${adviceFor(stderr)}`, { stderr });
}

function adviceFor(stderr: string): string {
  if (nativeWords.test(stderr)) {
    return 'It needs a native module, and install scripts are not run: use a version that ships it built.';
  }
  const missing = /Cannot find (?:module|package) '([^']{1,100})'/.exec(stderr)?.[1];
  if (missing) return `Its package lacks ${plainLine(missing)}: report that to its maker.`;
  return networkWords.test(stderr) ? needsNetwork : 'Run the command by hand to see more.';
}

/** The line that names the error, where a stack trace follows it; else the last. A line about an option is neither. */
function tellingLine(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => !trace.test(line));
  return (
    lines.findLast((line) =>
      /^\W*(?:\[[\w -]*\] )?(?:Uncaught )?(?:\w*(?:Error|Exception)|panic|fatal)\b.{0,40}: /i.test(line),
    ) ??
    lines.findLast((line) => /error|fail|cannot|unable|usage/i.test(line)) ??
    lines.at(-1) ??
    ''
  );
}

/** Frames of Node and Go, what a printed object leaves, options, and links. */
const trace =
  /^\s+at |^Node\.js v\d|^\s*[{}\]^]|^\s*-{1,2}\w|^Emitted 'error' event|^goroutine \d|\.go:\d+ \+0x|^\S+\(.*\)$|^.{0,40}\bhttps?:\S+$/;
