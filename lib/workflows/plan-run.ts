import {
  Choice,
  Condition,
  type DistributedMap,
  Fail,
  type IChainable,
  JsonPath,
  Pass,
  Succeed,
  type TaskStateBase,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { errors } from '../../contracts/workflow/errors.ts';

export interface PlanRunProps {
  /** Gets the execution's input with its name as `execution`, and puts out the number of licences and `worklist`. */
  readonly collect: TaskStateBase;
  /** In words: whether there is anything to do, where the number is, and the end where it is 0. */
  readonly anything: { readonly question: string; readonly count: string; readonly otherwise: string };
  readonly batches: DistributedMap;
  /** Puts out `failedCount`, `trouble` and `summary`. */
  readonly summarise: TaskStateBase;
}

/** Something done about many licences of a plan: collect them, take them batch by batch, sum up; fails if any did. */
export function planRun(
  scope: Construct,
  { collect, anything, batches, summarise }: PlanRunProps,
): IChainable {
  const naming = new Pass(scope, 'Name the execution', {
    inputPath: '$$.Execution.Name',
    resultPath: '$.execution',
  });
  const failed = new Fail(scope, 'Licences failed', {
    error: errors.licencesFailed,
    causePath: JsonPath.stringAt('$.summary'),
  });
  const didAnyFail = new Choice(scope, 'Did any fail?')
    .when(Condition.numberGreaterThan('$.failedCount', 0), failed)
    .when(Condition.not(Condition.stringEquals('$.trouble', '')), failed)
    .otherwise(new Succeed(scope, 'Done'));
  const isAnything = new Choice(scope, anything.question)
    .when(Condition.numberEquals(anything.count, 0), new Succeed(scope, anything.otherwise))
    .otherwise(batches.next(summarise).next(didAnyFail));
  return naming.next(collect).next(isAnything);
}
