import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, type IChainable, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { acknowledgeWildcards, attributeOf, executionsOf, exportOf } from '../security/acknowledge.ts';
import { mapLabel } from './licence-batches.ts';
import type { AppFunction } from '../functions/app-function.ts';
import type { Worklists } from '../storage/worklists.ts';

export interface PlanStateMachineProps {
  readonly name: string;
  /** What it does, for whoever reads the list of state machines. */
  readonly comment: string;
  readonly definition: IChainable;
  /** The functions that it calls. */
  readonly lambdas: readonly AppFunction[];
  readonly worklists: Worklists;
  readonly logRetention: RetentionDays;
  /** When an execution is given up. */
  readonly timeout: Duration;
}

/** The state machine of a run over a plan's licences, traced and logged. */
export function planStateMachine(scope: Construct, props: PlanStateMachineProps): StateMachine {
  const { name, comment, definition, logRetention } = props;
  const stateMachine = new StateMachine(scope, 'StateMachine', {
    stateMachineName: name,
    definitionBody: DefinitionBody.fromChainable(definition),
    comment,
    timeout: props.timeout,
    tracingEnabled: true,
    logs: {
      // With another name Step Functions adds itself to a resource policy, of which an account has only ten.
      destination: new LogGroup(scope, 'Log', {
        logGroupName: `/aws/vendedlogs/states/${name}`,
        retention: logRetention,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      level: LogLevel.ALL,
      // Step Functions itself keeps what each state got and put out for 90 days, and the journal keeps the decisions.
      includeExecutionData: false,
    },
  });
  acknowledge(stateMachine, props);
  return stateMachine;
}

function acknowledge(stateMachine: StateMachine, { lambdas, worklists }: PlanStateMachineProps): void {
  const { role } = stateMachine;
  acknowledgeWildcards(
    role,
    'Every version of a function of the workflow, and of no other.',
    lambdas.map((lambda) => `${attributeOf(lambda.function, 'Arn')}:*`),
  );
  acknowledgeWildcards(
    role,
    'Every run has a worklist and results of its own names, in a bucket for nothing else.',
    [`arn:<AWS::Partition>:s3:::${exportOf(worklists, worklists.bucket.bucketName)}/*`],
  );
  acknowledgeWildcards(
    stateMachine,
    'The executions of this state machine, and of no other: the map starts, watches and stops its own.',
    [`${executionsOf(stateMachine)}:*`, `${executionsOf(stateMachine)}/${mapLabel}:*`],
  );
  acknowledgeWildcards(
    role,
    'Sending traces and setting up log delivery are actions on no resource in particular.',
    ['*'],
  );
}
