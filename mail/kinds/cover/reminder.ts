import { activeStanding } from '../../../domain/licence/licence.ts';
import { offerOf } from '../../../wording/facts/offer.ts';
import { action } from '../../letter/actions.ts';
import { text } from '../../letter/letter.ts';
import { offerBlocks } from '../../letter/offer-blocks.ts';
import { sharedReminderWriting } from '../../letter/shared/cover.ts';
import { defineKind } from '../kind.ts';

/** Maintenance ends, and how to renew it. */
export const reminder = defineKind({
  name: 'reminder',
  calledBy: (event) => (event.type === 'ReminderIssued' && event.kind === 'expiry' ? event : undefined),
  to: 'technical',
  copyToPartner: true,
  ifUnknown: 'send-again',
  canBeStopped: () => true,
  write: ({ localiser, about, plan, history }) => {
    const words = localiser.words.reminder;
    const { then, now } = history;
    const { ends } = activeStanding(then).term;
    const named = { ...about, ends: localiser.date(ends) };
    const offer = then.quote && offerOf(plan, then, then.quote);
    const howToRenew =
      offer === undefined
        ? [text(words.askForQuote), action(localiser, about, 'askForQuote', about.licenceId)]
        : [
            text(words.openQuote(offer.quoteId)),
            ...offerBlocks(localiser, about, offer, { isOpen: true, credit: now.credit }),
          ];
    return {
      subject: words.subject(named),
      body: [text(words.ends(named)), text(words.whatEnds), ...howToRenew],
      calendar: { termEnds: ends, day: ends, isCancelled: false },
    };
  },
  writeShared: sharedReminderWriting,
});
