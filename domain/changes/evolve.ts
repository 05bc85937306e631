import { add, subtract } from '../billing/money.ts';
import type { EventOf } from '../licence/events.ts';
import type { Charge, Licence } from '../licence/licence.ts';
import type { ChangeEvent } from './events.ts';
import { listPriceOf } from './module.ts';

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
      const charges = licence.charges.map((charge) => withChange(charge, licence, event));
      switch (event.change.kind) {
        case 'edition': {
          const { initialInstallation } = licence;
          const isCredited = event.change.credited !== undefined;
          const left = isCredited ? { ...initialInstallation, amount: 0 } : initialInstallation;
          return withoutQuote({ ...licence, facts, charges, initialInstallation: left });
        }
        case 'modules':
          return withoutQuote({ ...licence, facts, charges });
        case 'migration':
          return { ...licence, facts };
      }
    }
  }
}

/** A term that starts after the change, and after the last day that was charged for it, costs what is in use then. */
function withChange(
  charge: Charge,
  { facts, credit }: Licence,
  { date, chargedTo, facts: changed }: EventOf<'LicenceChanged'>,
): Charge {
  if (charge.list === undefined || charge.from <= (chargedTo ?? date)) return charge;
  const added = subtract(
    listPriceOf(changed.modules, credit.currency),
    listPriceOf(facts.modules, credit.currency),
  );
  return { ...charge, list: add(charge.list, added) };
}

/** An open quote for maintenance was calculated for the licence as it was: a new one replaces it. */
function withoutQuote(licence: Licence): Licence {
  const { quote, standing } = licence;
  if (quote === undefined) return licence;
  const asked =
    standing.status === 'active' ? { ...standing, term: { ...standing.term, quoted: false } } : standing;
  return { ...licence, quote: undefined, standing: asked };
}
