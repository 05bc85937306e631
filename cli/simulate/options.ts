import { InvalidArgumentError } from 'commander';
import { type CivilDate, civilDateSchema } from '../../domain/calendar.ts';
import type { Days } from '../../domain/time/days.ts';

/** Reads the value of an option that is a date; commander prints the error with the option's name. */
export function readDate(text: string): CivilDate {
  const date = civilDateSchema.safeParse(text);
  if (date.success) return date.data;
  throw new InvalidArgumentError('Expected a day of the calendar such as 2026-01-31.');
}

/** Reads `FROM..TO`. */
export function readDays(text: string): Days {
  const [from, to, ...rest] = text.split('..').map((end) => civilDateSchema.safeParse(end).data);
  if (from === undefined || to === undefined || rest.length > 0) {
    throw new InvalidArgumentError('Expected FROM..TO such as 2026-04-10..2026-04-19.');
  }
  if (from > to) throw new InvalidArgumentError(`Expected the earlier day first, such as ${to}..${from}.`);
  return { from, to };
}
