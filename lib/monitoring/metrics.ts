import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { CountedState } from '../../contracts/mail.ts';
import { metrics } from '../../contracts/metrics.ts';
import type { ActingStep } from '../../contracts/steps.ts';
import type { AppFunction } from '../functions/app-function.ts';

/** What the alarms watch. Sums over five minutes, unless it says otherwise. */

const fiveMinutes = Duration.minutes(5);

/** Executions that did not end well; those of the batches do not count, their licences are in the run's summary. */
export function failedRuns(stateMachine: StateMachine): MathExpression {
  return new MathExpression({
    label: 'failed',
    expression: 'failed + timedOut + aborted',
    usingMetrics: {
      failed: stateMachine.metricFailed(),
      timedOut: stateMachine.metricTimedOut(),
      aborted: stateMachine.metricAborted(),
    },
    period: fiveMinutes,
  });
}

/** Calls that threw or that Lambda turned away, in a quarter of an hour. */
export function troublesOf({ function: lambda }: AppFunction): MathExpression {
  return new MathExpression({
    label: 'failed or throttled',
    expression: 'errors + throttles',
    usingMetrics: { errors: lambda.metricErrors(), throttles: lambda.metricThrottles() },
    period: Duration.minutes(15),
  });
}

/** Reads and writes that a table, or one of its indexes, has turned away. */
export function throttlesOf(table: TableV2, index?: string): MathExpression {
  const dimensionsMap = {
    TableName: table.tableName,
    ...(index !== undefined && { GlobalSecondaryIndexName: index }),
  };
  const throttled = (metricName: string) =>
    new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, statistic: Stats.SUM });
  return new MathExpression({
    label: index ?? 'table',
    expression: 'FILL(reads, 0) + FILL(writes, 0)',
    usingMetrics: { reads: throttled('ReadThrottleEvents'), writes: throttled('WriteThrottleEvents') },
    period: fiveMinutes,
  });
}

/** Mails that have come into a state. */
export function mailsComeTo(state: CountedState, period = fiveMinutes): Metric {
  return new Metric({
    label: state,
    namespace: metrics.namespace,
    metricName: metrics.mails,
    dimensionsMap: { [metrics.state]: state },
    statistic: Stats.SUM,
    period,
  });
}

/** What the runs of a plan told of themselves in a day: how many licences were due, done or failed. */
export function licencesOfRun(metricName: string, planId: string): Metric {
  return new Metric({
    label: planId,
    namespace: metrics.namespace,
    metricName,
    dimensionsMap: { [metrics.plan]: planId },
    statistic: Stats.SUM,
    period: Duration.days(1),
  });
}

/** For how many licences a step has done what was due, in a day. */
export function actionsOf(step: ActingStep): Metric {
  return new Metric({
    label: step,
    namespace: metrics.namespace,
    metricName: metrics.actions,
    dimensionsMap: { [metrics.step]: step },
    statistic: Stats.SUM,
    period: Duration.days(1),
  });
}

/** For how many days the longest overdue licence had been due when the plan's last run began. */
export function backlogOf(planId: string): Metric {
  return licencesOfRun(metrics.backlogDays, planId).with({ statistic: Stats.MAXIMUM });
}

/** How many runs of days have begun, in a day: each tells of its backlog, once. Extra ones tell of none. */
export function startedRuns(planId: string): Metric {
  return backlogOf(planId).with({ label: 'started', statistic: Stats.SAMPLE_COUNT });
}

/** A share of the account's mails, 0 to 1, as AWS reckons it for its reviews. */
export function reputation(metricName: 'Reputation.BounceRate' | 'Reputation.ComplaintRate'): Metric {
  return new Metric({
    label: metricName,
    namespace: 'AWS/SES',
    metricName,
    statistic: Stats.MAXIMUM,
    period: Duration.hours(1),
  });
}
