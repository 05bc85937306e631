import type { Wording } from './en.ts';
import { allOf } from '../text/lists.ts';

const years = (count: number) => (count === 1 ? '1 Jahr' : `${count} Jahre`);
const stunden = (count: string) => (count === '1' ? '1 Stunde' : `${count} Stunden`);
const months = (count: number) => (count === 1 ? '1 Monat' : `${count} Monate`);

export const german: Wording = {
  amountsIn: (currency) => `Alle Beträge in ${currency}.`,
  labels: {
    licence: 'Lizenz (Seriennummer)',
    product: 'Produkt',
    plan: 'Wartungsplan',
    customer: 'Kunde',
    number: 'Nummer',
    quote: 'Angebot',
    validUntil: 'Gültig bis',
    invoice: 'Rechnung',
    invoiceDate: 'Rechnungsdatum',
    purchaseOrder: 'Ihre Bestellnummer',
    payBy: 'Zahlbar bis',
    cover: 'Wartungszeitraum',
    net: 'Netto',
    amount: 'Betrag',
    total: 'Gesamt',
    credit: 'Abzüglich Ihres Guthabens',
    credited: 'Abzüglich Rechnungskorrekturen',
    paid: 'Bereits bezahlt',
    toPay: 'Zu zahlen',
  },
  years,
  months,
  emergencySupport: (ticketId) => `Notfall-Support zum Ticket ${ticketId}`,
  supportUnpaid: 'Die Rechnung ist sofort fällig. Ihre Wartung hängt nicht davon ab.',
  period: (from, to) => `${from} bis ${to}`,
  fromPayment: (length) => `${length} ab dem Tag des Zahlungseingangs`,
  fromMonthAfterPayment: (length) => `${length} ab dem Ersten des Monats nach Zahlungseingang`,
  fromPaymentUntil: (to) => `ab dem Tag des Zahlungseingangs bis ${to}`,
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
    credit: 'Anrechnung',
    creditFor: 'Listenpreis Ihrer Erstinstallation, angerechnet bei aktiver Wartung',
    labour: 'Arbeitszeit',
    hours: ({ hours, perHour }) => `${stunden(hours)} zu ${perHour} pro Stunde`,
    hardware: 'Hardware',
    support: (ticketId) => `Notfall-Support, Ticket ${ticketId}`,
    fixedPrice: 'zum Festpreis',
    asQuoted: 'wie angeboten',
    part: (days, ofDays) => `${days} von ${ofDays} Tagen`,
    uplift: 'Jährliche Preisanpassung',
    upliftOf: ({ percent, years }) => `${percent} pro Jahr, über ${years}`,
    'reinstatement-fee': 'Gebühr für die Wiederaufnahme',
    feeAfter: (days) => `${days === '1' ? '1 Tag' : `${days} Tage`} nach dem Ende der Wartung`,
    feeOfGap: ({ percent, days }) =>
      `${percent} des Preises von ${days === '1' ? '1 Tag' : `${days} Tagen`} ohne Wartung`,
    discount: 'Ihr Rabatt',
    discountOf: (percent) => `${percent} Nachlass`,
  },
  change: {
    edition: (edition) => `den Wechsel zur Edition ${edition}`,
    modules: (skus) => `die Erweiterung um ${allOf('de', skus)}`,
    migration: 'die Umstellung auf eine neue Version',
  },
  headings: {
    offer: 'Unser Angebot',
    charges: 'Unsere Leistungen',
    howToPay: 'So bezahlen Sie',
  },
  changeTerms: {
    endsWithLapse: 'Erlischt Ihre Wartung, bevor Sie das Angebot annehmen, ziehen wir es zurück.',
  },
  changeOrder: {
    unpaid: (payBy) =>
      `Nach vollständiger Zahlung führen wir Ihre Bestellung aus. Geht der Betrag nicht bis zum ${payBy} bei uns ein oder erlischt Ihre Wartung vorher, stornieren wir die Bestellung und Ihre Lizenz bleibt unverändert.`,
  },
};
