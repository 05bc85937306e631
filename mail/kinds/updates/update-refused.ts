import { returning } from '../../letter/actions.ts';
import { coverBlocks } from '../../letter/cover-blocks.ts';
import { uncoveredOn, wayBackOf } from '../../letter/cover-facts.ts';
import { text } from '../../letter/letter.ts';
import { defineKind } from '../kind.ts';

/** No password for an update: why. */
export const updateRefused = defineKind({
  name: 'update-refused',
  calledBy: (event) => (event.type === 'UpdatePasswordRefused' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: (material, { date, product, version, licenceId }) => {
    const { pen, about, plan, history } = material;
    const { updateRefused: words, updatesDenied } = pen.words;
    const update = { product, version, licenceId };
    const uncovered = uncoveredOn(plan, history.then, date);
    const wayBack = wayBackOf(material);
    return {
      subject: words.subject(update),
      body: [
        text(words.intro(update)),
        text(uncovered === undefined ? updatesDenied.notGiven : updatesDenied.needsCover),
        ...coverBlocks(pen, uncovered, wayBack),
        ...returning(pen, about, wayBack),
      ],
    };
  },
});
