import * as Instants from 'temporal-polyfill/fns/Instant';
import * as z from 'zod/mini';
import type { CivilDate } from '../calendar.ts';
import { momentAt } from './wall-clock.ts';

/** A moment that is the same everywhere: a time with its zone, `2026-03-06T16:30:00-07:00` or `…T23:30:00Z`. */
export const instantSchema = z
  .string()
  .check(
    z.refine(isInstant, {
      error:
        'expected a time with its zone such as 2026-03-06T16:30:00-07:00, or in UTC such as 2026-03-06T23:30:00Z',
    }),
  )
  .brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** Reads a moment and writes it in UTC; throws where the text is not a time with its zone. */
export function instant(text: string): Instant {
  return instantSchema.parse(Instants.toString(Instants.fromString(instantSchema.parse(text))));
}

/** An instant in UTC as it is printed, without fractions of a second: `2026-03-06T23:30:00Z`. */
export function toTheSecond(moment: Instant): string {
  return Instants.toString(Instants.fromString(moment), { smallestUnit: 'second' });
}

/** The instant at which clocks in `timeZone` show noon on a day. */
export function noonIn(timeZone: string, date: CivilDate): Instant {
  return instant(momentAt(timeZone, date, '12:00'));
}

function isInstant(text: string): boolean {
  try {
    Instants.fromString(text);
    return true;
  } catch {
    return false;
  }
}
