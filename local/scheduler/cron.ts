import { Temporal } from 'temporal-polyfill';

/** The times of a `cron(minutes hours day-of-month month day-of-week year)` expression. */
export interface Cron {
  /** The local times at which it is due on a day, in order. */
  timesOn(date: Temporal.PlainDate): readonly Temporal.PlainTime[];
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * Parses a cron expression of EventBridge Scheduler.
 * Throws for the forms `L`, `W` and `#`, which the embedded cloud does not have, and for numbers
 * out of range.
 */
export function parseCron(expression: string): Cron {
  const fields = /^cron\(\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s*\)$/.exec(expression);
  if (fields === null)
    throw new Error(
      `${expression} is not of the form cron(minutes hours day-of-month month day-of-week year)`,
    );
  const [, minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  const minute = parseField(minutes, 0, 59);
  const hour = parseField(hours, 0, 23);
  const day = parseField(dayOfMonth, 1, 31);
  const inMonth = parseField(month, 1, 12, months);
  const weekday = parseField(dayOfWeek, 1, 7, weekdays);
  const inYear = parseField(year, 1970, 2199);
  const times = hour.flatMap((h) => minute.map((m) => Temporal.PlainTime.from({ hour: h, minute: m })));
  return {
    timesOn: (date) =>
      inYear.includes(date.year) &&
      inMonth.includes(date.month) &&
      day.includes(date.day) &&
      // Temporal counts from Monday, 1, to Sunday, 7; cron from Sunday, 1, to Saturday, 7.
      weekday.includes((date.dayOfWeek % 7) + 1)
        ? times
        : [],
  };
}

/** The numbers that a field stands for, in order. @param names in place of numbers, from `lowest` on */
function parseField(field: string, lowest: number, highest: number, names: readonly string[] = []): number[] {
  const value = (text: string): number => {
    const index = names.indexOf(text.toUpperCase());
    const number = index >= 0 ? index + lowest : Number(text);
    if (Number.isInteger(number) && number >= lowest && number <= highest) return number;
    throw new Error(
      `"${text}" in field "${field}" of a cron expression is not between ${lowest} and ${highest}, or a form that the embedded cloud does not know`,
    );
  };
  const chosen = field.split(',').flatMap((part) => {
    const [range = '', step] = part.split('/');
    const [from, to] =
      range === '*' || range === '?'
        ? [lowest, highest]
        : bounds(range.split('-').map(value), step === undefined, highest);
    const stride = step === undefined ? 1 : Number(step);
    if (!Number.isInteger(stride) || stride < 1)
      throw new Error(`"${part}" of a cron expression has no whole number after "/"`);
    return Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, index) => from + index * stride);
  });
  return [...new Set(chosen)].sort((a, b) => a - b);
}

/** `5` is 5 alone, `5/10` from 5 on, `5-7` from 5 to 7. */
function bounds(
  [from = 0, to]: readonly number[],
  isAlone: boolean,
  highest: number,
): readonly [number, number] {
  return [from, to ?? (isAlone ? from : highest)];
}
