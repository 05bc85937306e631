import type { ChangeWords } from './words.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export const englishChanges: ChangeWords = {
  what: {
    edition: (edition) => `changing to the ${edition} edition`,
    modules: (skus) => `adding ${list.format(skus)}`,
    migration: 'migrating to a new version',
  },
  line: {
    shareByDays: ({ rate, list: price, from, to, days, ofDays }) =>
      `${from} to ${to}: ${days} of ${ofDays} days at ${rate} of the list price of ${price} a year`,
    atListPrice: 'at list price',
    free: (price) => `free of charge; its list price is ${price}`,
    credit: 'Credit',
    creditFor: 'the list price of what you first installed, while maintenance is in force',
    labour: 'Labour',
    hours: ({ hours, perHour }) => `${hours} hours at ${perHour} an hour`,
    hardware: 'Hardware',
    asQuoted: 'as quoted',
  },
  quote: {
    subject: ({ product, licenceId, what, validUntil }) =>
      `${product}, licence ${licenceId}: quote for ${what}, valid until ${validUntil}`,
    intro: ({ product, licenceId, what, quoteId }) =>
      `This is our quote ${quoteId} for ${what}. It concerns ${product} under licence ${licenceId}.`,
    accept: (validUntil) =>
      `To accept it, reply to this mail by ${validUntil}. You will then get an invoice, and we carry out your order once it is paid in full.`,
    newLicence: (validUntil) =>
      `Your licence cannot be changed: this needs a new licence, and that is what the quote offers. To buy it, reply to this mail by ${validUntil}.`,
    endsWithLapse: 'If your maintenance lapses before you accept it, the quote is withdrawn.',
    accepted: 'You have accepted it in the meantime: you do not need to do anything more about this quote.',
  },
  invoice: {
    intro: ({ product, licenceId, what, invoiceId, issuedOn }) =>
      `This is our invoice ${invoiceId} of ${issuedOn} for ${what}. It concerns ${product} under licence ${licenceId}.`,
    order: (payBy) =>
      `We carry out your order once the invoice is paid in full. If that is not done by ${payBy}, or your maintenance lapses before then, your order is void and your licence stays as it is.`,
  },
  orderStaysOpen: 'What you have ordered for your licence remains open as well:',
  done: {
    subject: ({ product, licenceId, what, on }) => `${product}, licence ${licenceId}: ${what}, ${on}`,
    intro: ({ product, licenceId, what, on }) =>
      `You asked us for ${what}. This was done on ${on}: your licence ${licenceId} is now for ${product}.`,
    countFromNextTerm: 'The price of its maintenance will reflect this from the next term on.',
  },
};
