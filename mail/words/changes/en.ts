import type { ChangeWords } from './words.ts';

export const englishChanges: ChangeWords = {
  quote: {
    subject: ({ product, licenceId, what, validUntil }) =>
      `${product}, licence ${licenceId}: quote for ${what}, valid until ${validUntil}`,
    intro: ({ product, licenceId, what, quoteId }) =>
      `This is our quote ${quoteId} for ${what}. It concerns ${product} under licence ${licenceId}.`,
    accept: (validUntil) =>
      `To accept it, reply to this mail by ${validUntil}. You will then get an invoice, and we carry out your order once it is paid in full.`,
    newLicence: (validUntil) =>
      `Your licence cannot be changed: this needs a new licence, and that is what the quote offers. To buy it, reply to this mail by ${validUntil}.`,
    accepted: 'You have accepted it in the meantime: you do not need to do anything more about this quote.',
  },
  invoice: {
    intro: ({ product, licenceId, what, invoiceId, issuedOn }) =>
      `This is our invoice ${invoiceId} of ${issuedOn} for ${what}. It concerns ${product} under licence ${licenceId}.`,
  },
  orderStaysOpen: 'What you have ordered for your licence remains open as well:',
  done: {
    subject: ({ product, licenceId, what, on }) => `${product}, licence ${licenceId}: ${what}, ${on}`,
    intro: ({ product, licenceId, what, on }) =>
      `You asked us for ${what}. This was done on ${on}: your licence ${licenceId} is now for ${product}.`,
    countFromNextTerm: 'The price of its maintenance will reflect this from the next term on.',
  },
};
