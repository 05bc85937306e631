import type { Plan } from '../../../domain/plan/plan.ts';
import type { Branding } from '../views/branding.ts';

/** Whose page it is, without how it is paid. */
export function brandingOf({ vendor }: Plan): Branding {
  const { name, email, website, address, country, register, taxName, taxNumber, branding } = vendor;
  return { name, email, website, address, country, register, taxName, taxNumber, branding };
}

/** The vendor whose plans these all are; undefined where they are of several vendors, and where there are none. */
export function brandingShared(plans: readonly Plan[]): Branding | undefined {
  const [first, ...others] = plans;
  return first !== undefined && others.every(({ vendor }) => vendor.name === first.vendor.name)
    ? brandingOf(first)
    : undefined;
}
