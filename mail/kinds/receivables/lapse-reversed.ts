import { text } from '../../letter/letter.ts';
import { thanksFor } from '../../letter/receipt-blocks.ts';
import { receiptFor } from '../../letter/receipt.ts';
import { defineKind } from '../kind.ts';

/** The payment had arrived in time: maintenance goes on as if it had not lapsed. */
export const lapseReversed = defineKind({
  name: 'lapse-reversed',
  calledBy: (event) => (event.type === 'LapseReversed' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: (material, event) => {
    const { localiser, about } = material;
    const words = localiser.words.lapseReversed;
    const named = { ...about, ends: localiser.date(event.standing.cancelledTo ?? event.standing.term.ends) };
    return {
      subject: words.subject(named),
      body: [text(words.intro(named)), ...thanksFor(localiser, receiptFor(material))],
    };
  },
});
