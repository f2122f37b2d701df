/** Asks the fixture servers, builds their site and serves it: once for a run, for every test of built pages. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with `content` (the fixtures, asked) and `site` (what was built of them). */
    fixtures: string;
  }
}

// Each project runs this by itself, one after the other; the second finds what the first made.
const key = 'FIXTURE_SITE_OF_THIS_RUN';

export default function setup(project: TestProject) {
  const made = process.env[key];
  const folder = made ?? makeSite();
  process.env[key] = folder;
  project.provide('fixtures', folder);
  return () => {
    if (!made) rmSync(folder, { recursive: true, force: true });
  };
}

function makeSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-site-'));
  const content = join(folder, 'content');
  cpSync('test/fixtures/content', content, { recursive: true });
  // NODE_ENV is "test" in here, and Astro would take it over.
  const env = { ...process.env, NODE_ENV: 'production', CONTENT_DIR: content, OUT_DIR: join(folder, 'site') };
  execFileSync(process.execPath, ['scripts/snapshot.ts'], { env, stdio: 'inherit' });
  execFileSync(process.execPath, ['scripts/build.ts'], { env, stdio: 'inherit' });
  return folder;
}
