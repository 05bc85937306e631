import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

const root = import.meta.dirname;

/** Tests that share no state, not even the environment: they share workers, each of which takes a second to start. */
const pure = [
  'test/{contracts,documents,domain,mail,plans,wording}/**/*.test.ts',
  'test/client/{explaining,finding,listing,plans-in-words,runs,words}/**/*.test.ts',
  'test/cli/{book,simulate}/**/*.test.ts',
  'test/local/{apigateway,assembly,dynamodb,endpoint,meter,s3,scheduler,stepfunctions}/**/*.test.ts',
];

/** Tests of what is synthesised, the same: importing the CDK takes most of their time. */
const synthesised = ['test/lib/**/*.test.ts'];

/** Tests of pages, which import JSX: Node does not read it by itself. */
const pages = ['test/web/**/*.test.ts', 'test/acceptance/commands-by-policy.test.ts'];

/** What may outlast a test file in its process, apart from the environment, and what starts another process. */
const outlasting =
  /\bvi\.(mock|doMock|spyOn|stub|useFakeTimers|setSystemTime)|mockClient\(|process\.(chdir|on|once|exit|stdout|argv)\b|globalThis|simulate\(|execFile|spawn|fork\(|Worker\(/;

/**
 * Tests of what has a cloud of its own, the same: each file points the environment at its cloud, the one after the other.
 * Those of functions do not belong here: functions read the environment once, when they are loaded.
 */
const onClouds = globSync('test/{adapters,cli,client,docs,local}/**/*.test.ts', {
  cwd: root,
  exclude: pure,
}).filter((file) => !outlasting.test(readFileSync(join(root, file), 'utf8')));

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // Node reads the modules itself, as in every process of the application: that takes a quarter less CPU.
    experimental: { viteModuleRunner: false },
    // As every process of the application does at its start.
    setupFiles: [join(import.meta.dirname, 'test/support/english.ts')],
    sequence: { sequencer: LongestFirst },
    env: {
      // What the functions of embedded clouds and started commands have compiled is compiled once for all tests.
      NODE_COMPILE_CACHE: join(root, 'dist/compile-cache'),
      // Handlers that are called in the process of a test would print a line for each licence.
      POWERTOOLS_METRICS_DISABLED: 'true',
    },
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'on clouds',
          include: onClouds,
          isolate: false,
          setupFiles: ['test/support/process/restore-environment.ts'],
        },
      },
      { extends: true, test: { name: 'synthesised', include: synthesised, isolate: false } },
      {
        extends: true,
        test: { name: 'pages', include: pages, experimental: { viteModuleRunner: true } },
      },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['test/**/*.test.ts'],
          exclude: [...pure, ...onClouds, ...synthesised, ...pages, 'test/browser/**'],
        },
      },
    ],
  },
});
