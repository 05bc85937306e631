import { lastDayToCancel } from '../../../domain/cover/terms.ts';
import { activeStanding } from '../../../domain/licence/licence.ts';
import { uncoveredInWords } from '../../letter/cover-blocks.ts';
import { uncoveredOn } from '../../letter/cover-facts.ts';
import { facts, text } from '../../letter/letter.ts';
import { defineKind, type Writing } from '../kind.ts';

/** How long maintenance runs, as the customer asked. */
export const termStatement = defineKind({
  name: 'term-statement',
  calledBy: (event) => (event.type === 'TermStated' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: (
    { localiser, about, plan, history: { then } },
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
    const cancelBy = () => localiser.date(lastDayToCancel(plan, activeStanding(then).term));
    const unlessRenewed = date > lastDay ? words.awaitsPayment(until) : words.ends(until);
    return {
      subject: subject.until({ ...about, until }),
      body: [
        intro,
        text(renews ? words.renews({ until, cancelBy: cancelBy() }) : unlessRenewed),
        facts(localiser.words.labels.cover, ...from, [labels.until, until], renewal(renews)),
      ],
    };
  },
});
