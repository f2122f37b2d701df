import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file that is there whole or not at all. `run` marks what lies beside it for a moment, as `.<run>-<name>`, so
 * that the watchdog finds it. Without an await, so that an interrupt does not come between.
 */
export function writeWhole(file: string, text: string, run: string): void {
  const beside = join(dirname(file), `.${run}-${basename(file)}`);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
