import { documentClient } from '../adapters/clients.ts';
import { parseAt } from '../adapters/parse.ts';
import { deliverPending } from '../deliver.ts';
import { stepInput } from '../payloads.ts';
import { openPostOffice } from '../post-office.ts';
import type { StepOutput } from '../run-step.ts';

const post = openPostOffice(documentClient(), process.env);

/** Sends the mails that wait in a licence's outbox. */
export async function handler(input: unknown): Promise<StepOutput> {
  const { planId, today, licenceId } = parseAt('the input', stepInput, input);
  const mailIds = await deliverPending(post, licenceId, today, Date.now());
  const decided = mailIds.length === 0 ? 'nothing to do' : `deliver: ${mailIds.join(', ')}`;
  const because = mailIds.length === 0 ? 'no mail waits' : 'what was decided calls for it';
  return { planId, today, licenceId, decided, because };
}
