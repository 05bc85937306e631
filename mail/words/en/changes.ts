import type { Subject } from '../subject.ts';
import { allOf } from '../../../wording/text/lists.ts';

type Quote = Subject & { readonly what: string; readonly quoteId: string; readonly validUntil: string };
type Done = Subject & { readonly on: string };

export const changeQuote = {
  subject: ({ product, licenceId, what, validUntil }: Quote) =>
    `${product}, licence ${licenceId}: quote for ${what}, valid until ${validUntil}`,
  intro: ({ product, licenceId, what, quoteId }: Quote) =>
    `This is our quote ${quoteId} for ${what}, for ${product} under licence ${licenceId}.`,
  accept: (validUntil: string) =>
    `To accept the quote, use the button below by ${validUntil}, or reply to this email. We will then send you the invoice and carry out your order once it is paid in full.`,
  newLicence: (validUntil: string) =>
    `Your licence cannot be changed, so we offer you a new one. To buy it, use the button below by ${validUntil}, or reply to this email.`,
  accepted: 'You have already accepted this quote. You do not need to do anything else.',
};

export const changed = {
  subject: {
    edition: ({ product, licenceId, edition }: Done & { edition: string }) =>
      `${product}, licence ${licenceId}: changed to the ${edition} edition`,
    modules: ({ product, licenceId, skus }: Done & { skus: readonly string[] }) =>
      `${product}, licence ${licenceId}: ${allOf('en-GB', skus)} added`,
    migration: ({ product, licenceId }: Done) => `${product}, licence ${licenceId}: migration completed`,
  },
  intro: {
    edition: ({ licenceId, edition, on }: Done & { edition: string }) =>
      `We have changed your licence ${licenceId} to the ${edition} edition as of ${on}.`,
    modules: ({ licenceId, skus, on }: Done & { skus: readonly string[] }) =>
      `We have added ${allOf('en-GB', skus)} to your licence ${licenceId} as of ${on}.`,
    migration: ({ product, licenceId, on }: Done) =>
      `Your migration of ${product} under licence ${licenceId} was completed on ${on}.`,
  },
  countFromNextTerm: 'The price of your maintenance will reflect this from the next term.',
};
