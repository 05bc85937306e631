import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planOf } from '../../plans/plan-of.ts';
import { type Deployment, type LicenceHistory, noSuchLicence } from '../deployment/deployment.ts';
import { Refusal } from '../operator/errors.ts';
import { licenceAsOf } from './licence-as-of.ts';

/** A licence with everything that the tables have of it. */
export interface LicenceRecord {
  readonly plan: Plan;
  readonly licence: Licence;
  /** Unset where the table does not have it: the licence is parked for that. */
  readonly customer?: Customer | undefined;
  readonly history: LicenceHistory;
  readonly journal: readonly Event[];
  /** The plan's day now. */
  readonly today: CivilDate;
  /** The printed numbers of its documents by their ids. */
  readonly numbers: ReadonlyMap<string, string>;
  /** The published versions of its product, oldest first; none where the plan announces no updates. */
  readonly versions: readonly string[];
}

/**
 * Reads a licence by its id: its partition, its customer, and the updates of its product where the plan has any. Three
 * requests at the most.
 * @param now a UTC instant
 * @throws Refusal where there is no such licence
 */
export async function licenceRecord(
  deployment: Deployment,
  licenceId: string,
  now: string,
): Promise<LicenceRecord> {
  const history = await deployment.history(licenceId);
  if (history === undefined) throw noSuchLicence(licenceId);
  const journal = history.events.map(({ event }) => event);
  const licence = licenceAsOf(journal, licenceId, undefined);
  const { planId, customerId, product } = licence.facts;
  const plan = planOf(planId);
  const [customer, updates] = await Promise.all([
    customerOf(deployment, customerId),
    plan.updates === null ? [] : deployment.updates(planId, product),
  ]);
  return {
    plan,
    licence,
    customer,
    history,
    journal,
    today: dayIn(plan.timeZone, now),
    numbers: new Map(history.documents.map(({ documentId, number }) => [documentId, number])),
    versions: updates.map(({ version }) => version),
  };
}

async function customerOf(deployment: Deployment, customerId: string): Promise<Customer | undefined> {
  try {
    return await deployment.requireCustomer(customerId);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
