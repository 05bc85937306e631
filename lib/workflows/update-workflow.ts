import { Stack } from 'aws-cdk-lib';
import {
  Choice,
  Condition,
  type IChainable,
  JsonPath,
  Pass,
  type StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { updateSteps } from '../../contracts/workflow/steps.ts';
import { licenceBatches } from './licence-batches.ts';
import { planRun } from './plan-run.ts';
import { planStateMachine } from './plan-state-machine.ts';
import type { PlanWorkflowProps } from './renewal-workflow.ts';
import type { StepFunctions } from '../functions/step-functions.ts';
import { stepTask } from './step-task.ts';

/**
 * Publishes an update: records it, e-mails every customer of the plan who is on the list, and summarises. An operator starts it
 * with `{ planId, product, version, publishedAt }`, the last a UTC instant. Fails if any licence did; started again, it
 * does the rest.
 */
export class UpdateWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: PlanWorkflowProps) {
    super(scope, id);
    const { settings, steps, worklists, logRetention, timeout } = props;
    const definition = planRun(this, {
      collect: stepTask(this, 'Publish and collect', {
        lambda: steps.of('publish-update'),
        repeatable: true,
      }),
      anything: { question: 'Has the plan licences?', count: '$.listed', otherwise: 'Nobody to e-mail' },
      batches: licenceBatches(this, 'Announce batch by batch', {
        settings,
        worklists,
        handedOn: ['planId', 'product', 'version', 'today', 'execution'],
        batch: this.announcement(steps),
      }),
      summarise: stepTask(this, 'Summarise', {
        lambda: steps.of('summarise-announcements'),
        repeatable: true,
      }),
    });
    this.stateMachine = planStateMachine(this, {
      name: `${Stack.of(this).stackName}-updates`,
      comment: "Publishes an update and announces it to a plan's customers",
      definition,
      lambdas: updateSteps.map((step) => steps.of(step)),
      worklists,
      logRetention,
      timeout,
    });
  }

  /** A batch: announce, deliver its mail. What comes of each licence is in its output. */
  private announcement(steps: StepFunctions): IChainable {
    const announced = { announced: JsonPath.objectAt('$.announced') };
    const deliverMail = stepTask(this, 'Deliver mail', {
      lambda: steps.of('deliver-mail'),
      resultPath: '$.delivered',
      repeatable: true,
    });
    const mailed = new Pass(this, 'Announced by mail', {
      parameters: { ...announced, outcomes: JsonPath.objectAt('$.delivered.outcomes') },
    });
    const isMailDue = new Choice(this, 'Is there mail?')
      .when(Condition.stringEquals('$.next', 'deliver-mail'), deliverMail.next(mailed))
      .otherwise(new Pass(this, 'Announced', { parameters: announced }));
    return stepTask(this, 'Announce update', { lambda: steps.of('announce-update'), repeatable: true }).next(
      isMailDue,
    );
  }
}
