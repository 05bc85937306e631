import { plans } from '../../plans/index.ts';
import { CustomerStore } from '../../adapters/dynamodb/customers/customers.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { DigestLog } from '../../adapters/dynamodb/runs/digest-log.ts';
import { NotPublished, OperatorsTopic } from '../../adapters/messaging/operators-topic.ts';
import { AwaitedReports } from '../../adapters/dynamodb/runs/awaited-reports.ts';
import { MailReports } from '../../adapters/dynamodb/mails/mail-reports.ts';
import { PlanLicences } from '../../adapters/dynamodb/licences/plan-licences.ts';
import { UndeliveredMails } from '../../adapters/dynamodb/runs/undelivered-mails.ts';
import { PaymentReader } from '../../adapters/dynamodb/payments/payment-reader.ts';
import { RunHistory } from '../../adapters/dynamodb/runs/run-history.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { SenderIdentities } from '../../adapters/inspection/sender-identities.ts';
import { gather, type Sources } from './gather.ts';
import { subjectOf, textOf } from './text.ts';

/** What it takes to send a digest. */
export interface DigestDependencies {
  readonly log: DigestLog;
  readonly topic: OperatorsTopic;
  readonly sources: Sources;
}

export function openDigest(settings: Settings): DigestDependencies {
  const documents = documentClient();
  return {
    log: new DigestLog(documents, settings),
    topic: new OperatorsTopic(settings),
    sources: {
      history: new RunHistory(documents, settings),
      runs: new RunStore(documents, settings),
      licences: new PlanLicences(documents, settings),
      customers: new CustomerStore(documents, settings),
      undelivered: new UndeliveredMails(documents, settings),
      payments: new PaymentReader(documents, settings),
      awaited: new AwaitedReports(documents, settings),
      reports: new MailReports(documents, settings),
      identities: new SenderIdentities(),
    },
  };
}

/**
 * Sends the operators what the runs did and what is due next: once, however often the schedule fires. If a send was cut
 * off before its answer, this throws rather than send twice: the schedule's event goes to a queue that has an alarm.
 * @param time a UTC instant, up to which the digest covers
 */
export async function sendDigest(
  { log, topic, sources }: DigestDependencies,
  time: string,
): Promise<{ readonly decided: string }> {
  const digest = await gather(sources, plans, time, await log.awaitedThrough());
  if (!(await log.claim(time))) return { decided: `the digest of ${time} was sent before` };
  try {
    await topic.publish(subjectOf(digest), textOf(digest));
  } catch (error) {
    if (error instanceof NotPublished) await log.release(time);
    throw error;
  }
  await log.sent(time, digest.silent.through);
  return { decided: `sent: the digest of ${time}` };
}
