import { named } from '../../../wording/phrases/localiser.ts';
import { updatesBenefit } from '../../letter/benefit.ts';
import { deniedUpdate } from '../../letter/denied-update.ts';
import { text } from '../../letter/letter.ts';
import { defineKind } from '../kind.ts';

/** An update is out, but the licence is not entitled to it. */
export const updateMissed = defineKind({
  name: 'update-missed',
  calledBy: (event) => (event.type === 'UpdateAnnounced' && !event.entitled ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  canBeStopped: () => true,
  write: (material, event) => {
    const { localiser, plan } = material;
    const { updateMissed: words, updateNews } = localiser.words;
    const missed = [text(words.misses(named(localiser, updatesBenefit(plan))))];
    const { subject, body } = deniedUpdate(material, event, words, missed);
    return { subject, body: [...body, text(updateNews.leave)] };
  },
});
