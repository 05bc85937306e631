import type { Deployment } from '../world/deployment.ts';
import { faultKinds } from '../world/faults.ts';
import type { LicenceHistory } from './history.ts';

/**
 * What a set of seeds must have reached, or it has proven nothing about it: each by the key under which it is counted.
 */
const rarities: readonly string[] = [
  ...['unpaid', 'cancelled', 'not-renewed'].map((reason) => `lapse: ${reason}`),
  'event MaintenanceReinstated',
  'event RenewalCancelled',
  'event RenewalResumed',
  'event InvoiceVoided',
  'event LapseReversed',
  'event PaymentReversed',
  'event InvoiceReopened',
  'event CreditNoteIssued',
  'event RefundRecorded',
  'event HoldPlaced',
  'event HoldReleased',
  'event QuoteExpired',
  'event ReminderSkipped',
  'event MailSentAgain',
  'event MailHeld',
  'event MailsStopped',
  'event UpdateAnnounced',
  'run on a leap day',
  'run on a day of a clock change',
  'parked',
  ...faultKinds,
  'killed-before ses:SendRawEmailCommand',
  'killed-after ses:SendRawEmailCommand',
  'conflict dynamodb:TransactWriteCommand',
  ...['command', 'import', 'run', 'publish-update', 'send-mail'].map((kind) => `answer of ${kind} lost`),
  'operator asks again',
  'feedback lost',
  'feedback twice',
  'feedback late',
  'delivery delayed',
  'hard bounce',
  'bounce after delivery',
  'soft bounce',
  'complaint',
  'schedule twice',
  'schedule late',
  'schedule missing',
  'account trouble',
  'calls turned away',
  'payment twice',
  'payment late',
  'payment contradicted',
  'payment received earlier',
  'shared quote accepted',
  'shared invoice paid',
  'payment taken from the bank',
  'event LicenceCorrected',
  'event LicenceRemoved',
  'event CustomerChanged',
  'event CustomerMerged',
  'event CustomerErased',
  'update published',
  'run by hand',
  'payment of nobody',
  'payment unreadable',
  'stop link followed',
];

/** A request of a service, as the sky counts it. */
const operation = /^[a-z0-9]+:\w+Command$/;

/** Everything that a play has reached, counted. */
export function sometimesIn(
  { sky }: Deployment,
  histories: readonly LicenceHistory[],
): ReadonlyMap<string, number> {
  const counts = new Map(sky.counts);
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { events } of histories) {
    for (const { event } of events) {
      count(`event ${event.type}`);
      if (event.type === 'MaintenanceLapsed') count(`lapse: ${event.reason}`);
    }
  }
  return counts;
}

/** What these counts have not reached. Of each operation that was asked for the answer must have been lost too. */
export function neverIn(counts: ReadonlyMap<string, number>): readonly string[] {
  const operations = [...counts.keys()].filter((key) => operation.test(key));
  const wanted = [...rarities, ...operations.map((each) => `answer-lost ${each}`)];
  return wanted.filter((key) => (counts.get(key) ?? 0) === 0);
}
