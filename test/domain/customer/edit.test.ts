import { expect, it } from 'vitest';
import { type Customer, customerSchema } from '../../../domain/customer/customer.ts';
import { changesBetween, customerEditSchema, edited } from '../../../domain/customer/edit.ts';

const customer: Customer = customerSchema.parse({
  customerId: 'C-1',
  name: 'North Wind Ltd',
  kind: 'end-user',
  email: 'office@north-wind.example',
  alsoEmail: ['one@north-wind.example', 'two@north-wind.example'],
  country: 'GB',
  locale: 'en-GB',
  vatId: 'GB123456789',
  poRequired: false,
});

it('a change of one field leaves the others as they are (§17.4)', () => {
  const edit = customerEditSchema.parse({ set: { name: 'North Wind plc' } });
  expect(edited(customer, edit)).toEqual({ ...customer, name: 'North Wind plc' });
});

it('a field that is emptied has no value, and one that is set to nothing keeps its own', () => {
  const edit = customerEditSchema.parse({ set: { discountPercent: undefined }, clear: ['vatId'] });
  const after = edited({ ...customer, discountPercent: 5 }, edit);
  expect(after.vatId).toBeUndefined();
  expect(after.discountPercent).toBe(5);
});

it('only what a customer need not have can be emptied', () => {
  expect(customerEditSchema.safeParse({ set: {}, clear: ['vatId', 'alsoEmail', 'poRequired'] }).success).toBe(
    true,
  );
  for (const field of ['name', 'email', 'country', 'kind', 'locale', 'customerId', 'undeliverable'])
    expect(customerEditSchema.safeParse({ set: {}, clear: [field] }).success).toBe(false);
});

it('the history has each field that differs, as a book writes it, and no other (§17.4)', () => {
  const after = {
    ...customer,
    name: 'North Wind plc',
    alsoEmail: ['one@north-wind.example'],
    vatId: undefined,
    poRequired: true,
    discountPercent: 12.5,
  };
  expect(changesBetween(customer, after)).toEqual([
    { field: 'name', from: 'North Wind Ltd', to: 'North Wind plc' },
    {
      field: 'alsoEmail',
      from: 'one@north-wind.example | two@north-wind.example',
      to: 'one@north-wind.example',
    },
    { field: 'vatId', from: 'GB123456789', to: '' },
    { field: 'poRequired', from: 'no', to: 'yes' },
    { field: 'discountPercent', from: '', to: '12.5' },
  ]);
  expect(changesBetween(customer, { ...customer })).toEqual([]);
});
