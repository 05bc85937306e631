import type { FailedLicence } from '../../client/runs/executions.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import type { BookActivity } from '../book/files/activities.ts';
import type { BookUpdate } from '../book/files/updates.ts';
import type { Book } from '../book/read-book.ts';
import type { Progress } from '../shell/progress.ts';
import { type Days, eachDay } from '../../domain/time/days.ts';

/** What the days of a book are played on. */
export interface PlayedSystem {
  register(facts: Facts): Promise<void>;
  act(activity: BookActivity, facts: Facts): Promise<void>;
  /** Publishes an update, and waits until all customers on its list are e-mailed. */
  publish(update: BookUpdate): Promise<void>;
  /** Fires the schedules of all plans on a day, and waits for their runs to end. */
  run(day: CivilDate): Promise<void>;
}

export interface Schedule {
  readonly runs: Days;
  /** Days on which the schedules do not fire. */
  readonly missed?: Days | undefined;
}

/**
 * Plays a book day by day: first the day's registrations, then its activities in the order of the file, then the updates
 * that are published, then the runs of all plans. What happens before the first run is played too; what happens after
 * the last is not. A
 * registration or an activity that throws is given back as a failure, and the others go on; nothing more is done with
 * a licence that could not be registered. Throws the signal's reason when aborted.
 */
export async function play(
  book: Book,
  schedule: Schedule,
  system: PlayedSystem,
  progress: Progress,
  signal: AbortSignal,
): Promise<readonly FailedLicence[]> {
  const failed: FailedLicence[] = [];
  const registered = new Map<string, Facts>();
  const attempt = async (date: CivilDate, { licenceId, planId }: Facts, command: () => Promise<void>) => {
    signal.throwIfAborted();
    try {
      await command();
      return true;
    } catch (error) {
      failed.push({
        licenceId,
        planId,
        date,
        reason: error instanceof Error ? error.message : String(error),
      });
      return false;
    }
  };
  const licences = Map.groupBy(book.licences, (facts) => facts.registeredOn);
  const activities = Map.groupBy(book.activities, (activity) => activity.date);
  const updates = Map.groupBy(book.updates, (update) => update.date);
  const days = daysOf(book, schedule.runs);
  for (const [index, day] of days.entries()) {
    for (const facts of licences.get(day) ?? []) {
      const isIn = await attempt(day, facts, () => system.register(facts));
      if (isIn) registered.set(facts.licenceId, facts);
    }
    for (const activity of activities.get(day) ?? []) {
      const facts = registered.get(activity.licenceId);
      if (facts !== undefined) await attempt(day, facts, () => system.act(activity, facts));
    }
    for (const update of updates.get(day) ?? []) {
      signal.throwIfAborted();
      await system.publish(update);
    }
    signal.throwIfAborted();
    if (fires(day, schedule)) await system.run(day);
    progress.advance(index + 1, days.length, day);
  }
  progress.end();
  return failed;
}

/** The days before the first run on which something happens, and every day of the runs. */
function daysOf(book: Book, runs: Days): readonly CivilDate[] {
  const before = new Set([
    ...book.licences.map((facts) => facts.registeredOn),
    ...book.activities.map((each) => each.date),
    ...book.updates.map((each) => each.date),
  ]);
  const days = [...before].filter((day) => day < runs.from).sort();
  return [...days, ...eachDay(runs)];
}

function fires(day: CivilDate, { runs, missed }: Schedule): boolean {
  if (day < runs.from) return false;
  return missed === undefined || day < missed.from || day > missed.to;
}
