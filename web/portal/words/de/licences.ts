/** The overview of licences, and the page of one. */
export const licences = {
  title: 'Ihre Lizenzen',
  ofCustomers: 'Lizenzen Ihrer Kunden und Ihre eigenen',
  none: 'Sie haben noch keine Lizenzen.',
  licence: (id: string) => `Lizenz ${id}`,
  tracked: (label: string, id: string) => `${label} ${id}`,
  yourOwn: 'Ihre eigenen Lizenzen',
  moreCustomers: 'Weitere Kunden anzeigen',
  together: { title: 'Die Lizenzen aus unserer E-Mail', all: 'Alle Lizenzen anzeigen' },
  state: {
    pending: 'Noch nicht begonnen',
    active: 'In Wartung',
    cancelled: 'Gekündigt',
    overdue: 'Überfällig',
    subscribed: 'Abonniert',
    lapsed: 'Ohne Wartung',
    deactivated: 'Beendet',
  },
  /** The first sentence: where maintenance stands. */
  standing: {
    coveredUntil: (until: string) => `Die Wartung läuft bis zum ${until}.`,
    pending: {
      installedOn: 'Die Wartung beginnt mit der Installation der Software.',
      activatedOn: 'Die Wartung beginnt mit der Aktivierung der Lizenz.',
      purchasedOn: 'Die Wartung beginnt mit dem Kauf.',
    },
    subscribed: 'Dies ist ein Abonnement. Die Wartung ist enthalten, solange es läuft.',
    lapsed: {
      unpaid: (ended: string) =>
        `Die Wartung ist beendet, weil eine Rechnung nicht bezahlt wurde. Die letzte Laufzeit endete am ${ended}.`,
      cancelled: (ended: string) => `Die Wartung endete am ${ended}, weil sie gekündigt wurde.`,
      'not-renewed': (ended: string) => `Die Wartung endete am ${ended}, weil sie nicht verlängert wurde.`,
    },
    deactivated: (on: string) => `Dieses Abonnement endete am ${on}.`,
  },
  /** The second sentence: what comes next. */
  next: {
    pay: (number: string, toPay: string, payBy: string) =>
      `Die Rechnung ${number} über ${toPay} ist am ${payBy} fällig.`,
    overdue: (number: string, toPay: string, payBy: string) =>
      `Die Rechnung ${number} über ${toPay} war am ${payBy} fällig.`,
    quote: {
      renewal: (number: string, from: string, until: string) =>
        `Das Angebot ${number} zur Verlängerung (ab ${from}) gilt bis zum ${until}.`,
      reinstatement: (number: string, from: string, until: string) =>
        `Das Angebot ${number} zur Wiederaufnahme (ab ${from}) gilt bis zum ${until}.`,
      change: (number: string, from: string, until: string) =>
        `Das Angebot ${number} für eine Änderung (${from}) gilt bis zum ${until}.`,
    },
    renews: (on: string, price: string | undefined) =>
      price === undefined
        ? `Sie verlängert sich automatisch am ${on}.`
        : `Sie verlängert sich automatisch am ${on} für ${price}.`,
    invoiceComes: (on: string, price: string | undefined) =>
      `Die Rechnung${price === undefined ? '' : ` über ${price}`} erhalten Sie am ${on}.`,
    quoteComes: (on: string, price: string | undefined) =>
      `Sie verlängert sich nicht automatisch. Am ${on} senden wir Ihnen ein Angebot${price === undefined ? '' : ` (nach heutigen Preisen ${price})`}.`,
    askForQuote: (price: string | undefined) =>
      `Sie verlängert sich nicht automatisch. Um sie zu verlängern, fordern Sie ein Angebot an${price === undefined ? '' : ` (nach heutigen Preisen ${price})`}.`,
    ends: 'Sie haben die Verlängerung gekündigt. Bis dahin können Sie die Kündigung zurücknehmen.',
    reinstate: (price: string | undefined) =>
      `Sie können sie wieder aufnehmen lassen${price === undefined ? '' : `, und zwar für ${price}`}.`,
    tooLate: 'Sie kann nicht mehr wieder aufgenommen werden.',
  },
  page: {
    back: 'Ihre Lizenzen',
    term: (starts: string, ends: string) => `Laufzeit: ${starts} bis ${ends}`,
    cancelBy: (on: string) => `Wenn Sie nicht verlängern möchten, kündigen Sie bitte bis zum ${on}.`,
    credit: (credit: string) =>
      `Sie haben ein Guthaben von ${credit}. Wir verrechnen es mit Ihrer nächsten Rechnung.`,
    pay: 'Rechnung bezahlen',
    answerQuote: 'Angebot ansehen',
    askForQuote: 'Angebot anfordern',
    cancelRenewal: 'Verlängerung kündigen',
    doNotRenew: 'Nicht verlängern',
    resumeRenewal: 'Kündigung zurücknehmen',
    included: 'Was enthalten ist',
    yes: 'Enthalten',
    no: 'Nicht enthalten',
    charged: (rate: string) => `Kostenpflichtig: ${rate}`,
    chargedAtList: 'Zum Listenpreis',
    more: 'Was Sie tun können',
    change: 'Edition wechseln oder Module hinzufügen',
    changeDetail: 'Sie sehen die Preise, bevor Sie bestellen',
    support: 'Support und Fernzugriff',
    supportDetail: 'Ticket öffnen, Zugriff erlauben oder widerrufen',
    updates: 'Updates und Passwörter',
    updatesDetail: 'Versionen, die für Sie erschienen sind',
    details: 'Details',
    plan: 'Wartungsvertrag',
    edition: 'Edition',
    modules: 'Module',
    customer: 'Kunde',
    purchasedOn: 'Gekauft am',
    installedOn: 'Installiert am',
    activatedOn: 'Aktiviert am',
    coveredSince: 'Lückenlos in Wartung seit',
    softwareOnly: 'Die Software selbst funktioniert weiter. Für Updates und Support ist eine Wartung nötig.',
    documents: 'Angebote und Rechnungen',
    noDocuments: 'Es gibt noch keine Angebote oder Rechnungen.',
    history: 'Verlauf',
    by: (who: string) => `durch ${who}`,
  },
};
