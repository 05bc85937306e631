import type { CivilDate } from '../../domain/calendar.ts';
import { type Money, money } from '../../domain/billing/money.ts';
import { linesOfNewTerm, linesOfYears, promised } from '../../domain/billing/pricing.ts';
import type { Price } from '../../domain/billing/price.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { countOf } from './statement.ts';

/** What an example licence costs. */
export interface ExamplePrice {
  /** A product, or an edition with its list price. */
  readonly what: string;
  readonly list?: Money | undefined;
  readonly when: string;
  readonly price: Price;
}

/** Where a plan has no price list: a round sum in its major unit. */
const roundList = 1000_00;

/**
 * Prices of example licences of a customer in the vendor's own country, as the domain calculates them on a day: each product
 * or edition, for each year whose rate differs and each number of years that a quote offers.
 */
export function examplePrices(plan: Plan, today: CivilDate): readonly ExamplePrice[] {
  return examplesOf(plan).flatMap(({ what, list, facts }) => [
    ...optionsOf(plan).map(({ when, chainMonths, years }) => ({
      what,
      list,
      when,
      price: promised(plan, facts(today), today, linesOfYears(plan, facts(today), chainMonths, years)),
    })),
    ...(plan.reinstatement.kind === 'new-term' && plan.reinstatement.rate !== null
      ? [
          {
            what,
            list,
            when: 'first year after a lapse',
            price: promised(plan, facts(today), today, linesOfNewTerm(plan, facts(today), 1)),
          },
        ]
      : []),
  ]);
}

interface Option {
  readonly when: string;
  readonly chainMonths: number;
  readonly years: number;
}

function optionsOf({ price, renewal, quote }: Plan): readonly Option[] {
  if (price.kind === 'share-of-list' && price.ratesByTerm.length > 1) {
    return price.ratesByTerm.map((_, index) => ({
      when: `year ${index + 1}`,
      chainMonths: index * 12,
      years: 1,
    }));
  }
  const years = renewal.mode === 'automatic' ? [1] : quote.years;
  return years.map((count) => ({ when: countOf(count, 'year'), chainMonths: 12, years: count }));
}

interface Example {
  readonly what: string;
  readonly list?: Money | undefined;
  readonly facts: (on: CivilDate) => Facts;
}

function examplesOf(plan: Plan): readonly Example[] {
  if (plan.price.kind === 'flat') {
    return Object.keys(plan.price.perYear).map((product) => ({
      what: product,
      facts: factsOf(plan, { product }),
    }));
  }
  const editions = Object.entries(plan.catalogue?.editions ?? {});
  const priced =
    editions.length > 0 ? editions : [['A licence', { sku: 'EXAMPLE', price: roundList }] as const];
  return priced.map(([edition, { sku, price }]) => {
    const list = money(price, plan.currency);
    return { what: edition, list, facts: factsOf(plan, { edition, modules: [{ sku, listPrice: list }] }) };
  });
}

function factsOf(
  { id, vendor }: Plan,
  own: Partial<Pick<Facts, 'product' | 'edition' | 'modules'>>,
): Example['facts'] {
  return (registeredOn) => ({
    licenceId: 'EXAMPLE',
    planId: id,
    customerId: 'EXAMPLE',
    country: vendor.country,
    customerKind: 'end-user',
    product: '',
    edition: '',
    model: 'perpetual',
    modules: [],
    initialYears: 1,
    onSiteTraining: false,
    termNumber: 1,
    registeredOn,
    ...own,
  });
}
