import type { Bill } from '../../wording/facts/bill.ts';
import type { ContentOf } from '../content/content.ts';
import { action } from './actions.ts';
import { type Block, facts, text, type Writing } from './letter.ts';
import type { Pen } from '../pen.ts';

export function lapse(pen: Pen, content: ContentOf<'lapse'>): Writing {
  const words = pen.words.lapse;
  const { about, voided, comeBack } = content;
  const named = { ...about, lapsedOn: pen.date(content.lapsedOn) };
  const voidedFacts = voided.map(({ invoiceId, total }) => [invoiceId, pen.money(total)] as const);
  const body = [
    text(words.intro(named)),
    ...reasons(pen, content).map(text),
    text(words.keepsWorking),
    ...(voided.length === 0 ? [] : [facts(words.voided, ...voidedFacts)]),
    text(words.askForQuote),
    text(words.comeBack[comeBack]),
    action(pen, about, 'askForQuote', about.licenceId),
  ];
  return { subject: words.subject(named), body };
}

export function cancelled(pen: Pen, content: ContentOf<'cancelled'>): Writing {
  const words = pen.words.cancelled;
  const { about, missed, bills } = content;
  const named = { ...about, endsOn: pen.date(content.endsOn) };
  const body = [
    text(words.intro(named)),
    ...(missed === undefined
      ? []
      : [text(words.missed({ cancelBy: pen.date(missed.cancelBy), ends: pen.date(missed.ends) }))]),
    ...openBills(
      pen,
      words.stayOwed,
      bills.filter(({ buys }) => buys.kind === 'cover' && !buys.isOrder),
    ),
    ...openBills(
      pen,
      words.orderStaysOpen,
      bills.filter(({ buys }) => buys.kind === 'cover' && buys.isOrder),
    ),
    ...openBills(
      pen,
      pen.words.changes.orderStaysOpen,
      bills.filter(({ buys }) => buys.kind === 'change'),
    ),
    text(words.resume(named.endsOn)),
    action(pen, about, 'undoCancellation', about.licenceId),
  ];
  return { subject: words.subject(named), body };
}

function reasons(pen: Pen, { reason, termEnded, lapsedOn, voided }: ContentOf<'lapse'>): readonly string[] {
  const words = pen.words.lapse.reason;
  switch (reason) {
    case 'unpaid':
      return voided
        .filter(({ payBy, isCharge }) => isCharge && payBy < lapsedOn)
        .map(({ invoiceId, payBy }) => words.unpaid(invoiceId, pen.date(payBy)));
    case 'cancelled':
      return [words.cancelled(pen.date(termEnded))];
    case 'not-renewed':
      return [words.notRenewed(pen.date(termEnded))];
  }
}

function openBills(pen: Pen, intro: string, bills: readonly Bill[]): readonly Block[] {
  const rows = bills.flatMap(({ invoiceId, payBy, settlement }) =>
    settlement.state === 'open'
      ? [[invoiceId, pen.words.toPayBy(pen.money(settlement.toPay), pen.date(payBy))] as const]
      : [],
  );
  return rows.length === 0 ? [] : [facts(intro, ...rows)];
}
