import { expect, it } from 'vitest';
import { type Customer, customerSchema } from '../../../domain/customer/customer.ts';
import { eInvoiceFormOf } from '../../../domain/customer/e-invoice.ts';
import { customerTermsOf, isSameTerms } from '../../../domain/customer/terms.ts';
import { smartNetUserGroup as plan } from '../../../plans/smart-net-user-group.ts';
import { Play } from '../../support/application/play.ts';

const customer: Customer = customerSchema.parse({
  customerId: 'C-1',
  name: 'North Wind Ltd',
  kind: 'reseller',
  email: 'office@north-wind.example',
  country: 'AT',
  locale: 'en-GB',
});

it('a licence keeps of its customer what decides tax, discounts and orders, and no name or number of it', () => {
  const known = {
    ...customer,
    vatId: 'ATU12345675',
    taxExemption: 'a diplomatic mission',
    discountPercent: 12.5,
    poRequired: true,
    poNumber: '4500-17',
    together: true,
  };
  expect(customerTermsOf(known)).toEqual({
    country: 'AT',
    customerKind: 'reseller',
    hasVatId: true,
    isTaxExempt: true,
    discountPercent: 12.5,
    poRequired: true,
    poNumber: '4500-17',
    together: true,
  });
});

it('what says nothing is left out, so that it is no change', () => {
  const terms = customerTermsOf({ ...customer, discountPercent: 0, poRequired: false, together: false });
  expect(terms).toStrictEqual({ country: 'AT', customerKind: 'reseller' });
  expect(isSameTerms(terms, customerTermsOf(customer))).toBe(true);
});

it.each([
  [{ country: 'AU' }, 'end-user in AU'],
  [{ hasVatId: true }, 'end-user in NZ with a VAT id'],
  [{ isTaxExempt: true }, 'end-user in NZ, exempt from tax'],
  [{ discountPercent: 5 }, 'end-user in NZ, with a discount of 5%'],
  [{ poRequired: true }, 'end-user in NZ, orders by purchase order'],
  [{ poNumber: '4500-17' }, 'end-user in NZ, under purchase order 4500-17'],
  [{ together: true }, 'end-user in NZ, together'],
])('a change to %j is one, and the journal says what it was when it changes back', (terms, words) => {
  const before = { activity: 'change-customer', customerKind: 'end-user', country: 'NZ' } as const;
  const play = new Play(plan, { coverEnds: '2026-12-31', country: 'NZ' });
  play.does('2026-03-01', { ...before, ...terms });
  expect(play.licence.facts).toMatchObject(terms);
  play.does('2026-03-02', { ...before, ...terms }).does('2026-03-03', before);
  expect(play.events.slice(-3).map(({ type, because }) => `${type}: ${because}`)).toEqual([
    'CustomerChanged: the customer was end-user in NZ',
    `ActivityRejected: the customer is ${words} already`,
    `CustomerChanged: the customer was ${words}`,
  ]);
});

it('a customer gets e-invoices as it wants them, else as the plan says, and none where the vendor issues none (§4.22)', () => {
  const plan = { eInvoices: { form: 'factur-x' } } as const;
  expect(eInvoiceFormOf(plan, { eInvoice: 'peppol' })).toBe('peppol');
  expect(eInvoiceFormOf(plan, {})).toBe('factur-x');
  expect(eInvoiceFormOf({}, { eInvoice: 'peppol' })).toBe('none');
});
