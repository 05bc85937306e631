import type { CoverWords } from './words.ts';

export const germanCover: CoverWords = {
  uncovered: {
    waits: {
      installedOn:
        'Ihre Wartung beginnt mit der Installation: Antworten Sie auf diese E-Mail und nennen Sie uns den Tag.',
      activatedOn:
        'Ihre Wartung beginnt mit der Aktivierung: Antworten Sie auf diese E-Mail und nennen Sie uns den Tag.',
      purchasedOn:
        'Ihre Wartung beginnt mit dem Kauf: Antworten Sie auf diese E-Mail und nennen Sie uns den Tag.',
    },
    begins: (from) => `Ihre Wartung beginnt am ${from}.`,
    ended: (on) => `Ihre Wartung endete am ${on}.`,
  },
  wayBack: {
    order: ({ invoiceId, toPay, payBy }) =>
      `Um die Wartung wieder aufzunehmen, bezahlen Sie Ihre Bestellung: ${toPay} aus Rechnung ${invoiceId}, zahlbar bis ${payBy}.`,
    quote: ({ quoteId, validUntil }) =>
      `Um die Wartung wieder aufzunehmen, nehmen Sie unser Angebot ${quoteId} an, das bis ${validUntil} gültig ist. Sie haben es in einer eigenen E-Mail erhalten.`,
  },
  termStatement: {
    subject: {
      until: ({ product, licenceId, until }) =>
        `${product}, Lizenz ${licenceId}: Ihre Wartung läuft bis ${until}`,
      endless: ({ product, licenceId }) =>
        `${product}, Lizenz ${licenceId}: Ihre Wartung läuft ohne Enddatum`,
      uncovered: ({ product, licenceId }) => `${product}, Lizenz ${licenceId}: keine laufende Wartung`,
    },
    intro: ({ product, licenceId }) =>
      `Sie haben gefragt, wie lange die Wartung von ${product} unter der Lizenz ${licenceId} läuft.`,
    renews: ({ until, cancelBy }) =>
      `Die laufende Laufzeit geht bis zum ${until}, danach beginnt die nächste von selbst. Der letzte Tag, um das zu kündigen, ist der ${cancelBy}.`,
    ends: (until) => `Sie läuft bis zum ${until} und verlängert sich nicht von selbst.`,
    awaitsPayment: (until) =>
      `Die Laufzeit endete am ${until}. Die Wartung gilt weiter, solange Ihre Bestellung bezahlt werden kann; ist sie bezahlt, folgt die nächste Laufzeit.`,
    endless: 'Sie hat kein Enddatum: Sie gilt, solange das Abonnement aktiv ist.',
    labels: { since: 'In Kraft seit', until: 'In Kraft bis', renews: 'Verlängert sich von selbst' },
    yes: 'ja',
    no: 'nein',
  },
};
