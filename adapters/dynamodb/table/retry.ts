import { setTimeout as pause } from 'node:timers/promises';
import { ConcurrentChange } from './faults.ts';

const mostAttempts = 18;
const firstPauseMilliseconds = 20;
const longestPauseMilliseconds = 1_500;

/**
 * Does `work` again where another write came first. Fifty who change one licence at the same moment all get their turn:
 * some 9 seconds of pauses on average, 18 at the most; then it throws the last `ConcurrentChange`.
 */
export function retryOnConflict<Result>(work: () => Promise<Result>): Promise<Result> {
  return retryOn(ConcurrentChange, work);
}

/**
 * Does `work` again where it throws this error. Each pause is a random part of a span that doubles, so that those who
 * met once do not meet again.
 */
export async function retryOn<Result>(
  fault: new (message?: string) => Error,
  work: () => Promise<Result>,
  attempts = mostAttempts,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof fault) || attempt === attempts) throw error;
      const span = Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** (attempt - 1));
      await pause(Math.random() * span);
    }
  }
}
