import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, SignedUrl } from '../../adapters/lambda/signed-url.ts';
import { NoAnswer } from './errors.ts';

const attempts = 5;
/** A little more than the function has. */
const timeoutMilliseconds = 65_000;
const firstPauseMilliseconds = 200;
const longestPauseMilliseconds = 5_000;

/**
 * Posts a request until there is an answer, five times at the most, each time after a longer pause. The request has an
 * id, so that one that was carried out although its answer was lost is not carried out again.
 * @throws NoAnswer where there is none
 */
export async function postUntilAnswered(url: SignedUrl, body: string): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await post(url, body);
    const isFinal = !(answer instanceof Error) && !isToBeRepeated(answer);
    if (isFinal) return answer;
    if (attempt === attempts) {
      if (!(answer instanceof Error)) return answer;
      throw new NoAnswer(
        `There was no answer after ${attempts} attempts (${causeOf(answer)}). The command may have been carried out: check the licence before you repeat it.`,
        { cause: answer },
      );
    }
    // Clients that were refused at the same time try again at different times.
    await pause(Math.random() * Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** attempt));
  }
}

/** Too many requests, or an error of the function or the service. */
function isToBeRepeated({ status }: Answer): boolean {
  return status === 429 || status >= 500;
}

async function post(url: SignedUrl, body: string): Promise<Answer | Error> {
  try {
    return await url.post(body, AbortSignal.timeout(timeoutMilliseconds));
  } catch (error) {
    // Without credentials or a region nothing is sent, and nothing is gained by another attempt.
    if (!(error instanceof TypeError) && !isTimeout(error)) throw error;
    return error;
  }
}

function isTimeout(error: unknown): error is Error {
  return error instanceof Error && error.name === 'TimeoutError';
}

/** `fetch` says why it failed in its error's cause. */
function causeOf(error: Error): string {
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause ? String(cause.code) : cause.message;
}
