import { countInMetrics } from '../../adapters/cloudwatch/metrics.ts';
import { AllAboutCustomer } from '../../adapters/dynamodb/customers/all-about-customer.ts';
import { CustomerHistory } from '../../adapters/dynamodb/customers/customer-history.ts';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { PartnerIndex } from '../../adapters/dynamodb/customers/partner-index.ts';
import { PaymentStore } from '../../adapters/dynamodb/payments/payment-store.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { UpdateReader } from '../../adapters/dynamodb/updates/update-reader.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import type { CustomerDependencies } from '../customers/dependencies.ts';
import { openMailing } from '../mailing/mailing-dependencies.ts';

/** What it takes to show readers what is theirs and to do what they ask for. */
export interface PortalDependencies extends CustomerDependencies {
  readonly updates: UpdateReader;
  /** Which customers a partner has. */
  readonly customersOf: PartnerIndex;
  readonly all: AllAboutCustomer;
  /** The function's own time in milliseconds since 1970: it dates the leases of mails. */
  readonly sendersTime: () => number;
}

export function openPortalDependencies(settings: Settings): PortalDependencies {
  const documents = documentClient();
  return {
    mailing: openMailing(documents, settings, countInMetrics),
    history: new CustomerHistory(documents, settings),
    licencesOf: new CustomerIndex(documents, settings),
    customersOf: new PartnerIndex(documents, settings),
    sendersTime: Date.now,
    all: new AllAboutCustomer(documents, settings),
    payments: new PaymentStore(documents, settings),
    updates: new UpdateReader(documents, settings),
  };
}
