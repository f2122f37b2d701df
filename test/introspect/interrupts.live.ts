import { afterAll, expect, test } from 'vitest';
import { contentFolder } from './content-folder.ts';
import { interrupted, stubborn } from './interrupted.ts';

const folder = contentFolder();
folder.declare(stubborn);
afterAll(folder.remove);

const codes = { SIGINT: 130, SIGTERM: 143, SIGKILL: null } as const;
const moments = Array.from({ length: 10 }, () => 100 + Math.floor(Math.random() * 2400));
const rows = (Object.keys(codes) as (keyof typeof codes)[]).flatMap((signal) =>
  moments.map((after) => ({ signal, after })),
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
