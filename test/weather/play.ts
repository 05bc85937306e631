import { Temporal } from 'temporal-polyfill';
import { addDays, civilDate, type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { firingsOn } from '../../local/scheduler/schedule.ts';
import { plans } from '../../plans/index.ts';
import { violations } from './checks/checker.ts';
import { historiesOf } from './checks/history.ts';
import { Customers } from './customers.ts';
import type { Application } from './world/application.ts';
import { Deployment } from './world/deployment.ts';
import { weatherOf } from './world/faults.ts';
import { Random } from './world/random.ts';

export interface Played {
  readonly seed: number;
  readonly violations: readonly string[];
  /** How often each event, request and fault has happened. */
  readonly counts: ReadonlyMap<string, number>;
  readonly licences: number;
  readonly days: number;
  readonly events: readonly Event[];
}

const dayMilliseconds = 86_400_000;

/** Plays random books under the weather of a seed, lets it clear and the runs catch up, and checks what came of it. */
export async function play(
  application: Application,
  seed: number,
  licences: number,
  days: number,
  trace?: (line: string) => void,
): Promise<Played> {
  const random = new Random(seed);
  const start = addDays(civilDate('2026-01-01'), random.between(0, 900));
  const deployment = new Deployment(application, Date.parse(`${start}T00:00:00Z`), weatherOf(random), random);
  deployment.sky.onTrace = trace;
  const customers = new Customers(deployment, start, licences, days);
  await deployment.world.until(customers.register());
  const last = addDays(start, days);
  for (let day = start; day < last; day = nextDay(deployment, customers, day, last))
    await liveThrough(deployment, customers, day);
  deployment.sky.clear();
  const end = await catchUp(deployment, last);
  const histories = historiesOf(deployment);
  return {
    seed,
    violations: violations(deployment, end),
    counts: deployment.sky.counts,
    licences,
    days,
    events: histories.flatMap(({ events }) => events.map(({ event }) => event)),
  };
}

/** A day on which nobody does anything and nothing is due passes without being played. */
function nextDay(deployment: Deployment, customers: Customers, day: CivilDate, last: CivilDate): CivilDate {
  const tomorrow = addDays(day, 1);
  const due = [...deployment.table(outputs.licencesTable).all()].flatMap(({ dueOn }) =>
    typeof dueOn === 'string' ? [dueOn] : [],
  );
  const next = [...due, ...customers.daysAfter(day)].reduce<string>(
    (first, each) => (each < first ? each : first),
    last,
  );
  return next < tomorrow ? tomorrow : civilDate(next);
}

async function liveThrough(deployment: Deployment, customers: Customers, day: CivilDate): Promise<void> {
  const { world, sky } = deployment;
  const { random } = world;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  await world.advance(midnight);
  customers.plan(day, midnight);
  for (const firing of firingsOn(Temporal.PlainDate.from(day), deployment.application.schedules)) {
    if (random.is(sky.weather.scheduleMissing)) continue;
    const late = random.is(sky.weather.scheduleLate) ? random.between(60_000, 18_000_000) : 0;
    const times = random.is(sky.weather.scheduleTwice) ? 2 : 1;
    for (let time = 1; time <= times; time += 1) {
      world.after(
        firing.instant.epochMilliseconds - world.now + late + time * random.between(0, 30_000),
        () => {
          void deployment.fire(firing, time);
        },
      );
    }
  }
  await world.advance(midnight + dayMilliseconds - 1);
}

/** Some days of clear sky, and an operator who has the licences run again that were parked. */
async function catchUp(deployment: Deployment, from: CivilDate): Promise<CivilDate> {
  const { world } = deployment;
  let day = from;
  for (let count = 0; count < 4; count += 1, day = addDays(day, 1)) {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    await world.advance(midnight);
    for (const firing of firingsOn(Temporal.PlainDate.from(day), deployment.application.schedules)) {
      world.after(firing.instant.epochMilliseconds - world.now, () => {
        void deployment.fire(firing);
      });
    }
    await world.advance(midnight + dayMilliseconds - 1);
    await world.until(retryParked(deployment, count));
  }
  await world.advance(world.now + dayMilliseconds);
  return addDays(day, -1);
}

async function retryParked(deployment: Deployment, count: number): Promise<void> {
  const [machine = ''] = deployment.application.machines.keys();
  const parked = [...deployment.table(outputs.licencesTable).all()].filter(
    (item) => item['parked'] !== undefined,
  );
  for (const { id, timeZone } of plans) {
    const licenceIds = parked.filter(({ planId }) => planId === id).map(({ licenceId }) => String(licenceId));
    if (licenceIds.length === 0) continue;
    const now = new Date(deployment.world.now).toISOString();
    deployment.sky.count('parked', undefined);
    await deployment.execute(machine, `retry-${id}-${dayIn(timeZone, now)}-${count}`, {
      planId: id,
      scheduledTime: now,
      licenceIds,
    });
  }
}
