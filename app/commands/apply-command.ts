import type { CivilDate } from '../../domain/calendar.ts';
import { type Command, decide, type Decision } from '../../domain/decide.ts';
import { factProblems } from '../../domain/licence/fact-problems.ts';
import type { Facts, Licence } from '../../domain/licence/licence.ts';
import { needsJournal } from '../../domain/receivables/command.ts';
import { payOnce } from '../../domain/payments/pay-once.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { register } from '../../domain/licence/register.ts';
import type { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { ConcurrentChange } from '../../adapters/dynamodb/table/faults.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { changeLicence, requireLicence } from './change-licence.ts';
import { Refused } from './refused.ts';
import { planOf } from '../../plans/plan-of.ts';

/**
 * Does what a customer or operator asks of a licence, and journals it; a rejection too, but not a refusal, which changes
 * nothing. `today` is the day now in the plan's time zone. Throws where there is no such licence. A payment whose id
 * the journal has is accepted without an event. The mails that it calls for are pending then: `deliverPending` sends
 * them.
 */
export async function applyActivity(
  licences: LicenceStore,
  licenceId: string,
  command: Command,
  today: CivilDate,
): Promise<Decision> {
  const { decision } = await changeLicence(licences, licenceId, async (stored) => {
    const { licence } = requireLicence(licenceId, stored);
    const plan = planOf(licence.facts.planId);
    const decision = await decideOn(licences, plan, licence, command, today);
    return { plan, decision, events: decision.events };
  });
  return decision;
}

async function decideOn(
  licences: LicenceStore,
  plan: Plan,
  licence: Licence,
  command: Command,
  today: CivilDate,
): Promise<Decision> {
  const isNamed = command.activity === 'payment' && command.paymentId !== undefined;
  if (!isNamed && !needsJournal(licence, command)) return decide(plan, licence, command, today);
  // Read after the licence: what came in between is in the journal, or the commit finds another version.
  const journal = await licences.events(licence.facts.licenceId);
  if (command.activity !== 'payment' || command.paymentId === undefined)
    return decide(plan, licence, command, today, journal);
  return payOnce(plan, licence, journal, { ...command, paymentId: command.paymentId }, today);
}

/** Does the same to every licence of a customer, one after the other; done twice it is the same. */
export async function applyToAllOf(
  { licences, index }: { readonly licences: LicenceStore; readonly index: CustomerIndex },
  customerId: string,
  command: Command,
  today: CivilDate,
): Promise<void> {
  for (const licenceId of await index.licences(customerId))
    await applyActivity(licences, licenceId, command, today);
}

/**
 * Enters a licence into the book. One that is in it already stays as it is: `registered` is false then. It is taken for
 * new first, as it is but after an interruption: a look before each would be a third of what a large book costs. Throws
 * `Refused` where its plan cannot register it.
 */
export async function registerLicence(
  licences: LicenceStore,
  facts: Facts,
): Promise<{ readonly registered: boolean }> {
  const plan = planOf(facts.planId);
  const problems = factProblems(plan, facts).map(({ field, expected }) => `${field}: expected ${expected}`);
  if (problems.length > 0) throw new Refused(`licence ${facts.licenceId}: ${problems.join('; ')}`);
  try {
    await licences.commit(plan, undefined, register(plan, facts));
    return { registered: true };
  } catch (error) {
    if (!(error instanceof ConcurrentChange)) throw error;
  }
  const { events } = await changeLicence(licences, facts.licenceId, (stored) => {
    return { plan, events: stored === undefined ? register(plan, facts) : [] };
  });
  return { registered: events.length > 0 };
}
