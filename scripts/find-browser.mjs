// @ts-check
/** Where a Chromium is on this machine: for the setup, which may have to install one, and for the checks, which drive it. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const wellKnown = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A root user has no sandbox to drop into, and nothing of ours may call home. */
export const browserFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--no-first-run',
];

/**
 * CHROME_PATH or CHROMIUM, then well-known names on PATH, then Playwright's own download.
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser(env = process.env) {
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const installed = [env['CHROME_PATH'], env['CHROMIUM'], ...onPath, ...wellKnown].find(isExecutable);
  if (installed) return installed;
  const { chromium } = await import('playwright-core');
  return [chromium.executablePath()].find(isExecutable);
}

function isExecutable(/** @type {string | undefined} */ path) {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
