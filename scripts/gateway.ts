/** Stands between a client and a server, and lets through what a policy allows: `node scripts/gateway.ts --help`. */
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Audit, fileAudit, stderrAudit } from '../src/gateway/audit.ts';
import { readPolicyFile, watchPolicy } from '../src/gateway/policy-source.ts';
import { openSession, type Session } from '../src/gateway/session.ts';
import { runStdio } from '../src/gateway/stdio.ts';
import { listenForInterrupts } from '../src/introspect/interrupts.ts';
import { plainText } from '../src/introspect/plain-text.ts';
import { slidingCounters } from '../src/policy/window.ts';

const help = `Starts an MCP server and lets through what a policy allows. A client starts it in the server's place.

  node scripts/gateway.ts --policy FILE [options] -- <command> [arguments…]

  --policy FILE          The policy, YAML or JSON. It is read again when it changes; a bad one is not taken.
  --server ID            Whose policy, where the file holds several.
  --audit FILE           Where each decision goes, as one JSON line. Without it: to stderr.
  --approval-timeout S   Seconds that a person has to say yes (300).
  --help                 This text.

It needs Node 24; with an older one, start scripts/gateway.mjs, which finds the Node that npm installed here.
Calls that need a person are asked about in the client, where it can show a form (MCP elicitation); else refused.
Limits are counted in this process: a client that starts it anew starts counting anew, also per identity.

Exit codes: the server's own, 0 when the client closed, 2 wrong usage or policy, 127 the server could not be started,
129, 130 and 143 interrupted.
`;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<number> {
  const asked = readArguments(argv);
  if ('error' in asked) return wrong([asked.error, 'See --help']);
  if (asked.help) {
    process.stdout.write(help);
    return 0;
  }
  const file = resolve(asked.policy);
  const read = readPolicyFile(file, asked.server);
  if (!read.ok) return wrong(read.problems);
  let audit: Audit;
  try {
    audit = asked.audit === undefined ? stderrAudit() : fileAudit(resolve(asked.audit));
  } catch (error) {
    return wrong([`--audit: ${(error as Error).message}`]);
  }
  let session: Session | undefined;
  const source = watchPolicy(file, read, read.policy.server, {
    replaced: () => {
      say(`${file}: the new policy is in force`);
      session?.policyChanged();
    },
    kept: (problems) =>
      say(['The policy file is not good, so the policy before stays in force:', ...problems].join('\n')),
  });
  const interrupts = listenForInterrupts();
  const [command = '', ...args] = asked.command;
  const ended = await runStdio({
    command,
    args,
    client: { input: process.stdin, output: process.stdout },
    signal: interrupts.signal,
    onFault: (from, fault) => session?.fault(from, fault),
    open: (send) => {
      session = openSession({
        ...send,
        policy: source.policy,
        counters: slidingCounters(),
        identity: userInfo().username,
        audit: audit.write,
        patience: { approval: asked.approvalTimeout * 1000, listing: 30_000 },
      });
      return session;
    },
  });
  session?.close();
  source.close();
  interrupts.stop();
  audit.close();
  process.stdin.destroy();
  if (ended.by === 'start') {
    say(`${command} could not be started: ${ended.message}`);
    return 127;
  }
  return ended.by === 'server' ? ended.code : (interrupts.code() ?? 0);
}

type Arguments = {
  help: boolean;
  policy: string;
  server?: string;
  audit?: string;
  approvalTimeout: number;
  command: string[];
};

function readArguments(argv: string[]): Arguments | { error: string } {
  const split = argv.indexOf('--');
  const command = split < 0 ? [] : argv.slice(split + 1);
  try {
    const { values } = parseArgs({
      args: split < 0 ? argv : argv.slice(0, split),
      options: {
        policy: { type: 'string' },
        server: { type: 'string' },
        audit: { type: 'string' },
        'approval-timeout': { type: 'string', default: '300' },
        help: { type: 'boolean', default: false },
      },
    });
    const { policy, server, audit, help } = values;
    const approvalTimeout = Number(values['approval-timeout']);
    if (!help && policy === undefined) return { error: 'Say which policy: --policy FILE.' };
    if (!help && command.length === 0) return { error: 'Say which server to start, after --.' };
    if (!Number.isInteger(approvalTimeout) || approvalTimeout < 1 || approvalTimeout > 86_400) {
      return { error: '--approval-timeout must be a whole number of seconds from 1 to 86400.' };
    }
    return {
      help,
      policy: policy ?? '',
      ...(server !== undefined && { server }),
      ...(audit !== undefined && { audit }),
      approvalTimeout,
      command,
    };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function say(text: string): void {
  process.stderr.write(`gateway: ${plainText(text)}\n`);
}

function wrong(lines: string[]): number {
  say(lines.join('\n'));
  return 2;
}
