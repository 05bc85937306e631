import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { countInMetrics } from '../../adapters/cloudwatch/metrics.ts';
import { parseAt } from '../../adapters/dynamodb/table/parse.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { type Delivery, deliverPending } from '../../app/mailing/deliver.ts';
import { stepInput } from '../../contracts/payloads.ts';
import { openMailing } from '../../app/mailing/mailing-dependencies.ts';
import type { StepOutput } from '../../app/run/run-step.ts';

const documents = documentClient();
const post = openMailing(documents, process.env, countInMetrics);
const runs = new RunStore(documents, process.env);

/** Sends the mails that wait in a licence's outbox; the run's record names those that nobody can vouch for. */
export async function handler(input: unknown): Promise<StepOutput> {
  const step = parseAt('the input', stepInput, input);
  const { today, licenceId, execution } = step;
  const licences = post.licences.causedBy({ by: 'execution', execution });
  const deliveries = await deliverPending({ ...post, licences }, licenceId, today, Date.now());
  for (const { mailId, status, because: reason = '' } of deliveries) {
    if (status === 'unknown' || status === 'held') {
      await runs.noteMail(step, { licenceId, mailId, status, reason });
    }
  }
  if (deliveries.length === 0) {
    return { ...step, decided: 'nothing to do', because: 'no mail waits' };
  }
  return { ...step, decided: inWords(deliveries), because: reasons(deliveries) };
}

function inWords(deliveries: readonly Delivery[]): string {
  return deliveries.map(({ mailId, status }) => `${status}: ${mailId}`).join(', ');
}

function reasons(deliveries: readonly Delivery[]): string {
  const problems = deliveries.flatMap(({ because }) => because ?? []);
  return problems.length === 0 ? 'what was decided calls for it' : problems.join('; ');
}
