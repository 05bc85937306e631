import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Plan } from '../../domain/plan/plan.ts';
import { type AlarmHeading, alarmHeadings, runbookPlace } from './alarm-headings.ts';
import { deadLetterQueuesOf } from './inventory.ts';
import {
  backlogOfAll,
  badEndsOf,
  failedCalls,
  mailsComeTo,
  reputation,
  startedRuns,
  throttledLicences,
} from './metrics.ts';
import type { RenewalsStack } from '../stacks/renewals-stack.ts';

export interface AlarmsProps {
  readonly plans: readonly Plan[];
  readonly renewals: RenewalsStack;
  /** The operators' topic. */
  readonly topic: Topic;
}

/** An alarm that goes off if the metric is `atLeast` or more. */
interface Bell {
  /** What it watches, where there are several of the kind. */
  readonly of?: string;
  readonly says: string;
  readonly metric: IMetric;
  readonly atLeast: number;
}

/** A day and two hours: a day on which clocks are put back has 25 hours. */
const hoursWithoutRun = 26;

/**
 * An alarm for everything that an operator has to look at. What to do is in the runbook, under the alarm's heading.
 * AWS charges for each metric of an alarm: there are fifteen, and one more for each plan.
 */
export class Alarms extends Construct {
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.action = new SnsAction(props.topic);
    this.watchRuns(props);
    this.watchSystem(props);
    this.watchMails();
  }

  private watchRuns({ renewals, plans }: AlarmsProps): void {
    const runs = badEndsOf(renewals.stateMachine, ['Failed', 'TimedOut', 'Aborted']);
    const says = 'A run failed, timed out or was stopped.';
    this.bell(alarmHeadings.runFailed, { of: 'renewals', says, metric: runs, atLeast: 1 });
    // Only an operator starts and stops these, and sees it.
    const updates = badEndsOf(renewals.updateStateMachine, ['Failed', 'TimedOut']);
    const saysOfUpdates = 'The announcement of an update failed or timed out.';
    this.bell(alarmHeadings.runFailed, { of: 'updates', says: saysOfUpdates, metric: updates, atLeast: 1 });
    for (const { id } of plans) {
      this.alarm(alarmHeadings.runNotStarted, {
        of: id,
        says: `No run of plan ${id} has started for ${hoursWithoutRun} hours.`,
        metric: startedRuns(id),
        threshold: 1,
        evaluationPeriods: hoursWithoutRun,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
      });
    }
    this.alarm(alarmHeadings.backlog, {
      says: 'Something of a plan has been due for more than two days.',
      metric: backlogOfAll(),
      threshold: 2,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      // Only the next run knows better.
      treatMissingData: TreatMissingData.IGNORE,
    });
  }

  private watchSystem({ renewals }: AlarmsProps): void {
    this.bell(alarmHeadings.stepFailing, {
      says: 'Functions failed or were throttled three times or more within a quarter of an hour.',
      metric: failedCalls(),
      atLeast: 3,
    });
    this.bell(alarmHeadings.throttled, {
      says: 'Licences were left for later because a service throttled requests.',
      metric: throttledLicences(),
      atLeast: 1,
    });
    for (const { name, resource } of deadLetterQueuesOf(renewals)) {
      const metric = resource.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' });
      const says = 'Something could not be delivered, and waits for an operator.';
      this.bell(alarmHeadings.deadLetters, { of: name, says, metric, atLeast: 1 });
    }
  }

  private watchMails(): void {
    this.bell(alarmHeadings.mailUnknown, {
      says: 'Sending five mails or more was interrupted within an hour.',
      metric: mailsComeTo('unknown', Duration.hours(1)),
      atLeast: 5,
    });
    this.bell(alarmHeadings.mailHeld, {
      says: 'A mail waits for an operator.',
      metric: mailsComeTo('held'),
      atLeast: 1,
    });
    this.bell(alarmHeadings.bounceRate, {
      says: '2 % or more of the mails bounce.',
      metric: reputation('Reputation.BounceRate'),
      atLeast: 0.02,
    });
    this.bell(alarmHeadings.complaintRate, {
      says: '0.05 % or more of the mails are reported as unwanted.',
      metric: reputation('Reputation.ComplaintRate'),
      atLeast: 0.0005,
    });
  }

  private bell(heading: AlarmHeading, { atLeast, ...bell }: Bell): void {
    this.alarm(heading, {
      ...bell,
      threshold: atLeast,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  private alarm(
    heading: AlarmHeading,
    bell: Pick<Bell, 'of' | 'says' | 'metric'> & {
      readonly threshold: number;
      readonly evaluationPeriods?: number;
      readonly comparisonOperator: ComparisonOperator;
      readonly treatMissingData: TreatMissingData;
    },
  ): void {
    const { of, says, evaluationPeriods = 1, ...settings } = bell;
    const name = of === undefined ? heading : `${heading}: ${of}`;
    const alarm = new Alarm(this, name, {
      ...settings,
      evaluationPeriods,
      alarmName: `Perennial: ${name}`,
      alarmDescription: `${says} What to do: ${runbookPlace(heading)}`,
    });
    alarm.addAlarmAction(this.action);
  }
}
