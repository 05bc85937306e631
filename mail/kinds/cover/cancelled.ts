import { lastDayToCancel } from '../../../domain/cover/terms.ts';
import { activeStanding } from '../../../domain/licence/licence.ts';
import { type Bill, billOf } from '../../../wording/facts/bill.ts';
import { calendarDayOf } from '../../calendar/entry.ts';
import { action } from '../../letter/actions.ts';
import { type Block, facts, text } from '../../letter/letter.ts';
import type { MailLocaliser } from '../../letter/localiser.ts';
import { defineKind } from '../kind.ts';

/** Confirms that maintenance does not renew. */
export const cancelled = defineKind({
  name: 'cancelled',
  calledBy: (event) => (event.type === 'RenewalCancelled' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  copyToManager: true,
  ifUnknown: 'send-again',
  write: (material, { endsOn }) => {
    const { localiser, about, plan, history } = material;
    const words = localiser.words.cancelled;
    const { term } = activeStanding(history.then);
    const isInTime = endsOn === term.ends;
    const ends = localiser.date(endsOn);
    const named = { ...about, ends };
    const missed = { cancelBy: localiser.date(lastDayToCancel(plan, term)), ends: localiser.date(term.ends) };
    const bills = history.now.invoices.map(({ invoiceId }) => billOf(plan, history, invoiceId));
    return {
      subject: words.subject(named),
      body: [
        text(words.intro(named)),
        ...(isInTime ? [] : [text(words.missed(missed))]),
        ...openBills(localiser, words.stillOpen, bills.filter(isCharge)),
        ...openBills(localiser, words.orderStillOpen, bills.filter(isTermOrder)),
        ...openBills(
          localiser,
          words.changeStillOpen,
          bills.filter(({ buys }) => buys.kind === 'change'),
        ),
        text(words.resume(ends)),
        action(localiser, about, 'withdrawCancellation', about.licenceId),
      ],
      calendar: isInTime ? calendarDayOf(material, { termEnds: term.ends, isCancelled: true }) : undefined,
    };
  },
});

function isCharge({ buys }: Bill): boolean {
  return buys.kind === 'cover' && !buys.isOrder;
}

function isTermOrder({ buys }: Bill): boolean {
  return buys.kind === 'cover' && buys.isOrder;
}

function openBills(localiser: MailLocaliser, intro: string, bills: readonly Bill[]): readonly Block[] {
  const rows = bills.flatMap(({ invoiceId, payBy, settlement }) =>
    settlement.state === 'open'
      ? [
          [
            invoiceId,
            localiser.words.letter.toPayBy(localiser.money(settlement.toPay), localiser.date(payBy)),
          ] as const,
        ]
      : [],
  );
  return rows.length === 0 ? [] : [facts(intro, ...rows)];
}
