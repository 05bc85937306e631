import type { LicenceChange, LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { mostWritten } from '../../adapters/dynamodb/licences/licence-store.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { StepDone } from '../../domain/licence/run-pass.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** What a step decides about a licence as it stands. */
export interface Decided extends StepDone {
  readonly plan: Plan;
}

/** So many licences share a transaction: most have one event at a step, which leaves room for some with two. */
const groupSize = 40;

/**
 * Decides and records what a step does to licences, group by group, each in one transaction. Gives what was decided of
 * those that are done, by their ids. The others are left as they are, to be done one by one: those that cannot be read or
 * decided, those for which there is no room, and all of a group in which another write came first.
 */
export async function actTogether(
  licences: LicenceStore,
  licenceIds: readonly string[],
  decide: (stored: Stored) => Decided,
): Promise<ReadonlyMap<string, Decided>> {
  const done = new Map<string, Decided>();
  for (let from = 0; from < licenceIds.length; from += groupSize) {
    const ids = licenceIds.slice(from, from + groupSize);
    const stored = await licences.loadEach(ids);
    const group = new Map<string, Decided>();
    const changes: LicenceChange[] = [];
    let room = mostWritten;
    for (const licenceId of ids) {
      const before = stored.get(licenceId);
      const decided = decidedOf(before, decide);
      if (before === undefined || before instanceof Error || decided === undefined) continue;
      const { plan, events } = decided;
      if (events.length > 0) {
        room -= events.length + 1;
        if (room < 0) break;
        changes.push({ plan, before, events });
      }
      group.set(licenceId, decided);
    }
    if (changes.length > 0 && !(await isCommitted(licences, changes))) continue;
    for (const [licenceId, decided] of group) done.set(licenceId, decided);
  }
  return done;
}

function decidedOf(
  stored: Stored | Error | undefined,
  decide: (stored: Stored) => Decided,
): Decided | undefined {
  if (stored === undefined || stored instanceof Error) return undefined;
  try {
    return decide(stored);
  } catch {
    return undefined;
  }
}

async function isCommitted(licences: LicenceStore, changes: readonly LicenceChange[]): Promise<boolean> {
  try {
    await licences.commitTogether(changes);
    return true;
  } catch {
    return false;
  }
}
