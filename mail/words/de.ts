import { germanActions } from './actions/de.ts';
import { germanCover } from './cover/de.ts';
import { germanSupport } from './support/de.ts';
import { germanUpdates } from './updates/de.ts';
import { germanChanges } from './changes/de.ts';
import type { Words } from './words.ts';

const choice = new Intl.ListFormat('de', { type: 'disjunction' });

export const german: Words = {
  ...germanActions,
  ...germanCover,
  ...germanSupport,
  ...germanUpdates,
  greeting: (customer) => `Guten Tag ${customer},`,
  closing: 'Mit freundlichen Grüßen',
  stopLink: 'Erinnerungen, Angebote und Neuigkeiten abbestellen',
  attached: (file) => `Das Dokument liegt als PDF bei: ${file}.`,
  calendar: {
    expires: ({ product, licenceId }) => `Wartung von ${product} endet (Lizenz ${licenceId})`,
    cancelBy: ({ product, licenceId }) =>
      `Letzter Tag zum Kündigen der Wartung von ${product} (Lizenz ${licenceId})`,
  },
  copyTo: (partner) => `Eine Kopie dieser E-Mail geht an Ihren Partner ${partner}.`,
  changes: germanChanges,
  toPayBy: (toPay, payBy) => `${toPay}, zahlbar bis ${payBy}`,
  reminder: {
    subject: ({ product, licenceId, ends }) => `${product}, Lizenz ${licenceId}: Wartung endet am ${ends}`,
    ends: ({ product, licenceId, ends }) =>
      `Die Wartung von ${product} unter der Lizenz ${licenceId} endet am ${ends}. Sie verlängert sich nicht von selbst.`,
    whatEnds:
      'Nach diesem Tag erhalten Sie die Updates und den Support nicht mehr, die zur Wartung gehören. Die Software selbst läuft weiter.',
    askForQuote:
      'Wenn Sie verlängern möchten, antworten Sie auf diese E-Mail und fordern Sie ein Angebot an. Sobald es angenommen und bezahlt ist, beginnt die nächste Laufzeit am Tag nach dem Ende der jetzigen.',
    openQuote: (quoteId) => `Unser Angebot ${quoteId} für die Verlängerung liegt Ihnen vor:`,
  },
  renewalNotice: {
    subject: ({ product, licenceId, from, total }) =>
      `${product}, Lizenz ${licenceId}: Wartung verlängert sich am ${from} für ${total}`,
    renews: ({ product, licenceId, ends, from, to }) =>
      `Die laufende Wartung von ${product} unter der Lizenz ${licenceId} endet am ${ends}. Sie verlängert sich von selbst: Die nächste Laufzeit geht vom ${from} bis zum ${to}.`,
    price: (total) => `Die nächste Laufzeit kostet ${total} einschließlich Steuer:`,
    invoice: ({ invoiceOn, payBy }) => `Die Rechnung stellen wir am ${invoiceOn}, zahlbar bis ${payBy}.`,
    cancel: (cancelBy) =>
      `Wenn Sie verlängern möchten, brauchen Sie nichts zu tun. Wenn nicht, kündigen Sie bis zum ${cancelBy}: Eine Antwort auf diese E-Mail genügt.`,
    tooLate: ({ cancelBy, to }) =>
      `Der letzte Tag für eine Kündigung zum Ende der laufenden Wartung war der ${cancelBy}. Eine Kündigung, die uns jetzt erreicht, wirkt zum Ende der nächsten Laufzeit am ${to}.`,
  },
  quote: {
    subject: {
      renewal: ({ product, licenceId, validUntil }) =>
        `${product}, Lizenz ${licenceId}: Angebot zur Verlängerung der Wartung, gültig bis ${validUntil}`,
      reinstatement: ({ product, licenceId, validUntil }) =>
        `${product}, Lizenz ${licenceId}: Angebot zur Wiederaufnahme der Wartung, gültig bis ${validUntil}`,
    },
    intro: {
      renewal: ({ product, licenceId, quoteId }) =>
        `Hier ist unser Angebot ${quoteId} zur Verlängerung der Wartung von ${product} unter der Lizenz ${licenceId}.`,
      reinstatement: ({ product, licenceId, quoteId }) =>
        `Hier ist unser Angebot ${quoteId} zur Wiederaufnahme der Wartung von ${product} unter der Lizenz ${licenceId}.`,
    },
    sentAgain: 'Sie haben es schon einmal erhalten: Wie gewünscht senden wir es unverändert noch einmal.',
    accept: ({ validUntil, years: offered }) =>
      offered.length === 1
        ? `Um es anzunehmen, antworten Sie bis zum ${validUntil} auf diese E-Mail. Sie erhalten dann eine Rechnung.`
        : `Um es anzunehmen, antworten Sie bis zum ${validUntil} auf diese E-Mail und nennen Sie die gewünschte Zahl der Jahre: ${choice.format(offered.map(String))}. Sie erhalten dann eine Rechnung.`,
    withdrawn: (ends) =>
      `Bitte beachten Sie, dass die laufende Wartung am ${ends} endet: Wird das Angebot bis dahin nicht angenommen, ziehen wir es zurück.`,
    accepted: (chosen) =>
      `Sie haben es inzwischen angenommen (${chosen}): Zu diesem Angebot brauchen Sie nichts mehr zu tun.`,
    starts: {
      renewal:
        'Sobald die Rechnung vollständig bezahlt ist, beginnt die neue Laufzeit am Tag nach dem Ende der jetzigen.',
      reinstatement: 'Die Wartung beginnt wieder, sobald die Rechnung vollständig bezahlt ist.',
    },
  },
  invoice: {
    subject: {
      open: ({ product, invoiceId, total, payBy }) =>
        `${product}: Rechnung ${invoiceId} über ${total}, zahlbar bis ${payBy}`,
      paid: ({ product, invoiceId, total }) => `${product}: Rechnung ${invoiceId} über ${total}, bezahlt`,
      void: ({ product, invoiceId, total }) => `${product}: Rechnung ${invoiceId} über ${total}, hinfällig`,
    },
    intro: ({ product, licenceId, invoiceId, issuedOn }) =>
      `Hier ist unsere Rechnung ${invoiceId} vom ${issuedOn} für die Wartung von ${product} unter der Lizenz ${licenceId}.`,
    pay: ({ toPay, payBy, invoiceId }) =>
      `Bitte zahlen Sie ${toPay} bis zum ${payBy} und geben Sie dabei die Rechnung ${invoiceId} an.`,
    paid: 'Sie ist durch Ihre Zahlungen bereits vollständig beglichen: Es ist nichts zu zahlen.',
    void: 'Sie ist inzwischen hinfällig: Es ist nichts zu zahlen.',
    lapses: ({ payBy, lapsesOn }) =>
      `Ist sie bis zum ${payBy} nicht vollständig bezahlt, erlischt die Wartung am ${lapsesOn}.`,
    order: (payBy) =>
      `Die Laufzeit beginnt, sobald die Rechnung vollständig bezahlt ist. Geschieht das nicht bis zum ${payBy}, ist Ihre Bestellung hinfällig und die Laufzeit beginnt nicht.`,
  },
  paymentReminder: {
    subject: ({ product, invoiceId, toPay, payBy }) =>
      `${product}: ${toPay} aus Rechnung ${invoiceId} zahlbar bis ${payBy}`,
    intro: ({ product, licenceId, invoiceId, issuedOn, total }) =>
      `Unsere Rechnung ${invoiceId} vom ${issuedOn} über ${total} für die Wartung von ${product} unter der Lizenz ${licenceId} ist noch nicht bezahlt.`,
    crossed: 'Ist Ihre Zahlung schon unterwegs, betrachten Sie diese E-Mail bitte als gegenstandslos.',
  },
  finalNotice: {
    subject: ({ product, invoiceId, toPay, payBy }) =>
      `Letzte Mahnung, ${product}: ${toPay} aus Rechnung ${invoiceId} zahlbar bis ${payBy}`,
    intro: ({ product, licenceId, invoiceId, issuedOn, total }) =>
      `Dies ist unsere letzte Mahnung: Unsere Rechnung ${invoiceId} vom ${issuedOn} über ${total} für die Wartung von ${product} unter der Lizenz ${licenceId} ist noch nicht bezahlt.`,
  },
  lapse: {
    subject: ({ product, licenceId, lapsedOn }) =>
      `${product}, Lizenz ${licenceId}: Wartung am ${lapsedOn} erloschen`,
    intro: ({ product, licenceId, lapsedOn }) =>
      `Die Wartung von ${product} unter der Lizenz ${licenceId} ist am ${lapsedOn} erloschen.`,
    reason: {
      unpaid: (invoiceId, payBy) =>
        `Die Rechnung ${invoiceId} war bis ${payBy} zahlbar und wurde nicht vollständig bezahlt.`,
      cancelled: (ended) => `Ihre Verlängerung war gekündigt, und ihre Laufzeit endete am ${ended}.`,
      notRenewed: (ended) => `Ihre Laufzeit endete am ${ended} und wurde nicht verlängert.`,
    },
    keepsWorking:
      'Ihre Lizenz selbst gilt weiter, und die Software läuft weiter. Es endet der Anspruch auf die Updates und den Support, die zur Wartung gehören.',
    voided: 'Diese Rechnungen sind damit hinfällig und nicht mehr zu zahlen:',
    askForQuote:
      'Wenn Sie die Wartung wieder aufnehmen möchten, antworten Sie auf diese E-Mail und fordern Sie ein Angebot an.',
    comeBack: {
      'from-payment': 'Die Wartung beginnt dann an dem Tag, an dem es bezahlt ist.',
      'from-month-after-payment':
        'Die Wartung beginnt dann am ersten Tag des Monats, nachdem es bezahlt ist.',
      'back-charge':
        'Es umfasst alle Beiträge seit dem letzten bezahlten Tag, und die Wartung beginnt an dem Tag, an dem es bezahlt ist.',
    },
  },
  renewed: {
    subject: ({ product, licenceId, ends }) =>
      `${product}, Lizenz ${licenceId}: Wartung verlängert bis ${ends}`,
    intro: ({ product, licenceId, starts, ends }) =>
      `Die Wartung von ${product} unter der Lizenz ${licenceId} ist verlängert: Die neue Laufzeit geht vom ${starts} bis zum ${ends}.`,
    paid: 'Sie ist bezahlt.',
    invoiceFollows: (invoiceOn) => `Die Rechnung dafür ist für den ${invoiceOn} vorgesehen.`,
    isLast: (ends) =>
      `Da die Verlängerung gekündigt ist, ist dies die letzte Laufzeit: Die Wartung endet am ${ends}.`,
  },
  reinstated: {
    subject: ({ product, licenceId, ends }) =>
      `${product}, Lizenz ${licenceId}: Wartung wieder aufgenommen bis ${ends}`,
    intro: ({ product, licenceId, starts, ends }) =>
      `Danke, dass Sie wieder dabei sind. Die Wartung von ${product} unter der Lizenz ${licenceId} ist wieder aufgenommen: Die neue Laufzeit geht vom ${starts} bis zum ${ends} und ist bezahlt.`,
  },
  cancelled: {
    subject: ({ product, licenceId, endsOn }) =>
      `${product}, Lizenz ${licenceId}: Verlängerung gekündigt, Wartung bis ${endsOn}`,
    intro: ({ product, licenceId, endsOn }) =>
      `Wie gewünscht haben wir die Verlängerung der Wartung von ${product} unter der Lizenz ${licenceId} gekündigt. Die Wartung gilt weiter bis zum ${endsOn}.`,
    missed: ({ cancelBy, ends }) =>
      `Der letzte Tag für eine Kündigung zum Ende der laufenden Wartung am ${ends} war der ${cancelBy}. Ihre Kündigung wirkt daher zum Ende der nächsten Laufzeit.`,
    stayOwed: 'Diese Rechnungen bleiben zu zahlen:',
    orderStaysOpen:
      'Auch die Rechnung zu Ihrem angenommenen Angebot bleibt offen. Wird sie bezahlt, beginnt die nächste Laufzeit, und die Kündigung ist aufgehoben:',
    resume: (endsOn) =>
      `Wenn Sie es sich anders überlegen, antworten Sie bis zum ${endsOn} auf diese E-Mail: Bis dahin lässt sich die Kündigung aufheben.`,
  },
  activated: {
    subject: ({ product, licenceId, ends }) => `${product}, Lizenz ${licenceId}: Wartung läuft bis ${ends}`,
    intro: {
      activatedOn: ({ product, licenceId, on }) =>
        `${product}, Lizenz ${licenceId}, wurde am ${on} aktiviert.`,
      installedOn: ({ product, licenceId, on }) =>
        `${product}, Lizenz ${licenceId}, wurde am ${on} installiert.`,
    },
    term: ({ starts, ends }) => `Die erste Laufzeit der Wartung geht vom ${starts} bis zum ${ends}.`,
    coveredFrom: (on) => `Die Wartung gilt ab dem ${on}.`,
    invoiceFollows: 'Sie erhalten dafür eine Rechnung.',
  },
};
