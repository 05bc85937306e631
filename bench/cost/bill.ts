import type { Work } from '../../cli/meter/work.ts';
import prices from './us-east-1.json' with { type: 'json' };

/** A line of the bill: what it is for, how many units in a year, and what they cost in USD. */
export interface Line {
  readonly item: string;
  readonly units: number;
  readonly usd: number;
}

const { perUnit, perMonth } = prices;

/** What AWS bills for the work of a year, mails apart from the rest. */
export function linesOf(work: Work): readonly Line[] {
  const { stepFunctions, lambda, dynamodb, s3 } = work;
  const line = (item: string, units: number, price: number): Line => ({ item, units, usd: units * price });
  return [
    line(
      'Step Functions, Standard transitions',
      stepFunctions.standardTransitions,
      perUnit.standardTransition,
    ),
    line('Lambda, invocations', lambda.invocations, perUnit.lambdaInvocation),
    line('Lambda, GB-seconds (ARM, measured here)', lambda.gbSeconds, perUnit.lambdaGbSecondArm),
    line('DynamoDB, write units', dynamodb.writeUnits, perUnit.dynamodbWriteUnit),
    line('DynamoDB, read units', dynamodb.readUnits, perUnit.dynamodbReadUnit),
    line('S3, PUT requests', s3.puts, perUnit.s3Put),
    line('S3, GET requests', s3.gets, perUnit.s3Get),
    line('KMS, requests', work.kms, perUnit.kmsRequest),
    line('EventBridge, events', work.eventBridge, perUnit.eventBridgeEvent),
    line('EventBridge Pipes, requests', work.pipes, perUnit.pipesRequest),
    line('API Gateway, requests to HTTP APIs', work.apiGateway, perUnit.httpApiRequest),
    line('EventBridge Scheduler, firings', work.scheduler, perUnit.schedulerFiring),
    line('SQS, requests', work.sqs, perUnit.sqsRequest),
    line('SNS, requests', work.sns, perUnit.snsRequest),
    line('CloudWatch Logs, GB', work.logsBytes / 1e9, perUnit.logsGb),
  ];
}

/** What mails cost: each recipient, and the data of what is attached. @param attachedBytes of all mails together */
export function mailLines({ ses }: Work, attachedBytes: number): readonly Line[] {
  return [
    { item: 'SES, recipients', units: ses, usd: ses * perUnit.sesRecipient },
    {
      item: 'SES, GB attached',
      units: attachedBytes / 1e9,
      usd: (attachedBytes / 1e9) * perUnit.sesAttachmentGb,
    },
  ];
}

/** What is deployed and costs the same however much is done. */
export interface Deployed {
  readonly alarmMetrics: number;
  readonly kmsKeys: number;
  readonly dashboards: number;
  /** Metrics that functions publish. CloudWatch bills the hours in which they do: two a day. */
  readonly customMetrics: number;
}

const hoursOfMetrics = 2 / 24;

/** Lambda asks a queue five times side by side, each for 20 seconds, whether anything waits or not. */
export const pollsAYear = 5 * 3 * 60 * 24 * 360;

export function fixedLines(deployed: Deployed): readonly Line[] {
  const { alarmMetrics, kmsKeys, dashboards, customMetrics } = deployed;
  const yearly = (item: string, units: number, price: number): Line => ({
    item,
    units,
    usd: units * price * 12,
  });
  return [
    yearly('CloudWatch, alarm metrics', alarmMetrics, perMonth.alarmMetric),
    yearly(
      'CloudWatch, custom metrics (two hours a day)',
      customMetrics,
      perMonth.customMetric * hoursOfMetrics,
    ),
    yearly('CloudWatch, dashboards', dashboards, perMonth.dashboard),
    yearly('KMS, keys', kmsKeys, perMonth.kmsKey),
    { item: 'SQS, asking for reports of SES', units: pollsAYear, usd: pollsAYear * perUnit.sqsRequest },
  ];
}

/** What is stored at the end of a year. */
export function storageLines(tableBytes: number, documentBytes: number): readonly Line[] {
  const yearly = (item: string, bytes: number, price: number): Line => ({
    item,
    units: bytes / 1e9,
    usd: (bytes / 1e9) * price * 12,
  });
  return [
    yearly('DynamoDB, GB stored', tableBytes, perMonth.dynamodbGb),
    // It grows through the year: half of it on average.
    yearly('S3, GB of documents stored, on average', documentBytes / 2, perMonth.s3Gb),
  ];
}

export function totalOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { usd }) => sum + usd, 0);
}
