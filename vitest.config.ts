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

/**
 * Tests of commands, the same: each file points the environment at an embedded cloud of its own, the one after the other. A
 * file that changes more than that, such as the environment or a clock, does not belong here.
 */
const commands = [
  'test/cli/{customer,documents,due,explain,forecast,licence,mails,payments,report,run,search,support,updates}/**/*.test.ts',
];

/** Tests of what is synthesised, the same: importing the CDK takes most of their time. */
const synthesised = ['test/lib/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // As every process of the application does at its start.
    setupFiles: [join(import.meta.dirname, 'test/support/english.ts')],
    sequence: { sequencer: LongestFirst },
    // What the functions of embedded clouds and started commands have compiled is compiled once for all tests.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'dist/compile-cache') },
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'commands', include: commands, isolate: false } },
      { extends: true, test: { name: 'synthesised', include: synthesised, isolate: false } },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['test/**/*.test.ts'],
          exclude: [...pure, ...commands, ...synthesised, 'test/browser/**'],
        },
      },
    ],
  },
});
