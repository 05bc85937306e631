import * as z from 'zod';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { CustomerStore } from '../../adapters/dynamodb/customers/customers.ts';
import { MailStore } from '../../adapters/dynamodb/mails/mail-store.ts';
import { countInMetrics } from '../../adapters/cloudwatch/metrics.ts';
import { parseAt } from '../../adapters/dynamodb/table/parse.ts';
import { type Fact, type Feedback, settleByFeedback } from '../../app/mailing/settle-by-feedback.ts';
import { openLicences } from '../../app/commands/open-licences.ts';
import { mailTags } from '../../contracts/mail.ts';

const documents = documentClient();
const desk = {
  licences: openLicences(documents, process.env).causedBy({ by: 'mail-feedback' }),
  mails: new MailStore(documents, process.env),
  customers: new CustomerStore(documents, process.env),
  index: new CustomerIndex(documents, process.env),
  count: countInMetrics,
};

const instant = z.iso.datetime({ offset: true });
const told = z.object({ timestamp: instant });
const bounce = told.extend({
  bounceType: z.string(),
  bouncedRecipients: z.array(z.object({ emailAddress: z.string() })),
});
const mail = z.object({
  timestamp: instant,
  messageId: z.string().min(1),
  destination: z.array(z.string()).default([]),
  tags: z.record(z.string(), z.array(z.string())).default({}),
});

/** The events of SES that the rule lets through. */
const sesEvent = z.object({
  detail: z.discriminatedUnion('eventType', [
    z.object({ eventType: z.literal('Send'), mail }),
    z.object({ eventType: z.literal('DeliveryDelay'), mail }),
    z.object({ eventType: z.literal('Delivery'), mail, delivery: told }),
    z.object({ eventType: z.literal('Bounce'), mail, bounce }),
    z.object({ eventType: z.literal('Complaint'), mail, complaint: told }),
  ]),
});
type Detail = z.infer<typeof sesEvent>['detail'];

/** Takes in what SES tells of a mail. An event that names no mail of ours is left alone. */
export async function handler(event: unknown): Promise<void> {
  const { detail } = parseAt('the event', sesEvent, event);
  const { messageId, destination, tags } = detail.mail;
  const mailId = tags[mailTags.mail]?.[0];
  const attempt = Number(tags[mailTags.attempt]?.[0]);
  if (mailId === undefined || !Number.isInteger(attempt)) return;
  await settleByFeedback(desk, {
    mailId,
    attempt,
    messageId,
    destinations: destination,
    ...factIn(detail),
  });
}

function factIn(detail: Detail): Pick<Feedback, 'fact' | 'at'> {
  switch (detail.eventType) {
    case 'Send':
    case 'DeliveryDelay':
      return { fact: { is: 'accepted' }, at: detail.mail.timestamp };
    case 'Delivery':
      return { fact: { is: 'delivered' }, at: detail.delivery.timestamp };
    case 'Bounce':
      return { fact: returnIn(detail.bounce), at: detail.bounce.timestamp };
    case 'Complaint':
      return { fact: { is: 'complained' }, at: detail.complaint.timestamp };
  }
}

/** A recipient may be told as `Jane Roe <jane@customer.example>`. */
function returnIn({ bounceType, bouncedRecipients }: z.infer<typeof bounce>): Fact {
  const addresses = bouncedRecipients.map(({ emailAddress }) => emailAddress.replace(/^.*<|>.*$/g, ''));
  return { is: 'bounced', forGood: bounceType === 'Permanent', addresses };
}
