import { currencies } from '../../../domain/billing/currency.ts';
import type { Reading } from './reading.ts';

/**
 * The business rules of EN 16931-1 that an invoice of ours can break, and those of XRechnung 3.0 (BR-DE) and Peppol BIS
 * Billing 3.0 (PEPPOL) beyond them. They are written from the standards' texts: the published schematrons are under a
 * copyleft licence (docs/adr/0022). Each says whether a reading obeys it.
 */
type Rules = Readonly<Record<string, (reading: Reading) => boolean>>;

/** Hundredths of the currency. Throws where there are more decimals: rules BR-DEC. */
function cents(text: string | undefined): bigint {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text ?? '') ?? [];
  if (whole === '') throw new Error(`${text ?? 'nothing'} is no amount of two decimals at most`);
  return BigInt(`${sign}${whole}${decimals.padEnd(2, '0')}`);
}

function sum(amounts: readonly (string | undefined)[]): bigint {
  return amounts.map(cents).reduce((one, other) => one + other, 0n);
}

/** A share of cents with two decimals of the rate, rounded half up. */
function share(amount: bigint, rate: string | undefined): bigint {
  const scaled = amount * cents(rate) * 2n + 10_000n;
  const quotient = scaled / 20_000n;
  return scaled % 20_000n < 0n ? quotient - 1n : quotient;
}

const has = (...values: readonly (string | undefined)[]) =>
  values.every((value) => value !== undefined && value !== '');
const vatPrefix =
  /^(A[TDL]|B[AEG]|C[HYZ]|D[EK]|E[ELS]|F[IR]|GB|GR|H[RU]|I[ET]|L[ITUV]|M[CEKT]|NL|P[LT]|R[OS]|S[EIKM]|TR|VA|XI|CA|US|AU|NZ)/;

const core: Rules = {
  'BR-01': ({ specification }) => has(specification),
  'BR-02': ({ number }) => has(number),
  'BR-03': ({ issuedOn }) => /^\d{4}-\d{2}-\d{2}$/.test(issuedOn ?? ''),
  'BR-04': ({ typeCode }) => typeCode === '380' || typeCode === '381',
  'BR-05': ({ currency }) => currencies.includes(currency ?? ''),
  'BR-06': ({ seller }) => has(seller.name),
  'BR-07': ({ buyer }) => has(buyer.name),
  'BR-09': ({ seller }) => /^[A-Z]{2}$/.test(seller.country ?? ''),
  'BR-11': ({ buyer }) => /^[A-Z]{2}$/.test(buyer.country ?? ''),
  'BR-12 to BR-15': ({ totals }) => has(totals.lines, totals.net, totals.total, totals.due),
  'BR-16': ({ lines }) => lines.length > 0,
  'BR-21 to BR-26': ({ lines }) =>
    lines.every(({ id, quantity, unit, net, name, price }) => has(id, quantity, unit, net, name, price)),
  'BR-27': ({ lines }) => lines.every(({ price }) => cents(price) >= 0n),
  'BR-29, BR-30': ({ period, lines }) =>
    [period, ...lines.map((line) => line.period)].every(([from = '', to = '9']) => from <= to),
  'BR-31 to BR-33': ({ allowances }) =>
    allowances.every(({ amount, category, reason }) => has(amount, category, reason)),
  'BR-45 to BR-48': ({ breakdown }) =>
    breakdown.every(({ taxable, tax, category, rate }) => has(taxable, tax, category, rate)),
  'BR-49': ({ payment }) => has(payment.means),
  'BR-50, BR-61': ({ payment }) => payment.means === '1' || has(payment.iban),
  'BR-55': ({ preceding: [number, date] }) => has(number) || !has(date),
  'BR-62, BR-63': ({ seller, buyer }) => has(seller.endpoint[0], buyer.endpoint[0]),
  'BR-CO-04': ({ lines }) => lines.every(({ category }) => has(category)),
  'BR-CO-09': ({ seller, buyer }) =>
    [seller.vatId, buyer.vatId].every((id) => id === undefined || vatPrefix.test(id)),
  'BR-CO-10': ({ totals, lines }) => cents(totals.lines) === sum(lines.map(({ net }) => net)),
  'BR-CO-11': ({ totals, allowances }) =>
    cents(totals.allowances) === sum(allowances.map(({ amount }) => amount)),
  'BR-CO-13': ({ totals }) => cents(totals.net) === cents(totals.lines) - cents(totals.allowances),
  'BR-CO-14': ({ totals, breakdown }) => cents(totals.tax) === sum(breakdown.map(({ tax }) => tax)),
  'BR-CO-15': ({ totals }) => cents(totals.total) === cents(totals.net) + cents(totals.tax),
  'BR-CO-16': ({ totals }) => cents(totals.due) === cents(totals.total) - cents(totals.prepaid),
  'BR-CO-17': ({ breakdown }) =>
    breakdown.every(({ taxable, tax, rate }) => {
      // The published rules allow less than one unit of currency: each part of an invoice that is credited is rounded.
      const difference = cents(tax) - share(cents(taxable), rate);
      return difference > -100n && difference < 100n;
    }),
  'BR-CO-18': ({ breakdown }) => breakdown.length > 0,
  'BR-CO-25': ({ totals, dueOn, terms }) => cents(totals.due) <= 0n || has(dueOn) || has(terms),
  'BR-CO-26': ({ seller }) => has(seller.vatId) || has(seller.registration),
  'BR-CO-27': ({ payment }) => payment.iban === undefined || /^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(payment.iban),
};

type Category = 'S' | 'AE' | 'E' | 'O';

/** The rules of one category of VAT hold where any line has it. */
function only(category: Category, holds: (reading: Reading) => boolean): (reading: Reading) => boolean {
  return (reading) => !reading.lines.some((line) => line.category === category) || holds(reading);
}

function partOf({ breakdown }: Reading, category: Category) {
  return breakdown.filter((part) => part.category === category);
}

/** Rules 1, 5, 6 and 8 of each category have one text. */
function common(category: Category): Rules {
  return {
    [`BR-${category}-01`]: only(category, (reading) => partOf(reading, category).length === 1),
    [`BR-${category}-05`]: only(category, ({ lines }) =>
      lines.every(({ rate }) =>
        category === 'O' ? rate === undefined : category === 'S' ? cents(rate) > 0n : cents(rate) === 0n,
      ),
    ),
    [`BR-${category}-06`]: only(category, ({ allowances, lines }) =>
      allowances.every(({ rate, category: own }) => own === category && rate === lines[0]?.rate),
    ),
    [`BR-${category}-08`]: only(category, (reading) =>
      partOf(reading, category).every(
        ({ taxable }) =>
          cents(taxable) ===
          sum(reading.lines.map(({ net }) => net)) - sum(reading.allowances.map(({ amount }) => amount)),
      ),
    ),
  };
}

const untaxed = (category: Category): Rules => ({
  ...common(category),
  [`BR-${category}-09`]: only(category, (reading) =>
    partOf(reading, category).every(({ tax }) => cents(tax) === 0n),
  ),
  [`BR-${category}-10`]: only(category, (reading) =>
    partOf(reading, category).every(({ reason }) => has(reason)),
  ),
});

const byCategory: Rules = {
  ...common('S'),
  'BR-S-02': only('S', ({ seller }) => has(seller.vatId)),
  'BR-S-10': only('S', (reading) =>
    partOf(reading, 'S').every(({ reason, reasonCode }) => !has(reason) && !has(reasonCode)),
  ),
  ...untaxed('AE'),
  'BR-AE-02': only(
    'AE',
    ({ seller, buyer }) => has(seller.vatId) && (has(buyer.vatId) || has(buyer.registration)),
  ),
  ...untaxed('E'),
  'BR-E-02': only('E', ({ seller }) => has(seller.vatId)),
  ...untaxed('O'),
  'BR-O-02': only('O', ({ seller, buyer }) => !has(seller.vatId) && !has(buyer.vatId)),
  'BR-O-11 to BR-O-13': only('O', ({ breakdown, lines }) =>
    [...breakdown, ...lines].every(({ category }) => category === 'O'),
  ),
};

const xrechnung: Rules = {
  'BR-DE-1': ({ payment }) => has(payment.means),
  'BR-DE-3, BR-DE-4': ({ seller }) => has(seller.city, seller.postalCode),
  'BR-DE-5 to BR-DE-7': ({ seller }) => has(...seller.contact),
  'BR-DE-8, BR-DE-9': ({ buyer }) => has(buyer.city, buyer.postalCode),
  'BR-DE-14': ({ breakdown }) => breakdown.every(({ rate }) => has(rate)),
  'BR-DE-15': ({ buyerReference }) => has(buyerReference),
  'BR-DE-16': ({ lines, seller }) => lines.every(({ category }) => category === 'O') || has(seller.vatId),
  'BR-DE-17': ({ typeCode }) =>
    ['326', '380', '384', '389', '381', '875', '876', '877'].includes(typeCode ?? ''),
  'BR-DE-21': ({ specification }) =>
    specification === 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
  'BR-DE-23-a': ({ payment }) => payment.means === '1' || has(payment.iban),
  'BR-DE-27': ({ seller }) => (seller.contact[1]?.match(/\d/g) ?? []).length >= 3,
  'BR-DE-28': ({ seller }) => /^[^@\s]{2,}@[^@\s]{2,}$/.test(seller.contact[2] ?? ''),
  'PEPPOL-EN16931-R010, R020': ({ seller, buyer }) => has(...seller.endpoint, ...buyer.endpoint),
};

const peppol: Rules = {
  'PEPPOL-EN16931-R002': ({ notes }) => notes.length <= 1,
  'PEPPOL-EN16931-R003': ({ buyerReference, purchaseOrder }) => has(buyerReference) || has(purchaseOrder),
  'PEPPOL-EN16931-R004': ({ specification }) =>
    specification === 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  'PEPPOL-EN16931-R010, R020': ({ seller, buyer }) => has(...seller.endpoint, ...buyer.endpoint),
  'PEPPOL-EN16931-R120': ({ lines }) =>
    lines.every(({ net, price, quantity }) => cents(net) === cents(price) * BigInt(quantity ?? '')),
  'PEPPOL-EN16931-P0107': ({ breakdown }) =>
    breakdown.every(({ category, reasonCode }) => category !== 'AE' || reasonCode === 'VATEX-EU-AE'),
  'PEPPOL-EN16931-P0106': ({ breakdown }) =>
    breakdown.every(({ category, reasonCode }) => category !== 'O' || reasonCode === 'VATEX-EU-O'),
};

const beyond = { 'factur-x': {}, xrechnung, peppol } as const;

/** The ids of the rules that an invoice breaks, of EN 16931 and of what its form adds. */
export function rulesBrokenBy(reading: Reading, form: keyof typeof beyond): readonly string[] {
  const rules: Rules = { ...core, ...byCategory, ...beyond[form] };
  return Object.entries(rules)
    .filter(([, holds]) => !holds(reading))
    .map(([id]) => id);
}
