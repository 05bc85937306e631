import { named } from '../../../wording/phrases/pen.ts';
import { returning } from '../../letter/actions.ts';
import { updatesBenefit } from '../../letter/benefit.ts';
import { coverBlocks } from '../../letter/cover-blocks.ts';
import { uncoveredOn, wayBackOf } from '../../letter/cover-facts.ts';
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
  write: (material, { date, product, version, licenceId }) => {
    const { pen, about, plan, history } = material;
    const { updateMissed: words, updatesDenied } = pen.words;
    const update = { product, version, licenceId };
    const uncovered = uncoveredOn(plan, history.then, date);
    const wayBack = wayBackOf(material);
    return {
      subject: words.subject(update),
      body: [
        text(words.intro(update)),
        text(uncovered === undefined ? updatesDenied.notGiven : updatesDenied.needsCover),
        ...(uncovered === undefined ? [] : [text(words.misses(named(pen, updatesBenefit(plan))))]),
        ...coverBlocks(pen, uncovered, wayBack),
        ...returning(pen, about, wayBack),
        text(pen.words.updateNews.leave),
      ],
    };
  },
});
