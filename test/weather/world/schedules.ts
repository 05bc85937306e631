import { Temporal } from 'temporal-polyfill';
import { addDays, civilDate, type CivilDate } from '../../../domain/calendar.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { type Firing, firingsOn } from '../../../local/scheduler/schedule.ts';
import { clockChanges, trickyDays } from './days.ts';
import type { Deployment } from './deployment.ts';

/** When the days of a play end, in UTC: after every zone's runs of the day, before any of the next. */
const endOfDayMilliseconds = 14 * 3_600_000;

/** What happens after a schedule's run of a day. */
type OnEnd = (schedule: string, day: CivilDate) => Promise<void>;

/** The schedules of an application as the weather lets them fire: twice, hours late, or not at all. */
export class Schedules {
  readonly #deployment: Deployment;
  readonly #onEnd: OnEnd;

  /** @param onEnd takes each run when it has ended */
  constructor(deployment: Deployment, onEnd: OnEnd) {
    this.#deployment = deployment;
    this.#onEnd = onEnd;
  }

  /** The instant in milliseconds since 1970 at which all runs of a day have been fired. */
  endOf(day: CivilDate): number {
    return Date.parse(`${day}T00:00:00Z`) + endOfDayMilliseconds;
  }

  /**
   * Has the schedules of a day fire: those of plans with something due or in `wanted`, on tricky days all, and others
   * now and then. A run with nothing to do changes nothing, and most of them are left out.
   */
  live(day: CivilDate, wanted: ReadonlySet<string>): void {
    const due = new Set(
      this.#due().flatMap((item) => (String(item['dueOn']) <= day ? [String(item['planId'])] : [])),
    );
    const isTricky = trickyDays(Number(day.slice(0, 4))).has(day);
    const { random } = this.#deployment.world;
    const isIdle = ({ schedule: { name } }: Firing) =>
      !due.has(name) &&
      !wanted.has(name) &&
      !isTricky &&
      !random.of(`idle run of ${name} on ${day}`).is(0.03);
    this.#fire(day, (firing) => !isIdle(firing));
  }

  /** Has every schedule of a day fire. */
  liveFully(day: CivilDate): void {
    this.#fire(day, () => true);
  }

  /** The next day on which anything is due, anybody of `others` acts, or the calendar is tricky. */
  nextDay(day: CivilDate, others: readonly CivilDate[], last: CivilDate): CivilDate {
    const tomorrow = addDays(day, 1);
    const tricky = [...trickyDays(Number(tomorrow.slice(0, 4)))];
    const due = this.#due().map((item) => String(item['dueOn']));
    let next: string = last;
    for (const each of due) if (each < next) next = each;
    for (const each of [...others, ...tricky]) if (each >= tomorrow && each < next) next = each;
    return next < tomorrow ? tomorrow : civilDate(next);
  }

  #due() {
    return [...this.#deployment.table(outputs.licencesTable).itemsIn('due')];
  }

  #fire(day: CivilDate, isWanted: (firing: Firing) => boolean): void {
    const { world, sky, application } = this.#deployment;
    const { weather } = sky;
    for (const firing of firingsOn(Temporal.PlainDate.from(day), application.schedules)) {
      if (!isWanted(firing)) continue;
      const name = `schedule ${firing.schedule.name} on ${day}`;
      this.#count(day, firing);
      if (sky.happens('schedule missing', `${name} does not fire`, weather.scheduleMissing)) continue;
      const times = sky.happens('schedule twice', `${name} fires twice`, weather.scheduleTwice) ? 2 : 1;
      const isLate = sky.happens('schedule late', `${name} fires late`, weather.scheduleLate);
      const chance = world.random.of(name);
      for (let time = 1; time <= times; time += 1) {
        const late = isLate ? chance.between(60_000, 18_000_000) : 0;
        const wait = firing.instant.epochMilliseconds - world.now + late + time * chance.between(0, 30_000);
        world.start(wait, async () => {
          await this.#deployment.fire(firing, time);
          await this.#onEnd(firing.schedule.name, day);
        });
      }
    }
  }

  #count(day: CivilDate, { schedule }: Firing): void {
    const { sky } = this.#deployment;
    if (day.endsWith('-02-29')) sky.count('run on a leap day');
    if (clockChanges(schedule.timeZone, Number(day.slice(0, 4))).includes(day))
      sky.count('run on a day of a clock change');
  }
}
