import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importBook } from '../../cli/import/import-book.ts';
import { plans } from '../../plans/index.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { bus } from '../../contracts/deployment/bus.ts';
import { addDays, civilDate } from '../../domain/calendar.ts';
import { planOf } from '../../plans/plan-of.ts';
import { storedFrom } from '../../adapters/dynamodb/licences/licence-item.ts';
import { keptOutput } from '../support/cli/streams.ts';
import type { Application } from '../weather/world/application.ts';
import { Deployment } from '../weather/world/deployment.ts';
import { clearSky } from '../weather/world/faults.ts';
import { Random } from '../../local/weather/random.ts';
import { Schedules } from '../weather/world/schedules.ts';
import { sift } from './book.ts';
import { commandsOn, inWorld } from './cloud.ts';
import type { Figures } from './figures.ts';
import { leftIn, readEverything } from './readers.ts';
import { rowsOfBook } from './rows.ts';
import { wishesOn } from './wishes.ts';

const start = civilDate('2026-01-02');
/** Days after the first on which all schedules fire: the runs in between are missed, so that each has more to do. */
const runDays = [1, 20, 75, 105, 190, 400] as const;
const wishes = 0.35;

/** Generates a book, imports it, has it run and changed for a year, and has everybody read all of it. */
export async function live(
  application: Application,
  seed: number,
  count: number,
): Promise<Omit<Figures, 'written' | 'printed'>> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-rows-'));
  const at = Date.parse(`${start}T10:00:00Z`);
  const deployment = new Deployment(application, { seed, start: at, weather: clearSky });
  commandsOn(deployment);
  try {
    const { accepted, refused } = await sift(folder, rowsOfBook(seed, count), start);
    await inWorld(deployment.world, () => enter(deployment, folder));
    let commands = 0;
    for (const days of runDays) commands += await liveOn(deployment, days, new Random(seed));
    const today = addDays(start, runDays.at(-1) ?? 0);
    const left = leftIn(deployment, today);
    if (left.length > 0) throw new Error(left.slice(0, 10).join('\n'));
    const journal = await readEverything(deployment, today);
    const events: Record<string, number> = {};
    for (const { type } of journal) events[type] = (events[type] ?? 0) + 1;
    const mails = deployment.ses.accepted.length;
    return { accepted: accepted.length, refused, commands, events, mails };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function enter({ world }: Deployment, folder: string): Promise<void> {
  const { err, output } = keptOutput();
  const now = new Date(world.now).toISOString();
  const signal = new AbortController().signal;
  await importBook({ output, signal, now }, folder, { yes: true, acceptWarnings: true }).catch(
    (error: unknown) => {
      throw new Error(`the import fails: ${err.text}`, { cause: error });
    },
  );
}

/** Lives through a day: what operators and payment systems ask for, then every schedule. Gives how many asked. */
async function liveOn(deployment: Deployment, days: number, random: Random): Promise<number> {
  const { world } = deployment;
  const day = addDays(start, days);
  const planIds = new Set(plans.map(({ id }) => id));
  const schedules = new Schedules(deployment, planIds, () => Promise.resolve());
  await world.advance(schedules.endOf(addDays(day, -1)));
  const items = [...deployment.table(outputs.licencesTable).itemsIn('plan')];
  let commands = 0;
  for (const item of items) {
    const licenceId = String(item['licenceId']);
    const chance = random.of(`${licenceId} on ${day}`);
    if (!chance.is(wishes)) continue;
    commands += 1;
    const plan = planOf(storedFrom(licenceId, item).licence.facts.planId);
    const isEvent = chance.is(0.1);
    if (isEvent) await inWorld(world, () => pay(deployment, licenceId, plan.currency, chance));
    else
      for (const command of wishesOn(chance, plan, addDays(day, -1)))
        await ask(deployment, licenceId, command);
  }
  schedules.liveFully(day);
  await world.advance(schedules.endOf(day));
  return commands;
}

async function ask(deployment: Deployment, licenceId: string, command: unknown): Promise<void> {
  const { world } = deployment;
  const operation = { kind: 'command', licenceId, command };
  const requestId = crypto.randomUUID();
  const body = JSON.stringify({ requestId, clientVersion: 'rows', operation });
  const userArn = 'arn:aws:iam::000000000000:user/operator';
  const requestContext = { timeEpoch: world.now, authorizer: { iam: { userArn } } };
  try {
    await inWorld(world, () => deployment.call('operator', { body, requestContext }, 60_000));
  } catch (error) {
    throw new Error(`the operator function fails for ${body}`, { cause: error });
  }
}

/** A payment event with any clock, day, amount and currency: it is recorded or put aside, and never fails. */
async function pay(
  deployment: Deployment,
  licenceId: string,
  currency: string,
  chance: Random,
): Promise<void> {
  const days = chance.pick([0, 0, -1, 1, 400, -4000]);
  const time = new Date(deployment.world.now + days * 86_400_000).toISOString();
  const detail = {
    paymentId: chance.pick(['PAY-7', 'PAY-8', '', ' x', 'é', 'x'.repeat(101)]),
    licenceId: chance.pick([licenceId, licenceId, 'SNUG-2026-00001', 'nobody', 'x'.repeat(300), '\ud800']),
    amount: { amount: chance.pick([1, 55_200, 0, -5, 1.5, 10 ** 15, Number.MAX_SAFE_INTEGER]), currency },
    ...(chance.is(0.7) && {
      receivedOn: chance.pick([time.slice(0, 10), '9999-12-31', '0001-01-01', '2026-02-30']),
    }),
  };
  await deployment.handOver('payment-received', { 'detail-type': bus.paymentReceived, time, detail });
}
