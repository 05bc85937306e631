import type { CustomerHistory } from '../../adapters/dynamodb/customers/customer-history.ts';
import type { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import type { PaymentStore } from '../../adapters/dynamodb/payments/payment-store.ts';
import type { MailingDependencies } from '../mailing/deliver.ts';

/** What it takes to change customers. */
export interface CustomerDependencies {
  readonly mailing: MailingDependencies;
  readonly history: CustomerHistory;
  readonly payments: PaymentStore;
  /** Which licences a customer has. */
  readonly licencesOf: CustomerIndex;
}
