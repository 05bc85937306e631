import type { LicenceStore } from '../../../adapters/dynamodb/licences/licence-store.ts';
import { changeLicence, requireLicence } from '../../../app/commands/change-licence.ts';
import type { CivilDate } from '../../../domain/calendar.ts';
import { type Command, decide } from '../../../domain/decide.ts';
import type { Decision } from '../../../domain/licence/decision.ts';
import { planOf } from '../../../plans/plan-of.ts';

/** Does what a customer or operator asks of a licence, by the one write path, without the request of an operator. */
export async function applyActivity(
  licences: LicenceStore,
  licenceId: string,
  command: Command,
  today: CivilDate = command.on,
): Promise<Decision> {
  const { decision } = await changeLicence(licences, licenceId, async (stored) => {
    const { licence } = requireLicence(licenceId, stored);
    const plan = planOf(licence.facts.planId);
    const decision = decide(plan, licence, command, today, await licences.events(licenceId));
    return { plan, decision, events: decision.events };
  });
  return decision;
}
