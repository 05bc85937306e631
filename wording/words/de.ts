import type { Wording } from './en.ts';

const list = new Intl.ListFormat('de', { type: 'conjunction' });
const years = (count: number) => (count === 1 ? '1 Jahr' : `${count} Jahre`);

export const german: Wording = {
  amountsIn: (currency) => `Alle Beträge in ${currency}.`,
  labels: {
    licence: 'Lizenz (Seriennummer)',
    product: 'Produkt',
    plan: 'Wartungsplan',
    customer: 'Kunde',
    about: 'Worum es in dieser E-Mail geht',
    number: 'Nummer',
    quote: 'Angebot',
    validUntil: 'Gültig bis',
    invoice: 'Rechnung',
    invoiceDate: 'Rechnungsdatum',
    payBy: 'Zahlbar bis',
    cover: 'Wartungszeitraum',
    net: 'Netto',
    tax: (percent) => `Steuer (${percent})`,
    total: 'Gesamt',
    credit: 'Abzüglich Ihres Guthabens',
    paid: 'Bereits bezahlt',
    toPay: 'Zu zahlen',
    nextTerm: 'Nächste Laufzeit',
    cancelBy: 'Kündbar bis',
  },
  years,
  period: (from, to) => `${from} bis ${to}`,
  fromPayment: (length) => `${length} ab dem Tag der Zahlung`,
  fromMonthAfterPayment: (length) => `${length} ab dem ersten Tag des Monats nach der Zahlung`,
  fromPaymentUntil: (to) => `ab dem Tag der Zahlung bis ${to}`,
  line: {
    flat: ({ perYear }) => `${perYear} pro Jahr`,
    byDays: ({ perYear, from, to, days, ofDays }) =>
      `${from} bis ${to}: ${days} von ${ofDays} Tagen zu ${perYear} pro Jahr`,
    shareOfList: ({ rate, list, discount }) =>
      `${rate} des Listenpreises von ${list} pro Jahr${discount === undefined ? '' : `, abzüglich ${discount}`}`,
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
  change: {
    edition: (edition) => `den Wechsel zur Edition ${edition}`,
    modules: (skus) => `die Erweiterung um ${list.format(skus)}`,
    migration: 'die Umstellung auf eine neue Version',
  },
  headings: {
    offer: 'Unser Angebot',
    charges: 'Unsere Leistung',
    howToPay: 'So bezahlen Sie',
  },
  changeQuote: {
    endsWithLapse: 'Erlischt Ihre Wartung, bevor Sie es annehmen, ziehen wir das Angebot zurück.',
  },
  changeOrder: {
    unpaid: (payBy) =>
      `Wir führen Ihre Bestellung aus, sobald die Rechnung vollständig bezahlt ist. Geschieht das nicht bis zum ${payBy} oder erlischt Ihre Wartung vorher, ist die Bestellung hinfällig und Ihre Lizenz bleibt, wie sie ist.`,
  },
};
