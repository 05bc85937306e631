import { billOf } from '../../../wording/facts/bill.ts';
import { invoiceWriting } from '../../letter/bill-blocks.ts';
import { sharedInvoiceWriting } from '../../letter/shared/invoice.ts';
import { defineKind } from '../kind.ts';

/** An invoice, with what of it is still to pay. */
export const invoice = defineKind({
  name: 'invoice',
  calledBy: (event) => (event.type === 'InvoiceIssued' ? event : undefined),
  to: 'billing',
  copyToPartner: true,
  ifUnknown: 'hold',
  write: ({ localiser, about, plan, history }, { invoiceId }) =>
    invoiceWriting(localiser, about, billOf(plan, history, invoiceId)),
  writeShared: sharedInvoiceWriting,
});
