import { termThatFollows } from '../../../wording/facts/history.ts';
import { text } from '../../letter/letter.ts';
import { defineKind } from '../kind.ts';

/** The first term follows from an installation or activation. */
export const activated = defineKind({
  name: 'activated',
  calledBy: (event) => (event.type === 'LicenceActivated' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: ({ localiser, about, history }, { fact, date }) => {
    const words = localiser.words.activated;
    const { starts, ends, charge } = termThatFollows(history);
    const named = {
      ...about,
      on: localiser.date(date),
      starts: localiser.date(starts),
      ends: localiser.date(ends),
    };
    return {
      subject: words.subject(named),
      body: [
        text(words.intro[fact](named)),
        text(words.term(named)),
        ...(date < starts ? [text(words.coveredFrom(named.on))] : []),
        ...(charge === undefined ? [] : [text(words.invoiceFollows)]),
      ],
    };
  },
});
