import { countInMetrics } from '../../adapters/cloudwatch/metrics.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { StoredWithHistory } from '../../adapters/dynamodb/licences/licence-reader.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { batchesOf } from '../../adapters/dynamodb/table/batch-get.ts';
import { atOnce } from '../../adapters/dynamodb/table/side-by-side.ts';
import { AccountTrouble } from '../../contracts/workflow/errors.ts';
import { mailWaits } from '../../contracts/workflow/outcome-words.ts';
import type { BatchInput, BatchOutput } from '../../contracts/workflow/batch.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { type Delivery, deliverOutbox, type MailingDependencies } from '../mailing/deliver.ts';
import { openMailing } from '../mailing/mailing-dependencies.ts';
import { noticesIn, openOutbox } from '../mailing/open-outbox.ts';
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
 * Sends the mails that wait in the outboxes of a batch, of as many licences side by side as a function can. The bills and
 * notices of these are noted in one write before the first is sent, so that the digest finds those on which SES never
 * reports. The run's record names those that are held or unknown. Where the account may not send, the run's record says so
 * once, and all mails wait for the next run.
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
  const until = clock() + longestMilliseconds;
  let trouble = await runs.trouble(batch);
  const done: Done[] = [];

  const each = async (
    licenceIds: readonly string[],
    work: (licenceId: string) => Promise<Done | undefined>,
  ) => done.push(...(await eachLicence({ licences, runs }, batch, 'deliver-mail', licenceIds, work)));

  const deliver = async (licenceId: string, outbox: StoredWithHistory): Promise<Done | undefined> => {
    const deliveries = await deliverOutbox(post, outbox, today, clock());
    for (const { mailId, status, because: reason = '' } of deliveries) {
      if (status === 'unknown' || status === 'held') {
        await runs.noteMail(batch, { licenceId, mailId, status, reason });
      }
    }
    return inWords(licenceId, deliveries);
  };

  const wait = async (licenceId: string, because: string): Promise<Done> => {
    await postpone(post, licenceId, today);
    return { licenceId, did: mailWaits, because };
  };

  for await (const group of batchesOf(licencesFor(batch, 'deliver-mail'), atOnce)) {
    if (clock() > until) break;
    const known = trouble;
    if (known !== undefined) {
      await each(group, (licenceId) => wait(licenceId, known));
      continue;
    }
    const outboxes = new Map<string, StoredWithHistory>();
    await each(group, async (licenceId) => {
      outboxes.set(licenceId, await openOutbox(post, licenceId));
      return undefined;
    });
    const noted = post.awaited.note([...outboxes.values()].flatMap(noticesIn), clock());
    await each([...outboxes.keys()], async (licenceId) => {
      await noted;
      const outbox = outboxes.get(licenceId);
      if (outbox === undefined || clock() > until) return undefined;
      if (trouble !== undefined) return wait(licenceId, trouble);
      try {
        return await deliver(licenceId, outbox);
      } catch (error) {
        if (!(error instanceof AccountTrouble)) throw error;
        trouble = error.message;
        await runs.noteTrouble(batch, trouble);
        return wait(licenceId, trouble);
      }
    });
  }
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
