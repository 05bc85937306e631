import { metrics } from '../names.ts';

/** Counts a mail that has come into a state. */
export type CountMail = (
  mail: { readonly licenceId: string; readonly mailId: string },
  state: string,
) => void;

/**
 * Counts by a line in CloudWatch's embedded metric format, which the log makes the metric of. It is written past the
 * console, whose lines Lambda wraps into others.
 */
export const countInLog: CountMail = ({ licenceId, mailId }, state) => {
  const definition = {
    Namespace: metrics.namespace,
    Dimensions: [[metrics.state]],
    Metrics: [{ Name: metrics.mails, Unit: 'Count' }],
  };
  const line = {
    _aws: { Timestamp: Date.now(), CloudWatchMetrics: [definition] },
    [metrics.state]: state,
    [metrics.mails]: 1,
    licenceId,
    mailId,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

export const countNowhere: CountMail = () => undefined;
