import type * as english from '../en/cover.ts';

export const calendar: typeof english.calendar = {
  expires: ({ product, licenceId }) => `Wartung von ${product} endet (Lizenz ${licenceId})`,
  cancelBy: ({ product, licenceId }) =>
    `Letzter Tag zur Kündigung der Wartung von ${product} (Lizenz ${licenceId})`,
};

export const reminder: typeof english.reminder = {
  subject: ({ product, licenceId, ends }) => `${product}, Lizenz ${licenceId}: Wartung endet am ${ends}`,
  ends: ({ product, licenceId, ends }) =>
    `die Wartung von ${product} unter der Lizenz ${licenceId} endet am ${ends}. Sie verlängert sich nicht automatisch.`,
  whatEnds:
    'Danach erhalten Sie die Updates und den Support nicht mehr, die zur Wartung gehören. Die Software selbst läuft weiter.',
  askForQuote:
    'Wenn Sie verlängern möchten, fordern Sie bitte ein Angebot an: über die Schaltfläche unten oder mit einer Antwort auf diese E-Mail. Nach Annahme und Zahlung beginnt die nächste Laufzeit am Tag nach dem Ende der laufenden.',
  openQuote: (quoteId) => `Für die Verlängerung liegt Ihnen unser Angebot ${quoteId} vor:`,
};

export const renewalNotice: typeof english.renewalNotice = {
  subject: ({ product, licenceId, from, total }) =>
    `${product}, Lizenz ${licenceId}: Wartung verlängert sich am ${from} für ${total}`,
  renews: ({ product, licenceId, ends, from, to }) =>
    `die laufende Wartung von ${product} unter der Lizenz ${licenceId} endet am ${ends}. Sie verlängert sich automatisch: Die nächste Laufzeit geht vom ${from} bis zum ${to}.`,
  price: ({ total, tax }) =>
    `Die nächste Laufzeit kostet ${total}${tax === undefined ? '' : ` (inkl. ${tax})`}:`,
  invoice: ({ invoiceOn, payBy }) => `Die Rechnung erhalten Sie am ${invoiceOn}. Sie ist am ${payBy} fällig.`,
  cancel: (cancelBy) =>
    `Wenn Sie verlängern möchten, brauchen Sie nichts zu tun. Andernfalls kündigen Sie bitte bis zum ${cancelBy}: über die Schaltfläche unten oder mit einer Antwort auf diese E-Mail.`,
  tooLate: ({ cancelBy, to }) =>
    `Diese Verlängerung konnten Sie bis zum ${cancelBy} kündigen. Eine Kündigung wirkt jetzt zum Ende der nächsten Laufzeit am ${to}.`,
  priceHeading: 'Preis',
  nextTerm: 'Nächste Laufzeit',
  cancelBy: 'Kündbar bis',
};

export const renewed: typeof english.renewed = {
  subject: ({ product, licenceId, ends }) =>
    `${product}, Lizenz ${licenceId}: Wartung verlängert bis ${ends}`,
  intro: ({ product, licenceId, starts, ends }) =>
    `die Wartung von ${product} unter der Lizenz ${licenceId} wurde verlängert. Die neue Laufzeit geht vom ${starts} bis zum ${ends}.`,
  paid: 'Sie ist vollständig bezahlt.',
  invoiceOn: (invoiceOn) => `Die Rechnung erhalten Sie am ${invoiceOn}.`,
  invoiceFollows: 'Die Rechnung erhalten Sie in einer separaten E-Mail.',
  isLast: (ends) => `Da Sie gekündigt haben, ist dies die letzte Laufzeit. Die Wartung endet am ${ends}.`,
};

export const reinstated: typeof english.reinstated = {
  subject: ({ product, licenceId, ends }) =>
    `${product}, Lizenz ${licenceId}: Wartung wieder aufgenommen bis ${ends}`,
  intro: ({ product, licenceId, starts, ends }) =>
    `wir freuen uns, dass Sie wieder dabei sind. Die Wartung von ${product} unter der Lizenz ${licenceId} wurde wieder aufgenommen. Die neue Laufzeit geht vom ${starts} bis zum ${ends} und ist vollständig bezahlt.`,
};

export const cancelled: typeof english.cancelled = {
  subject: ({ product, licenceId, ends }) =>
    `${product}, Lizenz ${licenceId}: Kündigung bestätigt, Wartung bis ${ends}`,
  intro: ({ product, licenceId, ends }) =>
    `wir bestätigen Ihre Kündigung der Wartung von ${product} unter der Lizenz ${licenceId}. Die Wartung gilt noch bis zum ${ends}.`,
  missed: ({ cancelBy, ends }) =>
    `Zum Ende der laufenden Wartung am ${ends} konnten Sie bis zum ${cancelBy} kündigen. Ihre Kündigung wirkt daher zum Ende der nächsten Laufzeit.`,
  stillOpen: 'Folgende Rechnungen sind noch offen:',
  orderStillOpen:
    'Die Rechnung zu Ihrem angenommenen Angebot ist noch offen. Wenn Sie sie bezahlen, beginnt die nächste Laufzeit und die Kündigung entfällt:',
  changeStillOpen: 'Die Rechnung zu der von Ihnen bestellten Änderung ist noch offen:',
  resume: (ends) =>
    `Wenn Sie es sich anders überlegen, nutzen Sie bis zum ${ends} die Schaltfläche unten, oder antworten Sie auf diese E-Mail. Bis dahin können Sie die Kündigung zurücknehmen.`,
};

export const resumed: typeof english.resumed = {
  subject: ({ product, licenceId }) =>
    `${product}, Lizenz ${licenceId}: Kündigung zurückgenommen, Wartung läuft weiter`,
  intro: ({ product, licenceId }) =>
    `wir bestätigen die Rücknahme Ihrer Kündigung der Wartung von ${product} unter der Lizenz ${licenceId}.`,
  renews: ({ ends, from }) =>
    `Die aktuelle Laufzeit endet am ${ends}. Die nächste beginnt automatisch am ${from}.`,
  cancelBy: (cancelBy) => `Kündigen können Sie bis zum ${cancelBy}.`,
  ends: (ends) =>
    `Die aktuelle Laufzeit endet am ${ends} und verlängert sich nicht automatisch. Wenn Sie verlängern möchten, fordern Sie bitte ein Angebot an: über die Schaltfläche unten oder mit einer Antwort auf diese E-Mail.`,
};

export const transferred: typeof english.transferred = {
  subject: ({ product, licenceId }) => `${product}, Lizenz ${licenceId}: auf Sie übertragen`,
  intro: ({ product, licenceId, on }) =>
    `die Lizenz ${licenceId} für ${product} wurde am ${on} auf Sie übertragen.`,
  goesOn:
    'Laufzeit, Wartung und Preis bleiben unverändert. Angebote, Rechnungen und Mitteilungen dazu erhalten ab jetzt Sie.',
  cover: 'Wartung',
  until: 'Läuft bis',
};

export const transferredAway: typeof english.transferredAway = {
  subject: ({ product, licenceId }) => `${product}, Lizenz ${licenceId}: übertragen`,
  intro: ({ product, licenceId, on }) =>
    `wie gewünscht haben wir die Lizenz ${licenceId} für ${product} am ${on} auf den neuen Inhaber übertragen.`,
  notYours:
    'Angebote, Rechnungen und Mitteilungen zu dieser Lizenz erhalten Sie nicht mehr. Ein offenes Angebot ist zurückgezogen. Falls Sie das nicht erwartet haben, antworten Sie bitte auf diese E-Mail.',
};

export const lapse: typeof english.lapse = {
  subject: ({ product, licenceId, lapsedOn }) =>
    `${product}, Lizenz ${licenceId}: Wartung am ${lapsedOn} erloschen`,
  intro: ({ product, licenceId, lapsedOn }) =>
    `die Wartung von ${product} unter der Lizenz ${licenceId} ist am ${lapsedOn} erloschen.`,
  reason: {
    unpaid: (invoiceId, payBy) =>
      `Die Rechnung ${invoiceId} war am ${payBy} fällig und wurde nicht vollständig bezahlt.`,
    cancelled: (ended) => `Sie hatten gekündigt, und die Laufzeit endete am ${ended}.`,
    notRenewed: (ended) => `Die Laufzeit endete am ${ended} und wurde nicht verlängert.`,
  },
  keepsWorking:
    'Ihre Lizenz bleibt gültig und die Software läuft weiter. Die Updates und der Support, die zur Wartung gehören, stehen Ihnen nicht mehr zu.',
  voided: 'Folgende Rechnungen haben wir storniert; Sie brauchen sie nicht mehr zu bezahlen:',
  credit: (credit) =>
    `Sie haben ein Guthaben von ${credit}. Wir verrechnen es, wenn Sie die Wartung wieder aufnehmen.`,
  askForQuote:
    'Wenn Sie die Wartung wieder aufnehmen möchten, fordern Sie bitte ein Angebot an: über die Schaltfläche unten oder mit einer Antwort auf diese E-Mail.',
};

export const comeBack: typeof english.comeBack = {
  'from-payment': 'Die Wartung beginnt dann am Tag des Zahlungseingangs.',
  'from-month-after-payment': 'Die Wartung beginnt dann am Ersten des Monats nach Zahlungseingang.',
  'from-end-of-cover': 'Die Wartung schließt dann an das Ende Ihrer bisherigen Wartung an.',
  'back-charge':
    'Das Angebot umfasst alle Beiträge seit dem letzten bezahlten Tag. Die Wartung beginnt dann am Tag des Zahlungseingangs.',
};

export const activated: typeof english.activated = {
  subject: ({ product, licenceId, ends }) => `${product}, Lizenz ${licenceId}: Wartung läuft bis ${ends}`,
  intro: {
    activatedOn: ({ product, licenceId, on }) =>
      `Ihre Lizenz ${licenceId} für ${product} wurde am ${on} aktiviert.`,
    installedOn: ({ product, licenceId, on }) =>
      `${product} wurde am ${on} unter Ihrer Lizenz ${licenceId} installiert.`,
  },
  term: ({ starts, ends }) => `Die erste Laufzeit der Wartung geht vom ${starts} bis zum ${ends}.`,
  coveredFrom: (on) => `Die Wartung gilt bereits ab dem ${on}.`,
  invoiceFollows: 'Die Rechnung erhalten Sie in einer separaten E-Mail.',
};

export const uncovered: typeof english.uncovered = {
  waits: {
    installedOn:
      'Die Wartung für diese Lizenz beginnt mit der Installation. Bitte antworten Sie auf diese E-Mail und nennen Sie uns das Datum.',
    activatedOn:
      'Die Wartung für diese Lizenz beginnt mit der Aktivierung. Bitte antworten Sie auf diese E-Mail und nennen Sie uns das Datum.',
    purchasedOn:
      'Die Wartung für diese Lizenz beginnt mit dem Kauf. Bitte antworten Sie auf diese E-Mail und nennen Sie uns das Datum.',
  },
  begins: (from) => `Die Wartung für diese Lizenz beginnt am ${from}.`,
  ended: (on) => `Die Wartung für diese Lizenz endete am ${on}.`,
};

export const wayBack: typeof english.wayBack = {
  order: ({ invoiceId, toPay, payBy }) =>
    `Um die Wartung wieder aufzunehmen, überweisen Sie bitte ${toPay} bis zum ${payBy} unter Angabe der Rechnungsnummer ${invoiceId}.`,
  quote: ({ quoteId, validUntil }) =>
    `Um die Wartung wieder aufzunehmen, nehmen Sie bitte unser Angebot ${quoteId} bis zum ${validUntil} an. Sie haben es in einer separaten E-Mail erhalten.`,
};

export const termStatement: typeof english.termStatement = {
  subject: {
    until: ({ product, licenceId, until }) =>
      `${product}, Lizenz ${licenceId}: Ihre Wartung läuft bis ${until}`,
    endless: ({ product, licenceId }) => `${product}, Lizenz ${licenceId}: Ihre Wartung ist unbefristet`,
    uncovered: ({ product, licenceId }) => `${product}, Lizenz ${licenceId}: keine aktive Wartung`,
  },
  intro: ({ product, licenceId }) =>
    `Sie haben gefragt, wie lange die Wartung von ${product} unter der Lizenz ${licenceId} läuft.`,
  renews: (until) => `Die aktuelle Laufzeit geht bis zum ${until} und verlängert sich dann automatisch.`,
  ends: (until) => `Sie läuft bis zum ${until} und verlängert sich nicht automatisch.`,
  awaitsPayment: (until) =>
    `Die Laufzeit endete am ${until}. Die Wartung gilt weiter, solange Sie die Rechnung für die nächste Laufzeit noch bezahlen können. Nach Zahlungseingang beginnt die nächste Laufzeit.`,
  endless: 'Sie ist unbefristet und gilt, solange Ihr Abonnement aktiv ist.',
  labels: { since: 'Aktiv seit', until: 'Aktiv bis', renews: 'Verlängert sich automatisch' },
  yes: 'ja',
  no: 'nein',
};
