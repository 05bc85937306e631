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
import { updateSteps } from '../../contracts/steps.ts';
import { licenceBatches } from './licence-batches.ts';
import { planRun } from './plan-run.ts';
import { planStateMachine } from './plan-state-machine.ts';
import type { PlanWorkflowProps } from './renewal-workflow.ts';
import type { StepFunctions } from '../functions/step-functions.ts';
import { stepTask } from './step-task.ts';

const licenceId = JsonPath.stringAt('$.licenceId');

/**
 * Publishes an update: records it, tells every customer of the plan who is on the list, sums up. An operator starts it
 * with `{ planId, product, version, publishedAt }`, the last a UTC instant. Fails if any licence did; started again, it
 * does what is left.
 */
export class UpdateWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: PlanWorkflowProps) {
    super(scope, id);
    const { settings, steps, worklists, logRetention } = props;
    const definition = planRun(this, {
      collect: stepTask(this, 'Publish and collect', {
        lambda: steps.of('publish-update'),
        repeatable: true,
      }),
      anything: { question: 'Has the plan licences?', count: '$.listed', otherwise: 'Nobody to tell' },
      batches: licenceBatches(this, 'Announce batch by batch', {
        settings,
        worklists,
        handedOn: ['planId', 'product', 'version', 'today', 'execution'],
        licence: this.announcement(steps),
      }),
      summarise: stepTask(this, 'Summarise', {
        lambda: steps.of('summarise-announcements'),
        repeatable: true,
      }),
    });
    this.stateMachine = planStateMachine(this, {
      name: `${Stack.of(this).stackName}-updates`,
      comment: "Publishes an update and tells a plan's customers of it",
      definition,
      lambdas: updateSteps.map((step) => steps.of(step)),
      worklists,
      logRetention,
    });
  }

  /**
   * One licence: announce, deliver its mail. One that fails is not parked, for its renewal has nothing to do with it: the
   * failure is what comes of it, and the others of the batch go on.
   */
  private announcement(steps: StepFunctions): IChainable {
    const toError = { resultPath: '$.error' };
    const recordFailure = new Pass(this, 'Record failure', {
      parameters: { licenceId, outcome: 'failed', error: JsonPath.objectAt('$.error') },
    });
    const announce = stepTask(this, 'Announce update', {
      lambda: steps.of('announce-update'),
      repeatable: true,
    }).addCatch(recordFailure, toError);
    const deliverMail = stepTask(this, 'Deliver mail', {
      lambda: steps.of('deliver-mail'),
      payload: {
        planId: JsonPath.stringAt('$.planId'),
        today: JsonPath.stringAt('$.today'),
        licenceId,
        execution: JsonPath.stringAt('$.execution'),
      },
      resultPath: JsonPath.DISCARD,
      repeatable: false,
    }).addCatch(recordFailure, toError);
    const announced = new Pass(this, 'Announced', {
      parameters: {
        licenceId,
        outcome: JsonPath.stringAt('$.outcome'),
        because: JsonPath.stringAt('$.because'),
      },
    });
    const mayMailWait = new Choice(this, 'Is it for this product?')
      .when(Condition.stringEquals('$.outcome', 'other-product'), announced)
      .otherwise(deliverMail.next(announced));
    return announce.next(mayMailWait);
  }
}
