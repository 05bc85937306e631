import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { CountedState } from '../../contracts/delivery/mail.ts';
import { metrics } from '../../contracts/deployment/metrics.ts';
import type { ActingStep } from '../../contracts/workflow/steps.ts';

/** What the alarms and the dashboard watch. Sums over five minutes, unless it says otherwise. */

const fiveMinutes = Duration.minutes(5);

/** How an execution of a workflow ends that does not end well, as CloudWatch names it. */
export type BadEnd = 'Failed' | 'TimedOut' | 'Aborted';

/** Executions that ended so. Those of batches do not count: their licences are in the run's summary. */
export function badEndsOf(stateMachine: StateMachine, ends: readonly BadEnd[]): IMetric {
  const ofEach = ends.map((end) => stateMachine.metric(`Executions${end}`, { statistic: Stats.SUM }));
  return sumOf('failed', ofEach, fiveMinutes);
}

/** Calls that failed or were throttled, of all functions of the account together, in a quarter of an hour. */
export function failedCalls(): IMetric {
  const ofAll = ['Errors', 'Throttles'].map(
    (metricName) => new Metric({ namespace: 'AWS/Lambda', metricName, statistic: Stats.SUM }),
  );
  return sumOf('failed or throttled', ofAll, Duration.minutes(15));
}

/** Licences that steps left for later because a service took no more requests, in a quarter of an hour. */
export function throttledLicences(): IMetric {
  return new Metric({
    label: 'throttled',
    namespace: metrics.namespace,
    metricName: metrics.throttled,
    statistic: Stats.SUM,
    period: Duration.minutes(15),
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

/** What the runs of a plan reported in a day: how many licences were due, done or failed. */
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

/** For how many days the longest overdue licence had been due when the plan's last run of a day began. */
export function backlogOf(planId: string): Metric {
  return licencesOfRun(metrics.backlogDays, planId).with({ statistic: Stats.MAXIMUM });
}

/** The same over the last runs of all plans. */
export function backlogOfAll(): IMetric {
  return new Metric({
    label: 'days',
    namespace: metrics.namespace,
    metricName: metrics.backlogDays,
    statistic: Stats.MAXIMUM,
    period: Duration.days(1),
  });
}

/** How many runs of days began in an hour: each reports its backlog, once. Extra runs report none. */
export function startedRuns(planId: string): IMetric {
  const started = backlogOf(planId).with({ label: 'started', statistic: Stats.SAMPLE_COUNT });
  return sumOf('started', [started], Duration.hours(1));
}

/** A share of the account's mails, 0 to 1, as AWS computes it for its reviews. */
export function reputation(metricName: 'Reputation.BounceRate' | 'Reputation.ComplaintRate'): Metric {
  return new Metric({
    label: metricName,
    namespace: 'AWS/SES',
    metricName,
    statistic: Stats.MAXIMUM,
    period: Duration.hours(1),
  });
}

/**
 * A sum with 0 where a metric has no data. Without that CloudWatch drops a point that one of the metrics lacks, and looks
 * back for real points before it treats any as missing.
 */
function sumOf(label: string, of: readonly Metric[], period: Duration): IMetric {
  const named = of.map(
    (metric) =>
      [metric.metricName.replace(/^./, (one) => one.toLowerCase()), metric.with({ period })] as const,
  );
  return new MathExpression({
    label,
    expression: named.map(([name]) => `FILL(${name}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(named),
    period,
  });
}
