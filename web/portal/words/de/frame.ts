/** What stands around every page. */
export const frame = {
  skip: 'Zum Inhalt springen',
  navigation: 'Hauptnavigation',
  sections: { licences: 'Lizenzen', documents: 'Dokumente', account: 'Konto' },
  signOut: 'Abmelden',
  help: 'Hilfe und Sprache',
  otherLanguage: 'English',
  more: 'Mehr anzeigen',
  back: 'Zurück',
  cancel: 'Abbrechen',
};

/** Coming in and going out. */
export const entry = {
  signIn: {
    title: 'Anmelden',
    lead: 'Wir senden Ihnen per E-Mail einen Link zu Ihrer Seite. Ein Passwort brauchen Sie nicht.',
    email: 'E-Mail-Adresse',
    hint: 'Die Adresse, an die wir Rechnungen und Mitteilungen senden.',
    send: 'Link anfordern',
  },
  sent: {
    title: 'Bitte prüfen Sie Ihr Postfach',
    lead: 'Wenn uns Ihre Adresse bekannt ist, ist ein Link dorthin unterwegs.',
    hint: 'Er kommt meist innerhalb einer Minute an. Wenn nicht, sehen Sie bitte im Spam-Ordner nach, oder nutzen Sie die Adresse, an die wir Ihre Rechnungen senden.',
    again: 'Andere Adresse verwenden',
  },
  expired: {
    title: 'Dieser Link ist abgelaufen',
    lead: 'Zu Ihrer Sicherheit gelten die Links in unseren E-Mails nur eine Zeit lang. Wir senden Ihnen gern einen neuen.',
    send: 'Neuen Link an dieselbe Adresse senden',
    other: 'Mit einer anderen Adresse anmelden',
  },
  invalid: {
    title: 'Dieser Link ist ungültig',
    lead: 'Vielleicht wurde er nicht vollständig kopiert, oder die Adresse, an die er ging, ist nicht mehr hinterlegt. Wir senden Ihnen gern einen neuen.',
  },
  signedOut: 'Sie sind abgemeldet.',
  ended: {
    title: 'Ihre Sitzung ist beendet',
    lead: 'Sie wurden nach einiger Zeit oder in einem anderen Fenster abgemeldet. Was Sie eben gesendet haben, wurde nicht ausgeführt. Es wurde nichts geändert.',
    note: 'Ihre Sitzung ist beendet. Bitte melden Sie sich noch einmal an.',
    then: 'Öffnen Sie Ihre Seite über einen neuen Link, und senden Sie das Formular noch einmal.',
  },
  saved:
    'Ihre Angaben sind gespeichert. Sie sind abgemeldet, weil die Adresse, die Sie genutzt haben, nicht mehr zu Ihren Adressen gehört.',
};

/** What is wrong with what was typed into a form. */
export const faults = {
  heading: (count: number) =>
    count === 1 ? 'Bitte prüfen Sie eine Angabe:' : `Bitte prüfen Sie ${count} Angaben:`,
  title: (title: string) => `Fehler: ${title}`,
  tooLong: (length: string, most: string) =>
    `Ihr Text hat ${length} Zeichen. Bitte kürzen Sie ihn auf höchstens ${most}.`,
  unusable: (value: string) => `„${value}“ ist hier nicht möglich.`,
  oneLine: 'Geben Sie einfachen Text in einer Zeile ein.',
  plainText: 'Geben Sie einfachen Text ein.',
};

/** Pages that say that something went wrong. */
export const problems = {
  notFound: {
    title: 'Seite nicht gefunden',
    lead: 'Diese Seite gibt es nicht, oder sie gehört nicht zu Ihnen. Ihre Lizenzen und Rechnungen finden Sie auf Ihrer Startseite.',
  },
  failed: {
    title: 'Etwas ist schiefgegangen',
    lead: 'Wir konnten diese Seite nicht anzeigen. Es wurde nichts geändert. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  },
  tooLarge: {
    title: 'Das ist zu viel für eine Datei',
    lead: 'Wir speichern mehr Daten über Sie, als diese Seite senden kann. Bitte fordern Sie sie bei uns an: Antworten Sie auf eine unserer E-Mails.',
  },
  forged: {
    title: 'Dieses Formular ist nicht mehr gültig',
    lead: 'Es wurde vor längerer Zeit oder in einer anderen Sitzung geöffnet. Es wurde nichts geändert. Bitte öffnen Sie die Seite noch einmal.',
  },
  tooMany: {
    title: 'Bitte warten Sie einen Moment',
    lead: 'Es gab in kurzer Zeit zu viele Anfragen. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  },
  busy: {
    title: 'Bitte versuchen Sie es noch einmal',
    lead: 'Dieselbe Lizenz wurde gerade von jemand anderem geändert. Es wurde nichts geändert. Sie können Ihre Anfrage noch einmal senden: Sie wird nur einmal ausgeführt.',
    again: 'Noch einmal senden',
  },
  invalid: {
    title: 'Bitte prüfen Sie Ihre Eingabe',
    lead: 'Im Formular fehlt etwas, oder eine Angabe ist nicht verwendbar. Es wurde nichts geändert.',
  },
  refused: {
    title: 'Das ist nicht möglich',
    nothingChanged: 'Es wurde nichts geändert.',
    contact: (vendor: string) =>
      `Wenn Sie Fragen haben, antworten Sie einfach auf eine E-Mail von ${vendor}.`,
  },
  meanwhile: {
    title: 'Hier hat sich inzwischen etwas geändert',
    quote: {
      open: (number: string) =>
        `Das Angebot ${number} hat sich geändert. Bitte sehen Sie es sich noch einmal an.`,
      accepted: (number: string) =>
        `Das Angebot ${number} ist bereits angenommen. Sie brauchen nichts weiter zu tun.`,
      declined: (number: string) =>
        `Das Angebot ${number} wurde abgelehnt. Es kann nicht mehr angenommen werden.`,
      expired: (number: string) => `Das Angebot ${number} ist abgelaufen. Sie können ein neues anfordern.`,
      withdrawn: (number: string) =>
        `Das Angebot ${number} wurde zurückgezogen. Sie können ein neues anfordern.`,
    },
    endOfCover: (endsOn: string) =>
      `Eine Kündigung wirkt jetzt zum ${endsOn} und nicht zu dem Tag, der Ihnen angezeigt wurde. Es wurde nichts gekündigt. Bitte prüfen Sie zuerst das neue Datum.`,
    price: (total: string) =>
      `Der Preis beträgt jetzt ${total}. Es wurde nichts bestellt. Bitte prüfen Sie zuerst den neuen Preis.`,
    details:
      'Jemand anderes hat diese Angaben geändert. Ihre Änderungen wurden nicht gespeichert. Bitte prüfen Sie die Angaben zuerst.',
    look: 'Noch einmal ansehen',
  },
  home: 'Zu Ihren Lizenzen',
};
