import { reasonOfError } from '../../contracts/workflow/reason.ts';
import type { AnswerOf, RowResult } from '../../contracts/operator/answers.ts';
import type { ImportRow, OperationOf } from '../../contracts/operator/operations.ts';
import { isSameTerms, termsIn } from '../../domain/customer/terms.ts';
import { planOf } from '../../plans/plan-of.ts';
import { registerLicence } from '../commands/register-licence.ts';
import type { CustomerDependencies } from '../customers/dependencies.ts';
import { importCustomer } from '../customers/import-customer.ts';
import { applyToLicence, requireStored } from '../commands/apply-to-licence.ts';
import type { Request } from './request.ts';

const atATime = 16;

type ImportDependencies = Pick<CustomerDependencies, 'mailing' | 'history'>;

/**
 * Writes the rows of an import, side by side: none may need another of its request. A row that fails leaves the others
 * alone. A repetition changes nothing: a licence that is there stays as it is, and a customer is written the same again.
 */
export async function importRows(
  dependencies: ImportDependencies,
  request: Request,
  { rows }: OperationOf<'import'>,
): Promise<AnswerOf<'import'>> {
  const results: RowResult[] = [];
  for (let from = 0; from < rows.length; from += atATime) {
    const some = rows.slice(from, from + atATime);
    results.push(...(await Promise.all(some.map((row) => importRow(dependencies, request, row)))));
  }
  return { results };
}

async function importRow(
  dependencies: ImportDependencies,
  request: Request,
  row: ImportRow,
): Promise<RowResult> {
  try {
    await write(dependencies, request, row);
    return { outcome: 'written' };
  } catch (error) {
    return { outcome: 'failed', reason: reasonOfError(error) };
  }
}

async function write(dependencies: ImportDependencies, request: Request, row: ImportRow): Promise<void> {
  const { licences } = dependencies.mailing;
  switch (row.row) {
    case 'customer':
      await importCustomer(dependencies, request, row.customer);
      return;
    case 'licence':
      await registerLicence(licences, row.facts);
      return;
    case 'customer-of-licence': {
      const { licenceId } = row;
      const terms = termsIn(row);
      const { licence } = requireStored(licenceId, await licences.load(licenceId));
      if (isSameTerms(licence.facts, terms)) return;
      await applyToLicence(licences, request, licenceId, { activity: 'change-customer', ...terms });
      return;
    }
    case 'state-of-licence':
      await licences.rebuild(row.licenceId, planOf);
  }
}
