import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import type { CivilDate } from '../calendar.ts';

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
  return instantSchema.parse(Temporal.Instant.from(instantSchema.parse(text)).toString());
}

/** An instant in UTC as it is printed, without fractions of a second: `2026-03-06T23:30:00Z`. */
export function toTheSecond(moment: Instant): string {
  return Temporal.Instant.from(moment).toString({ smallestUnit: 'second' });
}

/** The instant at which clocks in `timeZone` show noon on a day. */
export function noonIn(timeZone: string, date: CivilDate): Instant {
  return instant(
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: '12:00' }).toInstant().toString(),
  );
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}
