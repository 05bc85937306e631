import * as z from 'zod';
import { civilDateSchema } from '../../domain/calendar.ts';
import { moneySchema } from '../../domain/billing/money.ts';
import { paymentIdSchema } from '../../domain/billing/payment-id.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { RejectedPayments } from '../../adapters/messaging/rejected-payments.ts';
import { openLicences } from '../../app/commands/open-licences.ts';
import { recordPayment } from '../../app/commands/record-payment.ts';

const licences = openLicences(documentClient(), process.env).causedBy({ by: 'payment-event' });
const rejected = new RejectedPayments(process.env);

/** What a payment system puts on the bus (docs/events.md); what else it says is left alone. */
const paymentReceived = z.object({
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    paymentId: paymentIdSchema,
    licenceId: z.string().min(1).max(100),
    amount: z.object({ ...moneySchema.shape, amount: z.int().positive() }),
    receivedOn: civilDateSchema.optional(),
  }),
});

/**
 * Records a payment that came in. One that can never be recorded goes to a queue with its reason and is no failure of
 * the function; what the tables turn away is thrown, and told again. The mails that it calls for are sent by the
 * next run, so that this function may send none.
 */
export async function handler(event: unknown): Promise<void> {
  const parsed = paymentReceived.safeParse(event);
  const now = new Date().toISOString();
  const reason = parsed.success
    ? await recordPayment(licences, { ...parsed.data.detail, toldAt: parsed.data.time }, now)
    : z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ');
  if (reason !== undefined) await rejected.put(reason, event);
}
