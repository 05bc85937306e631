import { addDays, civilDate, type CivilDate } from '../../../domain/calendar.ts';
import { Bank } from '../people/bank.ts';
import { bookOf } from '../people/book.ts';
import { Customers } from '../people/customers.ts';
import { Desk } from '../people/desk.ts';
import { Office } from '../people/office.ts';
import { type Asked, Operator } from '../people/operator.ts';
import { PaymentSystem, type SaidPayment } from '../people/payment-system.ts';
import { Readers } from '../people/readers.ts';
import type { Application } from '../world/application.ts';
import { Deployment } from '../world/deployment.ts';
import { clearSky, weatherOf } from '../world/faults.ts';
import { Random } from '../../../local/weather/random.ts';
import { Schedules } from '../world/schedules.ts';
import type { Trace } from '../world/sky.ts';

/** What is played: the same play gives the same run. */
export interface Play {
  readonly seed: number;
  /** The numbers of the licences, in the order in which they come into the book. */
  readonly licences: readonly number[];
  readonly days: number;
  /** Whether nothing fails at all. */
  readonly isCalm?: boolean;
  /** How time passes: by default only days on which anything is due or done are played. */
  readonly passing?: 'days with something to do' | 'day by day' | 'in one jump';
  /** What may happen, by its id; unset: everything that the seed wants. */
  readonly only?: ReadonlySet<string> | undefined;
  readonly trace?: Trace | undefined;
}

/** A world at the end of a play. */
export interface PlayedOut {
  readonly deployment: Deployment;
  readonly operator: Operator;
  readonly asked: readonly Asked[];
  readonly said: readonly SaidPayment[];
  /** The first day, and the day of the last runs. */
  readonly start: CivilDate;
  readonly today: CivilDate;
  /** Why the play did not come to its end. */
  readonly failure?: Error | undefined;
}

/** Everybody in a world. */
interface Cast {
  readonly deployment: Deployment;
  readonly office: Office;
  readonly desk: Desk;
  readonly bank: Bank;
  readonly customers: Customers;
  readonly readers: Readers;
  readonly schedules: Schedules;
}

/** Plays a book under the weather of a seed, lets it clear, and has the runs catch up. */
export async function playOut(application: Application, play: Play): Promise<PlayedOut> {
  const { seed, licences, days, isCalm = false, passing, only, trace } = play;
  const random = new Random(seed);
  const start = addDays(civilDate('2026-01-01'), random.of('start').between(0, 900));
  const weather = isCalm ? clearSky : weatherOf(random.of('weather'));
  const at = Date.parse(`${start}T00:00:00Z`);
  const deployment = new Deployment(application, { seed, start: at, weather, only, trace });
  const operator = new Operator(deployment);
  const payments = new PaymentSystem(deployment);
  const book = bookOf(random, start, days, licences);
  const office = new Office(deployment, operator, book, start, days);
  const desk = new Desk(deployment, operator, book, start, days);
  const bank = new Bank(deployment, operator, book, start, days);
  const customers = new Customers(deployment, { operator, payments }, book, days);
  const readers = new Readers(deployment);
  const planIds = new Set(book.licences.map(({ planId }) => planId));
  const schedules = new Schedules(deployment, planIds, (schedule, day) => office.lookAfterRun(schedule, day));
  const cast = { deployment, office, desk, bank, customers, readers, schedules };
  const last = addDays(start, days);
  const outcome = { deployment, operator, asked: operator.asked, said: payments.said, start };
  try {
    await deployment.world.until(office.open(start));
    if (passing === 'in one jump') await jump(cast, start, last);
    else await walk(cast, start, last, passing === 'day by day');
    return { ...outcome, today: await catchUp(cast, last) };
  } catch (error) {
    return { ...outcome, today: start, failure: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Lives through the days up to `last`: every one of them, or those on which there is something to do. */
async function walk(cast: Cast, start: CivilDate, last: CivilDate, isDayByDay: boolean): Promise<void> {
  const { deployment, customers, readers, office, desk, bank, schedules } = cast;
  for (let day = start; day < last;) {
    await deployment.world.advance(schedules.endOf(addDays(day, -1)));
    begin(cast, day, start, isDayByDay);
    await deployment.world.advance(schedules.endOf(day));
    customers.answer(day);
    readers.answer(day);
    const others = [...customers.daysAfter(day), ...readers.days, ...office.days, ...desk.days, ...bank.days];
    day = isDayByDay ? addDays(day, 1) : schedules.nextDay(day, others, last);
  }
}

/** Lives through every day up to `last`, with the clock moved once. */
async function jump(cast: Cast, start: CivilDate, last: CivilDate): Promise<void> {
  const { deployment, customers, readers, schedules } = cast;
  const { world } = deployment;
  const live = (day: CivilDate): void => {
    if (day >= last) return;
    begin(cast, day, start, true);
    world.after(schedules.endOf(day) - world.now, () => {
      customers.answer(day);
      readers.answer(day);
      live(addDays(day, 1));
    });
  };
  live(start);
  await world.advance(schedules.endOf(addDays(last, -1)));
}

function begin(
  { customers, readers, office, desk, bank, schedules }: Cast,
  day: CivilDate,
  start: CivilDate,
  isWhole: boolean,
): void {
  const wanted = customers.plansOn(day);
  customers.live(day);
  readers.live(day);
  if (day > start) {
    office.live(day);
    desk.live(day);
    bank.live(day);
  }
  if (isWhole) schedules.liveFully(day);
  else schedules.live(day, wanted);
}

/** Some days of clear sky, and operators who have the licences run again that were parked. */
async function catchUp({ deployment, schedules, office, desk }: Cast, from: CivilDate): Promise<CivilDate> {
  const { world, sky } = deployment;
  sky.clear();
  await world.until(deployment.redrive());
  let day = from;
  for (let count = 0; count < 4; count += 1, day = addDays(day, 1)) {
    schedules.liveFully(day);
    await world.advance(schedules.endOf(day));
    await world.until(deployment.redrive());
    await world.until(office.retryParked(count));
    if (count === 0) await world.until(desk.followAll());
  }
  await world.advance(world.now + 86_400_000);
  return addDays(day, -1);
}
