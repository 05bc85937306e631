import { Duration, Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct, type IConstruct } from 'constructs';
import type { Plan } from '../../domain/plan/plan.ts';
import { countedStates } from '../../contracts/delivery/mail.ts';
import { metrics } from '../../contracts/deployment/metrics.ts';
import { actingSteps } from '../../contracts/workflow/steps.ts';
import {
  alarmsOf,
  functionsOf,
  httpApisOf,
  queuesOf,
  stateMachinesOf,
  tablesOf,
  type Watched,
} from './inventory.ts';
import { actionsOf, backlogOf, licencesOfRun, mailsComeTo, reputation } from './metrics.ts';
import type { LicencesStack } from '../stacks/licences-stack.ts';
import type { RenewalsStack } from '../stacks/renewals-stack.ts';
import type { AppFunction } from '../functions/app-function.ts';

export interface DashboardProps {
  readonly plans: readonly Plan[];
  readonly licences: LicencesStack;
  readonly renewals: RenewalsStack;
  /** The stack of the alarms, and of whatever else has functions, queues and HTTP APIs. */
  readonly operations: IConstruct;
}

const day = Duration.days(1);

/** One page for the business above and the system below it. */
export class Dashboard extends Construct {
  /** Where the console shows it. */
  readonly address: string;

  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const { region } = Stack.of(this);
    // Dashboards are the account's, whatever the region.
    const dashboardName = `Perennial-${region}`;
    const alarms = alarmsOf(props.operations).map(({ resource }) => resource);
    new CloudWatchDashboard(this, 'Dashboard', {
      dashboardName,
      defaultInterval: Duration.days(14),
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms: docs/runbook.md', alarms, width: 24 })],
        [heading('The business, day by day')],
        business(props),
        [heading('The system')],
        ...system(props),
      ],
    });
    this.address = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#dashboards/dashboard/${dashboardName}`;
  }
}

function business({ plans, renewals }: DashboardProps): IWidget[] {
  const runs = stateMachinesOf(renewals).flatMap(({ name, resource }) => [
    resource.metricStarted({ label: `${name}: started`, period: day }),
    resource.metricSucceeded({ label: `${name}: succeeded`, period: day }),
    resource.metricFailed({ label: `${name}: failed`, period: day }),
  ]);
  const ofPlans = (metricName: string) => plans.map(({ id }) => licencesOfRun(metricName, id));
  return [
    graph('Runs', runs),
    graph('Licences due', ofPlans(metrics.due)),
    graph('Licences done', ofPlans(metrics.done)),
    graph('Licences failed', ofPlans(metrics.failed)),
    graph(
      'Actions',
      actingSteps.map((step) => actionsOf(step)),
    ),
    graph(
      'Mails',
      countedStates.map((state) => mailsComeTo(state, day)),
    ),
    graph(
      'Days overdue when the run began',
      plans.map(({ id }) => backlogOf(id)),
    ),
    graph('Bounces and complaints', [
      reputation('Reputation.BounceRate'),
      reputation('Reputation.ComplaintRate'),
    ]),
  ];
}

function system({ licences, renewals, operations }: DashboardProps): IWidget[][] {
  const functions = [...functionsOf(renewals), ...functionsOf(operations)];
  const queues = [...queuesOf(renewals), ...queuesOf(operations)];
  const tables = tablesOf(licences);
  const apis = [...httpApisOf(renewals), ...httpApisOf(operations)];
  const each = (metric: (of: Watched<AppFunction>['resource']['function'], label: string) => IMetric) =>
    functions.map(({ name, resource }) => metric(resource.function, name));
  return [
    [
      graph(
        'Errors',
        each((lambda, label) => lambda.metricErrors({ label })),
      ),
      graph(
        'Throttled calls',
        each((lambda, label) => lambda.metricThrottles({ label })),
      ),
      graph(
        'Duration (95th percentile)',
        each((lambda, label) => lambda.metricDuration({ label, statistic: Stats.percentile(95) })),
      ),
      graph(
        'Messages in queues',
        queues.map(({ name, resource }) =>
          resource.metricApproximateNumberOfMessagesVisible({ label: name, statistic: Stats.MAXIMUM }),
        ),
      ),
    ],
    [
      graph(
        'HTTP APIs: requests',
        apis.flatMap(({ name, resource }) => [
          resource.metricCount({ label: `${name}: requests` }),
          resource.metricClientError({ label: `${name}: refused (4xx)` }),
          resource.metricServerError({ label: `${name}: failed (5xx)` }),
        ]),
      ),
      graph(
        'HTTP APIs: latency (95th percentile)',
        apis.map(({ name, resource }) =>
          resource.metricLatency({ label: name, statistic: Stats.percentile(95) }),
        ),
      ),
    ],
    [
      graph(
        'Units read',
        tables.map(({ name, resource }) => resource.metricConsumedReadCapacityUnits({ label: name })),
      ),
      graph(
        'Units written',
        tables.map(({ name, resource }) => resource.metricConsumedWriteCapacityUnits({ label: name })),
      ),
      graph(
        'Throttled requests',
        tables.flatMap(({ name, resource }) => [
          resource.metric('ReadThrottleEvents', { label: `${name}: reads`, statistic: Stats.SUM }),
          resource.metric('WriteThrottleEvents', { label: `${name}: writes`, statistic: Stats.SUM }),
        ]),
      ),
    ],
  ];
}

function graph(title: string, left: IMetric[]): IWidget {
  return new GraphWidget({ title, left, width: 6, leftYAxis: { min: 0 } });
}

function heading(text: string): IWidget {
  return new TextWidget({ markdown: `## ${text}`, width: 24, height: 1 });
}
