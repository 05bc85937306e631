// What tests import as fast-check while Stryker runs: the same, with few runs, the same ones each time, and no shrinking.
import { createRequire } from 'node:module';
import type fastCheck from 'fast-check';

const real = createRequire(import.meta.url)('fast-check') as typeof fastCheck;

/** A mutant is killed by the first example that fails, or by another test: few runs are enough. */
const share = 1 / 60;

function assert<T>(property: fastCheck.IRawProperty<T>, parameters: fastCheck.Parameters<T> = {}) {
  return real.assert(property, {
    ...parameters,
    seed: 5,
    endOnFailure: true,
    numRuns: Math.ceil((parameters.numRuns ?? 100) * share),
  });
}

export default { ...real, assert };
