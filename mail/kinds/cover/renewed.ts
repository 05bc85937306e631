import { addDays } from '../../../domain/calendar.ts';
import { activeStanding } from '../../../domain/licence/licence.ts';
import { calendarDayOf } from '../../calendar/entry.ts';
import { text } from '../../letter/letter.ts';
import { thanksFor } from '../../letter/receipt-blocks.ts';
import { receiptFor } from '../../letter/receipt.ts';
import { sharedRenewedWriting } from '../../letter/shared/cover.ts';
import { defineKind } from '../kind.ts';

/** The next term has started. */
export const renewed = defineKind({
  name: 'renewed',
  calledBy: (event) => (event.type === 'TermStarted' && event.basis === 'renewal' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: (material, event) => {
    const { localiser, about, history, today } = material;
    const words = localiser.words.renewed;
    const { charge } = event;
    const named = { ...about, starts: localiser.date(event.starts), ends: localiser.date(event.ends) };
    const invoicing = (invoiceOn: typeof today) =>
      invoiceOn < today ? words.invoiceFollows : words.invoiceOn(localiser.date(invoiceOn));
    const isLast = activeStanding(history.then).cancelledTo !== undefined;
    return {
      subject: words.subject(named),
      body: [
        text(words.intro(named)),
        text(charge === undefined ? words.paid : invoicing(charge.invoiceOn)),
        ...thanksFor(localiser, receiptFor(material)),
        ...(isLast ? [text(words.isLast(named.ends))] : []),
      ],
      calendar: calendarDayOf(material, { termEnds: addDays(event.starts, -1), isCancelled: true }),
    };
  },
  writeShared: sharedRenewedWriting,
});
