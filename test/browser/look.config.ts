import { defineConfig } from 'vitest/config';
import tests from './vitest.config.ts';

/** Pictures of every page to look at, for which there is no test: `npm run portal:look`. */
export default defineConfig({
  ...tests,
  test: { ...tests.test, include: ['test/browser/**/*.look.ts'], testTimeout: 1_200_000 },
});
