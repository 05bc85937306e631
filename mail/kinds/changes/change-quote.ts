import { changeOfferOf } from '../../../wording/facts/change-offer.ts';
import { changeInWords } from '../../../wording/phrases/change.ts';
import { named as nameOf } from '../../../wording/phrases/localiser.ts';
import { action } from '../../letter/actions.ts';
import { facts, text } from '../../letter/letter.ts';
import { linesTable } from '../../letter/prices.ts';
import { defineKind } from '../kind.ts';

/** A quote for a change of the licence. */
export const changeQuote = defineKind({
  name: 'change-quote',
  calledBy: (event) => (event.type === 'ChangeQuoted' ? event : undefined),
  to: 'technical',
  copyToPartner: true,
  copyToManager: true,
  ifUnknown: 'send-again',
  write: ({ localiser, about, history }, event) => {
    const offer = changeOfferOf(history, event);
    const { quoteId, note, needsNewLicence, isAccepted, endsWithLapse } = offer;
    const { labels, headings, changeQuote: words } = localiser.words;
    const validUntil = localiser.date(offer.validUntil);
    const named = { ...about, quoteId, validUntil, what: changeInWords(localiser, offer.change) };
    return {
      subject: words.subject(named),
      body: [
        text(words.intro(named)),
        ...(isAccepted ? [text(words.accepted)] : []),
        linesTable(localiser, about.product, offer.price, { caption: headings.offer }),
        facts(labels.quote, [labels.number, quoteId], [labels.validUntil, validUntil]),
        ...(note === undefined ? [] : [text(nameOf(localiser, note))]),
        ...(isAccepted
          ? []
          : [
              text(needsNewLicence ? words.newLicence(validUntil) : words.accept(validUntil)),
              action(localiser, about, 'acceptQuote', quoteId),
            ]),
        ...(endsWithLapse && !isAccepted ? [text(localiser.words.changeTerms.endsWithLapse)] : []),
      ],
    };
  },
});
