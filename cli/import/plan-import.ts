import type { CivilDate } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer.ts';
import type { Facts } from '../../domain/licence.ts';
import type { Deployment } from '../deployment/deployment.ts';
import type { Progress } from '../progress.ts';
import { type Difference, differences } from './differences.ts';
import { inParallel } from './in-parallel.ts';

/** What an import will do, and what it refuses. */
export interface ImportPlan {
  readonly newCustomers: readonly Customer[];
  readonly changedCustomers: readonly Changed<Customer>[];
  readonly newLicences: readonly Facts[];
  /** Licences whose customer is of another kind or in another country now. */
  readonly changedLicences: readonly Changed<Facts>[];
  /** Licences of which the book has other facts, which do not change by an import. */
  readonly refusedLicences: readonly Changed<Facts>[];
  readonly unchanged: number;
}

interface Changed<T> {
  readonly to: T;
  readonly differences: readonly Difference[];
}

/** What a licence has of its customer: the only facts that an import changes. */
const customerFields: readonly string[] = ['customerKind', 'country'];

const readsAtATime = 16;

/** Compares a book with the tables. `today` is what the registration of a licence is when its row does not say. */
export async function planImport(
  deployment: Deployment,
  customers: readonly Customer[],
  licences: readonly Facts[],
  today: (planId: string) => CivilDate,
  progress: Progress,
  signal: AbortSignal,
): Promise<ImportPlan> {
  const plan = {
    newCustomers: new Array<Customer>(),
    changedCustomers: new Array<Changed<Customer>>(),
    newLicences: new Array<Facts>(),
    changedLicences: new Array<Changed<Facts>>(),
    refusedLicences: new Array<Changed<Facts>>(),
    unchanged: 0,
  };
  await inParallel(customers, readsAtATime, signal, async (customer) => {
    const stored = await deployment.customer(customer.customerId);
    const changes = stored === undefined ? [] : differences({ ...customer }, { ...stored });
    if (stored === undefined) plan.newCustomers.push(customer);
    else if (changes.length > 0) plan.changedCustomers.push({ to: customer, differences: changes });
  });
  let compared = 0;
  await inParallel(licences, readsAtATime, signal, async (facts) => {
    const changes = await changesOf(deployment, facts, today(facts.planId));
    progress.advance((compared += 1), licences.length, 'comparing licences');
    if (changes === 'new') plan.newLicences.push(facts);
    else if (changes.length === 0) plan.unchanged += 1;
    else {
      const ofCustomer = changes.filter(({ field }) => customerFields.includes(field));
      const others = changes.filter(({ field }) => !customerFields.includes(field));
      if (ofCustomer.length > 0) plan.changedLicences.push({ to: facts, differences: ofCustomer });
      if (others.length > 0) plan.refusedLicences.push({ to: facts, differences: others });
    }
  });
  progress.end();
  return plan;
}

/**
 * Where the book's facts differ. A fact that the licence was registered with, and that has changed since by an activity
 * of its own, is none; nor is the registration where the book leaves it to the day of the import.
 */
async function changesOf(
  deployment: Deployment,
  facts: Facts,
  today: CivilDate,
): Promise<readonly Difference[] | 'new'> {
  const stored = await deployment.facts(facts.licenceId);
  if (stored === undefined) return 'new';
  const changes = differences({ ...facts }, { ...stored });
  if (changes.length === 0) return [];
  const registered = (await deployment.events(facts.licenceId)).find(
    (event) => event.type === 'LicenceRegistered',
  );
  const since = differences({ ...facts }, { ...stored }, { ...registered?.facts });
  const isOfCustomer = ({ field }: Difference) => customerFields.includes(field);
  return [
    ...changes.filter(isOfCustomer),
    ...since.filter((change) => !isOfCustomer(change) && !isUndated(change, today)),
  ];
}

function isUndated({ field, book }: Difference, today: CivilDate): boolean {
  return field === 'registeredOn' && book === today;
}
