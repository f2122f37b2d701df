/** `npm run check:site`: what holds for any site, checked on every page of the one that is built (OUT_DIR). */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const site = resolve(process.env['OUT_DIR'] ?? 'dist');
if (!existsSync(join(site, 'index.html'))) {
  console.error(`${site} holds no site. Build one first: npm run build`);
  process.exit(1);
}
const project = join(import.meta.dirname, '..');
const vitest = join(project, 'node_modules/vitest/vitest.mjs');
const tests = ['test/site/pages.test.ts', 'test/browser/accessibility.test.ts'];
const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', 'test/vitest.config.ts', ...tests], {
  cwd: project,
  stdio: 'inherit',
  env: { ...process.env, CHECK_SITE: site },
});
process.exitCode = status ?? 1;
