import type * as english from '../en/shared.ts';
import { allOf, oneOf } from '../../../wording/text/lists.ts';

const anzahl = (licences: number) => (licences === 1 ? '1 Lizenz' : `${licences} Lizenzen`);
const ofThese = (licences: number) => (licences === 1 ? 'dieser Lizenz' : `dieser ${licences} Lizenzen`);

export const shared: typeof english.shared = {
  licences: 'Lizenzen',
  sum: (years) => `Gesamt für ${years}`,
  quote: {
    subject: {
      renewal: ({ licences, quoteId, validUntil }) =>
        `${anzahl(licences)}: Angebot ${quoteId} zur Verlängerung der Wartung, gültig bis ${validUntil}`,
      reinstatement: ({ licences, quoteId, validUntil }) =>
        `${anzahl(licences)}: Angebot ${quoteId} zur Wiederaufnahme der Wartung, gültig bis ${validUntil}`,
    },
    intro: {
      renewal: ({ licences, quoteId }) =>
        `gern bieten wir Ihnen die Verlängerung der Wartung ${ofThese(licences)} an (Angebot ${quoteId}).`,
      reinstatement: ({ licences, quoteId }) =>
        `gern bieten wir Ihnen die Wiederaufnahme der Wartung ${ofThese(licences)} an (Angebot ${quoteId}).`,
    },
    accept: ({ validUntil, years }) =>
      years.length === 1
        ? `Um das Angebot anzunehmen, nutzen Sie bitte bis zum ${validUntil} die Schaltfläche unten, oder antworten Sie auf diese E-Mail. Sie können es auch nur für einige der Lizenzen annehmen. Anschließend erhalten Sie eine gemeinsame Rechnung für die angenommenen Lizenzen.`
        : `Um das Angebot anzunehmen, nutzen Sie bitte bis zum ${validUntil} die Schaltfläche unten und wählen Sie die Anzahl der Jahre: ${oneOf('de', years)}. Oder antworten Sie auf diese E-Mail und nennen Sie uns die Anzahl. Sie können es auch nur für einige der Lizenzen annehmen. Anschließend erhalten Sie eine gemeinsame Rechnung für die angenommenen Lizenzen.`,
    accepted: (licences) => `Für diese Lizenzen haben Sie es bereits angenommen: ${licences.join(', ')}.`,
    starts: {
      renewal:
        'Nach vollständiger Zahlung der Position einer Lizenz beginnt deren neue Laufzeit am Tag nach dem Ende der laufenden.',
      reinstatement: 'Nach vollständiger Zahlung der Position einer Lizenz beginnt deren Wartung wieder.',
    },
  },
  invoice: {
    subject: {
      open: ({ licences, invoiceId, total, payBy }) =>
        `Rechnung ${invoiceId} für ${anzahl(licences)} über ${total}, fällig am ${payBy}`,
      paid: ({ licences, invoiceId, total }) =>
        `Rechnung ${invoiceId} für ${anzahl(licences)} über ${total}, bezahlt`,
      void: ({ licences, invoiceId, total }) =>
        `Rechnung ${invoiceId} für ${anzahl(licences)} über ${total}, storniert`,
      credited: ({ licences, invoiceId, total }) =>
        `Rechnung ${invoiceId} für ${anzahl(licences)} über ${total}, korrigiert`,
    },
    intro: ({ licences, invoiceId, issuedOn }) =>
      `anbei erhalten Sie unsere Rechnung ${invoiceId} vom ${issuedOn} für die Wartung von ${anzahl(licences)}.`,
    inOrder:
      'Wenn Sie einen Teil bezahlen, verwenden wir die Zahlung für die Positionen von oben nach unten, jede vollständig.',
    lapses: ({ payBy, lapsesOn }) =>
      `Ist eine Position bis zum ${payBy} nicht vollständig bezahlt, erlischt die Wartung ihrer Lizenz am ${lapsesOn}.`,
    order: (payBy) =>
      `Eine Laufzeit beginnt nach vollständiger Zahlung ihrer Position. Ist eine Position bis zum ${payBy} nicht bezahlt, stornieren wir diese Bestellung und die Laufzeit beginnt nicht.`,
  },
  reminder: {
    subject: ({ licences, ends }) => `${anzahl(licences)}: Wartung endet, zuerst am ${ends}`,
    subjectOneDay: ({ licences, ends }) => `${anzahl(licences)}: Wartung endet am ${ends}`,
    ends: 'die Wartung dieser Lizenzen endet bald. Sie verlängert sich nicht automatisch:',
    caption: 'Wartung endet am',
    askForQuote:
      'Wenn Sie verlängern möchten, antworten Sie auf diese E-Mail, fordern Sie ein Angebot an und nennen Sie die Lizenzen. Nach Annahme und Zahlung beginnen die nächsten Laufzeiten am Tag nach dem Ende der laufenden.',
    openQuote: (quoteId) =>
      `Für die Verlängerung haben Sie unser Angebot ${quoteId} in einer separaten E-Mail erhalten.`,
  },
  renewalNotice: {
    subject: ({ licences, from, total }) =>
      `${anzahl(licences)}: Wartung verlängert sich ab ${from} für ${total}`,
    renews:
      'die laufende Wartung dieser Lizenzen endet bald. Sie verlängert sich automatisch, für diese Laufzeiten und Preise:',
    cancel: ({ licences }) =>
      `Wenn Sie alle ${licences} verlängern möchten, brauchen Sie nichts zu tun. Andernfalls antworten Sie bitte bis zu dem Tag, der bei der Lizenz steht, auf diese E-Mail und nennen Sie die Lizenzen, die Sie kündigen.`,
    cancelBy: (day) => `kündbar bis ${day}`,
    tooLate: (to) => `nicht mehr kündbar; die nächste Laufzeit endet am ${to}`,
    invoice: 'Die Rechnung senden wir Ihnen, sobald die Laufzeiten berechnet werden.',
  },
  renewed: {
    subject: ({ licences }) => `${anzahl(licences)}: Wartung verlängert`,
    intro: ({ licences }) => `die Wartung ${ofThese(licences)} wurde verlängert.`,
    terms: 'Neue Laufzeiten',
    invoice: 'Was noch nicht bezahlt ist, stellen wir Ihnen in einer separaten E-Mail in Rechnung.',
  },
  lapse: {
    subject: ({ licences, lapsedOn }) => `${anzahl(licences)}: Wartung am ${lapsedOn} erloschen`,
    intro: ({ licences, lapsedOn }) => `die Wartung ${ofThese(licences)} ist am ${lapsedOn} erloschen:`,
    caption: 'Grund',
    keepsWorking:
      'Ihre Lizenzen bleiben gültig und die Software läuft weiter. Die Updates und der Support, die zur Wartung gehören, stehen Ihnen nicht mehr zu.',
    credit: (credit) =>
      `Sie haben insgesamt ein Guthaben von ${credit}. Wir verrechnen es, wenn Sie die Wartung wieder aufnehmen.`,
    askForQuote:
      'Wenn Sie die Wartung wieder aufnehmen möchten, antworten Sie auf diese E-Mail, fordern Sie ein Angebot an und nennen Sie die Lizenzen.',
  },
  paymentReminder: {
    subject: ({ licences, toPay, payBy }) =>
      `Zahlungserinnerung: ${toPay} für ${anzahl(licences)}, fällig am ${payBy}`,
    intro: 'wir möchten Sie freundlich daran erinnern, dass Folgendes noch nicht vollständig bezahlt ist:',
  },
  finalNotice: {
    subject: ({ licences, toPay, payBy }) =>
      `Letzte Zahlungserinnerung: ${toPay} für ${anzahl(licences)}, fällig am ${payBy}`,
    intro: 'wir erinnern Sie ein letztes Mal daran, dass Folgendes noch nicht vollständig bezahlt ist:',
  },
  dunning: {
    invoice: ({ invoiceId, payBy }) => `Rechnung ${invoiceId}, fällig am ${payBy}`,
    pay: ({ toPay, invoices }) =>
      `Bitte überweisen Sie ${toPay} unter Angabe ${invoices.length === 1 ? 'der Rechnungsnummer' : 'der Rechnungsnummern'} ${invoices.join(', ')}.`,
    lapses:
      'Ist eine Position bis zu ihrem Tag nicht vollständig bezahlt, erlischt die Wartung ihrer Lizenz am Tag danach.',
  },
  receipt: {
    subject: (amount) => `Zahlungseingang über ${amount}`,
    paid: 'Damit bezahlt',
    term: (period) => `Wartung ${period}`,
    reversed: (licences) =>
      `Ihre Zahlung war rechtzeitig eingegangen: Die Wartung von ${allOf('de', licences)} gilt ohne Unterbrechung weiter.`,
    left: 'Noch offen',
    credit: 'Als Guthaben bleiben',
    creditNote: 'Ein Guthaben verrechnen wir mit der nächsten Rechnung der Lizenz.',
  },
};
