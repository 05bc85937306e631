import { arn, type Account } from '../../shared/account.ts';
import type { Call } from '../policies/evaluate.ts';

/** Writing to a log group, by its name. */
export function writeLog(group: string, account: Account): Call[] {
  const stream = arn(account, 'logs', `log-group:${group}:log-stream:local`);
  return ['CreateLogStream', 'PutLogEvents'].map((name) => ({ action: `logs:${name}`, resource: stream }));
}

/** Sending traces to X-Ray, which is an action on no resource in particular. */
export const sendTraces: readonly Call[] = ['PutTraceSegments', 'PutTelemetryRecords'].map((name) => ({
  action: `xray:${name}`,
  resource: '*',
}));

/** What Step Functions does in the name of a state machine that has a log, as its guide lists it. */
export const deliverLogs: readonly Call[] = [
  'CreateLogDelivery',
  'DeleteLogDelivery',
  'DescribeLogGroups',
  'DescribeResourcePolicies',
  'GetLogDelivery',
  'ListLogDeliveries',
  'PutResourcePolicy',
  'UpdateLogDelivery',
].map((name) => ({ action: `logs:${name}`, resource: '*' }));

/** What Step Functions does in the name of a state machine that is traced, as its guide lists it. */
export const traceExecutions: readonly Call[] = [
  ...sendTraces,
  ...['GetSamplingRules', 'GetSamplingTargets'].map((name) => ({ action: `xray:${name}`, resource: '*' })),
];
