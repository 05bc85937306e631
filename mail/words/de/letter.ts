import type * as english from '../en/letter.ts';
import { oneOf } from '../../../wording/text/lists.ts';

export const letter: typeof english.letter = {
  greeting: 'Sehr geehrte Damen und Herren,',
  closing: 'Mit freundlichen Grüßen',
  attached: (file) => `Das Dokument finden Sie als PDF im Anhang: ${file}.`,
  copyTo: (partner) => `Eine Kopie dieser E-Mail geht an Ihren Partner ${partner}.`,
  stopLink: 'Erinnerungen, Angebote und Neuigkeiten abbestellen',
  details: 'Details',
  toPayBy: (toPay, payBy) => `${toPay}, fällig am ${payBy}`,
};

export const actions: typeof english.actions = {
  hint: ({ email, subject }) => `Per E-Mail an ${email} mit dem Betreff „${subject}“.`,
  orReply: 'Oder antworten Sie einfach auf diese E-Mail.',
  years: (years) => `Anzahl der Jahre (${oneOf('de', years)}): `,
  acceptQuote: { label: 'Angebot annehmen', subject: (id) => `Annahme des Angebots ${id}` },
  askForQuote: { label: 'Angebot anfordern', subject: (id) => `Bitte um ein Angebot für die Lizenz ${id}` },
  cancelRenewal: {
    label: 'Verlängerung kündigen',
    subject: (id) => `Kündigung der Wartung für die Lizenz ${id}`,
  },
  withdrawCancellation: {
    label: 'Kündigung zurücknehmen',
    subject: (id) => `Rücknahme der Kündigung für die Lizenz ${id}`,
  },
  askAboutInvoice: { label: 'Frage zur Rechnung stellen', subject: (id) => `Frage zur Rechnung ${id}` },
  addToTicket: { label: 'Auf dieses Ticket antworten', subject: (id) => `Ticket ${id}` },
  revokeAccess: {
    label: 'Fernzugriff widerrufen',
    subject: (id) => `Widerruf des Fernzugriffs für Ticket ${id}`,
  },
  askForPassword: { label: 'Passwort anfordern', subject: (id) => `Bitte um das Passwort für ${id}` },
  leaveList: {
    label: 'Update-Nachrichten abbestellen',
    subject: (id) => `Bitte keine Update-Nachrichten mehr für die Lizenz ${id}`,
  },
  joinList: {
    label: 'Update-Nachrichten wieder bestellen',
    subject: (id) => `Bitte wieder Update-Nachrichten für die Lizenz ${id}`,
  },
};
