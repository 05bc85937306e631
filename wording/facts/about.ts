import type { Customer } from '../../domain/customer/customer.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { InLanguages } from '../../domain/plan/language.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** What every mail and document names. */
export interface About {
  readonly licenceId: string;
  /** What the vendor calls that id; null where it is the licence's own. */
  readonly trackedBy: InLanguages | null;
  /** With its edition, where it has one. */
  readonly product: string;
  readonly plan: string;
  readonly customer: string;
  readonly vendor: Plan['vendor'];
}

/** What every mail and document of a licence names. */
export function aboutOf(plan: Plan, customer: Customer, { facts }: Licence): About {
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
