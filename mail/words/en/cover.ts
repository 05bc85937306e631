import type { ComeBack } from '../../../wording/facts/cover.ts';
import type { Subject } from '../subject.ts';

/** A term, as sentences name it. */
interface Term extends Subject {
  readonly starts: string;
  readonly ends: string;
}

type Ending = Subject & { readonly ends: string };

export const calendar = {
  expires: ({ product, licenceId }: Subject) => `Maintenance of ${product} ends (licence ${licenceId})`,
  cancelBy: ({ product, licenceId }: Subject) =>
    `Last day to cancel the maintenance of ${product} (licence ${licenceId})`,
};

export const reminder = {
  subject: ({ product, licenceId, ends }: Ending) =>
    `${product}, licence ${licenceId}: maintenance ends on ${ends}`,
  ends: ({ product, licenceId, ends }: Ending) =>
    `The maintenance of ${product} under licence ${licenceId} ends on ${ends}. It does not renew automatically.`,
  whatEnds:
    'After that date you no longer receive the updates and support that maintenance includes. The software itself keeps working.',
  askForQuote:
    'To renew, ask for a quote: use the button below, or reply to this email. Once you have accepted and paid it, the next term starts on the day after the current one ends.',
  openQuote: (quoteId: string) => `To renew, please use our quote ${quoteId}:`,
};

export const renewalNotice = {
  subject: ({ product, licenceId, from, total }: Subject & { from: string; total: string }) =>
    `${product}, licence ${licenceId}: maintenance renews on ${from} for ${total}`,
  renews: ({ product, licenceId, ends, from, to }: Ending & { from: string; to: string }) =>
    `The current term of the maintenance of ${product} under licence ${licenceId} ends on ${ends}. It renews automatically: the next term runs from ${from} to ${to}.`,
  price: ({ total, tax }: { total: string; tax: string | undefined }) =>
    `The next term costs ${total}${tax === undefined ? '' : `, including ${tax}`}:`,
  invoice: ({ invoiceOn, payBy }: { invoiceOn: string; payBy: string }) =>
    `We will send you the invoice on ${invoiceOn}. It will be due on ${payBy}.`,
  cancel: (cancelBy: string) =>
    `If you wish to renew, you do not need to do anything. If you do not, please cancel by ${cancelBy}: use the button below, or reply to this email.`,
  tooLate: ({ cancelBy, to }: { cancelBy: string; to: string }) =>
    `The last day to cancel this renewal was ${cancelBy}. If you cancel now, the cancellation takes effect at the end of the next term, on ${to}.`,
  priceHeading: 'Price',
  nextTerm: 'Next term',
  cancelBy: 'Cancel by',
};

export const renewed = {
  subject: ({ product, licenceId, ends }: Ending) =>
    `${product}, licence ${licenceId}: maintenance renewed until ${ends}`,
  intro: ({ product, licenceId, starts, ends }: Term) =>
    `The maintenance of ${product} under licence ${licenceId} has been renewed. The new term runs from ${starts} to ${ends}.`,
  paid: 'It is fully paid.',
  invoiceOn: (invoiceOn: string) => `We will send you the invoice on ${invoiceOn}.`,
  invoiceFollows: 'You will receive the invoice in a separate email.',
  isLast: (ends: string) =>
    `As you have cancelled the renewal, this is the last term. Maintenance ends on ${ends}.`,
};

export const reinstated = {
  subject: ({ product, licenceId, ends }: Ending) =>
    `${product}, licence ${licenceId}: maintenance reinstated until ${ends}`,
  intro: ({ product, licenceId, starts, ends }: Term) =>
    `Welcome back. The maintenance of ${product} under licence ${licenceId} has been reinstated. The new term runs from ${starts} to ${ends} and is fully paid.`,
};

export const cancelled = {
  subject: ({ product, licenceId, ends }: Ending) =>
    `${product}, licence ${licenceId}: renewal cancelled, maintenance ends on ${ends}`,
  intro: ({ product, licenceId, ends }: Ending) =>
    `We confirm your cancellation of the renewal of maintenance for ${product} under licence ${licenceId}. You remain covered until ${ends}.`,
  missed: ({ cancelBy, ends }: { cancelBy: string; ends: string }) =>
    `The last day to cancel for the end of the current term, ${ends}, was ${cancelBy}. Your cancellation therefore takes effect at the end of the next term.`,
  stillOpen: 'These invoices are still open:',
  orderStillOpen:
    'The invoice for the quote that you accepted is still open. If you pay it, the next term starts and the cancellation no longer applies:',
  changeStillOpen: 'The invoice for the change that you ordered is still open:',
  resume: (ends: string) =>
    `If you change your mind, use the button below by ${ends}, or reply to this email. You can withdraw the cancellation until then.`,
};

export const resumed = {
  subject: ({ product, licenceId }: Subject) =>
    `${product}, licence ${licenceId}: cancellation withdrawn, maintenance continues`,
  intro: ({ product, licenceId }: Subject) =>
    `We confirm that you have withdrawn your cancellation of maintenance for ${product} under licence ${licenceId}.`,
  renews: ({ ends, from }: { ends: string; from: string }) =>
    `The current term ends on ${ends}. The next term starts automatically on ${from}.`,
  cancelBy: (cancelBy: string) => `You can cancel by ${cancelBy}.`,
  ends: (ends: string) =>
    `The current term ends on ${ends} and does not renew automatically. To renew, ask for a quote: use the button below, or reply to this email.`,
};

export const transferred = {
  subject: ({ product, licenceId }: Subject) => `${product}, licence ${licenceId}: transferred to you`,
  intro: ({ product, licenceId, on }: Subject & { on: string }) =>
    `Licence ${licenceId} for ${product} was transferred to you on ${on}.`,
  goesOn:
    'Term, cover and price remain unchanged. From now on, you will receive the quotes, invoices and notices for this licence.',
  cover: 'Maintenance',
  until: 'Covered until',
};

export const transferredAway = {
  subject: ({ product, licenceId }: Subject) => `${product}, licence ${licenceId}: transferred`,
  intro: ({ product, licenceId, on }: Subject & { on: string }) =>
    `As requested, we transferred licence ${licenceId} for ${product} to its new owner on ${on}.`,
  notYours:
    'You will receive no further quotes, invoices or notices for this licence. Any open quote has been withdrawn. If you did not expect this, please reply to this email.',
};

export const lapse = {
  subject: ({ product, licenceId, lapsedOn }: Subject & { lapsedOn: string }) =>
    `${product}, licence ${licenceId}: maintenance lapsed on ${lapsedOn}`,
  intro: ({ product, licenceId, lapsedOn }: Subject & { lapsedOn: string }) =>
    `The maintenance of ${product} under licence ${licenceId} lapsed on ${lapsedOn}.`,
  reason: {
    unpaid: (invoiceId: string, payBy: string) =>
      `Invoice ${invoiceId} was due on ${payBy} and has not been paid in full.`,
    cancelled: (ended: string) => `You had cancelled the renewal, and the term ended on ${ended}.`,
    notRenewed: (ended: string) => `The term ended on ${ended} and was not renewed.`,
  },
  keepsWorking:
    'Your licence remains valid and the software keeps working. You no longer receive the updates and support that maintenance includes.',
  voided: 'We have cancelled these invoices. You no longer need to pay them:',
  credit: (credit: string) =>
    `You have a credit of ${credit}. We will deduct it if you reinstate your maintenance.`,
  askForQuote:
    'To reinstate your maintenance, ask for a quote: use the button below, or reply to this email.',
};

/** When cover starts, if a customer takes the quote that it asks for. */
export const comeBack: Readonly<Record<ComeBack, string>> = {
  'from-payment': 'Maintenance then starts on the day of your payment.',
  'from-month-after-payment': 'Maintenance then starts on the first day of the month after your payment.',
  'from-end-of-cover': 'Maintenance then continues from the day on which it ended.',
  'back-charge':
    'The quote includes all charges since the last day that you paid for. Maintenance then starts on the day of your payment.',
};

export const activated = {
  subject: ({ product, licenceId, ends }: Ending) =>
    `${product}, licence ${licenceId}: maintenance runs until ${ends}`,
  intro: {
    activatedOn: ({ product, licenceId, on }: Subject & { on: string }) =>
      `Your licence ${licenceId} for ${product} was activated on ${on}.`,
    installedOn: ({ product, licenceId, on }: Subject & { on: string }) =>
      `${product} was installed on ${on} under your licence ${licenceId}.`,
  },
  term: ({ starts, ends }: { starts: string; ends: string }) =>
    `The first maintenance term runs from ${starts} to ${ends}.`,
  coveredFrom: (on: string) => `You are already covered from ${on}.`,
  invoiceFollows: 'You will receive the invoice in a separate email.',
};

export const uncovered = {
  waits: {
    installedOn:
      'Maintenance for this licence starts on the day of installation. Please reply to this email and tell us the date.',
    activatedOn:
      'Maintenance for this licence starts with the activation. Please reply to this email and tell us the date.',
    purchasedOn:
      'Maintenance for this licence starts on the day of purchase. Please reply to this email and tell us the date.',
  },
  begins: (from: string) => `Maintenance for this licence starts on ${from}.`,
  ended: (on: string) => `Maintenance for this licence ended on ${on}.`,
};

export const wayBack = {
  order: ({ invoiceId, toPay, payBy }: { invoiceId: string; toPay: string; payBy: string }) =>
    `To reinstate your maintenance, please pay ${toPay} by ${payBy}, quoting invoice number ${invoiceId}.`,
  quote: ({ quoteId, validUntil }: { quoteId: string; validUntil: string }) =>
    `To reinstate your maintenance, please accept our quote ${quoteId} by ${validUntil}. You received it in a separate email.`,
};

export const termStatement = {
  subject: {
    until: ({ product, licenceId, until }: Subject & { until: string }) =>
      `${product}, licence ${licenceId}: your maintenance runs until ${until}`,
    endless: ({ product, licenceId }: Subject) =>
      `${product}, licence ${licenceId}: your maintenance has no end date`,
    uncovered: ({ product, licenceId }: Subject) => `${product}, licence ${licenceId}: no active maintenance`,
  },
  intro: ({ product, licenceId }: Subject) =>
    `You asked how long the maintenance of ${product} under licence ${licenceId} runs.`,
  renews: (until: string) => `The current term runs until ${until} and then renews automatically.`,
  ends: (until: string) => `It runs until ${until} and does not renew automatically.`,
  awaitsPayment: (until: string) =>
    `The term ended on ${until}. You remain covered while your invoice for the next term can still be paid. The next term starts once it is paid.`,
  endless: 'It has no end date. You are covered as long as your subscription is active.',
  labels: { since: 'Active since', until: 'Active until', renews: 'Renews automatically' },
  yes: 'yes',
  no: 'no',
};
