import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  Choice,
  Condition,
  DefinitionBody,
  DistributedMap,
  Fail,
  type IChainable,
  ItemBatcher,
  JsonPath,
  LogLevel,
  Map,
  Pass,
  ResultWriterV2,
  S3JsonLItemReader,
  StateMachine,
  StateMachineType,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { acknowledgeWildcards, attributeOf, executionsOf, exportOf } from '../acknowledge.ts';
import { errors } from '../../lambdas/names.ts';
import type { Configuration } from '../configuration.ts';
import { LicenceWorkflow } from './licence-workflow.ts';
import type { StepLambdas } from './step-lambdas.ts';
import { stepTask } from './step-task.ts';
import type { Worklists } from './worklists.ts';

export interface RenewalWorkflowProps extends Pick<
  Configuration,
  'batchSize' | 'maxConcurrency' | 'childExecutions'
> {
  readonly steps: StepLambdas;
  readonly worklists: Worklists;
  readonly logRetention: RetentionDays;
}

const mapLabel = 'Batch';

/**
 * The run of one plan on one day: collect what is due, renew it batch by batch, sum up. Takes
 * `{ planId, scheduledTime, again? }`; `again` lets a day's run be started a second time. Fails if any licence did.
 */
export class RenewalWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: RenewalWorkflowProps) {
    super(scope, id);
    const naming = new Pass(this, 'Name the execution', {
      inputPath: '$$.Execution.Name',
      resultPath: '$.execution',
    });
    const collect = stepTask(this, 'Collect due licences', {
      lambda: props.steps.of('collect-due'),
      repeatable: true,
    });
    const isAnythingDue = new Choice(this, 'Is anything due?')
      .when(Condition.numberEquals('$.due', 0), new Succeed(this, 'Nothing due'))
      .otherwise(this.batches(props).next(this.summary(props.steps)));

    this.stateMachine = this.machine(naming.next(collect).next(isAnythingDue), props);
    this.acknowledge(props);
  }

  /** Each batch is a child execution, which takes its licences one after the other. */
  private batches({ steps, worklists, ...props }: RenewalWorkflowProps): DistributedMap {
    const licences = new Map(this, 'Each licence of the batch', {
      itemsPath: '$.Items',
      itemSelector: {
        planId: JsonPath.stringAt('$.BatchInput.planId'),
        today: JsonPath.stringAt('$.BatchInput.today'),
        licenceId: JsonPath.stringAt('$$.Map.Item.Value.licenceId'),
      },
      maxConcurrency: 1,
    });
    licences.itemProcessor(new LicenceWorkflow(this, 'Licence', { steps }).start);
    // The library's own types are not exact about optional properties: a `Bucket` is no `IBucket`, this one is.
    const bucket = Bucket.fromBucketName(this, 'Worklists', worklists.bucket.bucketName);
    const batches = new DistributedMap(this, 'Renew batch by batch', {
      label: mapLabel,
      itemReader: new S3JsonLItemReader({ bucket, key: JsonPath.stringAt('$.worklist.key') }),
      itemBatcher: new ItemBatcher({
        maxItemsPerBatch: props.batchSize,
        // The library hands this on as it is: paths have to be marked by hand.
        batchInput: { 'planId.$': '$.planId', 'today.$': '$.today' },
      }),
      resultWriterV2: new ResultWriterV2({ bucket, prefix: 'results' }),
      resultPath: JsonPath.DISCARD,
      maxConcurrency: props.maxConcurrency,
      mapExecutionType:
        props.childExecutions === 'express' ? StateMachineType.EXPRESS : StateMachineType.STANDARD,
      // The summary says what failed, also of a batch that did not end: the run itself goes on.
      toleratedFailurePercentage: 100,
    });
    return batches.itemProcessor(licences);
  }

  private summary(steps: StepLambdas): IChainable {
    const failed = new Fail(this, 'Licences failed', {
      error: errors.licencesFailed,
      causePath: JsonPath.stringAt('$.summary'),
    });
    return stepTask(this, 'Summarise', { lambda: steps.of('summarise'), repeatable: true }).next(
      new Choice(this, 'Did any fail?')
        .when(Condition.numberGreaterThan('$.failedCount', 0), failed)
        .otherwise(new Succeed(this, 'Done')),
    );
  }

  private machine(definition: IChainable, { logRetention }: RenewalWorkflowProps): StateMachine {
    const name = Stack.of(this).stackName;
    return new StateMachine(this, 'StateMachine', {
      stateMachineName: name,
      definitionBody: DefinitionBody.fromChainable(definition),
      comment: "Renews what is due of one plan's licences on one day",
      timeout: Duration.hours(12),
      tracingEnabled: true,
      logs: {
        // With another name Step Functions adds itself to a resource policy, of which an account has only ten.
        destination: new LogGroup(this, 'Log', {
          logGroupName: `/aws/vendedlogs/states/${name}`,
          retention: logRetention,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        includeExecutionData: true,
      },
    });
  }

  private acknowledge({ steps, worklists }: RenewalWorkflowProps): void {
    const { role } = this.stateMachine;
    acknowledgeWildcards(
      role,
      'Every version of a function of the workflow, and of no other.',
      steps.all.map((lambda) => `${attributeOf(lambda.function, 'Arn')}:*`),
    );
    acknowledgeWildcards(
      role,
      'Every run has a worklist and results of its own names, in a bucket for nothing else.',
      [`arn:<AWS::Partition>:s3:::${exportOf(worklists, worklists.bucket.bucketName)}/*`],
    );
    acknowledgeWildcards(
      this.stateMachine,
      'The executions of this state machine, and of no other: the map starts, watches and stops its own.',
      [`${executionsOf(this.stateMachine)}:*`, `${executionsOf(this.stateMachine)}/${mapLabel}:*`],
    );
    acknowledgeWildcards(
      role,
      'Sending traces and setting up log delivery are actions on no resource in particular.',
      ['*'],
    );
  }
}
