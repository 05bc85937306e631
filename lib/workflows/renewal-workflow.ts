import { type Duration, Stack } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { renewalSteps } from '../../contracts/workflow/steps.ts';
import { type BatchSettings, licenceBatches } from './licence-batches.ts';
import { BatchWorkflow } from './batch-workflow.ts';
import { planRun } from './plan-run.ts';
import { planStateMachine } from './plan-state-machine.ts';
import type { StepFunctions } from '../functions/step-functions.ts';
import { stepTask } from './step-task.ts';
import type { Worklists } from '../storage/worklists.ts';

export interface PlanWorkflowProps {
  readonly settings: BatchSettings;
  readonly steps: StepFunctions;
  readonly worklists: Worklists;
  readonly logRetention: RetentionDays;
  /** When an execution is given up. */
  readonly timeout: Duration;
}

/**
 * The run of one plan on one day: collect what is due, renew it batch by batch, sum up. Takes
 * `{ planId, scheduledTime, again?, licenceIds? }`; `again` lets a day's run be started a second time; with `licenceIds` it
 * is an extra run and does only these. Fails if any licence did.
 */
export class RenewalWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: PlanWorkflowProps) {
    super(scope, id);
    const { settings, steps, worklists, logRetention, timeout } = props;
    const definition = planRun(this, {
      collect: stepTask(this, 'Collect due licences', { lambda: steps.of('collect-due'), repeatable: true }),
      anything: { question: 'Is anything due?', count: '$.due', otherwise: 'Nothing due' },
      batches: licenceBatches(this, 'Renew batch by batch', {
        settings,
        worklists,
        handedOn: ['planId', 'today', 'execution'],
        batch: new BatchWorkflow(this, 'Batch', { steps }).start,
      }),
      summarise: stepTask(this, 'Summarise', { lambda: steps.of('summarise'), repeatable: true }),
    });
    this.stateMachine = planStateMachine(this, {
      name: Stack.of(this).stackName,
      comment: "Renews what is due of one plan's licences on one day",
      definition,
      lambdas: renewalSteps.map((step) => steps.of(step)),
      worklists,
      logRetention,
      timeout,
    });
  }
}
