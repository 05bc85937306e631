import { allOf, oneOf } from '../../../wording/text/lists.ts';

interface Licences {
  readonly licences: number;
}

interface Bill extends Licences {
  readonly invoiceId: string;
  readonly issuedOn: string;
  readonly total: string;
  readonly toPay: string;
  readonly payBy: string;
  readonly lapsesOn: string;
}

const count = (licences: number) => (licences === 1 ? '1 licence' : `${licences} licences`);
const these = (licences: number) => (licences === 1 ? 'this licence' : `these ${licences} licences`);

/** What mails say that several licences share. */
export const shared = {
  licences: 'Licences',
  sum: (years: string) => `Total for ${years}`,
  quote: {
    subject: {
      renewal: ({ licences, quoteId, validUntil }: Licences & { quoteId: string; validUntil: string }) =>
        `${count(licences)}: maintenance renewal quote ${quoteId}, valid until ${validUntil}`,
      reinstatement: ({
        licences,
        quoteId,
        validUntil,
      }: Licences & { quoteId: string; validUntil: string }) =>
        `${count(licences)}: maintenance reinstatement quote ${quoteId}, valid until ${validUntil}`,
    },
    intro: {
      renewal: ({ licences, quoteId }: Licences & { quoteId: string }) =>
        `This is our quote ${quoteId} to renew the maintenance of ${these(licences)}.`,
      reinstatement: ({ licences, quoteId }: Licences & { quoteId: string }) =>
        `This is our quote ${quoteId} to reinstate the maintenance of ${these(licences)}.`,
    },
    accept: ({ validUntil, years }: { validUntil: string; years: readonly number[] }) =>
      years.length === 1
        ? `To accept the quote, use the button below by ${validUntil}, or reply to this email. You may accept it for some of the licences only. We will then send you one invoice.`
        : `To accept the quote, use the button below by ${validUntil} and choose the number of years: ${oneOf('en-GB', years)}. Or reply to this email and tell us. You may accept it for some of the licences only. We will then send you one invoice.`,
    accepted: (licences: readonly string[]) => `You have already accepted it for ${licences.join(', ')}.`,
    starts: {
      renewal:
        'Once the line of a licence is paid in full, its new term starts on the day after the current one ends.',
      reinstatement: 'Maintenance of a licence starts again once its line is paid in full.',
    },
  },
  invoice: {
    subject: {
      open: ({ licences, invoiceId, total, payBy }: Bill) =>
        `Invoice ${invoiceId} for ${count(licences)}: ${total}, due ${payBy}`,
      paid: ({ licences, invoiceId, total }: Bill) =>
        `Invoice ${invoiceId} for ${count(licences)}: ${total}, paid`,
      void: ({ licences, invoiceId, total }: Bill) =>
        `Invoice ${invoiceId} for ${count(licences)}: ${total}, cancelled`,
      credited: ({ licences, invoiceId, total }: Bill) =>
        `Invoice ${invoiceId} for ${count(licences)}: ${total}, credited`,
    },
    intro: ({ licences, invoiceId, issuedOn }: Bill) =>
      `This is our invoice ${invoiceId} of ${issuedOn} for the maintenance of ${count(licences)}.`,
    inOrder: 'If you pay part of it, your payment goes to the lines from top to bottom, each in full.',
    lapses: ({ payBy, lapsesOn }: Bill) =>
      `Where a line is not paid in full by ${payBy}, the maintenance of its licence lapses on ${lapsesOn}.`,
    order: (payBy: string) =>
      `A term starts once its line is paid in full. Where a line is not paid by ${payBy}, we will cancel the order and its term will not start.`,
  },
  reminder: {
    subject: ({ licences, ends }: Licences & { ends: string }) =>
      `${count(licences)}: maintenance ends, the first on ${ends}`,
    subjectOneDay: ({ licences, ends }: Licences & { ends: string }) =>
      `${count(licences)}: maintenance ends on ${ends}`,
    ends: 'The maintenance of these licences ends soon. It does not renew automatically:',
    caption: 'Maintenance ends on',
    askForQuote:
      'To renew, reply to this email, ask for a quote and name the licences. Once you have accepted and paid it, the next terms start on the day after the current ones end.',
    openQuote: (quoteId: string) =>
      `To renew, please accept our quote ${quoteId}, which you received in a separate email.`,
  },
  renewalNotice: {
    subject: ({ licences, from, total }: Licences & { from: string; total: string }) =>
      `${count(licences)}: maintenance renews from ${from} for ${total}`,
    renews:
      'The current terms of these licences end soon. They renew automatically, for these terms and prices:',
    cancel: ({ licences }: Licences) =>
      `If you wish to renew all ${licences}, you do not need to do anything. If you do not, please name the licences in a reply to this email, by the day in their lines.`,
    cancelBy: (day: string) => `cancel by ${day}`,
    tooLate: (to: string) => `cannot be cancelled any more; the next term ends on ${to}`,
    invoice: 'We will send you the invoice once the terms are charged.',
  },
  renewed: {
    subject: ({ licences }: Licences) => `${count(licences)}: maintenance renewed`,
    intro: ({ licences }: Licences) => `The maintenance of ${these(licences)} has been renewed.`,
    terms: 'New terms',
    invoice: 'We will send you the invoice for any unpaid terms in a separate email.',
  },
  lapse: {
    subject: ({ licences, lapsedOn }: Licences & { lapsedOn: string }) =>
      `${count(licences)}: maintenance lapsed on ${lapsedOn}`,
    intro: ({ licences, lapsedOn }: Licences & { lapsedOn: string }) =>
      `The maintenance of ${these(licences)} lapsed on ${lapsedOn}:`,
    caption: 'Why',
    keepsWorking:
      'Your licences remain valid and the software keeps working. You no longer receive the updates and support that maintenance includes.',
    credit: (credit: string) =>
      `You have a credit of ${credit} in all. We will deduct it if you reinstate your maintenance.`,
    askForQuote: 'To reinstate your maintenance, reply to this email, ask for a quote and name the licences.',
  },
  paymentReminder: {
    subject: ({ licences, toPay, payBy }: Bill) =>
      `Payment reminder: ${toPay} for ${count(licences)}, due ${payBy}`,
    intro: 'This is a friendly reminder that the following has not been paid in full:',
  },
  finalNotice: {
    subject: ({ licences, toPay, payBy }: Bill) =>
      `Final payment reminder: ${toPay} for ${count(licences)}, due ${payBy}`,
    intro: 'This is our final reminder that the following has not been paid in full:',
  },
  dunning: {
    invoice: ({ invoiceId, payBy }: { invoiceId: string; payBy: string }) =>
      `invoice ${invoiceId}, due ${payBy}`,
    pay: ({ toPay, invoices }: { toPay: string; invoices: readonly string[] }) =>
      `Please pay ${toPay}, quoting ${invoices.length === 1 ? 'invoice number' : 'invoice numbers'} ${invoices.join(', ')}.`,
    lapses:
      'Where a line is not paid in full by its day, the maintenance of its licence lapses on the day after.',
  },
  receipt: {
    subject: (amount: string) => `We have received your payment of ${amount}`,
    paid: 'What it paid',
    term: (period: string) => `maintenance ${period}`,
    reversed: (licences: readonly string[]) =>
      `Your payment had arrived in time: maintenance of ${allOf('en-GB', licences)} continues without interruption.`,
    left: 'Still to pay',
    credit: 'What is left as a credit',
    creditNote: 'We will apply a credit to the next invoice of its licence.',
  },
};
