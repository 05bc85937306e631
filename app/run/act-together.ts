import {
  type LicenceChange,
  type LicenceStore,
  mostWritten,
} from '../../adapters/dynamodb/licences/licence-store.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import { batchesOf } from '../../adapters/dynamodb/table/batch-get.ts';
import { ConcurrentChange } from '../../adapters/dynamodb/table/faults.ts';
import { retryOn } from '../../adapters/dynamodb/table/retry.ts';
import type { Event } from '../../domain/licence/events.ts';
import { sharedKindOf } from '../../domain/licence/sharing.ts';
import type { StepDone } from '../../domain/licence/run-pass.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** What a step decides about a licence as it stands. */
export interface Decided extends StepDone {
  readonly plan: Plan;
}

/** So many licences share a transaction: most have one event at a step, which leaves room for some with two. */
const groupSize = 40;

/** What a document or mail that licences share adds to a transaction: its head and its lines. */
const writtenForShared = 2;

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
  const shared = new Set<string>();
  for (const [licenceId, before] of stored) {
    if (before === undefined || before instanceof Error) continue;
    const decided = decidedOf(before, decide);
    if (decided === undefined) continue;
    const { plan, events } = decided;
    if (events.length > 0) {
      const added = sharedKinds(before, events).filter((kind) => !shared.has(kind));
      room -= events.length + 1 + added.length * writtenForShared;
      if (room < 0) break;
      for (const kind of added) shared.add(kind);
      changes.push({ plan, before, events });
    }
    group.set(licenceId, decided);
  }
  if (changes.length > 0) await licences.commitTogether(changes, clock);
  return group;
}

/** The kinds of documents and mails that the events of a licence share with others of its customer. */
function sharedKinds({ licence }: Stored, events: readonly Event[]): readonly string[] {
  const { customerId, together } = licence.facts;
  if (together !== true) return [];
  const kinds = events.flatMap((event) => sharedKindOf(event) ?? []);
  return [...new Set(kinds)].map((kind) => `${customerId} ${kind}`);
}

/** A licence that cannot be decided fails by itself when it is done alone. */
function decidedOf(stored: Stored, decide: (stored: Stored) => Decided): Decided | undefined {
  try {
    return decide(stored);
  } catch {
    return undefined;
  }
}
