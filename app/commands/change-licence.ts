import type { Event } from '../../domain/licence/events.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { CarriedOutRequest } from '../../adapters/dynamodb/licences/request-item.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';

/** What was decided about a licence as it stood, and the events that say so; none where nothing is to change. */
export interface DecidedChange {
  readonly plan: Plan;
  readonly events: readonly Event[];
  /** The request that asks for it, to be written with it. */
  readonly request?: CarriedOutRequest | undefined;
}

/**
 * Loads a licence, has the change decided and commits it. Where another write came first, it loads and
 * decides again, with patience; in the end it throws `ConcurrentChange`.
 */
export async function changeLicence<Decided extends DecidedChange>(
  licences: LicenceStore,
  licenceId: string,
  decide: (stored: Stored | undefined) => Decided | Promise<Decided>,
): Promise<Decided> {
  return retryOnConflict(async () => {
    const stored = await licences.load(licenceId);
    const decided = await decide(stored);
    const { plan, events, request } = decided;
    if (events.length > 0) await licences.commit(plan, stored, events, { request });
    else if (request !== undefined) await licences.noteRequest(licenceId, request);
    return decided;
  });
}

/** Throws where the table has no such licence. */
export function requireLicence(licenceId: string, stored: Stored | undefined): Stored {
  if (stored === undefined) throw new Error(`there is no licence ${licenceId}`);
  return stored;
}
