import type { CoverWords } from './words.ts';

export const englishCover: CoverWords = {
  uncovered: {
    waits: {
      installedOn:
        'Its maintenance starts with the installation: reply to this mail and tell us the day of it.',
      activatedOn:
        'Its maintenance starts with the activation: reply to this mail and tell us the day of it.',
      purchasedOn: 'Its maintenance starts with the purchase: reply to this mail and tell us the day of it.',
    },
    begins: (from) => `Its maintenance starts on ${from}.`,
    ended: (on) => `Its maintenance ended on ${on}.`,
  },
  wayBack: {
    order: ({ invoiceId, toPay, payBy }) =>
      `To take maintenance up again, pay your order: ${toPay} of invoice ${invoiceId}, payable by ${payBy}.`,
    quote: ({ quoteId, validUntil }) =>
      `To take maintenance up again, accept our quote ${quoteId}, which is valid until ${validUntil}. You have it in a mail of its own.`,
  },
  termStatement: {
    subject: {
      until: ({ product, licenceId, until }) =>
        `${product}, licence ${licenceId}: your maintenance runs until ${until}`,
      endless: ({ product, licenceId }) =>
        `${product}, licence ${licenceId}: your maintenance runs without an end`,
      uncovered: ({ product, licenceId }) => `${product}, licence ${licenceId}: no maintenance is in force`,
    },
    intro: ({ product, licenceId }) =>
      `You asked how long the maintenance of ${product} under licence ${licenceId} runs.`,
    renews: ({ until, cancelBy }) =>
      `The current term runs until ${until}, and the next one then starts by itself. The last day for cancelling that is ${cancelBy}.`,
    ends: (until) => `It runs until ${until} and does not renew by itself.`,
    awaitsPayment: (until) =>
      `The term ended on ${until}. You stay covered while your order can be paid; once it is, the next term follows.`,
    endless: 'It has no end: it is in force for as long as the subscription is active.',
    labels: { since: 'In force since', until: 'In force until', renews: 'Renews by itself' },
    yes: 'yes',
    no: 'no',
  },
};
