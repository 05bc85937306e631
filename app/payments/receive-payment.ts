import * as z from 'zod';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { RejectedPayments } from '../../adapters/messaging/rejected-payments.ts';
import { civilDateSchema } from '../../domain/calendar.ts';
import { moneySchema } from '../../domain/billing/money.ts';
import { idSchema } from '../../domain/text/id.ts';
import { paymentIdSchema } from '../../domain/payments/payment-id.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { openLicences } from '../commands/open-licences.ts';
import { recordPayment } from './record-payment.ts';

/** What it takes to receive payments. */
export interface ReceivingDependencies {
  readonly licences: LicenceStore;
  readonly rejected: RejectedPayments;
}

export function openReceiving(settings: Settings): ReceivingDependencies {
  return {
    licences: openLicences(documentClient(), settings).causedBy({ by: 'payment-event' }),
    rejected: new RejectedPayments(settings),
  };
}

/** What a payment system puts on the bus (docs/events.md); what else it says is ignored. */
const paymentReceived = z.object({
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    paymentId: paymentIdSchema,
    licenceId: idSchema,
    amount: z.object({ ...moneySchema.shape, amount: z.int().positive() }),
    receivedOn: civilDateSchema.optional(),
  }),
});

/**
 * Records a payment that came in. One that can never be recorded goes to a queue with its reason; what the tables turn
 * away is thrown, so that EventBridge hands it over again. The next run sends the mails that the payment calls for.
 * @param now a UTC instant
 */
export async function receivePayment(
  { licences, rejected }: ReceivingDependencies,
  event: unknown,
  now: string,
): Promise<void> {
  const parsed = paymentReceived.safeParse(event);
  const reason = parsed.success
    ? await recordPayment(licences, { ...parsed.data.detail, toldAt: parsed.data.time }, now)
    : z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ');
  if (reason !== undefined) await rejected.put(reason, event);
}
