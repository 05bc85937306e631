import * as z from 'zod';
import { civilDateSchema, dayIn } from '../../domain/calendar.ts';
import { entitlements, type Entitlements } from '../../domain/cover/entitlements.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { LicenceReader } from '../../adapters/dynamodb/licences/licence-reader.ts';
import { parseAt } from '../../adapters/dynamodb/table/parse.ts';
import { planOf } from '../../plans/plan-of.ts';

const licences = new LicenceReader(documentClient(), process.env);

/** `on`: the day that is asked about; by default the plan's day now. */
const questionSchema = z.strictObject({ licenceId: z.string().min(1), on: civilDateSchema.optional() });

/**
 * What a licence entitles its customer to, for a vendor's update server or help desk: one read of one item. `error`
 * where there is no such licence. Throws where the question is not `{ licenceId, on? }`.
 */
export async function handler(input: unknown): Promise<Entitlements | { readonly error: string }> {
  const { licenceId, on } = parseAt('the input', questionSchema, input);
  const stored = await licences.load(licenceId);
  if (stored === undefined) return { error: `there is no licence ${licenceId}` };
  const { licence } = stored;
  const plan = planOf(licence.facts.planId);
  return entitlements(plan, licence, on ?? dayIn(plan.timeZone, new Date().toISOString()));
}
