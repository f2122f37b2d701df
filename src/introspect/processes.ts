/** Starts processes so that none outlives its run: each in a group of its own, known to a watchdog. */
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signalGroup } from './reap.ts';
import type { WatchdogOrders } from './watchdog.ts';

export type Processes = {
  /** Of this run alone; gone after `close`. Each process has a HOME, TMPDIR or working directory in it. */
  folder: string;
  start: (command: string, args: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }) => Started;
  /** Ends whatever still runs and removes the run's folder. */
  close: () => Promise<void>;
};
type Started = {
  child: ChildProcessWithoutNullStreams;
  /** Ends the whole group: by closing stdin, then by asking, then by force. */
  end: () => Promise<void>;
};

/** In milliseconds: for a server that goes when its input ends, and for one that goes when it is told. */
const patience = { closedInput: 300, terminate: 700 };

/** `litter`: where the watchdog looks for the temporary files of a killed run. */
export function openProcesses(litter: WatchdogOrders['litter']): Processes {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcp-catalog-')));
  const running = new Set<Started>();
  const watchdog = startWatchdog({ folder, litter });
  return {
    folder,
    start(command, args, options) {
      const child = spawn(command, args, { ...options, detached: true, stdio: 'pipe' });
      if (child.pid !== undefined) watchdog.stdin?.write(`+${child.pid}\n`);
      let ending: Promise<void> | undefined;
      const started = {
        child,
        end() {
          ending ??= endGroup(child).finally(() => {
            running.delete(started);
            if (child.pid !== undefined) watchdog.stdin?.write(`-${child.pid}\n`);
          });
          return ending;
        },
      };
      running.add(started);
      return started;
    },
    async close() {
      await Promise.all([...running].map((each) => each.end()));
      const gone = new Promise((resolve) => watchdog.once('exit', resolve));
      watchdog.stdin?.end();
      await gone;
    },
  };
}

/** Detached, so that an interrupt from the terminal does not reach it. */
function startWatchdog(orders: WatchdogOrders): ChildProcess {
  const script = join(import.meta.dirname, 'watchdog.ts');
  const watchdog = spawn(process.execPath, [script, JSON.stringify(orders)], {
    detached: true,
    env: {},
    cwd: tmpdir(),
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.stdin?.on('error', () => undefined);
  return watchdog;
}

async function endGroup(child: ChildProcessWithoutNullStreams): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const exited = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  const within = (milliseconds: number) =>
    Promise.race([exited.then(() => true), sleep(milliseconds, false, { ref: false })]);
  child.stdin.end();
  if (!(await within(patience.closedInput))) {
    signalGroup(pid, 'SIGTERM');
    await within(patience.terminate);
  }
  // Also after the leader has gone: others of its group may have stayed.
  signalGroup(pid, 'SIGKILL');
  await exited;
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
}
