import type { ActionName } from '../../../../app/portal/actions/inputs.ts';

/** What has just happened, at the top of the page that follows. */
export const done = {
  already: 'Das ist bereits erledigt. Es wurde nicht noch einmal ausgeführt.',
  'accept-quote': 'Vielen Dank für Ihre Bestellung. Die Rechnung ist per E-Mail unterwegs.',
  'decline-quote': 'Sie haben das Angebot abgelehnt.',
  'accept-change': 'Vielen Dank für Ihre Bestellung. Die Rechnung ist per E-Mail unterwegs.',
  'request-quote': 'Hier ist Ihr Angebot. Wir haben es Ihnen auch per E-Mail gesendet.',
  'cancel-renewal': 'Die Verlängerung ist gekündigt. Eine Bestätigung erhalten Sie per E-Mail.',
  'resume-renewal': 'Die Kündigung ist zurückgenommen. Die Wartung läuft weiter.',
  'request-change': 'Die Änderung ist erfolgt, oder das Angebot dafür ist per E-Mail unterwegs.',
  'add-modules': 'Vielen Dank für Ihre Bestellung. Alles Weitere erhalten Sie per E-Mail.',
  'open-ticket': 'Wir haben Ihre Anfrage erhalten. Alles Weitere erhalten Sie per E-Mail.',
  'close-ticket': 'Das Ticket ist geschlossen.',
  'grant-access': 'Der Fernzugriff ist erlaubt.',
  'revoke-access': 'Der Fernzugriff ist widerrufen.',
  'request-password': 'Eine Antwort auf Ihre Anfrage erhalten Sie per E-Mail.',
  'leave-announcements': 'Sie erhalten keine Nachrichten zu Updates mehr.',
  'join-announcements': 'Sie erhalten wieder Nachrichten zu Updates.',
  'stop-mails': 'Sie erhalten keine Erinnerungen, Angebote und Neuigkeiten mehr.',
  'resume-mails': 'Sie erhalten wieder Erinnerungen, Angebote und Neuigkeiten.',
  'stop-copies': 'Sie erhalten keine Kopien mehr.',
  'resume-copies': 'Sie erhalten wieder Kopien.',
  'edit-details': 'Ihre Angaben sind gespeichert.',
} satisfies Readonly<Record<ActionName | 'already', string>>;
