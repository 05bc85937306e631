import type { BusEvent } from '../eventbridge/event-buses.ts';
import type { Envelope } from './mailbox.ts';

/** The addresses of SES's mailbox simulator, with or without a label: `bounce+one@simulator.amazonses.com`. */
const simulator = /^(?<box>[a-z]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i;

/** What comes of a mail: it comes back for good or for the moment, also after its delivery, or its reader complains. */
export type Fate = 'bounced for good' | 'bounced for now' | 'sent back after delivery' | 'complained about';

/**
 * What SES says of a mail that it has accepted, in that order, in the form of its events on EventBridge.
 * @param fate of the first recipient; undefined where the address decides that, as those of the simulator do
 * @param isDelayed whether SES says first that the delivery takes longer
 */
export function feedbackOf(
  mail: Envelope,
  time: string,
  fate: Fate | undefined,
  isDelayed: boolean,
): readonly BusEvent[] {
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
  const first = mail.destinations.slice(0, 1);
  const fated = (...fates: readonly Fate[]) => (fate !== undefined && fates.includes(fate) ? first : []);
  const bounced = [...isFor('bounce'), ...fated('bounced for good')];
  const deferred = fated('bounced for now');
  const complained = [...isFor('complaint'), ...fated('complained about')];
  const sentBack = fated('sent back after delivery');
  const delivered = mail.destinations.filter((to) => !bounced.includes(to) && !deferred.includes(to));
  const reports = [
    report('Send', 'Email Sent', { send: {} }),
    isDelayed && report('DeliveryDelay', 'Email Delivery Delayed', { deliveryDelay: delay(first, time) }),
    bounced.length > 0 && report('Bounce', 'Email Bounced', { bounce: bounce(bounced, 'Permanent', time) }),
    deferred.length > 0 && report('Bounce', 'Email Bounced', { bounce: bounce(deferred, 'Transient', time) }),
    delivered.length > 0 &&
      report('Delivery', 'Email Delivered', { delivery: { timestamp: time, recipients: delivered } }),
    sentBack.length > 0 && report('Bounce', 'Email Bounced', { bounce: bounce(sentBack, 'Permanent', time) }),
    complained.length > 0 &&
      report('Complaint', 'Email Complaint Received', { complaint: complaint(complained, time) }),
  ];
  return reports.filter((each) => each !== false);
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

function bounce(addresses: readonly string[], bounceType: 'Permanent' | 'Transient', timestamp: string) {
  const [status, diagnosticCode] =
    bounceType === 'Permanent'
      ? ['5.1.1', 'smtp; 550 5.1.1 user unknown']
      : ['4.2.2', 'smtp; 452 4.2.2 mailbox full'];
  return {
    bounceType,
    bounceSubType: 'General',
    bouncedRecipients: addresses.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status,
      diagnosticCode,
    })),
    timestamp,
  };
}

function delay(addresses: readonly string[], timestamp: string) {
  return {
    delayType: 'TransientCommunicationFailure',
    delayedRecipients: addresses.map((emailAddress) => ({ emailAddress, status: '4.4.7' })),
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
