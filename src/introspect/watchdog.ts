/**
 * Outlives a run that is killed. Reads `+group` and `-group` lines from the run's pipe; when the pipe closes, for
 * whatever reason, it kills the groups, waits until nothing of the run is left, and removes what was temporary.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { killByFolder, signalGroup } from './reap.ts';

/** Its one argument, as JSON. */
export type WatchdogOrders = {
  /** The run's folder for homes and working directories. */
  folder: string;
  /** Folders where a killed run may leave entries that start with `prefix`. */
  litter: { in: string; prefix: string }[];
};

const { folder, litter } = JSON.parse(process.argv[2] ?? '') as WatchdogOrders;
const groups = new Set<number>();
for await (const line of createInterface({ input: process.stdin })) {
  const group = Number(line.slice(1));
  if (line.startsWith('+')) groups.add(group);
  else groups.delete(group);
}

for (const group of groups) signalGroup(group, 'SIGKILL');
for (let round = 0; round < 50 && killByFolder(folder) > 0; round++) await sleep(50);
remove(folder);
for (const { in: parent, prefix } of litter) {
  for (const name of names(parent)) if (name.startsWith(prefix)) remove(join(parent, name));
}

function names(parent: string): string[] {
  try {
    return readdirSync(parent);
  } catch {
    return [];
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {}
}
