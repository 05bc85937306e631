import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { countInMetrics } from '../../adapters/cloudwatch/metrics.ts';
import { ExecutionStarter } from '../../adapters/stepfunctions/execution-starter.ts';
import { environment } from '../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../contracts/deployment/settings.ts';
import { openMailing } from '../mailing/mailing-dependencies.ts';
import type { MailingDependencies } from '../mailing/deliver.ts';

/** What it takes to do what operators ask for. */
export interface OperationDependencies {
  readonly mailing: MailingDependencies;
  readonly executions: ExecutionStarter;
  /** The ARN of the state machine that runs plans. */
  readonly stateMachine: string;
  /** The ARN of the state machine that publishes updates. */
  readonly updateStateMachine: string;
}

export function openOperations(settings: Settings): OperationDependencies {
  return {
    mailing: openMailing(documentClient(), settings, countInMetrics),
    executions: new ExecutionStarter(),
    stateMachine: setting(settings, environment.stateMachine),
    updateStateMachine: setting(settings, environment.updateStateMachine),
  };
}
