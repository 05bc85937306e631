import type { Metrics } from '@aws-lambda-powertools/metrics';
import type { CountedState } from '../../contracts/delivery/mail.ts';
import { metrics } from '../../contracts/deployment/metrics.ts';
import type { ActingStep } from '../../contracts/workflow/steps.ts';
import type { Counts } from '../dynamodb/runs/run-item.ts';

/** Counts a mail that has come into a state. */
export type CountMail = (
  mail: { readonly licenceId: string; readonly mailId: string },
  state: CountedState,
) => void;

export const countInMetrics: CountMail = ({ licenceId, mailId }, state) => {
  emit({ [metrics.state]: state }, { [metrics.mails]: 1 }, { licenceId, mailId });
};

export const countNowhere: CountMail = () => undefined;

/** Counts a licence for which a step has done what was due. */
export function countAction(step: ActingStep): void {
  emit({ [metrics.step]: step }, { [metrics.actions]: 1 });
}

/** Emits how many licences of a plan's run were due, done and failed. */
export function emitRunMetrics(planId: string, { due, done, failed }: Counts): void {
  emit({ [metrics.plan]: planId }, { [metrics.due]: due, [metrics.done]: done, [metrics.failed]: failed });
}

/**
 * Emits for how many days the longest overdue licence of a plan has been due; 0 where none is overdue. One metric is of
 * the plan, and one of all plans: one alarm is enough for these.
 */
export function emitBacklog(planId: string, days: number): void {
  emit({ [metrics.plan]: planId }, { [metrics.backlogDays]: days });
  emit({}, { [metrics.backlogDays]: days });
}

/** Counts a licence that had to be left for later, because a service took no more requests for the moment. */
export function countThrottled(): void {
  emit({}, { [metrics.throttled]: 1 });
}

type Publish = (published: Metrics) => void;

/** What waits for the library, which is loaded with the first metric: a function starts sooner without it. */
const waiting: Publish[] = [];
let published: Metrics | undefined;
let loading: Promise<void> | undefined;

async function load(): Promise<void> {
  const { Metrics } = await import('@aws-lambda-powertools/metrics');
  published = new Metrics({ namespace: metrics.namespace });
  // Alarms and the dashboard find each metric by one dimension of its own, without that of a service.
  published.clearDefaultDimensions();
  for (const publish of waiting.splice(0)) publish(published);
}

/** Waits until everything that was counted so far is in the log. */
export async function metricsWritten(): Promise<void> {
  await loading;
}

/**
 * Writes metrics to the log, in CloudWatch's embedded metric format.
 * @param facts are logged with the metrics and are part of none
 */
function emit(
  dimension: Readonly<Record<string, string>>,
  values: Readonly<Record<string, number>>,
  facts: Readonly<Record<string, string>> = {},
): void {
  const publish: Publish = (to) => {
    // A set of none is a set too: without any set CloudWatch would make no metric of the line.
    to.addDimensions({ ...dimension });
    for (const [name, value] of Object.entries(values)) to.addMetric(name, 'Count', value);
    for (const [name, fact] of Object.entries(facts)) to.addMetadata(name, fact);
    to.publishStoredMetrics();
  };
  if (published !== undefined) publish(published);
  else {
    waiting.push(publish);
    loading ??= load();
  }
}
