import { plans } from '../../../plans/index.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { Branding } from '../views/branding.ts';
import type { SeenLicence } from './licences/seen-licence.ts';

/** Whose page it is, without how it is paid. */
export function brandingOf({ vendor }: Plan): Branding {
  const { name, email, website, address, country, register, taxName, taxNumber, branding } = vendor;
  return { name, email, website, address, country, register, taxName, taxNumber, branding };
}

/** The vendor of the first licence; of the first plan of this deployment, where the customer has none. */
export function brandingOfFirst(seen: readonly SeenLicence[]): Branding {
  const plan = seen[0]?.plan ?? plans[0];
  if (plan === undefined) throw new Error('this deployment has no plan');
  return brandingOf(plan);
}
