import type { Licence } from '../licence/licence.ts';
import type { CustomerEvent } from './events.ts';
import { termsIn } from './terms.ts';

/** The licence after an event about its customer. */
export function evolveCustomer(licence: Licence, event: CustomerEvent): Licence {
  const { facts, announcements } = licence;
  switch (event.type) {
    case 'CustomerChanged':
      return { ...licence, facts: { ...facts, ...termsIn(event) } };
    case 'CustomerMerged':
      return { ...licence, facts: { ...facts, ...termsIn(event.terms), customerId: event.to } };
    case 'CustomerErased':
      return {
        ...licence,
        quote: undefined,
        changeQuote: undefined,
        erasedOn: event.date,
        correspondence: { stoppedOn: event.date },
        announcements: { ...announcements, leftOn: event.date },
      };
  }
}
