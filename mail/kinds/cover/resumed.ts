import { addDays } from '../../../domain/calendar.ts';
import { lastDayToCancel } from '../../../domain/cover/terms.ts';
import { activeStanding } from '../../../domain/licence/licence.ts';
import { calendarDayOf } from '../../calendar/entry.ts';
import { action } from '../../letter/actions.ts';
import { text } from '../../letter/letter.ts';
import { defineKind } from '../kind.ts';

/** Confirms that a cancellation is withdrawn. */
export const resumed = defineKind({
  name: 'resumed',
  calledBy: (event) => (event.type === 'RenewalResumed' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: (material) => {
    const { localiser, about, plan, history, today } = material;
    const words = localiser.words.resumed;
    const { term } = activeStanding(history.then);
    const isAutomatic = plan.renewal.mode === 'automatic';
    const lastDay = lastDayToCancel(plan, term);
    const ends = localiser.date(term.ends);
    const next = isAutomatic
      ? [
          text(words.renews({ ends, from: localiser.date(addDays(term.ends, 1)) })),
          ...(lastDay < today ? [] : [text(words.cancelBy(localiser.date(lastDay)))]),
        ]
      : [text(words.ends(ends)), action(localiser, about, 'askForQuote', about.licenceId)];
    return {
      subject: words.subject(about),
      body: [text(words.intro(about)), ...next],
      calendar: calendarDayOf(material, { termEnds: term.ends, isCancelled: false }),
    };
  },
});
