import { isDeepStrictEqual } from 'node:util';
import { addDays, daysBetween } from '../../../domain/calendar.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { plans } from '../../../plans/index.ts';
import { historiesOf } from '../checks/history.ts';
import { type Play, playOut, type PlayedOut } from './play-out.ts';
import type { Application } from '../world/application.ts';
import { Random } from '../../../local/weather/random.ts';

/** Plays that must end the same do: each way in which they do not, in words. */
export async function metamorphic(application: Application, seed: number): Promise<readonly string[]> {
  const play: Play = { seed, licences: [1, 2, 3, 4, 5, 6], days: 400, isCalm: true, passing: 'day by day' };
  const dayByDay = await playOut(application, play);
  const journal = journalsOf(dayByDay);
  const totals = totalsOf(dayByDay);
  // In this world while it is the one that everything of this process lives in.
  const again = await runAgain(dayByDay, new Random(seed));
  const inOneJump = await playOut(application, { ...play, passing: 'in one jump' });
  const skipping = await playOut(application, { ...play, passing: 'days with something to do' });
  const shuffled = await playOut(application, { ...play, licences: [4, 1, 6, 3, 5, 2] });
  return [
    ...failuresOf({ dayByDay, inOneJump, skipping, shuffled }),
    ...('L-6' in journal ? [] : ['not all licences came into the book']),
    ...difference('one jump of 400 days', journal, journalsOf(inOneJump)),
    ...difference('leaving out idle days', journal, journalsOf(skipping)),
    ...difference('shuffled licences', totals, totalsOf(shuffled)),
    ...again,
  ];
}

function failuresOf(plays: Readonly<Record<string, PlayedOut>>): readonly string[] {
  return Object.entries(plays).flatMap(([name, { failure }]) =>
    failure === undefined ? [] : [`${name} fails: ${failure.stack ?? failure.message}`],
  );
}

function difference(what: string, one: object, other: object): readonly string[] {
  if (isDeepStrictEqual(one, other)) return [];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const member = (of: object, key: string): unknown => (of as Readonly<Record<string, unknown>>)[key];
  const different = [...keys].filter((key) => !isDeepStrictEqual(member(one, key), member(other, key)));
  return different
    .slice(0, 5)
    .map(
      (key) =>
        `${what} changes ${key}: ${JSON.stringify(member(one, key))} or ${JSON.stringify(member(other, key))}`,
    );
}

/** Every event and every mail, by licence. */
function journalsOf({ deployment }: PlayedOut): object {
  return Object.fromEntries<unknown>(
    historiesOf(deployment).flatMap(
      ({ licenceId, events, mails, stored }): (readonly [string, unknown])[] => [
        ...events.map(({ event, version }) => [`event ${version} of ${licenceId}`, event] as const),
        ...mails.map(({ mailId, status }) => [`mail ${mailId}`, status] as const),
        [licenceId, stored.licence],
      ],
    ),
  );
}

/** How many of each event there are over all licences, and how much money each type of event moves. */
function totalsOf({ deployment }: PlayedOut): object {
  const totals = new Map<string, number>();
  const add = (key: string, amount: number) => totals.set(key, (totals.get(key) ?? 0) + amount);
  for (const { events, mails } of historiesOf(deployment)) {
    for (const { event } of events) {
      add(event.type, 1);
      const money = 'amount' in event ? event.amount : 'total' in event ? event.total : undefined;
      if (money !== undefined) add(`${event.type} in ${money.currency}`, money.amount);
    }
    for (const { kind, status } of mails) add(`mail ${kind} ${status}`, 1);
  }
  return Object.fromEntries(totals);
}

/** Runs days again that were run: nothing may change. */
async function runAgain(
  { deployment, operator, start, today }: PlayedOut,
  random: Random,
): Promise<readonly string[]> {
  const { world, ses } = deployment;
  const before = snapshotOf({ deployment });
  const mailed = ses.accepted.length;
  for (const { id } of plans) {
    const some = addDays(start, random.of(id).between(0, daysBetween(start, today)));
    for (const day of [today, some]) {
      const asked = operator.ask(`run of ${id} on ${day} again`, {
        kind: 'run',
        planId: id,
        day,
        again: true,
      });
      const answer = await world.until(asked);
      if (answer?.outcome !== 'done')
        return [`the run of ${id} on ${day} is not done again: ${answer?.reason ?? ''}`];
    }
  }
  await world.advance(world.now + 3_600_000);
  return [
    ...difference('running a day again', before, snapshotOf({ deployment })),
    ...(ses.accepted.length === mailed ? [] : ['running a day again sends mail']),
  ];
}

function snapshotOf({ deployment }: Pick<PlayedOut, 'deployment'>): object {
  const items = [...deployment.table(outputs.licencesTable).all()];
  return Object.fromEntries(
    items.map((item) => [`${String(item['licenceId'])} ${String(item['record'])}`, item]),
  );
}
