import { type Customer, customerSchema } from '../../../domain/customer/customer.ts';

/** An ordinary customer: C-1. */
export const janeRoe: Customer = customerSchema.parse({
  customerId: 'C-1',
  name: 'Jane Roe Ltd',
  kind: 'end-user',
  email: 'jane@customer.example',
  country: 'US',
  locale: 'en-GB',
});
