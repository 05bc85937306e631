import type { Words } from './words.ts';
import { oneOf } from '../../wording/text/lists.ts';

export const english: Words = {
  language: 'en',
  title: { quote: 'Quote', invoice: 'Invoice', creditNote: 'Credit note' },
  page: (number, of) => `Page ${number} of ${of}`,
  labels: {
    from: 'From',
    to: 'To',
    contact: 'Your contact',
    vatId: 'VAT number',
    quoteNumber: 'Quote number',
    quoteDate: 'Quote date',
    invoiceNumber: 'Invoice number',
    creditNoteNumber: 'Credit note number',
    creditNoteDate: 'Credit note date',
    servicePeriod: 'Service period',
    module: 'Module',
    listPrice: 'List price',
    allModules: 'All modules',
    description: 'Description',
    price: 'Price',
    quantity: 'Quantity',
    discount: 'Discount',
  },
  headings: {
    modules: 'Modules',
    option: (number, years) => `Option ${number}: ${years}`,
    acceptance: 'How to accept',
    terms: 'Terms',
  },
  maintenanceOf: (product) => `Maintenance of ${product}`,
  shareOf: (rate, list) => `${rate} of ${list}`,
  perYear: (price) => `${price} a year`,
  perHour: (price) => `${price} an hour`,
  hours: (hours) => (hours === '1' ? '1 hour' : `${hours} hours`),
  days: (days, ofDays) => `${days} of ${ofDays} days`,
  cover: (cover) => `Cover: ${cover}`,
  offers: {
    renewal: ({ product, licenceId }) =>
      `We offer to renew the maintenance of ${product} under licence ${licenceId}.`,
    reinstatement: ({ product, licenceId }) =>
      `We offer to reinstate the maintenance of ${product} under licence ${licenceId}.`,
  },
  charges: ({ product, licenceId }) => `Maintenance of ${product} under licence ${licenceId}.`,
  change: {
    offers: ({ product, licenceId, what }) =>
      `Our offer for ${what}. It concerns ${product} under licence ${licenceId}.`,
    charges: ({ product, licenceId, what }) => `For ${what}: ${product}, licence ${licenceId}.`,
    newLicence: ({ email, number, validUntil }) =>
      `Your licence cannot be changed: this needs a new licence, and that is what we offer. To buy it, write to ${email} by ${validUntil} and name quote ${number}.`,
    done: 'We will then send you the invoice and carry out your order once it is paid in full.',
  },
  accept: ({ email, number, validUntil, years }) =>
    years.length <= 1
      ? `To accept quote ${number}, please write to ${email} by ${validUntil}.`
      : `To accept quote ${number}, please write to ${email} by ${validUntil} and state the number of years: ${oneOf('en-GB', years)}.`,
  invoiceFollows: (days) =>
    `We will then send you an invoice, payable within ${days} days. If it is not paid in full by then, we will cancel your order and the maintenance will not start.`,
  starts: {
    renewal: 'Once the invoice is paid in full, the new term starts on the day after the current one ends.',
    reinstatement: 'Cover starts again once the invoice is paid in full.',
  },
  withdrawn: (ends) =>
    `The current term ends on ${ends}: if this quote is not accepted by then, it is withdrawn.`,
  replaces: (number) => `This invoice replaces invoice ${number}.`,
  creditNote: {
    headline: (total) => `We credit you ${total}`,
    line: ({ product, number }) => `Maintenance of ${product}: credit for invoice ${number}`,
    lessToPay: (total) => `The amount to pay of the invoice is reduced by ${total}.`,
    becomesCredit: (total) =>
      `The invoice is paid: ${total} is now your credit. We apply it to open and future invoices.`,
  },
  shared: {
    licences: 'Licences',
    offers: {
      renewal: (licences) => `We offer to renew the maintenance of these ${licences} licences.`,
      reinstatement: (licences) => `We offer to reinstate the maintenance of these ${licences} licences.`,
    },
    charges: (licences) => `Maintenance of ${licences} licences. Each has a line of its own.`,
    some: 'You can accept the quote for all licences, or for some of them: then name these licences.',
    invoiceFollows: (days) =>
      `We will then send you one invoice for these licences, payable within ${days} days. Where a line is not paid in full by then, we will cancel that order and its maintenance will not start.`,
    starts: {
      renewal:
        'Once the line of a licence is paid in full, its new term starts on the day after the current one ends.',
      reinstatement: 'Cover of a licence starts again once its line of the invoice is paid in full.',
    },
    inOrder:
      'A payment that names this invoice pays its lines from top to bottom, each in full. Any amount that does not cover the next line is credited to the licence of that line.',
    lapses: ({ payBy, lapsesOn }) =>
      `Where a line is not paid in full by ${payBy}, the maintenance of its licence lapses on ${lapsesOn}. The software itself keeps working.`,
    order: (payBy) =>
      `A term starts once its line is paid in full. Where a line is not paid by ${payBy}, we will cancel the order and its term will not start.`,
  },
  due: ({ toPay, payBy }) => `${toPay} due ${payBy}`,
  paidInFull: 'Paid in full',
  pay: ({ toPay, payBy, number }) =>
    `Please pay ${toPay} by ${payBy} and quote invoice number ${number} with your payment.`,
  scanToPay:
    'Or scan this code with your banking app: it fills in the amount, our account and the invoice number.',
  paymentCode: 'QR code for a SEPA credit transfer',
  paid: 'This invoice has already been paid in full. There is nothing to pay.',
  lapses: ({ payBy, lapsesOn }) =>
    `If this invoice is not paid in full by ${payBy}, the maintenance lapses on ${lapsesOn}. The software itself keeps working.`,
  order: (payBy) =>
    `The term starts once this invoice is paid in full. If it is not paid by ${payBy}, we will cancel your order and the term will not start.`,
  reverseCharge: (taxName) => `Reverse charge: ${taxName} is to be accounted for by the recipient.`,
  exempt: (taxName, reason) =>
    reason === undefined ? `Exempt from ${taxName}.` : `Exempt from ${taxName}: ${reason}.`,
  noTax: (taxName) => `No ${taxName} is charged on supplies to your country.`,
  questions: ({ email, website }) => `If you have questions, write to ${email} or see ${website}.`,
};
