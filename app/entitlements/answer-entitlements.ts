import { dayIn } from '../../domain/calendar.ts';
import { entitlements, type Entitlements } from '../../domain/cover/entitlements.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { LicenceReader } from '../../adapters/dynamodb/licences/licence-reader.ts';
import { idSchema, longestEscapedId } from '../../domain/text/id.ts';
import type { EntitlementsInput } from '../../contracts/workflow/entitlements.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { planOf } from '../../plans/plan-of.ts';

export function openEntitlements(settings: Settings): LicenceReader {
  return new LicenceReader(documentClient(), settings);
}

/**
 * What a licence entitles its customer to, for a vendor's update server or help desk: one read of one item,
 * and two more for the printed number of a quote or an invoice. `error` where there is no such licence.
 * @param now a UTC instant, whose day counts where the question names none
 */
export async function answerEntitlements(
  licences: LicenceReader,
  { licenceId, on }: EntitlementsInput,
  now: string,
): Promise<Entitlements | { readonly error: string }> {
  const isPossible = idSchema.safeParse(licenceId).success;
  const stored = isPossible ? await licences.find(licenceId) : undefined;
  if (stored === undefined) return { error: `there is no licence ${licenceId.slice(0, longestEscapedId)}` };
  const { licence } = stored;
  const plan = planOf(licence.facts.planId);
  return entitlements(plan, licence, on ?? dayIn(plan.timeZone, now));
}
