import type { Plan } from './plan.ts';

/** The domain that the mails of a plan come from. */
export function senderDomain({ vendor: { email } }: Pick<Plan, 'vendor'>): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

/** The domains that the mails of plans come from, each once. */
export function senderDomains(plans: readonly Pick<Plan, 'vendor'>[]): readonly string[] {
  return [...new Set(plans.map(senderDomain))];
}
