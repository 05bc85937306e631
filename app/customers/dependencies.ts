import type { CustomerHistory } from '../../adapters/dynamodb/customers/customer-history.ts';
import type { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import type { MailingDependencies } from '../mailing/deliver.ts';

/** What it takes to change customers. */
export interface CustomerDependencies {
  readonly mailing: MailingDependencies;
  readonly history: CustomerHistory;
  /** Which licences a customer has. */
  readonly licencesOf: CustomerIndex;
}
