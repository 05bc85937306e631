import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { CustomerStore } from '../../adapters/dynamodb/customers/customers.ts';
import { UndeliveredMails } from '../../adapters/dynamodb/runs/undelivered-mails.ts';
import { MailStore } from '../../adapters/dynamodb/mails/mail-store.ts';
import { countInMetrics } from '../../adapters/cloudwatch/metrics.ts';
import { TestMailLog } from '../../adapters/dynamodb/runs/test-mail-log.ts';
import { dayIn } from '../../domain/calendar.ts';
import { mailTags, testMails } from '../../contracts/delivery/mail.ts';
import type { SesEvent } from '../../contracts/delivery/ses-event.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { openLicences } from '../commands/open-licences.ts';
import {
  acceptUnread,
  type Fact,
  type Feedback,
  type FeedbackDependencies,
  settleByFeedback,
} from './settle-by-feedback.ts';

type Detail = SesEvent['detail'];

/** What it takes to read SES's events. */
interface EventDependencies extends FeedbackDependencies {
  readonly testMails: TestMailLog;
}

export function openFeedback(settings: Settings): EventDependencies {
  const documents = documentClient();
  return {
    licences: openLicences(documents, settings).causedBy({ by: 'mail-feedback' }),
    mails: new MailStore(documents, settings),
    customers: new CustomerStore(documents, settings),
    index: new CustomerIndex(documents, settings),
    testMails: new TestMailLog(documents, settings),
    undelivered: new UndeliveredMails(documents, settings),
    count: countInMetrics,
  };
}

/** Settles a mail by an event of SES. An event that names no mail of ours changes nothing. */
export async function settleByEvent(feedback: EventDependencies, { detail }: SesEvent): Promise<void> {
  const { messageId, destination, tags } = detail.mail;
  const mailId = tags[mailTags.mail]?.[0];
  const attempt = Number(tags[mailTags.attempt]?.[0]);
  if (mailId === undefined || !Number.isInteger(attempt)) return;
  if (mailId.startsWith(testMails) && detail.eventType === 'Delivery') {
    await feedback.testMails.noteDelivered(mailId, dayIn('UTC', detail.delivery.timestamp));
  }
  const report = { mailId, attempt, messageId, destinations: destination, ...factIn(detail) };
  const planId = tags[mailTags.plan]?.[0];
  if (planId !== undefined && (await acceptUnread(feedback, report, planId))) return;
  await settleByFeedback(feedback, report);
}

function factIn(detail: Detail): Pick<Feedback, 'fact' | 'at'> {
  switch (detail.eventType) {
    case 'DeliveryDelay':
      return { fact: { is: 'accepted' }, at: detail.mail.timestamp };
    case 'Delivery':
      return { fact: { is: 'delivered' }, at: detail.delivery.timestamp };
    case 'Bounce':
      return { fact: bounceIn(detail.bounce), at: detail.bounce.timestamp };
    case 'Complaint':
      return {
        fact: { is: 'complained', addresses: addressesOf(detail.complaint.complainedRecipients) },
        at: detail.complaint.timestamp,
      };
  }
}

function bounceIn({
  bounceType,
  bouncedRecipients,
}: Extract<Detail, { eventType: 'Bounce' }>['bounce']): Fact {
  return { is: 'bounced', forGood: bounceType === 'Permanent', addresses: addressesOf(bouncedRecipients) };
}

function addressesOf(recipients: readonly { readonly emailAddress: string }[]): readonly string[] {
  return recipients.map(({ emailAddress }) => addressIn(emailAddress));
}

/** The address of a recipient, which SES may give as `Jane Roe <jane@customer.example>`. */
function addressIn(recipient: string): string {
  const start = recipient.lastIndexOf('<') + 1;
  const end = recipient.indexOf('>', start);
  return end === -1 ? recipient.slice(start) : recipient.slice(start, end);
}
