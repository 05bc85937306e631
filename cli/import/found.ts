import * as z from 'zod/mini';
import { customerTermsOf, customerTermsSchema, isSameTerms, termsIn } from '../../domain/customer/terms.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import { mergedAway, wasErased } from '../../contracts/operator/no-customer.ts';
import type { Deployment, Unreadable } from '../../client/deployment/deployment.ts';
import { type Difference, differences } from './differences.ts';

/** A customer or licence of the book, compared with the tables. */
export type Found = CustomerFound | LicenceFound;

export interface CustomerFound {
  readonly of: 'customer';
  readonly customer: Customer;
  readonly isNew: boolean;
  readonly changed: readonly Difference[];
  /** The customer's licences that are not in the book, where they change with its kind or country. */
  readonly licences: readonly LicenceFound[];
  /** Why the row is skipped: the customer was merged into another, or erased. */
  readonly skipped?: string;
}

export interface LicenceFound {
  readonly of: 'licence';
  /** What the licence is to be. */
  readonly facts: Facts;
  readonly isNew: boolean;
  readonly changed: readonly Difference[];
  /** Other facts that the book has, which do not change by an import. */
  readonly refused: readonly Difference[];
  /** Set where the table's licence cannot be read: its state is worked out anew from its events. */
  readonly isRepaired?: true;
}

/** A licence's copies of its customer's facts: the only facts that an import changes. */
const customerFields: readonly string[] = z.keyof(customerTermsSchema).options;

/**
 * Compares a customer of a book with `stored`, what the table has of it; the book repairs what cannot be read. `isInBook`
 * knows the book's licences.
 */
export async function findCustomer(
  deployment: Deployment,
  isInBook: (licenceId: string) => boolean,
  customer: Customer,
  stored: Customer | Unreadable | undefined,
): Promise<CustomerFound> {
  if (stored === undefined) return { of: 'customer', customer, isNew: true, changed: [], licences: [] };
  if ('problem' in stored) {
    const changed = [{ field: 'all', stored: stored.problem, book: 'the row' }];
    const licences = await otherLicences(deployment, isInBook, customer);
    return { of: 'customer', customer, isNew: false, changed, licences };
  }
  const skipped = whySkipped(stored);
  if (skipped !== undefined)
    return { of: 'customer', customer, isNew: false, changed: [], licences: [], skipped };
  // A book does not have what mail servers reported of the customer.
  const { undeliverable, copiesStoppedOn, managerCopiesStoppedOn } = stored;
  const changed = differences(
    { ...customer, undeliverable, copiesStoppedOn, managerCopiesStoppedOn },
    stored,
  );
  const isSame = isSameTerms(customerTermsOf(stored), customerTermsOf(customer));
  const licences = isSame ? [] : await otherLicences(deployment, isInBook, customer);
  return { of: 'customer', customer, isNew: false, changed, licences };
}

function whySkipped(stored: Customer): string | undefined {
  const { customerId, mergedInto, erasedOn } = stored;
  if (mergedInto !== undefined) return mergedAway(customerId, mergedInto);
  return erasedOn === undefined ? undefined : wasErased(stored);
}

/** A licence of a book whose customer was merged: it belongs to the one that took its place. */
export function ofSuccessor(facts: Facts, successor: Customer): Facts {
  return { ...facts, ...termsIn(customerTermsOf(successor)), customerId: successor.customerId };
}

async function otherLicences(
  deployment: Deployment,
  isInBook: (licenceId: string) => boolean,
  customer: Customer,
): Promise<readonly LicenceFound[]> {
  const licenceIds = await deployment.licencesOfCustomer(customer.customerId);
  const found: LicenceFound[] = [];
  const others = await deployment.facts(licenceIds.filter((licenceId) => !isInBook(licenceId)));
  for (const stored of others.values) {
    const facts = { ...stored, ...termsIn(customerTermsOf(customer)) };
    const changed = differences(facts, { ...stored });
    if (changed.length > 0) found.push({ of: 'licence', facts, isNew: false, changed, refused: [] });
  }
  return found;
}

/**
 * Compares a licence of a book with `stored`, its current facts. A fact that an activity has changed since the
 * registration is no difference, nor is a registration day that the book leaves to `today`.
 */
export async function findLicence(
  deployment: Deployment,
  facts: Facts,
  stored: Facts | Unreadable | undefined,
  today: CivilDate,
): Promise<LicenceFound> {
  if (stored === undefined) return { of: 'licence', facts, isNew: true, changed: [], refused: [] };
  if ('problem' in stored) {
    const changed = [{ field: 'state', stored: stored.problem, book: 'worked out anew from its events' }];
    return { of: 'licence', facts, isNew: false, changed, refused: [], isRepaired: true };
  }
  const all = differences({ ...facts }, { ...stored }).filter((difference) => !isUndated(difference, today));
  const changed = all.filter(isOfCustomer);
  const others = all.filter((difference) => !isOfCustomer(difference));
  const refused = others.length === 0 ? [] : await notRegistered(deployment, facts, others);
  return { of: 'licence', facts, isNew: false, changed, refused };
}

/** Those of the differences that the licence was not registered with. */
async function notRegistered(
  deployment: Deployment,
  facts: Facts,
  found: readonly Difference[],
): Promise<readonly Difference[]> {
  const events = await deployment.events(facts.licenceId);
  const registered = events.find((event) => event.type === 'LicenceRegistered');
  const fields = differences({ ...facts }, { ...registered?.facts }).map(({ field }) => field);
  return found.filter(({ field }) => fields.includes(field));
}

function isOfCustomer({ field }: Difference): boolean {
  return customerFields.includes(field);
}

function isUndated({ field, book }: Difference, today: CivilDate): boolean {
  return field === 'registeredOn' && book === today;
}
