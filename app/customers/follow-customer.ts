import type { AnswerOf } from '../../contracts/operator/answers.ts';
import { mostFollowing } from '../../contracts/operator/customers.ts';
import type { OperationOf } from '../../contracts/operator/operations.ts';
import { reasonOfError } from '../../contracts/workflow/reason.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { customerTermsOf, isSameTerms } from '../../domain/customer/terms.ts';
import { applyToLicence, requireStored } from '../commands/apply-to-licence.ts';
import type { Request } from '../operations/request.ts';
import type { CustomerDependencies } from './dependencies.ts';
import { requireCustomer } from './require-customer.ts';

const atATime = 10;

type Followed = AnswerOf<'follow-customer'>['licences'][number];

/**
 * Brings some licences in line with their customer: what they have of its data, and whose they are after a merger. What is
 * in line already stays as it is, so that repeating it after an interruption does the rest (docs/rules.md §17.6).
 */
export async function followCustomer(
  dependencies: CustomerDependencies,
  request: Request,
  { customerId: named, after }: OperationOf<'follow-customer'>,
): Promise<AnswerOf<'follow-customer'>> {
  const { mailing, licencesOf } = dependencies;
  const customer = await requireCustomer(mailing.customers, named);
  const { licenceIds, next } = await licencesOf.page(named, mostFollowing, after);
  const licences: Followed[] = [];
  for (let from = 0; from < licenceIds.length; from += atATime) {
    const some = licenceIds.slice(from, from + atATime);
    licences.push(...(await Promise.all(some.map((id) => follow(dependencies, request, id, customer)))));
  }
  return { licences, next };
}

async function follow(
  { mailing }: CustomerDependencies,
  request: Request,
  licenceId: string,
  customer: Customer,
): Promise<Followed> {
  try {
    const hasChanged = await change(mailing, request, licenceId, customer);
    return { licenceId, outcome: hasChanged ? 'changed' : 'unchanged' };
  } catch (error) {
    return { licenceId, outcome: 'failed', reason: reasonOfError(error) };
  }
}

async function change(
  { licences, customers }: CustomerDependencies['mailing'],
  request: Request,
  licenceId: string,
  { customerId, ...customer }: Customer,
): Promise<boolean> {
  const { licence } = requireStored(licenceId, await licences.load(licenceId));
  const { facts, standing } = licence;
  const terms = customerTermsOf({ customerId, ...customer });
  if (facts.customerId !== customerId) {
    const isMerged = (await customers.find(facts.customerId))?.mergedInto !== undefined;
    if (!isMerged) return false;
    await applyToLicence(licences, request, licenceId, { activity: 'merge-customer', to: customerId, terms });
    return true;
  }
  if (isSameTerms(facts, terms) || standing.status === 'removed') return false;
  await applyToLicence(licences, request, licenceId, { activity: 'change-customer', ...terms });
  return true;
}
