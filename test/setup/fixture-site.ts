/** Asks the fixture servers, builds their site and serves it: once for a run, for every test of built pages. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { fixtureEnvironment } from '../fixtures/content.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the site under test. */
    site: string;
    /** The content that it was built from. */
    content: string;
  }
}

// Each project runs this by itself, one after the other; the second finds what the first made.
const key = 'FIXTURE_SITE_OF_THIS_RUN';

/** CHECK_SITE names a site that is built already, to run what holds for any site against it. */
export default function setup(project: TestProject) {
  const built = process.env['CHECK_SITE'];
  const made = process.env[key];
  const folder = built ? '' : (made ?? makeSite());
  process.env[key] = folder;
  project.provide('site', built ?? join(folder, 'site'));
  project.provide('content', join(folder, 'content'));
  return () => {
    if (folder && !made) rmSync(folder, { recursive: true, force: true });
  };
}

function makeSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-site-'));
  const content = join(folder, 'content');
  cpSync('test/fixtures/content', content, { recursive: true });
  // NODE_ENV is "test" in here, and Astro would take it over.
  const env = {
    ...process.env,
    ...fixtureEnvironment,
    NODE_ENV: 'production',
    CONTENT_DIR: content,
    CACHE_DIR: join(folder, 'cache'),
    OUT_DIR: join(folder, 'site'),
  };
  // One server is asked twice, and its second edition has other tools: what changed is on the pages.
  const earlier = { ...env, MEDIA_EDITION: '1.3.0' };
  execFileSync(process.execPath, ['scripts/snapshot.ts', 'media-library'], { env: earlier, stdio: 'inherit' });
  // One server stays silent on purpose, and the exit code says so.
  const { status } = spawnSync(process.execPath, ['scripts/snapshot.ts', '--max-age', '0'], { env, stdio: 'inherit' });
  if (status !== 1) throw new Error(`scripts/snapshot.ts ended with ${status} where one server is silent`);
  execFileSync(process.execPath, ['scripts/build.ts'], { env, stdio: 'inherit' });
  return folder;
}
