import type { OutcomeName, OutcomeWords } from '../../parts/outcome-names.ts';

/** What has just happened and what comes next, at the top of the page that follows. */
export const done = {
  repeated: 'Ihr Browser hat dieses Formular mehrfach gesendet. Wir haben es einmal ausgeführt.',
  yourCustomer: 'Ihren Kunden',
  nobodyMailed:
    'Wir konnten Ihnen keine E-Mail senden: Keine Ihrer Adressen nimmt unsere E-Mails an. Bitte ändern Sie die Adresse unter „Konto“.',
  of: {
    already: { what: 'Das war bereits erledigt. Es hat sich nichts geändert.' },
    'accept-quote': {
      what: 'Vielen Dank für Ihre Bestellung.',
      mail: (to) => `Diese Rechnung senden wir auch per E-Mail an ${to}.`,
    },
    'decline-quote': {
      what: 'Sie haben das Angebot abgelehnt.',
      next: 'Sie müssen nichts weiter tun. Ein neues Angebot können Sie jederzeit anfordern.',
    },
    'accept-change': {
      what: 'Vielen Dank für Ihre Bestellung.',
      mail: (to) => `Diese Rechnung senden wir auch per E-Mail an ${to}.`,
      next: 'Sobald die Rechnung vollständig bezahlt ist, führen wir Ihre Bestellung aus.',
    },
    'request-quote': {
      what: 'Hier ist das Angebot.',
      mail: (to) => `Wir senden es auch per E-Mail an ${to}.`,
    },
    'quote-sent-again': {
      what: 'Dieses Angebot ist noch offen.',
      mail: (to) => `Wir senden es noch einmal per E-Mail an ${to}.`,
    },
    'cancel-renewal': {
      what: 'Die Verlängerung ist gekündigt.',
      mail: (to) => `Eine Bestätigung senden wir per E-Mail an ${to}.`,
    },
    'resume-renewal': {
      what: 'Die Kündigung ist zurückgenommen. Die Wartung läuft weiter.',
      mail: (to) => `Eine Bestätigung senden wir per E-Mail an ${to}.`,
    },
    'request-change': {
      what: 'Hier ist das Angebot für Ihre Änderung.',
      mail: (to) => `Wir senden es auch per E-Mail an ${to}.`,
    },
    'change-made': {
      what: 'Ihre Lizenz ist geändert.',
      mail: (to) => `Die Einzelheiten senden wir per E-Mail an ${to}.`,
    },
    'add-modules': {
      what: 'Vielen Dank für Ihre Bestellung.',
      mail: (to) => `Diese Rechnung senden wir auch per E-Mail an ${to}.`,
      next: 'Sobald sie vollständig bezahlt ist, schalten wir die Module frei.',
    },
    'modules-added-free': {
      what: 'Die Module gehören jetzt zu Ihrer Lizenz.',
      mail: (to) => `Die Einzelheiten senden wir per E-Mail an ${to}.`,
    },
    'open-ticket': {
      what: 'Ihr Ticket ist geöffnet.',
      mail: (to) => `Die Nummer senden wir per E-Mail an ${to}.`,
      next: 'Um Ihr Anliegen zu beschreiben, antworten Sie einfach auf diese E-Mail.',
    },
    'emergency-opened': {
      what: 'Ihr Notfall-Ticket ist geöffnet.',
      mail: (to) => `Die Nummer senden wir per E-Mail an Ihren technischen Kontakt, die Rechnung an ${to}.`,
      next: 'Um Ihr Anliegen zu beschreiben, antworten Sie einfach auf die E-Mail mit der Nummer.',
    },
    'support-declined': {
      what: 'Wir konnten kein Ticket öffnen, weil für diese Lizenz keine Wartung läuft.',
      mail: (to) => `Welche Möglichkeiten Sie haben, schreiben wir an ${to}.`,
    },
    'close-ticket': { what: 'Das Ticket ist geschlossen.' },
    'grant-access': {
      what: 'Der Fernzugriff ist erlaubt.',
      mail: (to) => `Eine Bestätigung senden wir per E-Mail an ${to}.`,
      next: 'Sie können ihn hier jederzeit widerrufen.',
    },
    'revoke-access': {
      what: 'Der Fernzugriff ist widerrufen.',
      mail: (to) => `Eine Bestätigung senden wir per E-Mail an ${to}.`,
    },
    'request-password': {
      what: 'Hier ist das Passwort.',
      mail: (to) => `Wir senden es auch per E-Mail an ${to}.`,
    },
    'password-refused': {
      what: 'Dieses Passwort können wir Ihnen nicht geben, weil für diese Lizenz keine Wartung läuft.',
      mail: (to) => `Welche Möglichkeiten Sie haben, schreiben wir an ${to}.`,
    },
    'leave-announcements': { what: 'Über Updates für diese Lizenz schreiben wir Ihnen nicht mehr.' },
    'join-announcements': { what: 'Wir schreiben Ihnen, sobald ein Update für diese Lizenz erscheint.' },
    'stop-mails': {
      what: 'Sie erhalten keine Erinnerungen, Angebote und Neuigkeiten mehr.',
      next: 'Rechnungen und Mitteilungen zu Ihrem Vertrag senden wir Ihnen weiterhin.',
    },
    'resume-mails': { what: 'Sie erhalten wieder Erinnerungen, Angebote und Neuigkeiten.' },
    'stop-copies': { what: 'Sie erhalten keine Kopien der E-Mails Ihrer Kunden mehr.' },
    'resume-copies': { what: 'Sie erhalten wieder Kopien der E-Mails Ihrer Kunden.' },
    'edit-details': {
      what: 'Ihre Angaben sind gespeichert.',
      next: 'Sie gelten ab sofort für alle Ihre Lizenzen.',
    },
  } satisfies Readonly<Record<OutcomeName, OutcomeWords>>,
};
