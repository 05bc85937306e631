import { Temporal } from 'temporal-polyfill';
import { fire, type Fired, type ScheduleServices } from '../scheduler/fire.ts';
import { firingsOn, type Firing, type Schedule } from '../scheduler/schedule.ts';
import { type Clock, instantAt } from '../shared/clock.ts';
import { Mutex } from '../shared/mutex.ts';
import type { ClockFile } from './kept.ts';

/** Days that a civil date can be away from the same instant's date in UTC. */
const zoneDays = 1;

/** How the clock stands. */
export interface ClockReading {
  /** An instant in UTC. */
  readonly now: string;
  /** Whether it was moved; otherwise it is the clock of this machine. */
  readonly isMoved: boolean;
}

/** What came of a move: either the clock's reading and what has fired, in order, or why it stays. */
export type Move =
  | { readonly ok: true; readonly reading: ClockReading; readonly fired: readonly Fired[] }
  | { readonly ok: false; readonly reason: string };

/** Moves the clock of a cloud ahead and fires every schedule in between, in order. */
export class TimeTravel {
  readonly #clock: Clock;
  readonly #file: ClockFile;
  readonly #schedules: readonly Schedule[];
  readonly #services: ScheduleServices;
  readonly #one = new Mutex();

  constructor(clock: Clock, file: ClockFile, schedules: readonly Schedule[], services: ScheduleServices) {
    this.#clock = clock;
    this.#file = file;
    this.#schedules = schedules;
    this.#services = services;
  }

  read(): ClockReading {
    return { now: instantAt(this.#clock.now()), isMoved: this.#clock.isMoved };
  }

  /**
   * Moves the clock to a date, `2027-03-01`: to the moment at which all schedules of that civil date have fired, each in
   * its own time zone. Fires those that have not fired since the clock was first moved. One move waits for another.
   * @throws RangeError when that is no date
   */
  moveTo(date: string): Promise<Move> {
    const day = Temporal.PlainDate.from(date);
    return this.#one.run(() => this.#moveTo(day));
  }

  async #moveTo(day: Temporal.PlainDate): Promise<Move> {
    const since = this.#file.read()?.firedUntil ?? this.#clock.now();
    const until = this.#endOf(day);
    if (until <= since) {
      return {
        ok: false,
        reason: `The clock is at ${instantAt(this.#clock.now())}, and the schedules of ${day.toString()} have fired or are past. The clock only moves forward.`,
      };
    }
    const fired: Fired[] = [];
    for (const firing of this.#between(since, until)) {
      this.#clock.advanceTo(firing.instant.epochMilliseconds);
      fired.push(...(await fire(firing, this.#services)));
      this.#keep(firing.instant.epochMilliseconds);
    }
    this.#clock.advanceTo(until);
    this.#keep(until);
    return { ok: true, reading: this.read(), fired };
  }

  #keep(firedUntil: number): void {
    this.#file.write({ ahead: Math.max(0, this.#clock.ahead), firedUntil });
  }

  /** The last firing of a civil date; noon in UTC where nothing fires. */
  #endOf(day: Temporal.PlainDate): number {
    const last = firingsOn(day, this.#schedules).at(-1)?.instant;
    return (last ?? Temporal.Instant.from(`${day.toString()}T12:00:00Z`)).epochMilliseconds;
  }

  /** The firings after one instant and up to another, in the order of time. */
  #between(since: number, until: number): readonly Firing[] {
    const first = dateAt(since).subtract({ days: zoneDays });
    const last = dateAt(until).add({ days: zoneDays });
    const firings: Firing[] = [];
    for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
      firings.push(...firingsOn(date, this.#schedules));
    }
    return firings
      .filter(({ instant }) => instant.epochMilliseconds > since && instant.epochMilliseconds <= until)
      .sort((a, b) => Temporal.Instant.compare(a.instant, b.instant));
  }
}

function dateAt(milliseconds: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO('UTC').toPlainDate();
}
