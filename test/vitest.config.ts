import { defineConfig } from 'vitest/config';

const builtSite = { globalSetup: 'test/setup/fixture-site.ts', testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  cacheDir: '.cache/vitest',
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/site/**', 'test/browser/**'],
          testTimeout: 30_000,
        },
      },
      { extends: true, test: { name: 'site', include: ['test/site/**/*.test.ts'], ...builtSite } },
      { extends: true, test: { name: 'browser', include: ['test/browser/**/*.test.ts'], ...builtSite } },
    ],
  },
});
