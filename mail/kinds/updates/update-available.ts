import { named } from '../../../wording/phrases/localiser.ts';
import { action } from '../../letter/actions.ts';
import { updatesBenefit } from '../../letter/benefit.ts';
import { text } from '../../letter/letter.ts';
import { defineKind } from '../kind.ts';

/** An update is out, and the licence is entitled to it. */
export const updateAvailable = defineKind({
  name: 'update-available',
  calledBy: (event) => (event.type === 'UpdateAnnounced' && event.entitled ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  canBeStopped: () => true,
  write: ({ localiser, about, plan }, { product, version, licenceId }) => {
    const words = localiser.words.updateAvailable;
    const update = { product, version, licenceId };
    return {
      subject: words.subject(update),
      body: [
        text(words.intro(update)),
        text(words.isYours(named(localiser, updatesBenefit(plan)))),
        text(words.password(update)),
        action(localiser, about, 'askForPassword', `${product} ${version}`),
        text(localiser.words.updateNews.leave),
      ],
    };
  },
});
