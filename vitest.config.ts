import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests of what has no state of its own: they share workers, each of which takes a second to start. */
const pure = ['test/{contracts,documents,domain,mail,plans,wording}/**/*.test.ts'];

/** Tests of what is synthesised, the same: importing the CDK takes most of their time. */
const synthesised = ['test/lib/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // What the functions of embedded clouds and started commands have compiled is compiled once for all tests.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'dist/compile-cache') },
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'synthesised', include: synthesised, isolate: false } },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['test/**/*.test.ts'],
          exclude: [...pure, ...synthesised, 'test/browser/**'],
        },
      },
    ],
  },
});
