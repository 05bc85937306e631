import type { CoverWords } from './words.ts';

export const englishCover: CoverWords = {
  uncovered: {
    waits: {
      installedOn: 'Its maintenance starts with the installation: reply to this mail and tell us the date.',
      activatedOn: 'Its maintenance starts with the activation: reply to this mail and tell us the date.',
      purchasedOn: 'Its maintenance starts with the purchase: reply to this mail and tell us the date.',
    },
    begins: (from) => `Its maintenance starts on ${from}.`,
    ended: (on) => `Its maintenance ended on ${on}.`,
  },
  wayBack: {
    order: ({ invoiceId, toPay, payBy }) =>
      `To reinstate your maintenance, pay your order: ${toPay} of invoice ${invoiceId}, payable by ${payBy}.`,
    quote: ({ quoteId, validUntil }) =>
      `To reinstate your maintenance, accept our quote ${quoteId}, which is valid until ${validUntil}. It was sent to you in a separate mail.`,
  },
  termStatement: {
    subject: {
      until: ({ product, licenceId, until }) =>
        `${product}, licence ${licenceId}: your maintenance runs until ${until}`,
      endless: ({ product, licenceId }) =>
        `${product}, licence ${licenceId}: your maintenance has no end date`,
      uncovered: ({ product, licenceId }) => `${product}, licence ${licenceId}: no maintenance is in force`,
    },
    intro: ({ product, licenceId }) =>
      `You asked how long the maintenance of ${product} under licence ${licenceId} runs.`,
    renews: ({ until, cancelBy }) =>
      `The current term runs until ${until}, and the next one then starts by itself. The last day for cancelling it is ${cancelBy}.`,
    ends: (until) => `It runs until ${until} and does not renew by itself.`,
    awaitsPayment: (until) =>
      `The term ended on ${until}. You stay covered while your order can be paid; once it is, the next term follows.`,
    endless: 'It has no end: it is in force for as long as the subscription is active.',
    labels: { since: 'In force since', until: 'In force until', renews: 'Renews by itself' },
    yes: 'yes',
    no: 'no',
  },
};
