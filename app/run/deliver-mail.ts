import { countInMetrics } from '../../adapters/cloudwatch/metrics.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { AccountTrouble } from '../../contracts/workflow/errors.ts';
import type { BatchInput, BatchOutput } from '../../contracts/workflow/payloads.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { type Delivery, deliverPending, type MailingDependencies } from '../mailing/deliver.ts';
import { openMailing } from '../mailing/mailing-dependencies.ts';
import { postpone } from '../mailing/settle-outbox.ts';
import { afterStep, type Done, licencesFor } from './batch.ts';
import { eachLicence } from './each-licence.ts';

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

/** A function lives for fifteen minutes: the next pass sends the rest. */
const longestMilliseconds = 600_000;

/**
 * Sends the mails that wait in the outboxes of a batch. The run's record names those that are held or unknown. Where
 * the account may not send, the run's record says so once, and all mails wait for the next run.
 * @param clock the time of the sender in milliseconds since 1970
 */
export async function deliverMail(
  { mailing, runs }: DeliveringDependencies,
  batch: BatchInput,
  clock: () => number,
): Promise<BatchOutput> {
  const { today, execution } = batch;
  const licences = mailing.licences.causedBy({ by: 'execution', execution });
  const post = { ...mailing, licences };
  const licenceIds = licencesFor(batch, 'deliver-mail');
  const until = clock() + longestMilliseconds;
  let trouble = await runs.trouble(batch);
  const done = await eachLicence({ licences, runs }, batch, 'deliver-mail', licenceIds, async (licenceId) => {
    if (clock() > until) return undefined;
    if (trouble === undefined) {
      try {
        const deliveries = await deliverPending(post, licenceId, today, clock());
        for (const { mailId, status, because: reason = '' } of deliveries) {
          if (status === 'unknown' || status === 'held') {
            await runs.noteMail(batch, { licenceId, mailId, status, reason });
          }
        }
        return inWords(licenceId, deliveries);
      } catch (error) {
        if (!(error instanceof AccountTrouble)) throw error;
        trouble = error.message;
        await runs.noteTrouble(batch, trouble);
      }
    }
    await postpone(post, licenceId, today);
    return { licenceId, did: 'mail waits for the next run', because: trouble };
  });
  return afterStep(batch, done);
}

function inWords(licenceId: string, deliveries: readonly Delivery[]): Done | undefined {
  if (deliveries.length === 0) return undefined;
  const problems = deliveries.flatMap(({ because }) => because ?? []);
  return {
    licenceId,
    did: deliveries.map(({ mailId, status }) => `${status}: ${mailId}`).join(', '),
    because: problems.join('; '),
  };
}
