/** Quotes, invoices, credit notes and payments. */
export const documents = {
  title: 'Angebote und Rechnungen',
  none: 'Es gibt noch keine Angebote oder Rechnungen.',
  kinds: { quote: 'Angebot', invoice: 'Rechnung', creditNote: 'Rechnungskorrektur' },
  of: (date: string) => `vom ${date}`,
  from: (total: string) => `ab ${total}`,
  licences: (count: number) => (count === 1 ? '1 Lizenz' : `${count} Lizenzen`),
  payments: 'Zahlungen und Belege',
  quoteState: {
    open: 'Offen',
    accepted: 'Angenommen',
    declined: 'Abgelehnt',
    expired: 'Abgelaufen',
    withdrawn: 'Zurückgezogen',
  },
  invoiceState: {
    open: 'Offen',
    'partly-paid': 'Teilweise bezahlt',
    overdue: 'Überfällig',
    paid: 'Bezahlt',
    void: 'Storniert',
    credited: 'Gutgeschrieben',
    refunded: 'Erstattet',
  },
  pdf: 'PDF herunterladen',
  xml: 'E-Rechnung herunterladen (XML)',
};

export const quote = {
  title: (number: string) => `Angebot ${number}`,
  lead: {
    renewal: (until: string) =>
      `Mit diesem Angebot verlängern Sie Ihre Wartung. Sie können es bis zum ${until} annehmen.`,
    reinstatement: (until: string) =>
      `Mit diesem Angebot nehmen Sie Ihre Wartung wieder auf. Sie können es bis zum ${until} annehmen.`,
    change: (what: string, until: string) =>
      `Dieses Angebot gilt für ${what}. Sie können es bis zum ${until} annehmen.`,
  },
  closed: {
    accepted: (on: string | undefined) =>
      `Sie haben dieses Angebot${on === undefined ? '' : ` am ${on}`} angenommen.`,
    declined: (on: string | undefined) =>
      `Sie haben dieses Angebot${on === undefined ? '' : ` am ${on}`} abgelehnt.`,
    expired: (until: string) => `Dieses Angebot galt bis zum ${until}. Es kann nicht mehr angenommen werden.`,
    withdrawn: 'Dieses Angebot wurde zurückgezogen. Es kann nicht mehr angenommen werden.',
  },
  closedMeanwhile: 'An diesem Angebot hat sich inzwischen etwas geändert. Es wurde nichts bestellt.',
  askAgain: 'Neues Angebot anfordern',
  acceptedAs: (years: string, po: string | undefined) =>
    `Für ${years}${po === undefined ? '' : `, Bestellnummer ${po}`}.`,
  withdrawnAfter: (on: string) => `Das Angebot endet zusammen mit Ihrer Wartung am ${on}.`,
  notForPartners: 'Nur Ihr Kunde kann dieses Angebot annehmen oder ablehnen.',
  newLicence:
    'Ihre Lizenz kann nicht geändert werden, deshalb gilt dieses Angebot für eine neue. Um sie zu bestellen, antworten Sie bitte auf die E-Mail mit dem Angebot.',
  howLong: 'Für wie lange?',
  whichLicences: 'Für welche Lizenzen?',
  covers: (cover: string) => `Laufzeit: ${cover}`,
  inclTax: (tax: string) => `einschließlich ${tax}`,
  closedLine: 'Nicht mehr offen',
  yourOrder: 'Ihre Bestellung',
  po: 'Bestellnummer',
  poOptional: 'Bestellnummer (optional)',
  poHint: 'Sie steht auf der Rechnung.',
  name: 'Ihr Name',
  nameHint: 'Der Name der Person, die das Angebot annimmt.',
  continue: 'Weiter',
  decline: 'Angebot ablehnen',
  price: (years: string) => `Preis für ${years}`,
  priceOnce: 'Preis',
  chooseLicence: 'Wählen Sie mindestens eine Lizenz.',
  chooseYears: 'Wählen Sie die Laufzeit.',
  needName: 'Geben Sie Ihren Namen ein.',
  needPo: 'Geben Sie Ihre Bestellnummer ein.',
  review: {
    title: 'Angebot annehmen?',
    lead: (number: string, total: string) => `Sie nehmen das Angebot ${number} über ${total} an.`,
    then: 'Wie es weitergeht',
    invoice: (days: string) =>
      `Wir senden Ihnen die Rechnung per E-Mail. Sie ist innerhalb von ${days} zahlbar.`,
    term: 'Nach vollständiger Zahlung beginnt die neue Laufzeit am Tag nach dem Ende der jetzigen.',
    reinstated: 'Nach vollständiger Zahlung beginnt die Wartung wieder.',
    change: 'Nach vollständiger Zahlung führen wir Ihre Bestellung aus.',
    accept: (total: string) => `Für ${total} annehmen`,
    back: 'Angaben ändern',
    period: 'Laufzeit',
    total: 'Gesamtbetrag',
  },
  declining: {
    title: 'Angebot ablehnen?',
    lead: (number: string) =>
      `Wenn Sie das Angebot ${number} ablehnen, können Sie es nicht mehr annehmen. Ein neues können Sie jederzeit anfordern.`,
    reason: 'Warum lehnen Sie ab?',
    hint: 'Das hilft uns, Ihnen ein besseres Angebot zu machen.',
    needReason: 'Bitte nennen Sie kurz einen Grund.',
    decline: 'Angebot ablehnen',
  },
  days: (count: number) => (count === 1 ? 'einem Tag' : `${count} Tagen`),
};

export const invoice = {
  title: (number: string) => `Rechnung ${number}`,
  lead: {
    open: (toPay: string, payBy: string) => `Bitte zahlen Sie ${toPay} bis zum ${payBy}.`,
    overdue: (toPay: string, payBy: string) =>
      `${toPay} waren am ${payBy} fällig. Bitte zahlen Sie so bald wie möglich.`,
    paid: (on: string | undefined) =>
      `Diese Rechnung wurde${on === undefined ? '' : ` am ${on}`} bezahlt. Vielen Dank.`,
    void: 'Diese Rechnung wurde storniert. Es ist nichts zu zahlen.',
    credited: 'Diese Rechnung ist durch eine Rechnungskorrektur ausgeglichen. Es ist nichts zu zahlen.',
    refunded: 'Diese Rechnung wurde bezahlt, gutgeschrieben und erstattet. Es ist nichts zu zahlen.',
  },
  lapses: 'Wird sie nicht rechtzeitig bezahlt, endet die Wartung.',
  order: 'Ihre neue Laufzeit beginnt, sobald die Rechnung vollständig bezahlt ist.',
  crossed:
    'Wenn Sie bereits bezahlt haben, brauchen Sie nichts weiter zu tun: Zahlungen können einige Tage unterwegs sein.',
  howToPay: 'So zahlen Sie',
  payOnline: 'Online bezahlen',
  reference: 'Verwendungszweck',
  amount: 'Betrag',
  copyHint: 'Ein Klick auf einen Wert markiert ihn ganz, sodass Sie ihn kopieren können.',
  code: 'Mit der Banking-App scannen',
  codeLabel: (amount: string, reference: string) =>
    `QR-Code für eine Überweisung von ${amount} mit dem Verwendungszweck ${reference}`,
  charges: 'Was wir berechnen',
  details: 'Details',
  issuedOn: 'Rechnungsdatum',
  payBy: 'Fällig am',
  purchaseOrder: 'Bestellnummer',
  replaces: 'Ersetzt die Rechnung',
  creditNotes: 'Rechnungskorrekturen',
  lines: 'Lizenzen',
  buys: {
    cover: (cover: string) => `Wartung, ${cover}`,
    change: (change: string) => `Für ${change}`,
    support: (ticket: string) => `Notfall-Support zum Ticket ${ticket}`,
  },
};

export const creditNote = {
  title: (number: string) => `Rechnungskorrektur ${number}`,
  lead: {
    'less-to-pay': (total: string, invoiceNumber: string | undefined) =>
      `Wir haben ${total} von ${invoiceNumber === undefined ? 'einer offenen Rechnung' : `der Rechnung ${invoiceNumber}`} abgezogen.`,
    credit: (total: string) =>
      `Wir haben Ihnen ${total} gutgeschrieben. Wir verrechnen den Betrag mit Ihrer nächsten Rechnung oder erstatten ihn auf Wunsch.`,
  },
  reason: 'Grund',
  ofInvoice: 'Rechnung',
};

export const payments = {
  title: 'Zahlungen und Belege',
  lead: 'Alle Zahlungen, die wir von Ihnen erhalten haben.',
  none: 'Wir haben noch keine Zahlung erhalten.',
  credit: (amounts: string) =>
    `Sie haben ein Guthaben von ${amounts}. Wir verrechnen es mit Ihrer nächsten Rechnung.`,
  received: (on: string) => `Eingegangen am ${on}`,
  paid: (invoices: string) => `Bezahlt: ${invoices}`,
  reversed: (on: string) => `Buchung am ${on} aufgehoben`,
  toCredit: 'Ihrem Guthaben zugeschrieben',
};
