import {
  Choice,
  Condition,
  Fail,
  type IChainable,
  JsonPath,
  type INextable,
  Map,
  Pass,
  type TaskStateBase,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { actingSteps, type NextStep } from '../../contracts/workflow/steps.ts';
import type { StepFunctions } from '../functions/step-functions.ts';
import { faultsOfNoLicence, stepTask } from './step-task.ts';

export interface BatchWorkflowProps {
  readonly steps: StepFunctions;
}

/** What the run does about licences, in the words in which an execution shows it. */
const actionNames: Readonly<Record<(typeof actingSteps)[number], string>> = {
  expire: 'Expire quotes and orders',
  lapse: 'Lapse',
  'auto-renew': 'Renew automatically',
  'issue-invoice': 'Issue invoices',
  quote: 'Generate quotes',
  remind: 'Send reminders',
};

/** What a batch hands on when it is taken apart: the execution's own facts and one licence. */
const oneLicence = {
  planId: JsonPath.stringAt('$.planId'),
  today: JsonPath.stringAt('$.today'),
  execution: JsonPath.stringAt('$.execution'),
  licences: JsonPath.array(JsonPath.stringAt('$$.Map.Item.Value')),
};

/**
 * A batch of licences on one day: assess, take it through the steps that are due in the order of a pass, deliver the mail,
 * and assess again until nothing is due. Takes `{ planId, today, execution, licences }`. A step parks a licence on which
 * it fails by itself. Where a function dies, the batch is done again licence by licence, and only the one that it dies of is
 * parked. Where Lambda or the tables turn its calls away for minutes, the batch fails and parks none: what is still due is left
 * for the next run.
 */
export class BatchWorkflow extends Construct {
  readonly start: IChainable;

  constructor(scope: Construct, id: string, { steps }: BatchWorkflowProps) {
    super(scope, id);
    const apart = new Map(this, 'Licence by licence', {
      itemsPath: '$.licences',
      itemSelector: oneLicence,
      maxConcurrency: 1,
    });
    const alone = new Pass(this, 'Licence parked');
    const recordFailure = stepTask(this, 'Record failure', {
      lambda: steps.of('record-failure'),
      repeatable: true,
    });
    // The summary finds the licence all the same: it is still due.
    recordFailure.addCatch(new Pass(this, 'Failure not recorded'), toError).next(alone);
    apart.itemProcessor(passes(new Construct(this, 'Alone'), steps, ' (one licence)', recordFailure));
    this.start = passes(new Construct(this, 'Together'), steps, '', apart);
  }
}

const toError = { resultPath: '$.error' };

/** The states of the passes, with `suffix` after their names; `onDeath` follows where a function dies. */
function passes(
  scope: Construct,
  steps: StepFunctions,
  suffix: string,
  onDeath: IChainable & INextable,
): IChainable {
  const left = new Fail(scope, `Left for the next run${suffix}`, {
    errorPath: JsonPath.stringAt('$.error.Error'),
    causePath: JsonPath.stringAt('$.error.Cause'),
  });
  const task = (name: string, lambda: 'assess' | 'act' | 'deliver-mail'): TaskStateBase =>
    stepTask(scope, name + suffix, { lambda: steps.of(lambda), repeatable: true })
      .addCatch(left, { ...toError, errors: [...faultsOfNoLicence] })
      .addCatch(onDeath, toError);
  const whatIsDue = new Choice(scope, `What is due?${suffix}`);
  const assess = task('Assess', 'assess');
  const states: Readonly<Partial<Record<NextStep, TaskStateBase>>> = {
    ...Object.fromEntries(actingSteps.map((step) => [step, task(actionNames[step], 'act')])),
    'deliver-mail': task('Deliver mail', 'deliver-mail'),
  };
  for (const [next, state] of Object.entries(states)) {
    whatIsDue.when(Condition.stringEquals('$.next', next), state);
    state.next(whatIsDue);
  }
  whatIsDue.when(Condition.stringEquals('$.next', 'assess'), assess);
  whatIsDue.otherwise(
    new Pass(scope, `Up to date${suffix}`, { parameters: { outcomes: JsonPath.objectAt('$.outcomes') } }),
  );
  return assess.next(whatIsDue);
}
