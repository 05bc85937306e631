import { add } from '../../../domain/billing/money.ts';
import type { EventOf } from '../../../domain/licence/events.ts';
import { settledWith } from '../../../wording/facts/settled.ts';
import type { SharedBy, Writing } from '../../kinds/kind.ts';
import { facts, text } from '../letter.ts';
import { receiptOf } from '../receipt.ts';
import type { Lines } from './lines.ts';

type Paid = SharedBy<EventOf<'PaymentRecorded'>>;

/** The receipt of a payment that several licences share: what it paid, what terms that started, and what remains. */
export function sharedReceiptWriting(lines: Lines<EventOf<'PaymentRecorded'>>): Writing {
  const [{ material, event: payment }] = lines;
  const { localiser } = material;
  const words = localiser.words.shared.receipt;
  const amount = localiser.money(lines.map(({ event }) => event.amount).reduce(add));
  const receipts = lines.map((line) => {
    return {
      line,
      receipt: receiptOf(line.material, line.event, line.material.version),
      terms: termsOf(line),
    };
  });
  const named = (line: Paid) => `${line.material.about.licenceId}, ${line.material.about.product}`;
  const reversed = receipts.flatMap(({ line }) => (isReversed(line) ? [line.material.about.licenceId] : []));
  const paid = receipts.flatMap(({ line, receipt, terms }) =>
    receipt.paid.map(({ invoiceId, total }) => {
      const what = [localiser.words.receipt.invoice(invoiceId), localiser.money(total), ...terms];
      return [named(line), what.join(', ')] as const;
    }),
  );
  const left = receipts.flatMap(({ line, receipt }) =>
    receipt.open.flatMap(({ invoiceId, payBy, settlement }) => {
      if (settlement.state !== 'open') return [];
      const toPay = localiser.words.letter.toPayBy(localiser.money(settlement.toPay), localiser.date(payBy));
      return [[named(line), `${localiser.words.receipt.invoice(invoiceId)}, ${toPay}`] as const];
    }),
  );
  const credits = receipts.flatMap(({ line, receipt: { credit } }) =>
    credit.amount > 0 ? [[named(line), localiser.money(credit)] as const] : [],
  );
  return {
    subject: words.subject(amount),
    body: [
      text(localiser.words.receipt.thanks({ amount, on: localiser.date(payment.received ?? payment.date) })),
      ...(paid.length === 0 ? [] : [facts(words.paid, ...paid)]),
      ...(reversed.length === 0 ? [] : [text(words.reversed(reversed))]),
      ...(left.length === 0 ? [] : [facts(words.left, ...left)]),
      ...(credits.length === 0 ? [] : [facts(words.credit, ...credits), text(words.creditNote)]),
    ],
  };
}

/** Whether the payment reversed a lapse: its money had arrived in time. */
function isReversed({ material: { journal, version }, event }: Paid): boolean {
  return settledWith(event, journal.slice(version)).some(({ type }) => type === 'LapseReversed');
}

/** The terms that the payment started or took up again. */
function termsOf({ material: { localiser, journal, version }, event }: Paid): readonly string[] {
  const { words, date } = localiser;
  return settledWith(event, journal.slice(version)).flatMap((later) =>
    later.type === 'TermStarted'
      ? [words.shared.receipt.term(words.period(date(later.starts), date(later.ends)))]
      : [],
  );
}
