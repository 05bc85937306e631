import type * as english from '../en/support.ts';

export const ticket: typeof english.ticket = {
  subject: ({ product, licenceId, ticketId, on }) =>
    `${product}, Lizenz ${licenceId}: Support-Ticket ${ticketId} vom ${on}`,
  intro: ({ product, licenceId, ticketId }) =>
    `wir haben das Support-Ticket ${ticketId} zu ${product} unter der Lizenz ${licenceId} eröffnet.`,
  terms: {
    freeByCover: 'Das Ticket ist kostenlos, da es zu Ihrer Wartung gehört.',
    free: 'Das Ticket ist kostenlos.',
    charged: ({ rate, perHour }) =>
      `Das Ticket ist kostenpflichtig. Kosten: ${rate}${perHour === undefined ? '' : ` von ${perHour} netto`}.`,
    emergency: ({ total, tax }) =>
      `Es handelt sich um Notfall-Support, der gesondert berechnet und rund um die Uhr geleistet wird. Kosten: ${total}${tax === undefined ? '' : ` (inkl. ${tax})`}.`,
  },
  price: 'Kosten',
  emergencySupport: 'Notfall-Support',
  notRefundable: 'Notfall-Support wird nicht erstattet.',
  fix: {
    hotfix: (version) =>
      `Sie verwenden Version ${version}, die neueste Version. Einen Fehler darin beheben wir mit einem Hotfix.`,
    update: (version) =>
      `Sie verwenden Version ${version}, die nicht die neueste ist. Hotfixes gibt es nur für die neueste Version. Ist ein Fehler dort behoben, installieren Sie bitte das Update.`,
  },
  remoteAccess:
    'Muss ein Techniker aus der Ferne auf Ihr System zugreifen, bitten wir Sie zuvor um Ihre Zustimmung. Sie gilt nur für dieses Ticket und endet, wenn es geschlossen wird. Sie können sie jederzeit durch eine Antwort auf diese E-Mail widerrufen.',
  labels: { ticket: 'Ticket', openedAt: 'Eröffnet', firstResponseBy: 'Erste Antwort bis' },
};

export const supportDeclined: typeof english.supportDeclined = {
  subject: ({ product, licenceId }) =>
    `${product}, Lizenz ${licenceId}: Wir konnten kein Support-Ticket eröffnen`,
  intro: {
    standard: ({ product, licenceId, askedAt }) =>
      `Sie haben Support zu ${product} unter der Lizenz ${licenceId} angefragt (${askedAt}). Leider konnten wir kein Ticket eröffnen.`,
    emergency: ({ product, licenceId, askedAt }) =>
      `Sie haben Notfall-Support zu ${product} unter der Lizenz ${licenceId} angefragt (${askedAt}). Leider konnten wir kein Ticket eröffnen.`,
  },
  needsCover: 'Support setzt eine aktive Wartung voraus.',
  notGiven: 'Ihre Wartung umfasst keinen Support.',
  instead: (benefit) => `Weiterhin nutzen können Sie ${benefit}.`,
};

export const remoteAccess: typeof english.remoteAccess = {
  granted: {
    subject: ({ product, licenceId, ticketId }) =>
      `${product}, Lizenz ${licenceId}: Fernzugriff für Ticket ${ticketId} vereinbart`,
    text: ({ product, licenceId, ticketId, on }) =>
      `Sie haben am ${on} zugestimmt, dass unsere Techniker aus der Ferne auf Ihr System zugreifen, ausschließlich für Ticket ${ticketId} zu ${product} unter der Lizenz ${licenceId}.`,
    next: 'Die Zustimmung endet, wenn das Ticket geschlossen wird. Sie können sie jederzeit widerrufen: über die Schaltfläche unten oder mit einer Antwort auf diese E-Mail. Wir informieren Sie über jeden Zugriff.',
  },
  used: {
    subject: ({ product, licenceId, ticketId, on }) =>
      `${product}, Lizenz ${licenceId}: Fernzugriff am ${on} für Ticket ${ticketId}`,
    text: ({ product, licenceId, ticketId, on }) =>
      `am ${on} hat einer unserer Techniker für Ticket ${ticketId} zu ${product} unter der Lizenz ${licenceId} wie vereinbart aus der Ferne auf Ihr System zugegriffen.`,
    next: 'Wenn Sie damit nicht gerechnet haben oder Ihre Zustimmung widerrufen möchten, antworten Sie bitte auf diese E-Mail.',
  },
  revocation: {
    subject: ({ product, licenceId, ticketId }) =>
      `${product}, Lizenz ${licenceId}: Fernzugriff für Ticket ${ticketId} widerrufen`,
    text: ({ product, licenceId, ticketId, on }) =>
      `wie gewünscht haben wir den Fernzugriff für Ticket ${ticketId} zu ${product} unter der Lizenz ${licenceId} am ${on} beendet.`,
    next: 'Unsere Techniker können nicht mehr auf Ihr System zugreifen, es sei denn, Sie stimmen erneut zu.',
  },
  closing: {
    subject: ({ product, licenceId, ticketId }) =>
      `${product}, Lizenz ${licenceId}: Fernzugriff mit Ticket ${ticketId} beendet`,
    text: ({ product, licenceId, ticketId, on }) =>
      `das Ticket ${ticketId} zu ${product} unter der Lizenz ${licenceId} wurde am ${on} geschlossen. Damit endete Ihre Zustimmung zum Fernzugriff.`,
    next: 'Unsere Techniker können nicht mehr auf Ihr System zugreifen. Für ein weiteres Ticket würden wir Sie erneut um Ihre Zustimmung bitten.',
  },
};
