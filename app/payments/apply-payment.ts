import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Decision } from '../../domain/licence/decision.ts';
import { type NamedPayment, payOnce } from '../../domain/payments/pay-once.ts';
import { planOf } from '../../plans/plan-of.ts';
import { changeLicence, requireLicence } from '../commands/change-licence.ts';

/**
 * Records a payment of a licence, and journals it; a rejection too, but not a refusal, which changes nothing. One whose id
 * the journal has is accepted without an event. Throws where there is no such licence.
 * @param today the day now in the plan's time zone
 */
export async function applyPayment(
  licences: LicenceStore,
  licenceId: string,
  payment: NamedPayment,
  today: CivilDate,
): Promise<Decision> {
  const { decision } = await changeLicence(licences, licenceId, async (stored) => {
    const { licence } = requireLicence(licenceId, stored);
    const plan = planOf(licence.facts.planId);
    // Read after the licence: what came in between is in the journal, or the commit finds another version.
    const decision = payOnce(plan, licence, await licences.events(licenceId), payment, today);
    return { plan, decision, events: decision.events };
  });
  return decision;
}
