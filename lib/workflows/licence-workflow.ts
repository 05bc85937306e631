import {
  Choice,
  Condition,
  type IChainable,
  JsonPath,
  Pass,
  type TaskStateBase,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { errors } from '../../contracts/errors.ts';
import { type NextStep, nextSteps } from '../../contracts/steps.ts';
import type { StepFunctions } from '../functions/step-functions.ts';
import { stepTask, type StepTaskProps } from './step-task.ts';

export interface LicenceWorkflowProps {
  readonly steps: StepFunctions;
}

const licenceInput = {
  planId: JsonPath.stringAt('$.planId'),
  today: JsonPath.stringAt('$.today'),
  licenceId: JsonPath.stringAt('$.licenceId'),
  execution: JsonPath.stringAt('$.execution'),
};

const toError = { resultPath: '$.error' };

/** What the run does about a licence, in the words in which an execution shows it. */
const actionNames: Readonly<Record<Exclude<NextStep, 'deliver-mail' | 'none'>, string>> = {
  expire: 'Expire quote or order',
  lapse: 'Lapse',
  'auto-renew': 'Renew automatically',
  'issue-invoice': 'Issue invoice',
  quote: 'Generate quote',
  remind: 'Send reminder',
};

/**
 * One licence on one day: assess, do what is due next, deliver its mail, and assess again until nothing is due.
 * Takes `{ planId, today, licenceId, execution }`. Every step gets just this and gives it back with what it decided and why, so
 * that the state never grows. A step that fails has its licence parked, and that ends well: the others of the batch go on.
 * One that loses every race to other writers leaves the licence, which stays due, for the next run.
 */
export class LicenceWorkflow extends Construct {
  readonly start: IChainable;

  constructor(scope: Construct, id: string, { steps }: LicenceWorkflowProps) {
    super(scope, id);
    const recordFailure = this.recordFailure(steps);
    const leftForNextRun = new Pass(this, 'Left for the next run', {
      parameters: {
        licenceId: licenceInput.licenceId,
        because: 'others changed it again and again while this run tried',
      },
    });
    const step = (name: string, props: StepTaskProps) =>
      stepTask(this, name, props)
        .addCatch(leftForNextRun, { ...toError, errors: [errors.conflict] })
        .addCatch(recordFailure, toError);
    const assess = step('Assess', { lambda: steps.of('assess'), payload: licenceInput, repeatable: true });
    const deliverMail = step('Deliver mail', {
      lambda: steps.of('deliver-mail'),
      payload: licenceInput,
      repeatable: false,
    });

    const whatIsDue = new Choice(this, 'What is due?');
    for (const next of nextSteps) {
      if (next === 'none') continue;
      const isNext = Condition.stringEquals('$.next', next);
      if (next === 'deliver-mail') whatIsDue.when(isNext, deliverMail);
      else {
        const action = step(actionNames[next], {
          lambda: steps.of('act'),
          payload: { ...licenceInput, step: next },
          repeatable: true,
        });
        whatIsDue.when(isNext, action.next(deliverMail));
      }
    }
    whatIsDue.otherwise(
      new Pass(this, 'Up to date', {
        parameters: { licenceId: licenceInput.licenceId, because: JsonPath.stringAt('$.because') },
      }),
    );
    deliverMail.next(assess);
    this.start = assess.next(whatIsDue);
  }

  private recordFailure(steps: StepFunctions): TaskStateBase {
    const recordFailure = stepTask(this, 'Record failure', {
      lambda: steps.of('record-failure'),
      payload: { ...licenceInput, error: JsonPath.objectAt('$.error') },
      repeatable: true,
    });
    // The summary finds the licence all the same: it is still due.
    return recordFailure.addCatch(new Pass(this, 'Failure not recorded'), toError);
  }
}
