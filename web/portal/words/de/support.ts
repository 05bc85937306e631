/** Support, remote access and updates. */
export const support = {
  title: 'Support',
  free: (hours: string | undefined) =>
    hours === undefined
      ? 'Support ist in Ihrer Wartung enthalten.'
      : `Support ist in Ihrer Wartung enthalten. Wir antworten innerhalb von ${hours}.`,
  charged: (rate: string | undefined, perHour: string | undefined) =>
    `Support ist kostenpflichtig${rate === undefined ? '' : ` (${rate})`}${perHour === undefined ? '' : `: ${perHour} je Stunde, gegebenenfalls zuzüglich Steuer`}.`,
  declined: (instead: string | undefined) =>
    `Für Support ist eine laufende Wartung nötig.${instead === undefined ? '' : ` Weiterhin nutzen können Sie ${instead}.`}`,
  businessHours: (count: number) => (count === 1 ? '1 Arbeitsstunde' : `${count} Arbeitsstunden`),
  hours: (count: number) => (count === 1 ? '1 Stunde' : `${count} Stunden`),
  open: 'Ticket öffnen',
  emergency: 'Notfall-Support',
  emergencyLead: (net: string, hours: string) =>
    `Wir antworten rund um die Uhr innerhalb von ${hours}. Ein Fall kostet ${net}, gegebenenfalls zuzüglich Steuer.`,
  refundable: 'Wenn wir Ihnen nicht helfen können, erstatten wir den Preis.',
  openEmergency: 'Notfall-Ticket öffnen',
  tickets: 'Ihre Tickets',
  none: 'Sie haben keine Tickets.',
  ticket: (id: string) => `Ticket ${id}`,
  opened: (at: string) => `Geöffnet am ${at}`,
  answerBy: (at: string) => `Wir antworten bis ${at}.`,
  isOpen: 'Offen',
  isClosed: (on: string) => `Geschlossen am ${on}`,
  terms: { free: 'Enthalten', charged: 'Kostenpflichtig', emergency: 'Notfall' },
  access: { none: 'Kein Fernzugriff', granted: 'Fernzugriff erlaubt', revoked: 'Fernzugriff widerrufen' },
  grant: 'Fernzugriff erlauben',
  revoke: 'Fernzugriff widerrufen',
  close: 'Ticket schließen',
  opening: {
    title: 'Ticket öffnen?',
    lead: 'Wir öffnen ein Ticket und senden Ihnen die Nummer per E-Mail. Antworten Sie auf diese E-Mail, um Ihre Frage zu beschreiben.',
    free: 'Es ist in Ihrer Wartung enthalten.',
    declined:
      'Für Ihre Lizenz läuft keine Wartung. Wir schreiben Ihnen, was Sie stattdessen nutzen können, und senden Ihnen, wenn möglich, ein Angebot.',
    installed: 'Ihre Version (optional)',
    installedHint: 'Zum Beispiel 18.1. Sie finden sie in der Software.',
    badVersion: (value: string) =>
      `„${value}“ ist keine Version. Geben Sie sie so ein, wie die Software sie anzeigt, zum Beispiel 18.1.`,
    open: 'Ticket öffnen',
  },
  openingEmergency: {
    title: 'Notfall-Ticket öffnen?',
    open: (net: string) => `Für ${net} öffnen`,
    invoice: 'Wir senden Ihnen die Rechnung per E-Mail. Sie ist sofort zahlbar.',
  },
  granting: {
    title: 'Fernzugriff erlauben?',
    lead: (ticket: string) =>
      `Sie erlauben unserem Support, für das Ticket ${ticket} auf Ihr System zuzugreifen. Wir informieren Sie über jeden Zugriff.`,
    end: 'Der Zugriff endet, wenn Sie ihn widerrufen oder das Ticket geschlossen wird.',
  },
  revoking: {
    title: 'Fernzugriff widerrufen?',
    lead: (ticket: string) =>
      `Unser Support darf für das Ticket ${ticket} nicht mehr auf Ihr System zugreifen.`,
  },
  closing: {
    title: 'Ticket schließen?',
    lead: (ticket: string) =>
      `Wir bearbeiten das Ticket ${ticket} nicht weiter. Der Fernzugriff dafür endet.`,
  },
};

export const updates = {
  title: 'Updates',
  entitled: 'Ihre Wartung umfasst alle Updates, die erscheinen.',
  notEntitled:
    'Für Updates ist eine laufende Wartung nötig. Sie können sie verlängern, um Updates zu erhalten.',
  none: 'Es ist noch kein Update erschienen.',
  version: (version: string) => `Version ${version}`,
  published: (on: string) => `Erschienen am ${on}`,
  password: 'Passwort',
  askForPassword: 'Passwort anfordern',
  asking: {
    title: (version: string) => `Passwort für Version ${version} anfordern?`,
    given: 'Wir zeigen Ihnen das Passwort hier an und senden es Ihnen per E-Mail.',
    refused:
      'Für Ihre Lizenz läuft keine Wartung, deshalb können wir Ihnen dieses Passwort nicht geben. Wir schreiben Ihnen, wie Sie verlängern können.',
    ask: 'Passwort anfordern',
  },
  announcements: 'Nachrichten zu Updates',
  onTheList: 'Wir schreiben Ihnen, wenn ein Update erscheint.',
  left: (on: string) => `Seit dem ${on} erhalten Sie keine Nachrichten zu Updates.`,
  leave: 'Nachrichten abbestellen',
  join: 'Nachrichten wieder bestellen',
};
