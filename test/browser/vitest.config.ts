import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '../..');

/** Tests in Chromium, which `npm test` leaves out: `npm run test:browser`, with the name of a file to run only that. */
export default defineConfig({
  root,
  test: {
    include: ['test/browser/**/*.test.{ts,tsx}'],
    testTimeout: 300_000,
    // A sample is played before the tests of a file.
    hookTimeout: 300_000,
    maxWorkers: 1,
    env: { NODE_COMPILE_CACHE: join(root, 'dist/compile-cache') },
  },
});
