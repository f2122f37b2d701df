// @ts-check
/** One at a time, across processes: two installs, or two builds, in one folder would ruin each other. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Waits until no other live process holds `file`, then holds it until `release` is called. The file of a process that
 * was killed holds nobody up. `waited` says whether another had to finish first.
 * @returns {{ waited: boolean, release: () => void }}
 */
export function takeLock(/** @type {string} */ file, /** @type {() => void} */ onWait) {
  mkdirSync(dirname(file), { recursive: true });
  let waited = false;
  while (!hold(file)) {
    if (!waited) onWait();
    waited = true;
    if (!isHeld(file)) rmSync(file, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  return { waited, release: () => rmSync(file, { force: true }) };
}

function hold(/** @type {string} */ file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(/** @type {string} */ file) {
  try {
    const text = readFileSync(file, 'utf8');
    // Empty for the moment between being made and being written.
    return text === '' || isAlive(Number(text));
  } catch {
    return false;
  }
}

function isAlive(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
