import { offerOf } from '../../../wording/facts/offer.ts';
import { quoteIssued } from '../../../wording/facts/history.ts';
import { text } from '../../letter/letter.ts';
import { offerBlocks } from '../../letter/offer-blocks.ts';
import { sharedQuoteWriting } from '../../letter/shared/quote.ts';
import { defineKind } from '../kind.ts';

/** A quote for renewal or reinstatement, new or sent again. */
export const quote = defineKind({
  name: 'quote',
  calledBy: (event) => (event.type === 'QuoteIssued' || event.type === 'QuoteResent' ? event : undefined),
  to: 'technical',
  copyToPartner: true,
  copyToManager: true,
  ifUnknown: 'send-again',
  canBeStopped: (event) => event.type === 'QuoteIssued' && event.automatic,
  write: ({ localiser, about, plan, history }, event) => {
    const words = localiser.words.quote;
    const { then, now, since } = history;
    const offer = offerOf(plan, then, quoteIssued(history, event.quoteId));
    const accepted = since.find((later) => later.type === 'QuoteAccepted' && later.quoteId === event.quoteId);
    const acceptedYears = accepted?.type === 'QuoteAccepted' ? accepted.years : undefined;
    const named = { ...about, quoteId: offer.quoteId, validUntil: localiser.date(offer.validUntil) };
    const isOpen = acceptedYears === undefined;
    return {
      subject: words.subject[offer.purpose](named),
      body: [
        text(words.intro[offer.purpose](named)),
        ...(event.type === 'QuoteResent' ? [text(words.sentAgain)] : []),
        ...(isOpen ? [] : [text(words.accepted(localiser.words.years(acceptedYears)))]),
        ...offerBlocks(localiser, about, offer, { isOpen, credit: now.credit }),
      ],
    };
  },
  writeShared: sharedQuoteWriting,
});
