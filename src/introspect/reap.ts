/** Ends processes that may not want to end. Used by a run, and by the watchdog once the run is gone. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Signals a process group; a group that is gone is no error. */
export function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {}
}

/**
 * Kills every process that a run started, also one that made a group of its own: all have the run's folder as HOME,
 * TMPDIR or working directory. Linux only; elsewhere the groups must do. Returns how many it found.
 */
export function killByFolder(folder: string): number {
  const found = processes().filter((pid) => belongsTo(pid, folder));
  for (const pid of found) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {}
  }
  return found.length;
}

function processes(): number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 1 && pid !== process.pid);
  } catch {
    return [];
  }
}

function belongsTo(pid: number, folder: string): boolean {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)) return true;
    return readFileSync(`/proc/${pid}/environ`).includes(`=${folder}/`);
  } catch {
    return false;
  }
}
