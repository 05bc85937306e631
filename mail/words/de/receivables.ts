import type * as english from '../en/receivables.ts';

export const paymentReversed: typeof english.paymentReversed = {
  subject: ({ product, licenceId, amount }) =>
    `${product}, Lizenz ${licenceId}: Buchung Ihrer Zahlung von ${amount} aufgehoben`,
  intro: ({ product, licenceId, amount }) =>
    `wir mussten die Buchung Ihrer Zahlung von ${amount} für die Wartung von ${product} unter der Lizenz ${licenceId} aufheben: Die Bank hat die Zahlung zurückgegeben, oder wir hatten sie irrtümlich verbucht.`,
  openAgain: 'Damit ist wieder offen:',
  toPay: 'Zu zahlen',
  unpaid: 'Geht der Betrag bis dahin nicht vollständig bei uns ein, erlischt die Wartung.',
  fromCredit: 'Wir haben den Betrag von Ihrem Guthaben abgezogen. Sie müssen nichts weiter tun.',
};

export const creditNote: typeof english.creditNote = {
  subject: ({ product, creditNoteId, total }) =>
    `${product}: Rechnungskorrektur ${creditNoteId} über ${total}`,
  intro: ({ product, licenceId, creditNoteId, invoiceId, issuedOn }) =>
    `anbei erhalten Sie unsere Rechnungskorrektur ${creditNoteId} zur Rechnung ${invoiceId} vom ${issuedOn} (${product}, Lizenz ${licenceId}).`,
  heading: 'Rechnungskorrektur',
  number: 'Nummer',
  amount: 'Gutgeschriebener Betrag',
  lessToPay: 'Der zu zahlende Betrag verringert sich entsprechend.',
  nothingLeft: 'Die Rechnung ist damit ausgeglichen. Es ist nichts mehr zu zahlen.',
  becomesCredit: (total) =>
    `Da die Rechnung bezahlt ist, schreiben wir Ihnen ${total} gut. Wir verrechnen das Guthaben mit offenen und künftigen Rechnungen.`,
};

export const refund: typeof english.refund = {
  subject: ({ product, licenceId, amount }) => `${product}, Lizenz ${licenceId}: Erstattung von ${amount}`,
  intro: ({ product, licenceId, amount }) =>
    `wir erstatten Ihnen ${amount} Ihres Guthabens für ${product} (Lizenz ${licenceId}).`,
};

export const hold: typeof english.hold = {
  subject: ({ product, licenceId, until }) =>
    `${product}, Lizenz ${licenceId}: Zahlungsaufschub bis zum ${until}`,
  intro: ({ product, licenceId, until }) =>
    `wie vereinbart warten wir bis zum ${until} auf Ihre Zahlung für ${product} (Lizenz ${licenceId}). Bis dahin senden wir Ihnen keine Zahlungserinnerungen.`,
  after: 'Bitte sorgen Sie dafür, dass der volle Betrag rechtzeitig bei uns eingeht.',
};

export const lapseReversed: typeof english.lapseReversed = {
  subject: ({ product, licenceId }) => `${product}, Lizenz ${licenceId}: Die Wartung ist wieder aktiv`,
  intro: ({ product, licenceId, ends }) =>
    `Ihre Zahlung ist rechtzeitig bei uns eingegangen. Wir haben das Erlöschen der Wartung rückgängig gemacht: Die Wartung von ${product} unter der Lizenz ${licenceId} läuft ohne Unterbrechung bis zum ${ends} weiter. Bitte entschuldigen Sie die Unannehmlichkeiten.`,
};
