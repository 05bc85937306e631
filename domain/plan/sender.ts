import type { Plan } from './plan.ts';

/** The domain that the mails of a plan come from. */
export function senderDomain({ vendor: { email } }: Pick<Plan, 'vendor'>): string {
  return email.slice(email.lastIndexOf('@') + 1);
}
