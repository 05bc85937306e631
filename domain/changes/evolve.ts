import type { Licence } from '../licence/licence.ts';
import type { ChangeEvent } from './events.ts';

/** The licence after an event of its changes. */
export function evolveChanges(licence: Licence, event: ChangeEvent): Licence {
  switch (event.type) {
    case 'ChangeQuoted': {
      const { quoteId, validUntil, change, price, needsNewLicence } = event;
      return {
        ...licence,
        changeQuote: { quoteId, validUntil, change, price, needsNewLicence },
        quotesIssued: licence.quotesIssued + 1,
      };
    }
    case 'ChangeAccepted':
      return { ...licence, changeQuote: undefined };
    case 'LicenceChanged': {
      const facts = { ...licence.facts, ...event.facts };
      switch (event.change.kind) {
        case 'edition': {
          const { initialInstallation } = licence;
          const isCredited = event.change.credited !== undefined;
          const left = isCredited ? { ...initialInstallation, amount: 0 } : initialInstallation;
          return withoutQuote({ ...licence, facts, initialInstallation: left });
        }
        case 'modules':
          return withoutQuote({ ...licence, facts });
        case 'migration':
          return { ...licence, facts };
      }
    }
  }
}

/** An open quote for maintenance was reckoned from what the licence was for: a new one takes its place. */
function withoutQuote(licence: Licence): Licence {
  const { quote, standing } = licence;
  if (quote === undefined) return licence;
  const asked =
    standing.status === 'active' ? { ...standing, term: { ...standing.term, quoted: false } } : standing;
  return { ...licence, quote: undefined, standing: asked };
}
