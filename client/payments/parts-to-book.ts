import { allocationsInWords } from '../../domain/payments/allocation-in-words.ts';
import type { Allocation } from '../../domain/payments/incoming.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { Refusal } from '../operator/errors.ts';
import { findTarget } from './find-target.ts';
import { type KeptPayment, leftOf } from './kept-payments.ts';

/**
 * What a payment is to be booked on: what the target names. Of one whose booking broke off, all that it was to be booked on;
 * the target must name the last part of it, which is never booked before the others.
 */
export async function partsToBook(
  deployment: Deployment,
  kept: KeptPayment,
  target: string,
): Promise<readonly Allocation[]> {
  const { state, payment, allocations } = kept;
  if (state !== 'booking') return findTarget(deployment, target, leftOf(kept));
  const last = allocations.at(-1);
  if (last !== undefined && (await names(deployment, target, last))) return allocations;
  throw new Refusal(
    `Payment ${payment.paymentId} is being booked: ${allocationsInWords(allocations)}. Name that to complete it.`,
  );
}

/** Whether the target is the licence of a part, the printed number of its invoice, or its customer. */
async function names(
  deployment: Deployment,
  target: string,
  { licenceId, invoiceId }: Allocation,
): Promise<boolean> {
  if (target === licenceId) return true;
  const documents = (await deployment.history(await deployment.idOf(licenceId)))?.documents ?? [];
  const invoice = documents.find(({ documentId }) => documentId === invoiceId);
  if (target === invoice?.number) return true;
  const { licence, customer } = await deployment.licence(licenceId);
  return target === customer.customerId || target === licence.facts.customerId;
}
