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
  write: ({ pen, about, plan, history: { then } }, { date, since, until: lastDay, renews }): Writing => {
    const words = pen.words.termStatement;
    const { subject, labels } = words;
    const intro = text(words.intro(about));
    const uncovered = uncoveredOn(plan, then, date);
    if (uncovered !== undefined) {
      return { subject: subject.uncovered(about), body: [intro, text(uncoveredInWords(pen, uncovered))] };
    }
    const from = since === undefined ? [] : [[labels.since, pen.date(since)] as const];
    const renewal = (yes: boolean) => [labels.renews, yes ? words.yes : words.no] as const;
    if (lastDay === undefined) {
      const cover = facts(pen.words.labels.cover, ...from, renewal(true));
      return { subject: subject.endless(about), body: [intro, text(words.endless), cover] };
    }
    const until = pen.date(lastDay);
    const cancelBy = () => pen.date(lastDayToCancel(plan, activeStanding(then).term));
    const unlessRenewed = date > lastDay ? words.awaitsPayment(until) : words.ends(until);
    return {
      subject: subject.until({ ...about, until }),
      body: [
        intro,
        text(renews ? words.renews({ until, cancelBy: cancelBy() }) : unlessRenewed),
        facts(pen.words.labels.cover, ...from, [labels.until, until], renewal(renews)),
      ],
    };
  },
});
