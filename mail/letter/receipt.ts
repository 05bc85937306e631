import { type Money, subtract } from '../../domain/billing/money.ts';
import type { EventOf } from '../../domain/licence/events.ts';
import { type Bill, billOf } from '../../wording/facts/bill.ts';
import { historyOf } from '../../wording/facts/history.ts';
import { settledWith } from '../../wording/facts/settled.ts';
import type { Material } from '../kinds/kind.ts';

/** A payment with what it paid and what remains. */
export interface Receipt {
  readonly payment: EventOf<'PaymentRecorded'>;
  readonly paid: readonly EventOf<'InvoicePaid'>[];
  readonly open: readonly Bill[];
  /** The credit that remains after it was applied to the open invoices. */
  readonly credit: Money;
}

/** The receipt of the payment that is the event of that version, as of the moment at which it was recorded. */
export function receiptOf(
  { plan, journal }: Pick<Material, 'plan' | 'journal'>,
  payment: EventOf<'PaymentRecorded'>,
  version: number,
): Receipt {
  const settled = settledWith(payment, journal.slice(version));
  const history = historyOf(journal.slice(0, version + settled.length), version);
  const { invoices, credit } = history.now;
  const open = invoices.map(({ invoiceId }) => billOf(plan, history, invoiceId));
  const used = open.flatMap(({ settlement }) => (settlement.state === 'open' ? [settlement.credit] : []));
  return {
    payment,
    paid: settled.filter((event) => event.type === 'InvoicePaid'),
    open,
    credit: used.reduce(subtract, credit),
  };
}

/** The receipt of the payment with which the event of the material was recorded; undefined if there was none. */
export function receiptFor(material: Pick<Material, 'plan' | 'journal' | 'version'>): Receipt | undefined {
  const { journal, version } = material;
  const index = journal.slice(0, version).findLastIndex(({ type }) => type === 'PaymentRecorded');
  const payment = journal[index];
  if (payment?.type !== 'PaymentRecorded') return undefined;
  const isOneMoment = index + settledWith(payment, journal.slice(index + 1)).length + 1 >= version;
  return isOneMoment ? receiptOf(material, payment, index + 1) : undefined;
}
