import type * as english from '../en/billing.ts';
import { oneOf } from '../../../wording/text/lists.ts';

export const quote: typeof english.quote = {
  subject: {
    renewal: ({ product, licenceId, validUntil }) =>
      `${product}, Lizenz ${licenceId}: Angebot zur Verlängerung der Wartung, gültig bis ${validUntil}`,
    reinstatement: ({ product, licenceId, validUntil }) =>
      `${product}, Lizenz ${licenceId}: Angebot zur Wiederaufnahme der Wartung, gültig bis ${validUntil}`,
  },
  intro: {
    renewal: ({ product, licenceId, quoteId }) =>
      `gern bieten wir Ihnen die Verlängerung der Wartung von ${product} unter der Lizenz ${licenceId} an (Angebot ${quoteId}).`,
    reinstatement: ({ product, licenceId, quoteId }) =>
      `gern bieten wir Ihnen die Wiederaufnahme der Wartung von ${product} unter der Lizenz ${licenceId} an (Angebot ${quoteId}).`,
  },
  sentAgain: 'Wie gewünscht senden wir Ihnen das Angebot unverändert noch einmal.',
  accept: ({ validUntil, years }) =>
    years.length === 1
      ? `Um das Angebot anzunehmen, nutzen Sie bitte bis zum ${validUntil} die Schaltfläche unten, oder antworten Sie auf diese E-Mail. Anschließend erhalten Sie die Rechnung.`
      : `Um das Angebot anzunehmen, nutzen Sie bitte bis zum ${validUntil} die Schaltfläche unten und wählen Sie die Anzahl der Jahre: ${oneOf('de', years)}. Oder antworten Sie auf diese E-Mail und nennen Sie uns die Anzahl. Anschließend erhalten Sie die Rechnung.`,
  withdrawn: (ends) =>
    `Bitte beachten Sie, dass die laufende Wartung am ${ends} endet. Liegt uns Ihre Annahme bis dahin nicht vor, ziehen wir das Angebot zurück.`,
  accepted: (years) =>
    `Sie haben das Angebot bereits angenommen (${years}) und brauchen nichts weiter zu tun.`,
  starts: {
    renewal:
      'Nach vollständiger Zahlung der Rechnung beginnt die neue Laufzeit am Tag nach dem Ende der laufenden.',
    reinstatement: 'Nach vollständiger Zahlung der Rechnung beginnt die Wartung wieder.',
  },
  credit: (credit) => `Sie haben ein Guthaben von ${credit}. Wir ziehen es vom Zahlbetrag ab.`,
};

export const invoice: typeof english.invoice = {
  subject: {
    open: ({ product, invoiceId, total, payBy }) =>
      `${product}: Rechnung ${invoiceId} über ${total}, fällig am ${payBy}`,
    paid: ({ product, invoiceId, total }) => `${product}: Rechnung ${invoiceId} über ${total}, bezahlt`,
    void: ({ product, invoiceId, total }) => `${product}: Rechnung ${invoiceId} über ${total}, storniert`,
    credited: ({ product, invoiceId, total }) =>
      `${product}: Rechnung ${invoiceId} über ${total}, korrigiert`,
  },
  intro: ({ product, licenceId, invoiceId, issuedOn }) =>
    `anbei erhalten Sie unsere Rechnung ${invoiceId} vom ${issuedOn} für die Wartung von ${product} unter der Lizenz ${licenceId}.`,
  introChange: ({ product, licenceId, invoiceId, issuedOn, what }) =>
    `anbei erhalten Sie unsere Rechnung ${invoiceId} vom ${issuedOn} für ${what} (${product}, Lizenz ${licenceId}).`,
  pay: ({ toPay, payBy, invoiceId }) =>
    `Bitte überweisen Sie ${toPay} bis zum ${payBy} unter Angabe der Rechnungsnummer ${invoiceId}.`,
  paid: 'Die Rechnung ist vollständig bezahlt. Es ist nichts mehr zu zahlen.',
  void: 'Die Rechnung wurde storniert. Es ist nichts zu zahlen.',
  credited: 'Die Rechnung ist durch eine Rechnungskorrektur ausgeglichen. Es ist nichts zu zahlen.',
  reissues: (invoiceId) => `Sie ersetzt unsere Rechnung ${invoiceId}.`,
  lapses: ({ payBy, lapsesOn }) =>
    `Geht der Betrag nicht bis zum ${payBy} vollständig bei uns ein, erlischt die Wartung am ${lapsesOn}.`,
  order: (payBy) =>
    `Die Laufzeit beginnt nach vollständiger Zahlung der Rechnung. Geht der Betrag nicht bis zum ${payBy} bei uns ein, stornieren wir Ihre Bestellung und die Laufzeit beginnt nicht.`,
};

export const paymentReminder: typeof english.paymentReminder = {
  subject: ({ product, invoiceId, toPay, payBy }) =>
    `Zahlungserinnerung: Rechnung ${invoiceId} über ${toPay}, fällig am ${payBy} – ${product}`,
  intro: ({ product, licenceId, invoiceId, issuedOn, total, payBy }) =>
    `wir möchten Sie freundlich daran erinnern, dass unsere Rechnung ${invoiceId} vom ${issuedOn} über ${total} für die Wartung von ${product} unter der Lizenz ${licenceId} am ${payBy} fällig ist.`,
  overdue: ({ product, licenceId, invoiceId, issuedOn, total, payBy }) =>
    `unsere Rechnung ${invoiceId} vom ${issuedOn} über ${total} für die Wartung von ${product} unter der Lizenz ${licenceId} war am ${payBy} fällig und ist noch nicht bezahlt.`,
  crossed: 'Sollten Sie bereits gezahlt haben, betrachten Sie diese E-Mail bitte als gegenstandslos.',
};

export const finalNotice: typeof english.finalNotice = {
  subject: ({ product, invoiceId, toPay, payBy }) =>
    `Letzte Zahlungserinnerung: Rechnung ${invoiceId} über ${toPay}, fällig am ${payBy} – ${product}`,
  intro: ({ product, licenceId, invoiceId, issuedOn, total, payBy }) =>
    `wir erinnern Sie ein letztes Mal daran, dass unsere Rechnung ${invoiceId} vom ${issuedOn} über ${total} für die Wartung von ${product} unter der Lizenz ${licenceId} am ${payBy} fällig ist.`,
};

export const receipt: typeof english.receipt = {
  subject: ({ product, licenceId, amount }) =>
    `${product}, Lizenz ${licenceId}: Zahlungseingang über ${amount}`,
  thanks: ({ amount, on }) => `Ihre Zahlung von ${amount} ist am ${on} bei uns eingegangen. Vielen Dank!`,
  about: ({ product, licenceId }) => `Sie betrifft die Wartung von ${product} unter der Lizenz ${licenceId}.`,
  paid: 'Damit bezahlt',
  invoice: (invoiceId) => `Rechnung ${invoiceId}`,
  left: 'Noch offen',
  nothingLeft: 'Es ist nichts mehr zu zahlen.',
  credit: (credit) => `${credit} bleiben als Guthaben. Wir verrechnen es mit Ihrer nächsten Rechnung.`,
};
