import type { Words } from './words.ts';
import { oneOf } from '../../wording/text/lists.ts';

export const german: Words = {
  language: 'de',
  title: { quote: 'Angebot', invoice: 'Rechnung', creditNote: 'Rechnungskorrektur' },
  page: (number, of) => `Seite ${number} von ${of}`,
  labels: {
    from: 'Von',
    to: 'An',
    contact: 'Ihre Ansprechperson',
    vatId: 'USt-IdNr.',
    quoteNumber: 'Angebotsnummer',
    quoteDate: 'Angebotsdatum',
    invoiceNumber: 'Rechnungsnummer',
    creditNoteNumber: 'Nummer der Rechnungskorrektur',
    creditNoteDate: 'Datum',
    servicePeriod: 'Leistungszeitraum',
    module: 'Modul',
    listPrice: 'Listenpreis',
    allModules: 'Alle Module',
    description: 'Leistung',
    price: 'Preis',
    quantity: 'Menge',
    discount: 'Rabatt',
  },
  headings: {
    modules: 'Module',
    option: (number, years) => `Option ${number}: ${years}`,
    acceptance: 'So nehmen Sie an',
    terms: 'Bedingungen',
  },
  maintenanceOf: (product) => `Wartung von ${product}`,
  shareOf: (rate, list) => `${rate} von ${list}`,
  perYear: (price) => `${price} pro Jahr`,
  perHour: (price) => `${price} pro Stunde`,
  hours: (hours) => (hours === '1' ? '1 Stunde' : `${hours} Stunden`),
  days: (days, ofDays) => `${days} von ${ofDays} Tagen`,
  cover: (cover) => `Wartungszeitraum: ${cover}`,
  offers: {
    renewal: ({ product, licenceId }) =>
      `Wir bieten Ihnen an, die Wartung von ${product} unter der Lizenz ${licenceId} zu verlängern.`,
    reinstatement: ({ product, licenceId }) =>
      `Wir bieten Ihnen an, die Wartung von ${product} unter der Lizenz ${licenceId} wieder aufzunehmen.`,
  },
  charges: ({ product, licenceId }) => `Wartung von ${product}, Lizenz ${licenceId}.`,
  change: {
    offers: ({ product, licenceId, what }) =>
      `Unser Angebot für ${what}. Es betrifft ${product} unter der Lizenz ${licenceId}.`,
    charges: ({ product, licenceId, what }) =>
      `Diese Rechnung gilt für ${what}. Sie betrifft ${product} unter der Lizenz ${licenceId}.`,
    newLicence: ({ email, number, validUntil }) =>
      `Ihre Lizenz lässt sich nicht ändern: Dafür braucht es eine neue Lizenz, und diese bieten wir Ihnen an. Um sie zu kaufen, schreiben Sie bis zum ${validUntil} an ${email} und nennen Sie das Angebot ${number}.`,
    done: 'Sie erhalten dann eine Rechnung. Nach vollständiger Zahlung führen wir Ihre Bestellung aus.',
  },
  accept: ({ email, number, validUntil, years }) =>
    years.length <= 1
      ? `Schreiben Sie bis zum ${validUntil} an ${email}, dass Sie das Angebot ${number} annehmen.`
      : `Schreiben Sie bis zum ${validUntil} an ${email}, dass Sie das Angebot ${number} annehmen, und für wie viele Jahre: ${oneOf('de', years)}.`,
  invoiceFollows: (days) =>
    `Anschließend erhalten Sie eine Rechnung, zahlbar innerhalb von ${days} Tagen. Geht der Betrag bis dahin nicht vollständig bei uns ein, stornieren wir die Bestellung und die Wartung beginnt nicht.`,
  starts: {
    renewal:
      'Sobald die Rechnung vollständig bezahlt ist, beginnt die neue Laufzeit am Tag nach dem Ende der laufenden.',
    reinstatement: 'Die Wartung beginnt wieder, sobald die Rechnung vollständig bezahlt ist.',
  },
  withdrawn: (ends) =>
    `Die laufende Wartung endet am ${ends}: Wird dieses Angebot bis dahin nicht angenommen, ziehen wir es zurück.`,
  replaces: (number) => `Diese Rechnung ersetzt die Rechnung ${number}.`,
  creditNote: {
    headline: (total) => `Wir schreiben Ihnen ${total} gut`,
    line: ({ product, number }) => `Wartung von ${product}: Korrektur der Rechnung ${number}`,
    lessToPay: (total) => `Der zu zahlende Betrag der Rechnung verringert sich um ${total}.`,
    becomesCredit: (total) =>
      `Die Rechnung ist bezahlt: ${total} sind jetzt Ihr Guthaben. Wir verrechnen es mit offenen und künftigen Rechnungen.`,
  },
  shared: {
    licences: 'Lizenzen',
    offers: {
      renewal: (licences) => `Wir bieten Ihnen an, die Wartung dieser ${licences} Lizenzen zu verlängern.`,
      reinstatement: (licences) =>
        `Wir bieten Ihnen an, die Wartung dieser ${licences} Lizenzen wieder aufzunehmen.`,
    },
    charges: (licences) => `Wartung von ${licences} Lizenzen, jede mit einer eigenen Position.`,
    some: 'Sie können das Angebot für alle Lizenzen annehmen oder nur für einige: Nennen Sie uns dann diese Lizenzen.',
    invoiceFollows: (days) =>
      `Anschließend erhalten Sie eine Rechnung für diese Lizenzen, zahlbar innerhalb von ${days} Tagen. Ist eine Position bis dahin nicht vollständig bezahlt, stornieren wir diese Bestellung und die Wartung beginnt nicht.`,
    starts: {
      renewal:
        'Sobald die Position einer Lizenz vollständig bezahlt ist, beginnt deren neue Laufzeit am Tag nach dem Ende der laufenden.',
      reinstatement:
        'Die Wartung einer Lizenz beginnt wieder, sobald ihre Position der Rechnung vollständig bezahlt ist.',
    },
    inOrder:
      'Eine Zahlung, die diese Rechnung nennt, bezahlt die Positionen von oben nach unten, jede vollständig. Was für die nächste Position nicht reicht, schreiben wir deren Lizenz gut.',
    lapses: ({ payBy, lapsesOn }) =>
      `Ist eine Position bis zum ${payBy} nicht vollständig bezahlt, erlischt die Wartung ihrer Lizenz am ${lapsesOn}. Die Software selbst läuft weiter.`,
    order: (payBy) =>
      `Eine Laufzeit beginnt nach vollständiger Zahlung ihrer Position. Ist eine Position bis zum ${payBy} nicht bezahlt, stornieren wir diese Bestellung und die Laufzeit beginnt nicht.`,
  },
  due: ({ toPay, payBy }) => `${toPay}, fällig am ${payBy}`,
  paidInFull: 'Vollständig bezahlt',
  pay: ({ toPay, payBy, number }) =>
    `Bitte zahlen Sie ${toPay} bis zum ${payBy} und geben Sie dabei die Rechnung ${number} an.`,
  scanToPay:
    'Oder scannen Sie diesen Code mit Ihrer Banking-App: Betrag, Konto und Rechnungsnummer sind dann ausgefüllt.',
  paymentCode: 'QR-Code für eine SEPA-Überweisung',
  paid: 'Diese Rechnung ist durch Ihre Zahlungen bereits vollständig beglichen: Es ist nichts zu zahlen.',
  lapses: ({ payBy, lapsesOn }) =>
    `Ist diese Rechnung bis zum ${payBy} nicht vollständig bezahlt, erlischt die Wartung am ${lapsesOn}. Die Software selbst läuft weiter.`,
  order: (payBy) =>
    `Die Laufzeit beginnt nach vollständiger Zahlung dieser Rechnung. Geht der Betrag nicht bis zum ${payBy} bei uns ein, stornieren wir Ihre Bestellung und die Laufzeit beginnt nicht.`,
  reverseCharge: () => 'Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge).',
  exempt: (taxName, reason) =>
    reason === undefined ? `Von der ${taxName} befreit.` : `Von der ${taxName} befreit: ${reason}.`,
  noTax: (taxName) => `${taxName} berechnen wir für Leistungen in Ihr Land nicht.`,
  questions: ({ email, website }) =>
    `Wenn Sie Fragen haben, schreiben Sie an ${email} oder besuchen Sie ${website}.`,
};
