import { defineConfig } from 'vitest/config';

/** What needs minutes, the network or real servers: `npm run test:live`. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  cacheDir: '.cache/vitest',
  test: { name: 'live', include: ['test/**/*.live.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
});
