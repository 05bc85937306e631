import type { Subject } from '../subject.ts';
import { oneOf } from '../../../wording/text/lists.ts';

/** An invoice, as sentences name it. */
interface Invoice extends Subject {
  readonly invoiceId: string;
  readonly issuedOn: string;
  readonly total: string;
  readonly toPay: string;
  readonly payBy: string;
  readonly lapsesOn: string;
}

interface Quote extends Subject {
  readonly quoteId: string;
  readonly validUntil: string;
}

export const quote = {
  subject: {
    renewal: ({ product, licenceId, validUntil }: Quote) =>
      `${product}, licence ${licenceId}: maintenance renewal quote, valid until ${validUntil}`,
    reinstatement: ({ product, licenceId, validUntil }: Quote) =>
      `${product}, licence ${licenceId}: maintenance reinstatement quote, valid until ${validUntil}`,
  },
  intro: {
    renewal: ({ product, licenceId, quoteId }: Quote) =>
      `This is our quote ${quoteId} to renew the maintenance of ${product} under licence ${licenceId}.`,
    reinstatement: ({ product, licenceId, quoteId }: Quote) =>
      `This is our quote ${quoteId} to reinstate the maintenance of ${product} under licence ${licenceId}.`,
  },
  sentAgain: 'As you asked, we are sending it to you again. It has not changed.',
  accept: ({ validUntil, years }: { validUntil: string; years: readonly number[] }) =>
    years.length === 1
      ? `To accept the quote, use the button below by ${validUntil}, or reply to this email. We will then send you the invoice.`
      : `To accept the quote, use the button below by ${validUntil} and choose the number of years: ${oneOf('en-GB', years)}. Or reply to this email and tell us. We will then send you the invoice.`,
  withdrawn: (ends: string) =>
    `Please note that the current term ends on ${ends}. If you have not accepted the quote by then, we will withdraw it.`,
  accepted: (years: string) =>
    `You have already accepted this quote for ${years}. You do not need to do anything else.`,
  starts: {
    renewal: 'Once the invoice is paid in full, the new term starts on the day after the current one ends.',
    reinstatement: 'Maintenance starts again once the invoice is paid in full.',
  },
  credit: (credit: string) => `You have a credit of ${credit}. We will deduct it from the amount to pay.`,
};

export const invoice = {
  subject: {
    open: ({ product, invoiceId, total, payBy }: Invoice) =>
      `${product}: invoice ${invoiceId} for ${total}, due ${payBy}`,
    paid: ({ product, invoiceId, total }: Invoice) => `${product}: invoice ${invoiceId} for ${total}, paid`,
    void: ({ product, invoiceId, total }: Invoice) =>
      `${product}: invoice ${invoiceId} for ${total}, cancelled`,
    credited: ({ product, invoiceId, total }: Invoice) =>
      `${product}: invoice ${invoiceId} for ${total}, credited`,
  },
  intro: ({ product, licenceId, invoiceId, issuedOn }: Invoice) =>
    `This is our invoice ${invoiceId} of ${issuedOn} for the maintenance of ${product} under licence ${licenceId}.`,
  introChange: ({ product, licenceId, invoiceId, issuedOn, what }: Invoice & { what: string }) =>
    `This is our invoice ${invoiceId} of ${issuedOn} for ${what}, for ${product} under licence ${licenceId}.`,
  pay: ({ toPay, payBy, invoiceId }: Invoice) =>
    `Please pay ${toPay} by ${payBy}, quoting invoice number ${invoiceId}.`,
  paid: 'The invoice is paid in full. There is nothing left to pay.',
  void: 'The invoice has been cancelled. There is nothing to pay.',
  credited: 'A credit note has settled the invoice. There is nothing to pay.',
  reissues: (invoiceId: string) => `It replaces our invoice ${invoiceId}.`,
  lapses: ({ payBy, lapsesOn }: Invoice) =>
    `If the invoice is not paid in full by ${payBy}, the maintenance lapses on ${lapsesOn}.`,
  order: (payBy: string) =>
    `The term starts once the invoice is paid in full. If it is not paid by ${payBy}, we will cancel your order and the term will not start.`,
};

export const paymentReminder = {
  subject: ({ product, invoiceId, toPay, payBy }: Invoice) =>
    `Payment reminder: invoice ${invoiceId} (${toPay}), due ${payBy} – ${product}`,
  intro: ({ product, licenceId, invoiceId, issuedOn, total, payBy }: Invoice) =>
    `This is a friendly reminder that our invoice ${invoiceId} of ${issuedOn} for ${total}, for the maintenance of ${product} under licence ${licenceId}, is due on ${payBy}.`,
  overdue: ({ product, licenceId, invoiceId, issuedOn, total, payBy }: Invoice) =>
    `Our invoice ${invoiceId} of ${issuedOn} for ${total}, for the maintenance of ${product} under licence ${licenceId}, was due on ${payBy} and has not been paid yet.`,
  crossed: 'If you have already sent your payment, please disregard this email.',
};

export const finalNotice = {
  subject: ({ product, invoiceId, toPay, payBy }: Invoice) =>
    `Final payment reminder: invoice ${invoiceId} (${toPay}), due ${payBy} – ${product}`,
  intro: ({ product, licenceId, invoiceId, issuedOn, total, payBy }: Invoice) =>
    `This is our final reminder that our invoice ${invoiceId} of ${issuedOn} for ${total}, for the maintenance of ${product} under licence ${licenceId}, is due on ${payBy}.`,
};

export const receipt = {
  subject: ({ product, licenceId, amount }: Subject & { amount: string }) =>
    `${product}, licence ${licenceId}: we have received your payment of ${amount}`,
  thanks: ({ amount, on }: { amount: string; on: string }) =>
    `Thank you: we received your payment of ${amount} on ${on}.`,
  about: ({ product, licenceId }: Subject) =>
    `It is for the maintenance of ${product} under licence ${licenceId}.`,
  paid: 'What it paid',
  invoice: (invoiceId: string) => `Invoice ${invoiceId}`,
  left: 'Still to pay',
  nothingLeft: 'There is nothing left to pay.',
  credit: (credit: string) => `${credit} is left as a credit. We will apply it to your next invoice.`,
};
