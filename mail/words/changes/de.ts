import type { ChangeWords } from './words.ts';

export const germanChanges: ChangeWords = {
  quote: {
    subject: ({ product, licenceId, what, validUntil }) =>
      `${product}, Lizenz ${licenceId}: Angebot für ${what}, gültig bis ${validUntil}`,
    intro: ({ product, licenceId, what, quoteId }) =>
      `Hier ist unser Angebot ${quoteId} für ${what}. Es betrifft ${product} unter der Lizenz ${licenceId}.`,
    accept: (validUntil) =>
      `Um es anzunehmen, antworten Sie bis zum ${validUntil} auf diese E-Mail. Sie erhalten dann eine Rechnung, und wir führen aus, was Sie bestellen, sobald sie vollständig bezahlt ist.`,
    newLicence: (validUntil) =>
      `Ihre Lizenz lässt sich nicht ändern: Nötig ist eine neue Lizenz, und die bieten wir Ihnen hier an. Um sie zu kaufen, antworten Sie bis zum ${validUntil} auf diese E-Mail.`,
    accepted: 'Sie haben es inzwischen angenommen: Zu diesem Angebot brauchen Sie nichts mehr zu tun.',
  },
  invoice: {
    intro: ({ product, licenceId, what, invoiceId, issuedOn }) =>
      `Hier ist unsere Rechnung ${invoiceId} vom ${issuedOn} für ${what}. Sie betrifft ${product} unter der Lizenz ${licenceId}.`,
  },
  orderStaysOpen: 'Offen bleibt auch, was Sie für Ihre Lizenz bestellt haben:',
  done: {
    subject: ({ product, licenceId, what, on }) => `${product}, Lizenz ${licenceId}: ${what}, ${on}`,
    intro: ({ product, licenceId, what, on }) =>
      `Sie haben uns um ${what} gebeten. Seit dem ${on} gilt das für Ihre Lizenz ${licenceId}: Sie ist für ${product}.`,
    countFromNextTerm: 'Der Preis der Wartung richtet sich ab der nächsten Laufzeit danach.',
  },
};
