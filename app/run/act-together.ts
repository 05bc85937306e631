import {
  type LicenceChange,
  type LicenceStore,
  mostWritten,
} from '../../adapters/dynamodb/licences/licence-store.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import { batchesOf } from '../../adapters/dynamodb/table/batch-get.ts';
import { ConcurrentChange } from '../../adapters/dynamodb/table/faults.ts';
import { retryOn } from '../../adapters/dynamodb/table/retry.ts';
import type { StepDone } from '../../domain/licence/run-pass.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** What a step decides about a licence as it stands. */
export interface Decided extends StepDone {
  readonly plan: Plan;
}

/** So many licences share a transaction: most have one event at a step, which leaves room for some with two. */
const groupSize = 40;

/** Where another process changes one of its licences, a group is tried again before it is split. */
const attempts = 6;

/**
 * Decides and records what a step does to licences, group by group, each in one transaction. Gives what was decided of
 * those that are done, by their ids. The others are left as they are, to be done one by one: those that cannot be read or
 * decided, those for which there is no room, and all of a group that cannot be written as a whole.
 * @param clock the time in milliseconds since 1970
 */
export async function actTogether(
  licences: LicenceStore,
  licenceIds: readonly string[],
  decide: (stored: Stored) => Decided,
  clock: () => number,
): Promise<ReadonlyMap<string, Decided>> {
  const done = new Map<string, Decided>();
  for await (const ids of batchesOf(licenceIds, groupSize)) {
    const group = await retryOn(
      ConcurrentChange,
      () => actOnGroup(licences, ids, decide, clock),
      attempts,
    ).catch(() => undefined);
    for (const [licenceId, decided] of group ?? []) done.set(licenceId, decided);
  }
  return done;
}

/** Throws where the group cannot be written as a whole. */
async function actOnGroup(
  licences: LicenceStore,
  licenceIds: readonly string[],
  decide: (stored: Stored) => Decided,
  clock: () => number,
): Promise<ReadonlyMap<string, Decided>> {
  const stored = await licences.loadEach(licenceIds);
  const group = new Map<string, Decided>();
  const changes: LicenceChange[] = [];
  let room = mostWritten;
  for (const [licenceId, before] of stored) {
    if (before === undefined || before instanceof Error) continue;
    const decided = decidedOf(before, decide);
    if (decided === undefined) continue;
    const { plan, events } = decided;
    if (events.length > 0) {
      room -= events.length + 1;
      if (room < 0) break;
      changes.push({ plan, before, events });
    }
    group.set(licenceId, decided);
  }
  if (changes.length > 0) await licences.commitTogether(changes, clock);
  return group;
}

/** A licence that cannot be decided fails by itself when it is done alone. */
function decidedOf(stored: Stored, decide: (stored: Stored) => Decided): Decided | undefined {
  try {
    return decide(stored);
  } catch {
    return undefined;
  }
}
