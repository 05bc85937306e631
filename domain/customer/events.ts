import * as z from 'zod/mini';
import { event } from '../licence/event.ts';
import { customerTermsSchema } from './terms.ts';

export const customerActivities = ['change-customer', 'merge-customer', 'erase-customer'] as const;

export const customerEvents = () =>
  [
    /** The vendor's customer data changed: tax and benefits follow from that day. */
    event('CustomerChanged', customerTermsSchema.shape),
    /** Another customer took the place of the licence's. All that is open stays open, and goes to that one. */
    event('CustomerMerged', {
      /** The customer's id before, and from now on. */
      from: z.string(),
      to: z.string(),
      /** What the licence has of its customer from now on. */
      terms: customerTermsSchema,
    }),
    /** The personal data of the customer were erased: nobody is mailed any more. */
    event('CustomerErased', {}),
  ] as const;

export type CustomerEvent = z.infer<ReturnType<typeof customerEvents>[number]>;
