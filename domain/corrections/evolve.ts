import { listPriceOf } from '../changes/module.ts';
import { add, type Money, subtract } from '../billing/money.ts';
import { termsIn } from '../customer/terms.ts';
import type { EventOf } from '../licence/events.ts';
import { type Licence, standingAtEntry } from '../licence/licence.ts';
import type { CorrectionEvent } from './events.ts';

/** The licence after an event of its corrections. */
export function evolveCorrections(licence: Licence, event: CorrectionEvent): Licence {
  switch (event.type) {
    case 'LicenceCorrected':
      return corrected(licence, event);
    case 'LicenceRemoved':
      return { ...licence, standing: { status: 'removed', removedOn: event.date }, charges: [] };
    case 'LicenceTransferred': {
      return {
        ...licence,
        facts: { ...licence.facts, ...termsIn(event.terms), customerId: event.to },
        quote: undefined,
        changeQuote: undefined,
        erasedOn: undefined,
        correspondence: {},
        announcements: { ...licence.announcements, leftOn: undefined },
      };
    }
  }
}

function corrected(licence: Licence, { facts, restartsTerm }: EventOf<'LicenceCorrected'>): Licence {
  const { currency } = licence.credit;
  const before = listPriceOf(licence.facts.modules, currency);
  const list = listPriceOf(facts.modules, currency);
  const { initialInstallation } = licence;
  const isCredited = initialInstallation.amount === 0 && before.amount > 0;
  const kept = {
    ...licence,
    facts,
    initialInstallation: isCredited
      ? initialInstallation
      : notNegative(add(initialInstallation, subtract(list, before))),
  };
  if (!restartsTerm) {
    const charges = licence.charges.map((charge) =>
      charge.list === undefined ? charge : { ...charge, list },
    );
    return { ...kept, charges };
  }
  const { quote } = licence;
  return {
    ...kept,
    standing: standingAtEntry(facts),
    charges: [],
    paidThrough: undefined,
    unpaidBefore: undefined,
    quote: quote?.kind === 'reinstatement' ? undefined : quote,
  };
}

function notNegative(money: Money): Money {
  return money.amount < 0 ? { ...money, amount: 0 } : money;
}
