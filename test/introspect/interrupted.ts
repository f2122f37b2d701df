/** Breaks off a real run of `snapshot` at some moment, and looks at what it leaves. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { contentFolder, type Folder } from './content-folder.ts';
import type { Script } from './scripted-server.ts';

const tools = Array.from({ length: 200 }, (_, n) => ({ name: `tool_${n}`, description: 'x'.repeat(2000) }));
const answers = { 'tools/list': { tools } };
/** Some answer, some never do; most do not go away when they are asked to. */
const stubborn: { [id: string]: Script } = {
  plain: { answers },
  deaf: { answers, ignoreEof: true, ignoreTerm: true },
  silent: { answers: { initialize: null }, ignoreEof: true, ignoreTerm: true },
  parent: { answers, ignoreEof: true, children: ['group', 'own'] },
  babbler: { answers, babble: 'not JSON', ignoreTerm: true },
};

type Left = { code: number | null; orphans: string[]; broken: string[]; litter: string[] };

/** `after`: milliseconds from the start of the run to the signal. Orphans are looked for until 5 s after its end. */
async function interrupted(folder: Folder, signal: NodeJS.Signals, after: number): Promise<Left> {
  const temporary = join(folder.cacheDir, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const child = spawn(process.execPath, ['scripts/snapshot.ts', '--max-age', '0', '--retry', '--timeout', '30'], {
    env: { ...process.env, CONTENT_DIR: folder.contentDir, CACHE_DIR: folder.cacheDir, TMPDIR: temporary },
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  await pause(after);
  child.kill(signal);
  const code = await ended;
  const gone = performance.now() + 5000;
  while (running(temporary).length > 0 && performance.now() < gone) await pause(50);
  const orphans = running(temporary);
  const files = folder.files();
  // The watchdog of a killed run cleans up after the last process.
  while (litterIn(folder).length > 0 && performance.now() < gone) await pause(50);
  const broken = files.filter((file) => file.endsWith('.json') && !isJson(join(folder.contentDir, '..', file)));
  const left = { code, orphans, broken, litter: litterIn(folder) };
  rmSync(temporary, { recursive: true, force: true });
  return left;
}

const litterIn = (folder: Folder) => folder.files().filter((file) => /(?:^|\/)\.run-|cache\/tmp\/./.test(file));

/** Processes that work in a folder: a server runs in one that is made for it. */
function running(folder: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
    } catch {
      return false;
    }
  });
}

function isJson(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, 'utf8'));
    return true;
  } catch {
    return false;
  }
}

const codes = { SIGINT: 130, SIGTERM: 143, SIGKILL: null } as const;

/** The tests themselves: each signal at `moments` random moments, against a folder of stubborn servers. */
export function interruptionTests(moments: number): void {
  const folder = contentFolder();
  folder.declare(stubborn);
  afterAll(folder.remove);
  const times = Array.from({ length: moments }, () => 100 + Math.floor(Math.random() * 2400));
  const rows = (Object.keys(codes) as (keyof typeof codes)[]).flatMap((signal) =>
    times.map((after) => ({ signal, after })),
  );
  test.runIf(process.platform === 'linux').each(rows)(
    'broken off by $signal after $after ms, a run leaves whole files and no process',
    async ({ signal, after }) => {
      const { code, ...left } = await interrupted(folder, signal, after);
      expect(left).toEqual({ orphans: [], broken: [], litter: [] });
      // Before the run listens, a signal ends it as it ends any process.
      expect([codes[signal], null]).toContain(code);
    },
  );
}
