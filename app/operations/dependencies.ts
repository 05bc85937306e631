import { CustomerHistory } from '../../adapters/dynamodb/customers/customer-history.ts';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { countInMetrics } from '../../adapters/cloudwatch/metrics.ts';
import { ExecutionStarter } from '../../adapters/stepfunctions/execution-starter.ts';
import { environment } from '../../contracts/deployment/environment.ts';
import { CustomerList } from '../../adapters/dynamodb/customers/customer-list.ts';
import { PlanIndex } from '../../adapters/dynamodb/licences/plan-index.ts';
import { RestoreStore } from '../../adapters/dynamodb/backup/restore-store.ts';
import { PaymentStore } from '../../adapters/dynamodb/payments/payment-store.ts';
import { setting, type Settings } from '../../contracts/deployment/settings.ts';
import { openMailing } from '../mailing/mailing-dependencies.ts';
import type { RestoreDependencies } from './backup/restore.ts';
import type { CustomerDependencies } from '../customers/dependencies.ts';

/** What it takes to do what operators ask for. */
export interface OperationDependencies extends CustomerDependencies, RestoreDependencies {
  readonly payments: PaymentStore;
  readonly executions: ExecutionStarter;
  /** The ARN of the state machine that runs plans. */
  readonly stateMachine: string;
  /** The ARN of the state machine that publishes updates. */
  readonly updateStateMachine: string;
  /** The name of the role that may ask for other people: that of the deployed console, if there is one. */
  readonly consoleRole: string | undefined;
}

export function openOperations(settings: Settings): OperationDependencies {
  const documents = documentClient();
  return {
    mailing: openMailing(documents, settings, countInMetrics),
    history: new CustomerHistory(documents, settings),
    licencesOf: new CustomerIndex(documents, settings),
    payments: new PaymentStore(documents, settings),
    restoring: new RestoreStore(documents, settings),
    licencesOfPlans: new PlanIndex(documents, settings),
    customerList: new CustomerList(documents, settings),
    executions: new ExecutionStarter(),
    stateMachine: setting(settings, environment.stateMachine),
    updateStateMachine: setting(settings, environment.updateStateMachine),
    consoleRole: settings[environment.consoleRole],
  };
}
