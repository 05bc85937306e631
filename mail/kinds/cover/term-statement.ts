import type { CivilDate } from '../../../domain/calendar.ts';
import { lastDayToCancel, renewalTerm } from '../../../domain/cover/terms.ts';
import { activeStanding, type Licence } from '../../../domain/licence/licence.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { uncoveredInWords } from '../../letter/cover-blocks.ts';
import { uncoveredOn } from '../../letter/cover-facts.ts';
import { facts, text } from '../../letter/letter.ts';
import type { MailLocaliser } from '../../letter/localiser.ts';
import { defineKind, type Writing } from '../kind.ts';

/** How long maintenance runs, as the customer asked. */
export const termStatement = defineKind({
  name: 'term-statement',
  calledBy: (event) => (event.type === 'TermStated' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: (
    { localiser, about, plan, history: { then }, today },
    { date, since, until: lastDay, renews },
  ): Writing => {
    const words = localiser.words.termStatement;
    const { subject, labels } = words;
    const intro = text(words.intro(about));
    const uncovered = uncoveredOn(plan, then, date);
    if (uncovered !== undefined) {
      return {
        subject: subject.uncovered(about),
        body: [intro, text(uncoveredInWords(localiser, uncovered))],
      };
    }
    const from = since === undefined ? [] : [[labels.since, localiser.date(since)] as const];
    const renewal = (yes: boolean) => [labels.renews, yes ? words.yes : words.no] as const;
    if (lastDay === undefined) {
      const cover = facts(localiser.words.labels.cover, ...from, renewal(true));
      return { subject: subject.endless(about), body: [intro, text(words.endless), cover] };
    }
    const until = localiser.date(lastDay);
    const unlessRenewed = date > lastDay ? words.awaitsPayment(until) : words.ends(until);
    return {
      subject: subject.until({ ...about, until }),
      body: [
        intro,
        text(renews ? `${words.renews(until)} ${cancelling(localiser, plan, then, today)}` : unlessRenewed),
        facts(localiser.words.labels.cover, ...from, [labels.until, until], renewal(renews)),
      ],
    };
  },
});

/** Until when a term that renews can be cancelled, or what a cancellation does after that day. */
function cancelling(localiser: MailLocaliser, plan: Plan, licence: Licence, today: CivilDate): string {
  const { term } = activeStanding(licence);
  const lastDay = lastDayToCancel(plan, term);
  const cancelBy = localiser.date(lastDay);
  if (lastDay >= today) return localiser.words.resumed.cancelBy(cancelBy);
  const { charge } = renewalTerm(plan, term, licence.alignTo);
  return localiser.words.renewalNotice.tooLate({ cancelBy, to: localiser.date(charge.to) });
}
