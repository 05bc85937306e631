import type { Plan } from '../../../domain/plan/plan.ts';

/** Whose page it is, and how it looks. */
export type Branding = Pick<
  Plan['vendor'],
  'name' | 'email' | 'website' | 'address' | 'country' | 'taxName' | 'taxNumber' | 'branding'
> & { readonly register?: Plan['vendor']['register'] | undefined };
