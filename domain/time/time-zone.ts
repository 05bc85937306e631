import * as z from 'zod/mini';

export const timeZoneSchema = z
  .string()
  .check(z.refine(isTimeZone, { error: 'expected an IANA time zone such as Europe/Berlin' }));

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
