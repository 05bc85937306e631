import { Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledgeWildcards } from './acknowledge.ts';
import type { LicencesStack } from '../stacks/licences-stack.ts';
import type { RenewalsStack } from '../stacks/renewals-stack.ts';

export interface ReadOnlyProps {
  readonly licences: LicencesStack;
  readonly renewals: RenewalsStack;
}

/**
 * The policy of admins who answer for it and change nothing: what the reading commands of the command line ask for, and
 * executions, logs, alarms and the dashboard in the console. A licence names its customer, so customers can be looked
 * up, but no table can be scanned. Quotes and invoices can be opened as they were printed. Messages in queues are not for
 * reading: whoever reads one takes it.
 */
export class ReadOnly extends Construct {
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, props: ReadOnlyProps) {
    super(scope, id);
    const { region } = Stack.of(this);
    this.policy = new ManagedPolicy(this, 'Policy', {
      // Names of policies are the account's, whatever the region.
      managedPolicyName: `PerennialReadOnly-${region}`,
      description:
        'Reads licences, the customers they name, runs, logs, alarms and the dashboard, and changes nothing',
      statements: readingStatements(this, props),
    });
    acknowledgeReading(this.policy, props);
  }
}

/** All that reads. */
export function readingStatements(
  scope: Construct,
  { licences, renewals }: ReadOnlyProps,
): PolicyStatement[] {
  const { partition, region, account, stackName } = Stack.of(scope);
  const named = namesBegunBy(licences.stackName, renewals.stackName, stackName);
  return [
    allow(
      readsOfNamed,
      named.map((name) => arnOf(partition, region, account, name)),
    ),
    allow(readsOfAll, ['*']),
  ];
}

/** Acknowledges the wildcards in what reads. */
export function acknowledgeReading(policy: ManagedPolicy, { licences, renewals }: ReadOnlyProps): void {
  const named = namesBegunBy(licences.stackName, renewals.stackName, Stack.of(policy).stackName);
  acknowledgeWildcards(
    policy,
    'Whatever of the stacks there is, and nothing else.',
    named.map((name) => arnOf('<AWS::Partition>', '<AWS::Region>', '<AWS::AccountId>', name)),
  );
  acknowledgeWildcards(policy, 'These list or measure, and are actions on no resource in particular.', ['*']);
}

type Name = readonly [service: string, name: string];

/** CloudFormation begins the names that it makes with the stack's, S3's in lower case. */
function namesBegunBy(kept: string, runs: string, shown: string): readonly Name[] {
  return [
    ...[kept, runs, shown].map((stack): Name => ['cloudformation', `stack/${stack}/*`]),
    ['dynamodb', `table/${kept}-*`],
    // The bucket of worklists, and of what came of each batch: ids of licences.
    ['s3', `${kept}-worklists*`.toLowerCase()],
    // The bucket of quotes, invoices and credit notes as they were printed.
    ['s3', `${kept}-documents*`.toLowerCase()],
    ...[runs, shown].flatMap((stack): readonly Name[] => [
      ['lambda', `function:${stack}-*`],
      ['logs', `log-group:${stack}-*`],
      ['scheduler', `schedule/${stack}-*`],
      ['sqs', `${stack}-*`],
    ]),
    // Who is subscribed to the operators' topic.
    ['sns', `${shown}-*`],
    ['logs', `log-group:/aws/vendedlogs/states/${runs}*`],
    ['states', `stateMachine:${runs}*`],
    ['states', `execution:${runs}*`],
    ['states', `mapRun:${runs}*`],
  ];
}

function arnOf(partition: string, region: string, account: string, [service, name]: Name): string {
  return service === 's3'
    ? `arn:${partition}:s3:::${name}`
    : `arn:${partition}:${service}:${region}:${account}:${name}`;
}

const readsOfNamed = [
  'cloudformation:DescribeStackEvents',
  'cloudformation:DescribeStackResources',
  'cloudformation:DescribeStacks',
  'dynamodb:BatchGetItem',
  'dynamodb:DescribeContinuousBackups',
  'dynamodb:DescribeTable',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'lambda:GetFunctionConfiguration',
  'logs:DescribeLogStreams',
  'logs:FilterLogEvents',
  'logs:GetLogEvents',
  'logs:StartQuery',
  's3:GetObject',
  's3:ListBucket',
  'scheduler:GetSchedule',
  'sns:ListSubscriptionsByTopic',
  'sqs:GetQueueAttributes',
  'states:DescribeExecution',
  'states:DescribeMapRun',
  'states:DescribeStateMachine',
  'states:DescribeStateMachineForExecution',
  'states:GetExecutionHistory',
  'states:ListExecutions',
  'states:ListMapRuns',
  'states:ListStateMachineAliases',
  'states:ListStateMachineVersions',
];

const readsOfAll = [
  'cloudwatch:DescribeAlarmHistory',
  'cloudwatch:DescribeAlarms',
  'cloudwatch:GetDashboard',
  'cloudwatch:GetMetricData',
  'cloudwatch:ListDashboards',
  'cloudwatch:ListMetrics',
  'dynamodb:ListTables',
  'lambda:ListFunctions',
  'logs:DescribeLogGroups',
  'logs:GetQueryResults',
  'scheduler:ListSchedules',
  'ses:GetAccount',
  'ses:GetEmailIdentity',
  'ses:ListEmailIdentities',
  'sqs:ListQueues',
  'states:ListStateMachines',
];

function allow(actions: string[], resources: string[]): PolicyStatement {
  return new PolicyStatement({ actions, resources });
}
