import { Temporal } from 'temporal-polyfill';
import { addDays, civilDate, type CivilDate } from '../../../domain/calendar.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { type Firing, firingsOn } from '../../../local/scheduler/schedule.ts';
import { planById } from '../../../plans/index.ts';
import { planOf } from '../../../plans/plan-of.ts';
import { clockChanges, trickyDays } from './days.ts';
import type { Application } from './application.ts';
import type { Deployment } from './deployment.ts';

/** When the days of a play end, in UTC: after every zone's runs of the day, before any of the next. */
const endOfDayMilliseconds = 14 * 3_600_000;

/**
 * How often a run is played that has nothing to do: mostly not, and more often where a customer acts on its day. So are the
 * schedules that are no plan's.
 */
const idle = { anyDay: 0.01, busyDay: 0.3, noPlan: 0.03 } as const;

/** What happens after a schedule's run of a day. */
type OnEnd = (schedule: string, day: CivilDate) => Promise<void>;

/** The schedules of an application as the weather lets them fire: twice, hours late, or not at all. */
export class Schedules {
  readonly #deployment: Deployment;
  readonly #planIds: ReadonlySet<string>;
  readonly #onEnd: OnEnd;

  /**
   * @param planIds the plans that have licences
   * @param onEnd takes each run when it has ended
   */
  constructor(deployment: Deployment, planIds: ReadonlySet<string>, onEnd: OnEnd) {
    this.#deployment = deployment;
    this.#planIds = planIds;
    this.#onEnd = onEnd;
  }

  /** The instant in milliseconds since 1970 at which all runs of a day have been fired. */
  endOf(day: CivilDate): number {
    return Date.parse(`${day}T00:00:00Z`) + endOfDayMilliseconds;
  }

  /**
   * Has the schedules of a day fire: those of plans that have something due when their time comes, or a tricky day, and
   * others now and then. A run with nothing to do changes nothing, and most of them are left out.
   * @param wanted plans whose customers do something on this day
   */
  live(day: CivilDate, wanted: ReadonlySet<string>): void {
    const { random } = this.#deployment.world;
    this.#fire(day, ({ schedule: { name } }) => {
      const isOfPlan = planById(name) !== undefined;
      const chance = idle[wanted.has(name) ? 'busyDay' : isOfPlan ? 'anyDay' : 'noPlan'];
      if (random.of(`idle run of ${name} on ${day}`).is(chance)) return true;
      return this.#planIds.has(name) && (isTricky(name, day) || this.#hasDue(name, day));
    });
  }

  /** Has every schedule of a day fire, but for those of plans that have no licences. */
  liveFully(day: CivilDate): void {
    this.#fire(day, ({ schedule: { name } }) => this.#planIds.has(name) || planById(name) === undefined);
  }

  /** The next day on which anything is due, anybody of `others` acts, or the calendar is tricky. */
  nextDay(day: CivilDate, others: readonly CivilDate[], last: CivilDate): CivilDate {
    const tomorrow = addDays(day, 1);
    const year = Number(tomorrow.slice(0, 4));
    const tricky = [...this.#planIds].flatMap((planId) => [...trickyDays(planOf(planId).timeZone, year)]);
    const due = this.#due().map((item) => String(item['dueOn']));
    let next: string = last;
    for (const each of due) if (each < next) next = each;
    for (const each of [...others, ...tricky]) if (each >= tomorrow && each < next) next = each;
    return next < tomorrow ? tomorrow : civilDate(next);
  }

  #due() {
    return [...this.#deployment.table(outputs.licencesTable).itemsIn('due')];
  }

  #hasDue(planId: string, day: CivilDate): boolean {
    return this.#due().some((item) => item['planId'] === planId && String(item['dueOn']) <= day);
  }

  /** @param isWanted asked when the time of a schedule has come */
  #fire(day: CivilDate, isWanted: (firing: Firing) => boolean): void {
    const { world, application } = this.#deployment;
    for (const firing of firingsOf(application, day)) {
      world.after(firing.instant.epochMilliseconds - world.now, () => {
        if (isWanted(firing)) this.#fireNow(day, firing);
      });
    }
  }

  #fireNow(day: CivilDate, firing: Firing): void {
    const { world, sky } = this.#deployment;
    const { weather } = sky;
    const name = `schedule ${firing.schedule.name} on ${day}`;
    this.#count(day, firing);
    if (sky.happens('schedule missing', `${name} does not fire`, weather.scheduleMissing)) return;
    const times = sky.happens('schedule twice', `${name} fires twice`, weather.scheduleTwice) ? 2 : 1;
    const isLate = sky.happens('schedule late', `${name} fires late`, weather.scheduleLate);
    const chance = world.random.of(name);
    for (let time = 1; time <= times; time += 1) {
      const late = isLate ? chance.between(60_000, 18_000_000) : 0;
      world.start(late + time * chance.between(0, 30_000), async () => {
        await this.#deployment.fire(firing, time);
        await this.#onEnd(firing.schedule.name, day);
      });
    }
  }

  #count(day: CivilDate, { schedule }: Firing): void {
    const { sky } = this.#deployment;
    if (day.endsWith('-02-29')) sky.count('run on a leap day');
    if (clockChanges(schedule.timeZone, Number(day.slice(0, 4))).includes(day))
      sky.count('run on a day of a clock change');
  }
}

const known = new WeakMap<Application, Map<CivilDate, readonly Firing[]>>();

/** The firings of a day, which are the same in every world. */
function firingsOf(application: Application, day: CivilDate): readonly Firing[] {
  const days = known.get(application) ?? new Map<CivilDate, readonly Firing[]>();
  known.set(application, days);
  const firings = days.get(day) ?? firingsOn(Temporal.PlainDate.from(day), application.schedules);
  days.set(day, firings);
  return firings;
}

function isTricky(planId: string, day: CivilDate): boolean {
  return trickyDays(planOf(planId).timeZone, Number(day.slice(0, 4))).has(day);
}
