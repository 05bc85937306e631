/** Cancelling and resuming renewal, asking for quotes, and changes of a licence. */
export const cancelling = {
  title: 'Verlängerung kündigen?',
  lead: (endsOn: string) => `Wenn Sie kündigen, endet die Wartung am ${endsOn}. Bis dahin läuft sie weiter.`,
  late: (noticeUntil: string) =>
    `Zum Ende der jetzigen Laufzeit konnten Sie bis zum ${noticeUntil} kündigen. Eine Kündigung wirkt deshalb zum Ende der nächsten Laufzeit.`,
  inTime: (noticeUntil: string) => `Zu diesem Datum können Sie bis zum ${noticeUntil} kündigen.`,
  ends: 'Was endet',
  keeps: 'Die Software selbst funktioniert weiter.',
  noUse: 'Die Software darf danach nicht mehr genutzt werden.',
  owed: (invoices: string) => `Noch zu bezahlen: ${invoices}.`,
  undo: 'Bis zum Ende der Wartung können Sie die Kündigung zurücknehmen.',
  cancel: 'Verlängerung kündigen',
  keep: 'Nicht kündigen',
};

export const resuming = {
  title: 'Kündigung zurücknehmen?',
  lead: 'Wenn Sie die Kündigung zurücknehmen, läuft die Wartung wie bisher weiter.',
  resume: 'Kündigung zurücknehmen',
};

export const requestingQuote = {
  title: 'Angebot anfordern?',
  lead: 'Wir senden Ihnen sofort ein Angebot per E-Mail. Damit bestellen Sie noch nichts: Sie entscheiden, wenn Sie es haben.',
  ask: 'Angebot anfordern',
};

export const changes = {
  title: 'Lizenz ändern',
  lead: 'Wählen Sie eine andere Edition, oder fügen Sie Module hinzu. Sie sehen den Preis, bevor Sie bestellen.',
  editions: 'Andere Editionen',
  modules: 'Weitere Module',
  openQuote: (number: string) => `Das Angebot ${number} für eine Änderung ist offen.`,
  viewQuote: 'Angebot ansehen',
  none: 'Für diese Lizenz bieten wir keine Änderungen an.',
  listPrice: (price: string) => `Listenpreis ${price}`,
  credited: (price: string) => `abzüglich einer Anrechnung von ${price}`,
  newLicence: 'als neue Lizenz',
  free: 'In Ihrem Vertrag enthalten',
  had: 'Sie haben dieses Modul',
  untilEnd: (on: string) =>
    `Die Preise gelten für die Zeit bis zum ${on}. Ab der nächsten Laufzeit gehören die Module zu Ihrer Wartung.`,
  continue: 'Weiter',
  pickOne: 'Bitte wählen Sie zuerst etwas aus.',
  edition: {
    title: (edition: string) => `Zur Edition ${edition} wechseln?`,
    quoted:
      'Wir senden Ihnen sofort ein Angebot per E-Mail. Damit bestellen Sie noch nichts: Die Änderung erfolgt, sobald Sie das Angebot angenommen und die Rechnung bezahlt haben.',
    made: 'Ihr Vertrag umfasst diese Änderung. Sie erfolgt sofort und kostet nichts.',
    ask: 'Angebot anfordern',
    make: 'Edition wechseln',
    gone: 'Diese Edition bieten wir für Ihre Lizenz nicht an.',
  },
  module: {
    title: 'Diese Module hinzufügen?',
    lead: (total: string) => `Sie bestellen diese Module für ${total}.`,
    free: 'Ihr Vertrag umfasst diese Module. Sie kosten nichts.',
    then: 'Wir senden Ihnen die Rechnung per E-Mail. Die Module kommen hinzu, sobald sie vollständig bezahlt ist.',
    order: (total: string) => `Für ${total} bestellen`,
    add: 'Module hinzufügen',
  },
};
