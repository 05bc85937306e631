import { formatMoney, money } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import {
  type Chapter,
  countOf,
  listOf,
  percentInWords,
  ratesInWords,
  type Say,
  type Statement,
} from './statement.ts';

/** What customers pay, and with which taxes. */
export function pricesInWords(plan: Plan, say: Say): Chapter {
  return {
    heading: 'Prices and taxes',
    statements: [
      ...pricePerYear(plan, say),
      ...upliftInWords(plan, say),
      ...taxesInWords(plan, say),
      say(['currency'], `All amounts are in ${plan.currency}.`),
      ...eInvoicesInWords(plan, say),
    ],
  };
}

function pricePerYear({ price, currency }: Plan, say: Say): readonly Statement[] {
  if (price.kind === 'flat') {
    return Object.entries(price.perYear).map(([product, perYear]) =>
      say(['price.perYear'], `${product} costs ${formatMoney(money(perYear, currency))} a year, before tax.`),
    );
  }
  const discounts = Object.entries(price.discountByYears).map(([years, percent]) =>
    say(
      ['price.discountByYears'],
      `Whoever buys ${countOf(Number(years), 'year')} at once pays ${percentInWords(percent)} less.`,
    ),
  );
  return [say(['price.ratesByTerm'], ratesInWords(price.ratesByTerm)), ...discounts];
}

function upliftInWords({ price: { uplift } }: Plan, say: Say): readonly Statement[] {
  if (uplift === undefined) return [];
  const most = uplift.most === undefined ? '' : `, up to ${percentInWords(uplift.most)} in all`;
  const more = percentInWords(uplift.percent);
  return [say(['price.uplift'], `Each further year costs ${more} more than the one before${most}.`)];
}

function taxesInWords({ taxByCountry, reverseCharge, vendor }: Plan, say: Say): readonly Statement[] {
  const name = vendor.taxName?.en ?? 'tax';
  const taxes = Object.entries(taxByCountry).map(
    ([country, rate]) => `${rateInWords(rate)} ${name} in ${country}`,
  );
  const text = taxes.length === 0 ? 'No tax is charged.' : `Tax: ${listOf(taxes, 'and')}; none elsewhere.`;
  const charged = say(['taxByCountry'], text);
  if (reverseCharge.length === 0) return [charged];
  const countries = listOf(reverseCharge, 'and');
  return [
    charged,
    say(
      ['reverseCharge'],
      `Businesses with a VAT id account for the tax themselves in these countries: ${countries}.`,
    ),
  ];
}

function rateInWords(rate: Plan['taxByCountry'][string]): string {
  if (typeof rate === 'number') return percentInWords(rate);
  const rates = rate.map((one) => `${percentInWords(one.percent)} from ${one.from}`);
  return listOf(rates, 'and');
}

const formNames: Readonly<Record<string, string>> = {
  'factur-x': 'Factur-X, a PDF with XML inside',
  xrechnung: 'XRechnung',
  peppol: 'Peppol BIS Billing',
};

function eInvoicesInWords({ eInvoices }: Plan, say: Say): readonly Statement[] {
  if (eInvoices === undefined) return [];
  const form = formNames[eInvoices.form] ?? eInvoices.form;
  return [
    say(
      ['eInvoices'],
      `Invoices and credit notes are e-invoices (${form}), also in another form that a customer wants.`,
    ),
  ];
}
