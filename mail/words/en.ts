import { englishActions } from './actions/en.ts';
import { englishCover } from './cover/en.ts';
import { englishSupport } from './support/en.ts';
import { englishUpdates } from './updates/en.ts';
import { englishChanges } from './changes/en.ts';
import type { Words } from './words.ts';

const choice = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export const english: Words = {
  ...englishActions,
  ...englishCover,
  ...englishSupport,
  ...englishUpdates,
  greeting: (customer) => `Dear ${customer},`,
  closing: 'Kind regards',
  stopLink: 'Stop reminders, offers and news',
  attached: (file) => `The document is attached as a PDF: ${file}.`,
  calendar: {
    expires: ({ product, licenceId }) => `Maintenance of ${product} ends (licence ${licenceId})`,
    cancelBy: ({ product, licenceId }) =>
      `Last day for cancelling the maintenance of ${product} (licence ${licenceId})`,
  },
  copyTo: (partner) => `A copy of this mail goes to your partner, ${partner}.`,
  changes: englishChanges,
  toPayBy: (toPay, payBy) => `${toPay}, to be paid by ${payBy}`,
  reminder: {
    subject: ({ product, licenceId, ends }) =>
      `${product}, licence ${licenceId}: maintenance ends on ${ends}`,
    ends: ({ product, licenceId, ends }) =>
      `The maintenance of ${product} under licence ${licenceId} ends on ${ends}. It does not renew by itself.`,
    whatEnds:
      'After that day you no longer get the updates and the support that maintenance includes. The software itself keeps working.',
    askForQuote:
      'To renew, reply to this mail and ask for a quote. Once it is accepted and paid, the next term starts on the day after the current one ends.',
    openQuote: (quoteId) => `Our quote ${quoteId} for renewing it is open:`,
  },
  renewalNotice: {
    subject: ({ product, licenceId, from, total }) =>
      `${product}, licence ${licenceId}: maintenance renews on ${from} for ${total}`,
    renews: ({ product, licenceId, ends, from, to }) =>
      `The current term of maintenance of ${product} under licence ${licenceId} ends on ${ends}. It renews by itself: the next term runs from ${from} to ${to}.`,
    price: (total) => `The next term costs ${total}, tax included:`,
    invoice: ({ invoiceOn, payBy }) => `We will invoice it on ${invoiceOn}, payable by ${payBy}.`,
    cancel: (cancelBy) =>
      `If you want it to renew, there is nothing that you need to do. If you do not, cancel by ${cancelBy}: a reply to this mail is enough.`,
    tooLate: ({ cancelBy, to }) =>
      `The last day for cancelling this renewal was ${cancelBy}. A cancellation that reaches us now takes effect at the end of the next term, on ${to}.`,
  },
  quote: {
    subject: {
      renewal: ({ product, licenceId, validUntil }) =>
        `${product}, licence ${licenceId}: quote for renewing maintenance, valid until ${validUntil}`,
      reinstatement: ({ product, licenceId, validUntil }) =>
        `${product}, licence ${licenceId}: quote for reinstating maintenance, valid until ${validUntil}`,
    },
    intro: {
      renewal: ({ product, licenceId, quoteId }) =>
        `This is our quote ${quoteId} for renewing the maintenance of ${product} under licence ${licenceId}.`,
      reinstatement: ({ product, licenceId, quoteId }) =>
        `This is our quote ${quoteId} for reinstating the maintenance of ${product} under licence ${licenceId}.`,
    },
    sentAgain: 'You have had it before: as you asked, we are sending it again, unchanged.',
    accept: ({ validUntil, years: offered }) =>
      offered.length === 1
        ? `To accept it, reply to this mail by ${validUntil}. You will then get an invoice.`
        : `To accept it, reply to this mail by ${validUntil} with the number of years that you choose: ${choice.format(offered.map(String))}. You will then get an invoice.`,
    withdrawn: (ends) =>
      `Please note that the current term ends on ${ends}: if the quote is not accepted by then, it is withdrawn.`,
    accepted: (chosen) =>
      `You have accepted it for ${chosen} in the meantime: you do not need to do anything more about this quote.`,
    starts: {
      renewal: 'Once the invoice is paid in full, the new term starts on the day after the current one ends.',
      reinstatement: 'Cover starts again once the invoice is paid in full.',
    },
  },
  invoice: {
    subject: {
      open: ({ product, invoiceId, total, payBy }) =>
        `${product}: invoice ${invoiceId} for ${total}, payable by ${payBy}`,
      paid: ({ product, invoiceId, total }) => `${product}: invoice ${invoiceId} for ${total}, paid`,
      void: ({ product, invoiceId, total }) => `${product}: invoice ${invoiceId} for ${total}, void`,
    },
    intro: ({ product, licenceId, invoiceId, issuedOn }) =>
      `This is our invoice ${invoiceId} of ${issuedOn} for the maintenance of ${product} under licence ${licenceId}.`,
    pay: ({ toPay, payBy, invoiceId }) =>
      `Please pay ${toPay} by ${payBy} and quote invoice number ${invoiceId} with your payment.`,
    paid: 'It is paid in full from what you have paid us: there is nothing to pay.',
    void: 'It has become void in the meantime: there is nothing to pay.',
    lapses: ({ payBy, lapsesOn }) =>
      `If it is not paid in full by ${payBy}, the maintenance lapses on ${lapsesOn}.`,
    order: (payBy) =>
      `The term starts once the invoice is paid in full. If that is not done by ${payBy}, your order is void and the term does not start.`,
  },
  paymentReminder: {
    subject: ({ product, invoiceId, toPay, payBy }) =>
      `${product}: ${toPay} of invoice ${invoiceId} to be paid by ${payBy}`,
    intro: ({ product, licenceId, invoiceId, issuedOn, total }) =>
      `Our invoice ${invoiceId} of ${issuedOn} for ${total}, for the maintenance of ${product} under licence ${licenceId}, has not been paid yet.`,
    crossed: 'If your payment is already on its way, please disregard this mail.',
  },
  finalNotice: {
    subject: ({ product, invoiceId, toPay, payBy }) =>
      `Final notice, ${product}: ${toPay} of invoice ${invoiceId} to be paid by ${payBy}`,
    intro: ({ product, licenceId, invoiceId, issuedOn, total }) =>
      `This is our final notice: our invoice ${invoiceId} of ${issuedOn} for ${total}, for the maintenance of ${product} under licence ${licenceId}, has not been paid yet.`,
  },
  lapse: {
    subject: ({ product, licenceId, lapsedOn }) =>
      `${product}, licence ${licenceId}: maintenance lapsed on ${lapsedOn}`,
    intro: ({ product, licenceId, lapsedOn }) =>
      `The maintenance of ${product} under licence ${licenceId} lapsed on ${lapsedOn}.`,
    reason: {
      unpaid: (invoiceId, payBy) => `Invoice ${invoiceId} was payable by ${payBy} and was not paid in full.`,
      cancelled: (ended) => `Its renewal was cancelled, and its term ended on ${ended}.`,
      notRenewed: (ended) => `Its term ended on ${ended} and was not renewed.`,
    },
    keepsWorking:
      'Your licence itself keeps working. What ends is the right to the updates and the support that maintenance includes.',
    voided: 'These invoices are now void and no longer need to be paid:',
    askForQuote: 'To reinstate your maintenance, reply to this mail and ask for a quote.',
    comeBack: {
      'from-payment': 'Cover then starts on the day on which it is paid.',
      'from-month-after-payment': 'Cover then starts on the first day of the month after it is paid.',
      'back-charge':
        'It adds up all charges since the last day that was paid for, and cover starts on the day on which it is paid.',
    },
  },
  renewed: {
    subject: ({ product, licenceId, ends }) =>
      `${product}, licence ${licenceId}: maintenance renewed until ${ends}`,
    intro: ({ product, licenceId, starts, ends }) =>
      `The maintenance of ${product} under licence ${licenceId} has been renewed: the new term runs from ${starts} to ${ends}.`,
    paid: 'It is paid for.',
    invoiceFollows: (invoiceOn) => `Its invoice is due on ${invoiceOn}.`,
    isLast: (ends) => `As its renewal is cancelled, this is the last term: cover ends on ${ends}.`,
  },
  reinstated: {
    subject: ({ product, licenceId, ends }) =>
      `${product}, licence ${licenceId}: maintenance reinstated until ${ends}`,
    intro: ({ product, licenceId, starts, ends }) =>
      `Thank you for coming back. The maintenance of ${product} under licence ${licenceId} has been reinstated: the new term runs from ${starts} to ${ends} and is paid for.`,
  },
  cancelled: {
    subject: ({ product, licenceId, endsOn }) =>
      `${product}, licence ${licenceId}: renewal cancelled, cover until ${endsOn}`,
    intro: ({ product, licenceId, endsOn }) =>
      `As you asked, we have cancelled the renewal of maintenance of ${product} under licence ${licenceId}. You stay covered until ${endsOn}.`,
    missed: ({ cancelBy, ends }) =>
      `The last day for cancelling with effect from the end of the current term, ${ends}, was ${cancelBy}. Your cancellation therefore takes effect at the end of the next term.`,
    stayOwed: 'These invoices remain payable:',
    orderStaysOpen:
      'The invoice for your accepted quote remains open too. Paying it starts the next term and undoes the cancellation:',
    resume: (endsOn) =>
      `If you change your mind, reply to this mail by ${endsOn}: until then the cancellation can be undone.`,
  },
  activated: {
    subject: ({ product, licenceId, ends }) =>
      `${product}, licence ${licenceId}: maintenance runs until ${ends}`,
    intro: {
      activatedOn: ({ product, licenceId, on }) =>
        `${product}, licence ${licenceId}, was activated on ${on}.`,
      installedOn: ({ product, licenceId, on }) =>
        `${product}, licence ${licenceId}, was installed on ${on}.`,
    },
    term: ({ starts, ends }) => `Its first term of maintenance runs from ${starts} to ${ends}.`,
    coveredFrom: (on) => `You are covered from ${on} on.`,
    invoiceFollows: 'You will get an invoice for it.',
  },
};
