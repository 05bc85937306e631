import type { Licence } from '../../domain/licence/licence.ts';
import type { MailSubject } from '../subject.ts';
import type { About } from './content.ts';

/** What every mail and document names. */
export function aboutOf(
  { plan, customer }: Pick<MailSubject, 'plan' | 'customer'>,
  { facts }: Licence,
): About {
  const product = facts.edition === '' ? facts.product : `${facts.product} (${facts.edition})`;
  return {
    licenceId: facts.licenceId,
    trackedBy: plan.trackedBy,
    product,
    plan: plan.name,
    customer: customer.name,
    vendor: plan.vendor,
  };
}
