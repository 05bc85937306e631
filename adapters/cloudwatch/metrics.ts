import type { CountedState } from '../../contracts/mail.ts';
import { metrics } from '../../contracts/metrics.ts';
import type { ActingStep } from '../../contracts/steps.ts';
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

/** Tells what became of the licences of a plan's run. */
export function emitRunMetrics(planId: string, { due, done, failed }: Counts): void {
  emit({ [metrics.plan]: planId }, { [metrics.due]: due, [metrics.done]: done, [metrics.failed]: failed });
}

/** Tells for how many days the longest overdue licence of a plan has been due; 0 where none is overdue. */
export function emitBacklog(planId: string, days: number): void {
  emit({ [metrics.plan]: planId }, { [metrics.backlogDays]: days });
}

/**
 * A line in CloudWatch's embedded metric format, which the log makes metrics of. It is written past the console, whose
 * lines Lambda wraps into others.
 * @param facts go into the line beside, and into no metric
 */
function emit(
  dimension: Readonly<Record<string, string>>,
  values: Readonly<Record<string, number>>,
  facts: Readonly<Record<string, string>> = {},
): void {
  const definition = {
    Namespace: metrics.namespace,
    Dimensions: [Object.keys(dimension)],
    Metrics: Object.keys(values).map((Name) => ({ Name, Unit: 'Count' })),
  };
  const line = {
    _aws: { Timestamp: Date.now(), CloudWatchMetrics: [definition] },
    ...dimension,
    ...values,
    ...facts,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
