/** The customer's own data, and what mails it gets. */
export const account = {
  title: 'Konto',
  number: (id: string) => `Kundennummer ${id}`,
  signedInAs: (email: string) => `Sie sind als ${email} angemeldet.`,
  details: 'Kontakt und Rechnungsangaben',
  edit: 'Angaben ändern',
  fields: {
    email: 'E-Mail-Adresse',
    alsoEmail: 'Weitere Adressen',
    billingEmail: 'Rechnungen an',
    alsoBillingEmail: 'Weitere Adressen für Rechnungen',
    address: 'Postanschrift',
    vatId: 'USt-IdNr.',
    locale: 'Sprache',
    poNumber: 'Dauerhafte Bestellnummer',
    buyerReference: 'Käuferreferenz',
    together: 'Sammelrechnungen',
  },
  hints: {
    email: 'An diese Adresse gehen Angebote, Mitteilungen und Erinnerungen.',
    alsoEmail: 'Eine Adresse je Zeile.',
    billingEmail: 'Lassen Sie das Feld leer, wenn Rechnungen an die Adresse oben gehen.',
    alsoBillingEmail: 'Eine Adresse je Zeile.',
    address: 'So, wie sie auf Rechnungen steht, Zeile für Zeile, ohne das Land.',
    vatId: 'Zum Beispiel DE123456789. Sie steht auf Rechnungen.',
    poNumber: 'Sie steht auf allen Rechnungen, für die Sie keine eigene Bestellnummer angeben.',
    buyerReference:
      'Was Ihre Buchhaltung auf elektronischen Rechnungen braucht, zum Beispiel eine Leitweg-ID.',
    together: 'Ein Angebot und eine Rechnung für alle Lizenzen, die am selben Tag anstehen.',
  },
  languages: { en: 'Englisch', de: 'Deutsch' },
  yes: 'Ja',
  no: 'Nein',
  nothing: '–',
  fixed: 'Wenn hier etwas nicht stimmt, antworten Sie bitte auf eine unserer E-Mails.',
  fixedHeading: 'Von uns festgelegt',
  name: 'Name',
  country: 'Land',
  exempt: 'Steuerbefreiung',
  discount: 'Ihr Rabatt',
  poRequired: 'Bestellungen nur mit Bestellnummer',
  partner: 'Ihr Partner',
  undeliverable: (address: string, on: string) =>
    `Unsere E-Mails an ${address} kommen seit dem ${on} zurück. Bitte ändern Sie die Adresse.`,
  mails: 'E-Mails',
  mailsDetail: 'Wählen Sie, welche E-Mails Sie erhalten',
  export: 'Alles, was wir über Sie speichern',
  exportDetail: 'Als Datei, die Programme lesen können (JSON)',
  payments: 'Zahlungen und Belege',
  paymentsDetail: 'Was wir von Ihnen erhalten haben',
  editing: {
    title: 'Angaben ändern',
    lead: 'Ändern Sie, was nicht mehr stimmt. Bevor wir es speichern, sehen Sie, was sich ändert.',
    continue: 'Weiter',
    bad: {
      missing:
        'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@firma.de. Ohne sie erreichen wir Sie nicht.',
      email: 'Geben Sie eine E-Mail-Adresse wie name@firma.de ein.',
      vatId: 'Geben Sie die USt-IdNr. mit dem Land ein, zum Beispiel DE123456789.',
      tooMany: (count: string, most: string) => `Das sind ${count} Zeilen. Möglich sind höchstens ${most}.`,
      tooLong: (value: string, count: string, most: string) =>
        `„${value}“ hat ${count} Zeichen. Bitte kürzen Sie auf höchstens ${most}.`,
    },
  },
  meanwhile: {
    heading: 'Jemand anderes hat Ihre Angaben inzwischen geändert. Sie lauten jetzt:',
    kept: 'Von Ihnen ist noch nichts gespeichert. Was Sie eingegeben haben, steht weiterhin im Formular. Bitte prüfen Sie es, und fahren Sie dann fort.',
    conflict: (now: string) =>
      `Diese Angabe haben Sie beide geändert. Gespeichert ist jetzt: ${now}. Wenn Sie speichern, ersetzt Ihre Eingabe sie.`,
  },
  review: {
    title: 'Änderungen speichern?',
    lead: 'Sie gelten ab sofort für alle Ihre Lizenzen. Bereits gesendete Rechnungen bleiben, wie sie sind.',
    from: (old: string) => `Bisher: ${old}`,
    emptied: 'nicht angegeben',
    save: 'Speichern',
    nothing: 'Sie haben nichts geändert.',
    signsOut: (address: string) =>
      `Sie sind mit der Adresse ${address} angemeldet, die Sie hier entfernen. Sie werden danach abgemeldet.`,
    access: 'Links, die an eine entfernte Adresse gingen, gelten dann nicht mehr.',
  },
};

export const mails = {
  title: 'E-Mails',
  lead: 'Rechnungen und Mitteilungen zu Ihrem Vertrag senden wir immer. Über Erinnerungen, Angebote und Neuigkeiten entscheiden Sie.',
  sent: 'Sie erhalten Erinnerungen, Angebote und Neuigkeiten.',
  stopped: (on: string) => `Abbestellt am ${on}.`,
  stop: 'Abbestellen',
  resume: 'Wieder bestellen',
  stopAll: 'Für alle Lizenzen abbestellen',
  resumeAll: 'Für alle Lizenzen wieder bestellen',
  updates: 'Nachrichten zu Updates',
  copies: 'Kopien der E-Mails Ihrer Kunden',
  copiesSent: 'Sie erhalten eine Kopie, wenn ein Kunde von Ihnen ein Angebot oder eine Rechnung bekommt.',
  review: {
    stop: {
      title: 'Abbestellen?',
      lead: 'Sie erhalten dann keine Erinnerungen, Angebote und Neuigkeiten mehr. Rechnungen und Mitteilungen senden wir weiterhin.',
    },
    resume: {
      title: 'Wieder bestellen?',
      lead: 'Sie erhalten dann wieder Erinnerungen, Angebote und Neuigkeiten.',
    },
    stopCopies: {
      title: 'Kopien abbestellen?',
      lead: 'Sie erhalten dann keine Kopien der E-Mails Ihrer Kunden mehr.',
    },
    resumeCopies: {
      title: 'Kopien wieder bestellen?',
      lead: 'Sie erhalten dann wieder Kopien der E-Mails Ihrer Kunden.',
    },
    leave: {
      title: 'Nachrichten zu Updates abbestellen?',
      lead: 'Wir schreiben Ihnen dann nicht mehr, wenn ein Update erscheint.',
    },
    join: {
      title: 'Nachrichten zu Updates wieder bestellen?',
      lead: 'Wir schreiben Ihnen dann, wenn ein Update erscheint.',
    },
  },
  forLicence: (licence: string) => `Für ${licence}`,
  forAll: 'Für alle Ihre Lizenzen',
};
