import { defineConfig } from 'vitest/config';

/** The tests of the rules alone: none of them needs a service, a file or a process. */
export default defineConfig({
  test: { include: ['test/domain/**/*.test.ts'], testTimeout: 60_000 },
});
