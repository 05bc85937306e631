import { add, money, type Money } from '../../../../domain/billing/money.ts';
import type { Event } from '../../../../domain/licence/events.ts';
import { paymentsIn } from '../../../../domain/receivables/history.ts';
import { settledWith } from '../../../../wording/facts/settled.ts';
import { accessTo } from '../../access.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { PaymentsView, ReceiptView } from '../../views/payments.ts';
import { numberOf } from '../licences/next-step.ts';
import { pageOfCustomer } from '../licences/page-of-customer.ts';
import type { SeenLicence } from '../licences/seen-licence.ts';
import { wholeOf } from './whole.ts';

/** The payments for some licences of a customer, the latest first. */
export async function paymentsView(
  portal: PortalDependencies,
  visit: Visit,
  { customerId, after }: { readonly customerId?: string | undefined; readonly after?: string | undefined },
): Promise<PaymentsView | undefined> {
  const accessible = await accessTo(portal, visit.reader, customerId ?? visit.reader.customerId);
  if (accessible === undefined) return undefined;
  const { shown, licences } = await pageOfCustomer(portal, visit, accessible, after);
  const { seen, isOfPage } = await wholeOf(portal, visit, accessible, licences);
  return { ...shown, receipts: receiptsOf(seen, isOfPage), credit: creditOf(licences.seen) };
}

function receiptsOf(
  seen: readonly SeenLicence[],
  isOfPage: (event: Event) => boolean,
): readonly ReceiptView[] {
  const receipts = new Map<string, ReceiptView>();
  for (const receipt of seen.flatMap((licence) => receiptsOfLicence(licence, isOfPage))) {
    const before = receipts.get(receipt.paymentId);
    receipts.set(receipt.paymentId, before === undefined ? receipt : together(before, receipt));
  }
  return [...receipts.values()].toSorted((a, b) => (a.on < b.on ? 1 : Number(a.on > b.on) * -1));
}

function receiptsOfLicence(seen: SeenLicence, isOfPage: (event: Event) => boolean): readonly ReceiptView[] {
  const events = seen.shown.map(({ event }) => event);
  const { licenceId } = seen.licence.facts;
  const ids = paymentsIn(events).map(({ paymentId }) => paymentId);
  return events.flatMap((event, index): ReceiptView[] => {
    if (event.type !== 'PaymentRecorded') return [];
    const { amount, received = event.date, date: on } = event;
    const paymentId = ids.shift() ?? '';
    if (!isOfPage(event)) return [];
    const reversed = events.find((each) => each.type === 'PaymentReversed' && each.paymentId === paymentId);
    const paid = settledWith(event, events.slice(index + 1)).flatMap((settled) => {
      const number = settled.type === 'InvoicePaid' ? numberOf(seen, settled.invoiceId) : undefined;
      return settled.type === 'InvoicePaid' && number !== undefined ? [{ number, total: settled.total }] : [];
    });
    return [{ paymentId, on, received, amount, licenceIds: [licenceId], paid, reversedOn: reversed?.date }];
  });
}

/** One payment over several licences. */
function together(one: ReceiptView, other: ReceiptView): ReceiptView {
  const paid = new Map(one.paid.map(({ number, total }) => [number, total]));
  for (const { number, total } of other.paid) {
    const before = paid.get(number);
    paid.set(number, before === undefined ? total : add(before, total));
  }
  return {
    ...one,
    amount: add(one.amount, other.amount),
    licenceIds: [...one.licenceIds, ...other.licenceIds],
    paid: [...paid].map(([number, total]) => ({ number, total })),
    reversedOn: one.reversedOn ?? other.reversedOn,
  };
}

function creditOf(seen: readonly SeenLicence[]): readonly Money[] {
  const credit = new Map<string, Money>();
  for (const { licence } of seen) {
    const { currency } = licence.credit;
    credit.set(currency, add(credit.get(currency) ?? money(0, currency), licence.credit));
  }
  return [...credit.values()].filter(({ amount }) => amount !== 0);
}
