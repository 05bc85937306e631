import type { Subject } from '../subject.ts';

interface Note extends Subject {
  readonly creditNoteId: string;
  readonly invoiceId: string;
  readonly issuedOn: string;
  readonly total: string;
}

export const paymentReversed = {
  subject: ({ product, licenceId, amount }: Subject & { amount: string }) =>
    `${product}, licence ${licenceId}: your payment of ${amount} has been reversed`,
  intro: ({ product, licenceId, amount }: Subject & { amount: string }) =>
    `We have reversed your payment of ${amount} for the maintenance of ${product} under licence ${licenceId}. The bank returned it, or we had recorded it in error.`,
  openAgain: 'What it had paid is open again:',
  toPay: 'To pay',
  unpaid: 'If it is not paid in full by then, the maintenance lapses.',
  fromCredit: 'We have deducted it from your credit. You do not need to do anything.',
};

export const creditNote = {
  subject: ({ product, creditNoteId, total }: Note) => `${product}: credit note ${creditNoteId} for ${total}`,
  intro: ({ product, licenceId, creditNoteId, invoiceId, issuedOn }: Note) =>
    `This is our credit note ${creditNoteId} for invoice ${invoiceId} of ${issuedOn}, for ${product} under licence ${licenceId}.`,
  heading: 'Credit note',
  number: 'Number',
  amount: 'Credited amount',
  lessToPay: 'The amount to pay is reduced accordingly.',
  nothingLeft: 'The invoice is settled. There is nothing left to pay.',
  becomesCredit: (total: string) =>
    `As the invoice is paid, ${total} is now your credit. We apply it to open and future invoices.`,
};

export const refund = {
  subject: ({ product, licenceId, amount }: Subject & { amount: string }) =>
    `${product}, licence ${licenceId}: refund of ${amount}`,
  intro: ({ product, licenceId, amount }: Subject & { amount: string }) =>
    `We are refunding ${amount} of your credit for ${product}, licence ${licenceId}.`,
};

export const hold = {
  subject: ({ product, licenceId, until }: Subject & { until: string }) =>
    `${product}, licence ${licenceId}: payment extended until ${until}`,
  intro: ({ product, licenceId, until }: Subject & { until: string }) =>
    `As agreed, we will wait for your payment for ${product}, licence ${licenceId}, until ${until}. We will not send you payment reminders before then.`,
  after: 'Please make sure that we receive the full amount in time.',
};

export const lapseReversed = {
  subject: ({ product, licenceId }: Subject) =>
    `${product}, licence ${licenceId}: maintenance is active again`,
  intro: ({ product, licenceId, ends }: Subject & { ends: string }) =>
    `Your payment had reached us in time. We have reversed the lapse: the maintenance of ${product} under licence ${licenceId} continues without a gap until ${ends}. We apologise for the inconvenience.`,
};
