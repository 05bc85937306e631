import type { ChangeWords } from './words.ts';

const list = new Intl.ListFormat('de', { type: 'conjunction' });

export const germanChanges: ChangeWords = {
  what: {
    edition: (edition) => `den Wechsel zur Edition ${edition}`,
    modules: (skus) => `die Erweiterung um ${list.format(skus)}`,
    migration: 'die Umstellung auf eine neue Version',
  },
  line: {
    shareByDays: ({ rate, list: price, from, to, days, ofDays }) =>
      `${from} bis ${to}: ${days} von ${ofDays} Tagen zu ${rate} des Listenpreises von ${price} pro Jahr`,
    atListPrice: 'zum Listenpreis',
    free: (price) => `kostenlos; der Listenpreis ist ${price}`,
    credit: 'Gutschrift',
    creditFor: 'der Listenpreis Ihrer Erstinstallation, solange die Wartung gilt',
    labour: 'Arbeitszeit',
    hours: ({ hours, perHour }) => `${hours} Stunden zu ${perHour} pro Stunde`,
    hardware: 'Hardware',
    asQuoted: 'wie angeboten',
  },
  quote: {
    subject: ({ product, licenceId, what, validUntil }) =>
      `${product}, Lizenz ${licenceId}: Angebot für ${what}, gültig bis ${validUntil}`,
    intro: ({ product, licenceId, what, quoteId }) =>
      `Hier ist unser Angebot ${quoteId} für ${what}. Es betrifft ${product} unter der Lizenz ${licenceId}.`,
    accept: (validUntil) =>
      `Um es anzunehmen, antworten Sie bis zum ${validUntil} auf diese E-Mail. Sie erhalten dann eine Rechnung, und wir führen aus, was Sie bestellen, sobald sie vollständig bezahlt ist.`,
    newLicence: (validUntil) =>
      `Ihre Lizenz lässt sich nicht ändern: Nötig ist eine neue Lizenz, und die bieten wir Ihnen hier an. Um sie zu kaufen, antworten Sie bis zum ${validUntil} auf diese E-Mail.`,
    endsWithLapse: 'Erlischt Ihre Wartung, bevor Sie es annehmen, ziehen wir das Angebot zurück.',
    accepted: 'Sie haben es inzwischen angenommen: Zu diesem Angebot brauchen Sie nichts mehr zu tun.',
  },
  invoice: {
    intro: ({ product, licenceId, what, invoiceId, issuedOn }) =>
      `Hier ist unsere Rechnung ${invoiceId} vom ${issuedOn} für ${what}. Sie betrifft ${product} unter der Lizenz ${licenceId}.`,
    order: (payBy) =>
      `Wir führen Ihre Bestellung aus, sobald die Rechnung vollständig bezahlt ist. Geschieht das nicht bis zum ${payBy} oder erlischt Ihre Wartung vorher, ist die Bestellung hinfällig und Ihre Lizenz bleibt, wie sie ist.`,
  },
  orderStaysOpen: 'Offen bleibt auch, was Sie für Ihre Lizenz bestellt haben:',
  done: {
    subject: ({ product, licenceId, what, on }) => `${product}, Lizenz ${licenceId}: ${what}, ${on}`,
    intro: ({ product, licenceId, what, on }) =>
      `Sie haben uns um ${what} gebeten. Seit dem ${on} gilt das für Ihre Lizenz ${licenceId}: Sie ist für ${product}.`,
    countFromNextTerm: 'Der Preis der Wartung richtet sich ab der nächsten Laufzeit danach.',
  },
};
