import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct, type IConstruct } from 'constructs';
import type { Plan } from '../../domain/plan/plan.ts';
import { indexes } from '../../contracts/tables.ts';
import { type AlarmHeading, alarmHeadings, runbookPlace } from './alarm-headings.ts';
import { functionsOf, queuesOf, stateMachinesOf, tablesOf } from './inventory.ts';
import {
  backlogOf,
  failedRuns,
  mailsComeTo,
  reputation,
  startedRuns,
  throttlesOf,
  troublesOf,
} from './metrics.ts';
import type { LicencesStack } from '../stacks/licences-stack.ts';
import type { RenewalsStack } from '../stacks/renewals-stack.ts';

export interface AlarmsProps {
  readonly plans: readonly Plan[];
  readonly licences: LicencesStack;
  readonly renewals: RenewalsStack;
  /** The stack of whatever else has functions that may fail. */
  readonly operations: IConstruct;
  /** Who hears of them. */
  readonly topic: Topic;
}

/** One alarm of a kind. It rings where the metric is `atLeast` or more, once unless `times` says how often in a row. */
interface Bell {
  /** What it watches, where there are several of the kind. */
  readonly of?: string;
  readonly says: string;
  readonly metric: IMetric;
  readonly atLeast: number;
  readonly times?: number;
}

/** An alarm for everything that an operator has to look at. What to do is in the runbook, under the alarm's heading. */
export class Alarms extends Construct {
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.action = new SnsAction(props.topic);
    this.watchRuns(props);
    this.watchFunctions(props);
    this.watchTables(props);
    this.watchMails();
  }

  private watchRuns({ renewals, plans }: AlarmsProps): void {
    for (const { name, resource } of stateMachinesOf(renewals)) {
      const says = 'A run failed, timed out or was stopped.';
      this.bell(alarmHeadings.runFailed, { of: name, says, metric: failedRuns(resource), atLeast: 1 });
    }
    for (const { id } of plans) {
      this.alarm(alarmHeadings.runNotStarted, {
        of: id,
        says: `No run of plan ${id} has started for a day.`,
        metric: startedRuns(id),
        threshold: 1,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
      });
      this.alarm(alarmHeadings.backlog, {
        of: id,
        says: `Something of plan ${id} has been due for more than two days.`,
        metric: backlogOf(id),
        threshold: 2,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        // Only the next run knows better.
        treatMissingData: TreatMissingData.IGNORE,
      });
    }
  }

  private watchFunctions({ renewals, operations }: AlarmsProps): void {
    for (const { name, resource } of [...functionsOf(renewals), ...functionsOf(operations)]) {
      const says = 'A function threw, or was turned away, three times or more in a quarter of an hour.';
      this.bell(alarmHeadings.stepFailing, { of: name, says, metric: troublesOf(resource), atLeast: 3 });
    }
    for (const { name, resource } of [...queuesOf(renewals), ...queuesOf(operations)]) {
      const metric = resource.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' });
      const says = 'Something could not be delivered, and waits for an operator.';
      this.bell(alarmHeadings.deadLetters, { of: name, says, metric, atLeast: 1 });
    }
  }

  private watchTables({ licences }: AlarmsProps): void {
    const says = 'Requests were turned away for a quarter of an hour.';
    for (const { name, resource } of tablesOf(licences)) {
      const bell = { of: name, says, metric: throttlesOf(resource), atLeast: 1, times: 3 };
      this.bell(alarmHeadings.tableThrottled, bell);
    }
    for (const index of Object.values(indexes)) {
      const metric = throttlesOf(licences.store.licences, index);
      this.bell(alarmHeadings.tableThrottled, { of: `index ${index}`, says, metric, atLeast: 1, times: 3 });
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

  private bell(heading: AlarmHeading, { atLeast, times = 1, ...bell }: Bell): void {
    this.alarm(heading, {
      ...bell,
      threshold: atLeast,
      evaluationPeriods: times,
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
