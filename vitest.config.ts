import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/** Tests that share no state, not even the environment: they share workers, each of which takes a second to start. */
const pure = [
  'test/{contracts,documents,domain,mail,plans,wording}/**/*.test.ts',
  'test/client/{explaining,finding,listing,plans-in-words,runs,words}/**/*.test.ts',
  'test/cli/{book,simulate}/**/*.test.ts',
  'test/local/{apigateway,assembly,dynamodb,endpoint,meter,s3,scheduler,stepfunctions}/**/*.test.ts',
];

/** Tests of what is synthesised, the same: importing the CDK takes most of their time. */
const synthesised = ['test/lib/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
