import { named } from '../../../wording/phrases/localiser.ts';
import { returning } from '../../letter/actions.ts';
import { benefitNamed } from '../../letter/benefit.ts';
import { coverBlocks } from '../../letter/cover-blocks.ts';
import { uncoveredOn, wayBackOf } from '../../letter/cover-facts.ts';
import { text } from '../../letter/letter.ts';
import { defineKind } from '../kind.ts';

/** No support ticket could be opened: why, and what remains. */
export const supportDeclined = defineKind({
  name: 'support-declined',
  calledBy: (event) => (event.type === 'SupportDeclined' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: (material, { date, at, emergency, instead }) => {
    const { localiser, about, plan, history } = material;
    const words = localiser.words.supportDeclined;
    const asked = { ...about, askedAt: localiser.moment(at, plan.timeZone) };
    const uncovered = uncoveredOn(plan, history.then, date);
    const wayBack = wayBackOf(material);
    return {
      subject: words.subject(about),
      body: [
        text(words.intro[emergency ? 'emergency' : 'standard'](asked)),
        text(uncovered === undefined ? words.notGiven : words.needsCover),
        ...coverBlocks(localiser, uncovered, wayBack),
        ...returning(localiser, about, wayBack),
        ...(instead === undefined
          ? []
          : [text(words.instead(named(localiser, benefitNamed(plan, instead))))]),
      ],
    };
  },
});
