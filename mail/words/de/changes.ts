import type * as english from '../en/changes.ts';
import { allOf } from '../../../wording/text/lists.ts';

const modules = (skus: readonly string[]) =>
  `${skus.length === 1 ? 'das Modul' : 'die Module'} ${allOf('de', skus)}`;

export const changeQuote: typeof english.changeQuote = {
  subject: ({ product, licenceId, what, validUntil }) =>
    `${product}, Lizenz ${licenceId}: Angebot für ${what}, gültig bis ${validUntil}`,
  intro: ({ product, licenceId, what, quoteId }) =>
    `anbei erhalten Sie unser Angebot ${quoteId} für ${what} (${product}, Lizenz ${licenceId}).`,
  accept: (validUntil) =>
    `Um das Angebot anzunehmen, nutzen Sie bitte bis zum ${validUntil} die Schaltfläche unten, oder antworten Sie auf diese E-Mail. Anschließend erhalten Sie die Rechnung. Nach vollständiger Zahlung führen wir Ihre Bestellung aus.`,
  newLicence: (validUntil) =>
    `Ihre Lizenz lässt sich nicht ändern. Wir bieten Ihnen daher eine neue Lizenz an. Um sie zu kaufen, nutzen Sie bitte bis zum ${validUntil} die Schaltfläche unten, oder antworten Sie auf diese E-Mail.`,
  accepted: 'Sie haben das Angebot bereits angenommen und brauchen nichts weiter zu tun.',
};

export const changed: typeof english.changed = {
  subject: {
    edition: ({ product, licenceId, edition }) =>
      `${product}, Lizenz ${licenceId}: Wechsel zur Edition ${edition}`,
    modules: ({ product, licenceId, skus }) =>
      `${product}, Lizenz ${licenceId}: Erweiterung um ${allOf('de', skus)}`,
    migration: ({ product, licenceId }) => `${product}, Lizenz ${licenceId}: Umstellung abgeschlossen`,
  },
  intro: {
    edition: ({ licenceId, edition, on }) =>
      `Ihre Lizenz ${licenceId} gilt seit dem ${on} für die Edition ${edition}.`,
    modules: ({ licenceId, skus, on }) =>
      `Ihre Lizenz ${licenceId} umfasst seit dem ${on} auch ${modules(skus)}.`,
    migration: ({ product, licenceId, on }) =>
      `die Umstellung von ${product} unter der Lizenz ${licenceId} wurde am ${on} abgeschlossen.`,
  },
  countFromNextTerm: 'Ab der nächsten Laufzeit passt sich der Wartungspreis entsprechend an.',
};
