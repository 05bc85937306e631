import { Duration } from 'aws-cdk-lib';
import { JitterType, TaskInput, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { errors } from '../../contracts/workflow/errors.ts';
import type { AppFunction } from '../functions/app-function.ts';

export interface StepTaskProps {
  readonly lambda: AppFunction;
  /** What the function gets; by default all of the state's input. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Where its answer goes; by default it is all of the state's output. */
  readonly resultPath?: string;
  /** Whether the function may run again where nobody knows whether it ran. */
  readonly repeatable: boolean;
}

/** Nothing was done: the call was turned away, or the function says so itself. */
const turnedAway = ['Lambda.TooManyRequestsException', errors.throttled];
/** Lambda could not take the call, or not answer it. */
const lambdaFaults = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
];

/** What is no fault of the licences that a step was called for, however often it is repeated. */
export const faultsOfNoLicence: readonly string[] = [...turnedAway, errors.conflict, ...lambdaFaults];

/**
 * The state that runs a step's function, and repeats it after a pause where that is safe. Nothing was done yet where
 * the call was turned away, or where the function says so itself; after anything else that Lambda reports the
 * function may have run. What the function throws otherwise is its last word.
 */
export function stepTask(scope: Construct, id: string, props: StepTaskProps): LambdaInvoke {
  const task = new LambdaInvoke(scope, id, {
    lambdaFunction: props.lambda.function,
    payloadResponseOnly: true,
    ...(props.payload && { payload: TaskInput.fromObject({ ...props.payload }) }),
    ...(props.resultPath !== undefined && { resultPath: props.resultPath }),
    retryOnServiceExceptions: false,
    taskTimeout: Timeout.duration(props.lambda.timeout.plus(Duration.seconds(30))),
  });
  // Pauses of up to 2, 4, 8, 16, 32 and 60 seconds: a minute on average, two at most.
  task.addRetry({
    errors: turnedAway,
    interval: Duration.seconds(2),
    maxDelay: Duration.minutes(1),
    maxAttempts: 6,
    jitterStrategy: JitterType.FULL,
  });
  // The step itself has tried already; 1, 2 and 4 seconds let the other writer finish.
  task.addRetry({
    errors: [errors.conflict],
    interval: Duration.seconds(1),
    maxAttempts: 3,
    jitterStrategy: JitterType.FULL,
  });
  if (props.repeatable) {
    task.addRetry({
      errors: [...lambdaFaults, 'Lambda.Unknown', 'Sandbox.Timedout', 'States.Timeout'],
      interval: Duration.seconds(2),
      maxAttempts: 4,
      jitterStrategy: JitterType.FULL,
    });
    // Its process has ended: of a fault of the machine, or of this input, and then it does so again.
    task.addRetry({ errors: ['Runtime.ExitError'], interval: Duration.seconds(1), maxAttempts: 1 });
  }
  return task;
}
