import type { SupportWords } from './words.ts';

export const germanSupport: SupportWords = {
  ticket: {
    subject: ({ product, licenceId, ticketId, on }) =>
      `${product}, Lizenz ${licenceId}: Support-Ticket ${ticketId} vom ${on}`,
    intro: ({ product, licenceId, ticketId }) =>
      `Wir haben das Support-Ticket ${ticketId} zu ${product} unter der Lizenz ${licenceId} eröffnet.`,
    terms: {
      freeByCover: 'Es ist kostenlos: Es gehört zu Ihrer Wartung.',
      free: 'Es ist kostenlos.',
      charged: (rate) => `Es ist nicht kostenlos. Wir berechnen dafür: ${rate}.`,
      emergency: (total) =>
        `Es ist Notfall-Support, der gesondert verkauft und rund um die Uhr beantwortet wird. Er kostet ${total} einschließlich Steuer:`,
    },
    price: 'Was er kostet',
    emergencySupport: 'Notfall-Support',
    notRefundable: 'Notfall-Support wird nicht erstattet.',
    fix: {
      hotfix: (version) =>
        `Sie verwenden Version ${version}, die neueste: Ein Fehler darin wird durch einen Hotfix behoben.`,
      update: (version) =>
        `Sie verwenden Version ${version}, die nicht die neueste ist. Hotfixes gibt es nur für die neueste Version: Ein Fehler, der dort behoben ist, ist es bei Ihnen mit dem Update.`,
    },
    remoteAccess:
      'Muss ein Techniker aus der Ferne an Ihrem System arbeiten, bitten wir Sie zuvor um Ihre Zustimmung. Sie gilt nur für dieses Ticket, Sie können sie jederzeit durch eine Antwort auf diese E-Mail widerrufen, und sie endet, wenn das Ticket geschlossen wird.',
    labels: { ticket: 'Ticket', openedAt: 'Eröffnet', firstResponseBy: 'Unsere erste Antwort bis' },
  },
  supportDeclined: {
    subject: ({ product, licenceId }) =>
      `${product}, Lizenz ${licenceId}: Wir konnten kein Support-Ticket eröffnen`,
    intro: {
      standard: ({ product, licenceId, askedAt }) =>
        `Sie haben um Support zu ${product} unter der Lizenz ${licenceId} gebeten: ${askedAt}. Wir konnten kein Ticket eröffnen.`,
      emergency: ({ product, licenceId, askedAt }) =>
        `Sie haben um Notfall-Support zu ${product} unter der Lizenz ${licenceId} gebeten: ${askedAt}. Wir konnten kein Ticket eröffnen.`,
    },
    needsCover: 'Support gibt es für Lizenzen mit laufender Wartung.',
    notGiven: 'Ihre Wartung umfasst ihn nicht.',
    instead: (benefit) => `Das steht Ihnen trotzdem offen: ${benefit}.`,
  },
  remoteAccess: {
    granted: {
      subject: ({ product, licenceId, ticketId }) =>
        `${product}, Lizenz ${licenceId}: Fernzugriff für Ticket ${ticketId} vereinbart`,
      text: ({ product, licenceId, ticketId, on }) =>
        `Sie haben am ${on} zugestimmt, dass unsere Techniker aus der Ferne an Ihrem System arbeiten: für Ticket ${ticketId} zu ${product} unter der Lizenz ${licenceId} und für nichts anderes.`,
      next: 'Sie können das jederzeit widerrufen: Eine Antwort auf diese E-Mail genügt. Die Vereinbarung endet, wenn das Ticket geschlossen wird, und jedes Mal, wenn wir sie nutzen, sagen wir es Ihnen.',
    },
    used: {
      subject: ({ product, licenceId, ticketId, on }) =>
        `${product}, Lizenz ${licenceId}: Fernzugriff am ${on} für Ticket ${ticketId} genutzt`,
      text: ({ product, licenceId, ticketId, on }) =>
        `Einer unserer Techniker hat am ${on} den Fernzugriff genutzt, dem Sie für Ticket ${ticketId} zu ${product} unter der Lizenz ${licenceId} zugestimmt haben.`,
      next: 'Wenn Sie damit nicht gerechnet haben oder Ihre Zustimmung widerrufen möchten, antworten Sie auf diese E-Mail.',
    },
    revocation: {
      subject: ({ product, licenceId, ticketId }) =>
        `${product}, Lizenz ${licenceId}: Fernzugriff für Ticket ${ticketId} widerrufen`,
      text: ({ product, licenceId, ticketId, on }) =>
        `Wie gewünscht ist der Fernzugriff für Ticket ${ticketId} zu ${product} unter der Lizenz ${licenceId} seit dem ${on} beendet.`,
      next: 'Keiner unserer Techniker kann mehr aus der Ferne an Ihrem System arbeiten, es sei denn, Sie stimmen wieder zu.',
    },
    closing: {
      subject: ({ product, licenceId, ticketId }) =>
        `${product}, Lizenz ${licenceId}: Fernzugriff mit Ticket ${ticketId} beendet`,
      text: ({ product, licenceId, ticketId, on }) =>
        `Das Ticket ${ticketId} zu ${product} unter der Lizenz ${licenceId} wurde am ${on} geschlossen. Damit endete Ihre Zustimmung zum Fernzugriff.`,
      next: 'Keiner unserer Techniker kann mehr aus der Ferne an Ihrem System arbeiten. Ein weiteres Ticket brauchte eine neue Zustimmung.',
    },
  },
};
