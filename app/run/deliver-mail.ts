import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { countInMetrics } from '../../adapters/cloudwatch/metrics.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import type { StepInput } from '../../contracts/payloads.ts';
import type { Settings } from '../../contracts/settings.ts';
import { type Delivery, deliverPending, type MailingDependencies } from '../mailing/deliver.ts';
import { openMailing } from '../mailing/mailing-dependencies.ts';
import type { StepOutput } from './act.ts';

/** What it takes to deliver mail in a run. */
export interface DeliveringDependencies {
  readonly mailing: MailingDependencies;
  readonly runs: RunStore;
}

export function openDelivering(settings: Settings): DeliveringDependencies {
  const documents = documentClient();
  return {
    mailing: openMailing(documents, settings, countInMetrics),
    runs: new RunStore(documents, settings),
  };
}

/**
 * Sends the mails that wait in a licence's outbox. The run's record names those that are held or unknown.
 * @param now the time of the sender in milliseconds since 1970
 */
export async function deliverMail(
  { mailing, runs }: DeliveringDependencies,
  step: StepInput,
  now: number,
): Promise<StepOutput> {
  const { today, licenceId, execution } = step;
  const licences = mailing.licences.causedBy({ by: 'execution', execution });
  const deliveries = await deliverPending({ ...mailing, licences }, licenceId, today, now);
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
