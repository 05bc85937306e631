import { allOf } from '../text/lists.ts';

const years = (count: number) => (count === 1 ? '1 year' : `${count} years`);
const hours = (count: string) => (count === '1' ? '1 hour' : `${count} hours`);
const days = (count: string) => (count === '1' ? '1 day' : `${count} days`);
const months = (count: number) => (count === 1 ? '1 month' : `${count} months`);

/** A part of a year. */
interface Days {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly ofDays: number;
}

/** A share of the list price. */
interface Share {
  readonly rate: string;
  readonly list: string;
}

export const english = {
  amountsIn: (currency: string) => `All amounts are in ${currency}.`,
  labels: {
    licence: 'Licence (serial number)',
    product: 'Product',
    plan: 'Maintenance plan',
    customer: 'Customer',
    number: 'Number',
    quote: 'Quote',
    validUntil: 'Valid until',
    invoice: 'Invoice',
    invoiceDate: 'Invoice date',
    purchaseOrder: 'Your purchase order',
    payBy: 'Pay by',
    cover: 'Cover',
    net: 'Net',
    amount: 'Amount',
    total: 'Total',
    credit: 'Less your credit',
    credited: 'Less credit notes',
    paid: 'Already paid',
    toPay: 'To pay',
  },
  years,
  months,
  /** After "for". */
  emergencySupport: (ticketId: string) => `emergency support for ticket ${ticketId}`,
  supportUnpaid: 'The invoice is payable at once. Your maintenance does not depend on it.',
  period: (from: string, to: string) => `${from} to ${to}`,
  fromPayment: (length: string) => `${length} from the day of payment`,
  fromMonthAfterPayment: (length: string) => `${length} from the first day of the month after payment`,
  fromPaymentUntil: (to: string) => `from the day of payment to ${to}`,
  /** What a line's amount is calculated from. */
  line: {
    flat: ({ perYear }: { perYear: string }) => `${perYear} a year`,
    byDays: ({ perYear, from, to, days, ofDays }: Days & { perYear: string }) =>
      `${from} to ${to}: ${days} of ${ofDays} days at ${perYear} a year`,
    shareOfList: ({ rate, list, discount }: Share & { discount: string | undefined }) =>
      `${rate} of the list price of ${list} a year${discount === undefined ? '' : `, less ${discount}`}`,
    shareByDays: ({ rate, list: price, from, to, days, ofDays }: Days & Share) =>
      `${from} to ${to}: ${days} of ${ofDays} days at ${rate} of the list price of ${price} a year`,
    atListPrice: 'at list price',
    free: (price: string) => `free of charge; its list price is ${price}`,
    credit: 'Credit',
    creditFor: 'list price of your initial installation, credited while maintenance is active',
    labour: 'Labour',
    hours: (of: { hours: string; perHour: string }) => `${hours(of.hours)} at ${of.perHour} an hour`,
    hardware: 'Hardware',
    support: (ticketId: string) => `Emergency support, ticket ${ticketId}`,
    fixedPrice: 'at a fixed price',
    asQuoted: 'as quoted',
    part: (days: string, ofDays: string) => `${days} of ${ofDays} days`,
    uplift: 'Annual price adjustment',
    upliftOf: ({ percent, years }: { percent: string; years: string }) => `${percent} a year, over ${years}`,
    'reinstatement-fee': 'Reinstatement fee',
    feeAfter: (count: string) => `${days(count)} after maintenance ended`,
    feeOfGap: (of: { percent: string; days: string }) =>
      `${of.percent} of the price of ${days(of.days)} without maintenance`,
    discount: 'Your discount',
    discountOf: (percent: string) => `${percent} off`,
  },
  /** Each completes "for …". */
  change: {
    edition: (edition: string) => `changing to the ${edition} edition`,
    modules: (skus: readonly string[]) => `adding ${allOf('en-GB', skus)}`,
    migration: 'migrating to a new version',
  },
  headings: {
    offer: 'What we offer',
    charges: 'What we charge',
    howToPay: 'How to pay',
  },
  changeTerms: {
    endsWithLapse: 'If your maintenance lapses before you accept the quote, we will withdraw it.',
  },
  changeOrder: {
    unpaid: (payBy: string) =>
      `We will carry out your order once the invoice is paid in full. If it is not paid by ${payBy}, or your maintenance lapses before then, we will cancel your order and your licence stays as it is.`,
  },
};

/** What mails and documents both say. Another language that misses a text fails the compiler. */
export type Wording = typeof english;
