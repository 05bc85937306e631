import type { DueIndex } from '../licences/due-index.ts';
import type { Failure } from './run-item.ts';
import type { CivilDate } from '../../../domain/calendar.ts';

const reason = 'still due after the run, which recorded no reason';

/** Those of a run's licences that are due even now, and of which it recorded no failure: they count as failed. */
export async function stillDue(
  index: DueIndex,
  today: CivilDate,
  licenceIds: readonly string[],
  recorded: readonly Failure[],
): Promise<readonly Failure[]> {
  const known = new Set(recorded.map(({ licenceId }) => licenceId));
  const left = await index.stillDue(
    licenceIds.filter((licenceId) => !known.has(licenceId)),
    today,
  );
  return left.map((licenceId) => ({ licenceId, reason }));
}
