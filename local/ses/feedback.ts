import type { BusEvent } from '../eventbridge/event-buses.ts';
import type { Envelope } from './mailbox.ts';

/** The addresses of SES's mailbox simulator, with or without a label: `bounce+one@simulator.amazonses.com`. */
const simulator = /^(?<box>[a-z]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i;

/** What SES says of a mail that it has accepted, in that order, in the form of its events on EventBridge. */
export function feedbackOf(mail: Envelope, time: string): readonly BusEvent[] {
  const report = (
    eventType: string,
    detailType: string,
    members: Readonly<Record<string, unknown>>,
  ): BusEvent => ({
    source: 'aws.ses',
    detailType,
    time,
    detail: { eventType, ...members, mail: mailMember(mail, time) },
  });
  const isFor = (box: string) =>
    mail.destinations.filter((to) => simulator.exec(to)?.groups?.['box'] === box);
  const bounced = isFor('bounce');
  const complained = isFor('complaint');
  const delivered = mail.destinations.filter((to) => !bounced.includes(to));
  return [
    report('Send', 'Email Sent', { send: {} }),
    ...(bounced.length === 0 ? [] : [report('Bounce', 'Email Bounced', { bounce: bounce(bounced, time) })]),
    ...(delivered.length === 0
      ? []
      : [report('Delivery', 'Email Delivered', { delivery: { timestamp: time, recipients: delivered } })]),
    ...(complained.length === 0
      ? []
      : [report('Complaint', 'Email Complaint Received', { complaint: complaint(complained, time) })]),
  ];
}

function mailMember(
  { messageId, source, destinations, tags, configurationSet }: Envelope,
  timestamp: string,
) {
  const own = configurationSet === undefined ? [] : [['ses:configuration-set', [configurationSet]] as const];
  return {
    timestamp,
    messageId,
    source: source ?? '',
    destination: destinations,
    headersTruncated: false,
    tags: Object.fromEntries([
      ...Object.entries(tags).map(([name, value]) => [name, [value]] as const),
      ...own,
    ]),
  };
}

function bounce(addresses: readonly string[], timestamp: string) {
  return {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: addresses.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: 'smtp; 550 5.1.1 user unknown',
    })),
    timestamp,
  };
}

function complaint(addresses: readonly string[], timestamp: string) {
  return {
    complainedRecipients: addresses.map((emailAddress) => ({ emailAddress })),
    complaintFeedbackType: 'abuse',
    timestamp,
  };
}
