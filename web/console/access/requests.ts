import { timingSafeEqual } from 'node:crypto';
import type { ConsoleContext } from '../context.ts';

/** Whether a request changes nothing. */
export function isReading({ req }: ConsoleContext): boolean {
  return req.method === 'GET' || req.method === 'HEAD';
}

/** Whether two secrets are the same; it takes the same time whatever was given. */
export function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
