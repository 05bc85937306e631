import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests of the rules alone: none of them needs a service or a process. */
export default defineConfig({
  resolve: { alias: [{ find: /^fast-check$/, replacement: join(import.meta.dirname, 'fast-check.ts') }] },
  test: {
    // Those of the events compare what is stored with its JSON Schema.
    include: ['test/domain/**/*.test.ts', 'test/plans/**/*.test.ts', 'test/docs/events.test.ts'],
    setupFiles: [join(import.meta.dirname, '../support/english.ts')],
    // They start processes.
    exclude: ['test/plans/another-plan.test.ts'],
    testTimeout: 60_000,
    // One worker for all files, and a new one for each mutant: loading the rules takes longer than testing them.
    isolate: false,
  },
});
