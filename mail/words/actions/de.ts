import type { ActionsWords } from './words.ts';

const choice = new Intl.ListFormat('de', { type: 'disjunction' });

export const germanActions: ActionsWords = {
  actions: {
    hint: ({ email, subject }) => `Per E-Mail an ${email} mit dem Betreff „${subject}“.`,
    years: (years) => `Zahl der Jahre (${choice.format(years.map(String))}): `,
    acceptQuote: { label: 'Angebot annehmen', subject: (id) => `Wir nehmen das Angebot ${id} an` },
    askForQuote: { label: 'Angebot anfordern', subject: (id) => `Bitte um ein Angebot für die Lizenz ${id}` },
    cancelRenewal: {
      label: 'Verlängerung kündigen',
      subject: (id) => `Kündigung der Verlängerung der Lizenz ${id}`,
    },
    undoCancellation: {
      label: 'Kündigung aufheben',
      subject: (id) => `Bitte verlängern Sie die Lizenz ${id} doch`,
    },
    askAboutInvoice: { label: 'Zu dieser Rechnung schreiben', subject: (id) => `Frage zur Rechnung ${id}` },
    addToTicket: { label: 'Zu diesem Ticket schreiben', subject: (id) => `Ticket ${id}` },
    revokeAccess: {
      label: 'Fernzugriff widerrufen',
      subject: (id) => `Wir widerrufen den Fernzugriff für Ticket ${id}`,
    },
    askForPassword: { label: 'Passwort anfordern', subject: (id) => `Bitte um das Passwort für ${id}` },
    leaveList: {
      label: 'Liste verlassen',
      subject: (id) => `Keine Nachrichten über Updates mehr für die Lizenz ${id}`,
    },
    joinList: {
      label: 'Wieder benachrichtigen',
      subject: (id) => `Nachrichten über Updates für die Lizenz ${id}`,
    },
  },
};
