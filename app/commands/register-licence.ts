import { ConcurrentChange } from '../../adapters/dynamodb/table/faults.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { factProblems } from '../../domain/licence/fact-problems.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import { register } from '../../domain/licence/register.ts';
import { planOf } from '../../plans/plan-of.ts';
import { changeLicence } from './change-licence.ts';
import { Refused } from './refused.ts';

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
