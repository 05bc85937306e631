import type { CivilDate } from '../../../domain/calendar.ts';
import type { EventOf } from '../../../domain/licence/events.ts';
import { comeBackOf } from '../../../wording/facts/cover.ts';
import { invoiceIssued } from '../../../wording/facts/history.ts';
import { action } from '../../letter/actions.ts';
import { facts, text } from '../../letter/letter.ts';
import type { Pen } from '../../letter/pen.ts';
import { defineKind } from '../kind.ts';

/** Maintenance has lapsed: why, and how to reinstate it. */
export const lapse = defineKind({
  name: 'lapse',
  calledBy: (event) =>
    event.type === 'MaintenanceLapsed' && event.beforeRegistration !== true ? event : undefined,
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: ({ pen, about, plan, history }, event) => {
    const words = pen.words.lapse;
    const { standing } = history.then;
    if (standing.status !== 'lapsed') throw new Error(`licence ${event.licenceId} has not lapsed`);
    const voided = history.journal
      .filter((other) => other.type === 'InvoiceVoided')
      .filter((other) => other.date === event.date)
      .map((other) => invoiceIssued(history, other.invoiceId));
    const { credit } = history.now;
    const named = { ...about, lapsedOn: pen.date(event.date) };
    return {
      subject: words.subject(named),
      body: [
        text(words.intro(named)),
        ...reasons(pen, event, standing.lastTerm.ends, voided).map(text),
        text(words.keepsWorking),
        ...(voided.length === 0
          ? []
          : [
              facts(
                words.voided,
                ...voided.map(({ invoiceId, total }) => [invoiceId, pen.money(total)] as const),
              ),
            ]),
        ...(credit.amount > 0 ? [text(words.credit(pen.money(credit)))] : []),
        text(words.askForQuote),
        text(pen.words.comeBack[comeBackOf(plan)]),
        action(pen, about, 'askForQuote', about.licenceId),
      ],
    };
  },
});

/** `voided` are the invoices that it voids: it rests on those that charged a term and were not paid in time. */
function reasons(
  pen: Pen,
  { reason, date }: EventOf<'MaintenanceLapsed'>,
  termEnded: CivilDate,
  voided: readonly EventOf<'InvoiceIssued'>[],
): readonly string[] {
  const words = pen.words.lapse.reason;
  switch (reason) {
    case 'unpaid':
      return voided
        .filter(({ payBy, purpose }) => !purpose.order && payBy < date)
        .map(({ invoiceId, payBy }) => words.unpaid(invoiceId, pen.date(payBy)));
    case 'cancelled':
      return [words.cancelled(pen.date(termEnded))];
    case 'not-renewed':
      return [words.notRenewed(pen.date(termEnded))];
  }
}
