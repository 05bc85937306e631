import { termThatFollows } from '../../../wording/facts/history.ts';
import { text } from '../../letter/letter.ts';
import { thanksFor } from '../../letter/receipt-blocks.ts';
import { receiptFor } from '../../letter/receipt.ts';
import { defineKind } from '../kind.ts';

/** Maintenance has started again after a lapse. */
export const reinstated = defineKind({
  name: 'reinstated',
  calledBy: (event) => (event.type === 'MaintenanceReinstated' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: (material) => {
    const { localiser, about, history } = material;
    const words = localiser.words.reinstated;
    const { starts, ends } = termThatFollows(history);
    const named = { ...about, starts: localiser.date(starts), ends: localiser.date(ends) };
    return {
      subject: words.subject(named),
      body: [text(words.intro(named)), ...thanksFor(localiser, receiptFor(material))],
    };
  },
});
