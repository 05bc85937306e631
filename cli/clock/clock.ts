import { addDays, type CivilDate, daysBetween } from '../../domain/calendar.ts';
import { EmbeddedClock, type ClockReading } from '../../client/clock/embedded-clock.ts';
import type { Fired } from '../../client/clock/fired.ts';
import { nextEventOf } from '../../client/clock/next-event.ts';
import { connect } from '../shell/connect.ts';
import { countOf } from '../../client/words/count-of.ts';
import { failed, interrupted, refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { progressOn } from '../shell/progress.ts';

export interface ClockOptions {
  readonly to?: CivilDate;
  readonly days?: number;
  readonly weeks?: number;
  readonly toNext?: string;
  readonly json?: boolean;
}

const daysOfWeek = 7;

/** Shows the clock of the embedded cloud, or moves it and prints what the schedules in between did. */
export async function clock(at: Invocation, options: ClockOptions): Promise<void> {
  const embedded = EmbeddedClock.in(process.env);
  if (embedded === undefined) {
    throw refused(
      'The clock of AWS cannot be moved. Start `npx perennial local` and paste the line that it prints.',
    );
  }
  const reading = await embedded.read();
  const to = await targetOf(at, options, reading);
  if (to === undefined) show(at, reading, options.json === true);
  else await move(at, embedded, reading, to, options.json === true);
}

async function targetOf(
  at: Invocation,
  { to, days, weeks, toNext }: ClockOptions,
  { date }: ClockReading,
): Promise<CivilDate | undefined> {
  if (days !== undefined) return addDays(date, days);
  if (weeks !== undefined) return addDays(date, weeks * daysOfWeek);
  if (toNext === undefined) return to;
  const next = nextEventOf(await (await connect(at)).licence(toNext));
  // What is due already waits for the next run.
  return next > date ? next : addDays(date, 1);
}

function show({ output }: Invocation, { now, date, isMoved }: ClockReading, json: boolean): void {
  if (json) output.json({ now, date, isMoved });
  else {
    output.list([
      ['clock', now],
      ['moved', isMoved ? 'yes' : 'no: it is the clock of this machine'],
    ]);
  }
}

async function move(
  at: Invocation,
  embedded: EmbeddedClock,
  { date: from }: ClockReading,
  to: CivilDate,
  json: boolean,
): Promise<void> {
  const { output, signal } = at;
  const total = Math.max(1, daysBetween(from, to));
  const progress = progressOn(output, (day) => day.slice(0, 'yyyy-mm'.length));
  const fired: Fired[] = [];
  let passed = 0;
  for await (const day of embedded.moveTo(to)) {
    passed += 1;
    if (json) for (const one of day.fired) output.jsonLine(one);
    fired.push(...day.fired);
    progress.advance(passed, total, day.date);
    if (signal.aborted && passed < total) {
      progress.end();
      throw interrupted(`Stopped. The clock is at ${day.date}, and every schedule until then has fired.`);
    }
  }
  progress.end();
  if (!json) print(at, fired);
  const { now } = await embedded.read();
  if (!json) output.print(`The clock is at ${now}.`);
  const failures = fired.filter(({ ended }) => ended === 'failed');
  if (failures.length > 0) throw failed(`${countOf(failures.length, 'schedule')} failed.`);
}

/** Runs that had nothing to do are counted, not listed. */
function print({ output }: Invocation, fired: readonly Fired[]): void {
  const busy = fired.filter(
    ({ ended, planId }) => ended === 'failed' || (ended === 'done' && planId !== undefined),
  );
  if (busy.length > 0) {
    output.table(
      ['fired', 'plan', 'did'],
      busy.map(({ at, planId, schedule, did }) => [minuteOf(at), planId ?? schedule, did]),
    );
  }
  const rest = fired.length - busy.length;
  const idle = rest === 0 ? '' : `, ${rest} of them with nothing to report`;
  output.print(`${countOf(fired.length, 'schedule')} fired${idle}.`);
}

/** `2027-03-01T05:00:00Z` as `2027-03-01 05:00`. */
function minuteOf(instant: string): string {
  return instant.slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ');
}
