import * as z from 'zod/mini';
import type { Plan } from '../../../domain/plan/plan.ts';
import { withDueDay } from '../licences/following.ts';
import { isKept, records, type Stored, stateSchema } from '../licences/licence-item.ts';
import { rebuiltFrom } from '../licences/rebuilt.ts';
import { NotValid, parseAt } from '../table/parse.ts';

type Item = Readonly<Record<string, unknown>>;

const keySchema = z.object({ licenceId: z.string(), record: z.string() });

/**
 * A licence of a backup as it was stored, and as its events lead to it under the deployed plans. Throws `NotValid` where
 * it cannot be read, or a record belongs to another licence or is none that a backup has.
 */
export function restoredFrom(
  licenceId: string,
  state: Item,
  items: readonly Item[],
  planOf: (planId: string) => Plan,
): { readonly stored: Stored; readonly rebuilt: Stored } {
  for (const item of items) {
    const key = parseAt(`a record of licence ${licenceId}`, keySchema, item);
    if (key.licenceId !== licenceId || !isKept(key.record))
      throw new NotValid(`licence ${licenceId} has a record ${key.record} of ${key.licenceId}`);
  }
  const stored = parseAt(`licence ${licenceId} in the backup`, stateSchema, state);
  const { outbox, parked, mailsOn } = stored;
  const ofState = { licenceId, record: records.licence, outbox, parked };
  const rebuilt = rebuiltFrom(licenceId, [ofState, ...items], planOf);
  return { stored, rebuilt: withDueDay(planOf(rebuilt.licence.facts.planId), { ...rebuilt, mailsOn }) };
}
